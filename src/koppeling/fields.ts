import type { KoppelingBestand, KoppelingDatum, KoppelingWaarde } from '../schema/generated/types.ts';
import { toPointer } from '../source/pointer.ts';
import { BIJLAGEN, type BronColumn, flatName } from '../waarneming/columns.ts';
import { BRON_FIELDS, WAARNEMING_FIELDS } from '../waarneming/read-record.ts';

/** Where a field comes from; only that of a date has a form. */
export type Waarde = KoppelingWaarde & Pick<KoppelingDatum, 'datum'>;

/** A field that a koppeling fills, by the name of our column. */
export interface Field {
  /** “tekst”, or “bron datum” for one of the bron: the columns of the flat table. */
  column: string;
  waarde: Waarde;
  /** Where it stands in the koppeling. */
  pointer: string;
}

/** One of the waarnemingen that a row becomes; `code` tells it from the others. */
export interface Entry {
  code?: string;
  fields: Field[];
}

/** The fields of the bron of a row. */
export function bronFields({ bron = {} }: KoppelingBestand): Field[] {
  const columns = Object.keys(BRON_FIELDS) as BronColumn[];
  return [
    ...columns.flatMap((column) => fieldOf(bron, ['bron'], flatName(column), BRON_FIELDS[column])),
    ...fieldOf(bron, ['bron'], flatName(BIJLAGEN), BIJLAGEN),
  ];
}

/** The waarnemingen that a row becomes: one, or each of the list with what holds for all of them. */
export function entriesOf({ waarneming, waarnemingen }: KoppelingBestand): Entry[] {
  if (!waarneming) return [];
  const shared = waarnemingFields(waarneming, ['waarneming']);
  if (!waarnemingen) return [{ fields: shared }];
  return waarnemingen.map((own, index) => {
    const fields = waarnemingFields(own, ['waarnemingen', String(index)]);
    const is = new Set(fields.map(({ column }) => column));
    return { code: own.code, fields: [...shared.filter(({ column }) => !is.has(column)), ...fields] };
  });
}

/** The fields of a bevinding, by the names that the working document gives its columns. */
export function bevindingFields({ bevinding = {} as never }: KoppelingBestand): Field[] {
  const keys = Object.keys(bevinding as object);
  return keys.flatMap((key) => fieldOf(bevinding, ['bevinding'], key.replace('_', ' '), key));
}

/** Every field of a koppeling, each once. */
export function allFields(koppeling: KoppelingBestand): Field[] {
  const fields = [
    ...bronFields(koppeling),
    ...entriesOf(koppeling).flatMap((entry) => entry.fields),
    ...bevindingFields(koppeling),
  ];
  return [...new Map(fields.map((field) => [field.pointer, field])).values()];
}

/** The columns of a table that a field is made from. */
export function sourcesOf({ kolom, kolommen }: Waarde): readonly string[] {
  return kolommen ?? (kolom === undefined ? [] : [kolom]);
}

function waarnemingFields(from: object, path: readonly string[]): Field[] {
  const fields = [...Object.entries(WAARNEMING_FIELDS), [BIJLAGEN, BIJLAGEN] as const];
  return fields.flatMap(([column, key]) => (column === 'bron' ? [] : fieldOf(from, path, column, key)));
}

function fieldOf(from: object, path: readonly string[], column: string, key: string): Field[] {
  const waarde = (from as Readonly<Record<string, Waarde | undefined>>)[key];
  return waarde === undefined ? [] : [{ column, waarde, pointer: toPointer([...path, key]) }];
}

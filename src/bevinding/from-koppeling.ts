import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { bevindingFields, bronFields, sourcesOf } from '../koppeling/fields.ts';
import { type IdBook, idOf } from '../koppeling/ids.ts';
import type { KoppelingFile, Matched } from '../koppeling/match.ts';
import { type DeliveredTable, entryPart } from '../koppeling/place.ts';
import { compileSkips, type SkipBook } from '../koppeling/skip.ts';
import { takeId } from '../koppeling/take-id.ts';
import { type Compiled, compileField, holdsId, type ValueProblem } from '../koppeling/value.ts';
import { maskPersonal } from '../privacy/mask.ts';
import type { EldersVastgelegdeBron } from '../schema/generated/types.ts';
import { type Row, splitIds } from '../tabel/table.ts';
import type { Words } from '../waarneming/words.ts';
import type { Delivered, Delivery, Field } from './delivered.ts';
import { invalidCells, toBevinding } from './read-workbook.ts';

/** Takes the rows of a foreign table in as bevindingen, and gives them as a delivery in the end. */
export interface BevindingTaker {
  take(row: Row): void;
  end(): Delivery;
}

/** What rows are read with; `ids` are those of all tables that are read together. */
export interface BevindingOptions {
  words: Words;
  ids: IdBook;
  skips: SkipBook;
  report: (diagnostic: Diagnostic) => void;
}

/** Makes bevindingen of the rows of one table; every problem is reported at its cell. */
export function bevindingTaker(
  { value }: KoppelingFile,
  table: DeliveredTable,
  matched: Matched,
  options: BevindingOptions,
): BevindingTaker {
  const { words, ids, skips, report } = options;
  const own = [...bevindingFields(value), ...bronFields(value)];
  const fields = own.map((field) => compileField(field, matched.nameOf));
  const part = entryPart(table, own, matched);
  const skipOf = compileSkips(value, matched.nameOf);
  const sources = sourceColumns(value, matched);
  const delivery: Delivery & { afgewezen: number } = { file: table.file, items: [], drafted: [], afgewezen: 0 };
  return {
    take(row) {
      const skip = skipOf(row.cells);
      if (skip) return skips.add(skip, table.at(row.row));
      const problems: Diagnostic[] = [];
      const tell = ({ source, code, message, help }: ValueProblem) =>
        problems.push(error(code, maskPersonal(message), { ...table.at(row.row, source), help }));
      const asId = (field: Compiled, text: string) => takeId(field, text, { ...row, part, table }, { words, ids, tell });
      const cells = Object.fromEntries(fields.map((field) => [field.column, cellOf(field, field.read(row.cells, tell), asId)]));
      const written = cells.gebied ?? '';
      const gebied = words.gebieden.find(written);
      if (gebied === undefined && written !== '') {
        const source = sources.get('gebied');
        const message = `gebied ${words.gebieden.problem(written)}`;
        tell({ column: 'gebied', source, code: 'bevinding/onbekend-gebied', message, help: words.gebieden.help ?? '' });
      }
      const place: Delivered['place'] = (field) => table.at(row.row, field === undefined ? undefined : sources.get(field));
      const item: Delivered = { gebied: gebied ?? '', bevinding: toBevinding({ cells }, elsewhere(cells)), place };
      if (problems.length === 0) problems.push(...invalidCells(item));
      for (const problem of problems) report(problem);
      if (problems.length > 0) delivery.afgewezen += 1;
      else delivery.items.push(item);
    },
    end: () => ({ ...delivery, overgeslagen: skips.total }),
  };
}

/** An id becomes what it became where the waarnemingen were read in: small letters, digits and hyphens. */
function cellOf(field: Compiled, text: string, asId: (field: Compiled, text: string) => string): string {
  if (text === '') return text;
  if (holdsId(field.column)) return asId(field, text);
  return REFERENCES.has(field.column) ? splitIds(text).map(referenceOf).join(' | ') : text;
}

/** The columns with ids of waarnemingen. */
const REFERENCES = new Set(['steunt op', 'weersproken door']);

function referenceOf(written: string): string {
  const [, soort = '', id = ''] = /^(waarneming:)?(.*)$/s.exec(written) ?? [];
  return soort + idOf(id);
}

function sourceColumns(value: KoppelingFile['value'], { nameOf }: Matched): Map<Field, string> {
  const [bron] = bronFields(value).flatMap(({ waarde }) => sourcesOf(waarde));
  const own = Object.entries(value.bevinding ?? {}).flatMap(([field, waarde]): [Field, string][] => {
    const [first] = sourcesOf(waarde);
    return first === undefined ? [] : [[field as Field, nameOf(first)]];
  });
  return new Map([...own, ...(bron === undefined ? [] : [['bronnen', nameOf(bron)] as [Field, string]])]);
}

/** What a bevinding that was recorded elsewhere rests on, where the row says so. */
function elsewhere(cells: Readonly<Record<string, string>>): EldersVastgelegdeBron[] {
  const bron = Object.entries(cells).flatMap(([column, text]) =>
    column.startsWith('bron ') && text !== '' ? [[column.slice('bron '.length), text]] : [],
  );
  return bron.length === 0 ? [] : [Object.fromEntries(bron) as unknown as EldersVastgelegdeBron];
}

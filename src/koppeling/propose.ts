import type { Words } from '../waarneming/words.ts';
import { type Assigned, assignColumns } from './assign.ts';
import { wordsOf } from './check.ts';
import { idOf, looksNamed } from './ids.ts';
import { isPersonal } from './persons.ts';
import type { ColumnProfile } from './profile.ts';
import { type ProposedField, proposeValues } from './propose-values.ts';

/** What is known of a table for which a koppeling is proposed. */
export interface KnownTable {
  /** The name of the file, without its extension. */
  stem: string;
  blad?: string;
  koprij?: number;
  columns: readonly ColumnProfile[];
  rows: number;
}

/** What is known of the onderzoek. */
export interface ProposeOptions {
  words: Words;
  /** The items, to know a question by its text. */
  items: readonly { id: string; tekst: string }[];
}

/** A koppeling that is proposed, with what is uncertain in it. */
export interface Proposal {
  levering: string;
  blad?: string;
  koprij?: number;
  overslaan: { kolom: string; reden: string }[];
  negeer: { kolom: string; reden: string }[];
  bron: ProposedField[];
  waarneming: ProposedField[];
  waarnemingen: { code: string; fields: ProposedField[] }[];
  /** Fields that cannot be done without, and were not found; with what may be filled in. */
  ontbreekt: { deel: 'bron' | 'waarneming'; veld: string; uitleg: string }[];
  /** Columns that are kept as they are. */
  extra: string[];
}

/** Proposes how a table is read: by the names of its columns, and else by what stands in them. */
export function proposeKoppeling(table: KnownTable, options: ProposeOptions): Proposal {
  const { words, items } = options;
  const personal = table.columns.filter(({ name }) => isPersonal(name));
  const assigned = assignColumns(
    table.columns.filter((column) => !personal.includes(column)),
    table.rows,
    options,
  );
  const levering = idOf(table.stem).length > 0 && words.ids.find(idOf(table.stem)) !== undefined ? idOf(table.stem) : 'levering';
  const fieldsOf = (columns: readonly string[]) =>
    columns.flatMap((column) => {
      const profile = assigned.columns.get(column);
      return profile ? [proposeValues(column, profile, words)] : [];
    });
  const attributes = fieldsOf(BRON_ATTRIBUTES);
  const bron = [bronId(assigned, attributes, levering), ...attributes, ...constants(assigned, words)];
  const isSplit = assigned.texts.length > 1;
  const tekst = assigned.texts[0];
  const own = fieldsOf(isSplit ? OWN_FIELDS.filter((column) => column !== 'indicator' && column !== 'item') : OWN_FIELDS);
  const waarneming = [
    ...waarnemingId(assigned, levering),
    ...(isSplit || !tekst
      ? []
      : [
          {
            veld: 'tekst',
            waarde: { kolom: tekst.name },
            uitleg: assigned.textIsSure ? [] : ['NAGAAN: is dit wat er is gezegd, gelezen of gezien?'],
          },
        ]),
    ...own,
  ];
  const used = new Set([...bron, ...waarneming].flatMap(({ waarde }) => waarde.kolommen ?? waarde.kolom ?? []));
  return {
    levering,
    ...(table.blad === undefined ? {} : { blad: table.blad }),
    ...(table.koprij === undefined ? {} : { koprij: table.koprij }),
    overslaan: !isSplit && tekst && tekst.filled < table.rows ? [{ kolom: tekst.name, reden: 'zonder tekst' }] : [],
    negeer: personal.map(({ name }) => ({ kolom: name, reden: 'gaat over een persoon' })),
    bron,
    waarneming,
    waarnemingen: isSplit ? assigned.texts.map((text, index) => question(text, index, items, words)) : [],
    ontbreekt: missing(bron, tekst, words),
    extra: assigned.rest.filter((name) => !used.has(name)),
  };
}

const BRON_ATTRIBUTES = [
  'bron soort',
  'bron perspectief',
  'bron respondenttype',
  'bron datum',
  'bron casus',
  'bron gebieden',
  'bron partij',
  'bron omschrijving',
];
const OWN_FIELDS = ['indicator', 'item', 'strekking', 'verklarende factor', 'vertrouwelijk', 'citeerbaar', 'vastgelegd door'];

/** A column with a number or code, or what tells one bron from another, or one name for the whole table. */
function bronId({ columns }: Assigned, attributes: readonly ProposedField[], levering: string): ProposedField {
  const key = columns.get('bron') ?? columns.get('id');
  if (key) {
    const uitleg = [...(columns.has('bron') ? [] : ['NAGAAN: elke rij geldt als een eigen bron']), ...named(key)];
    return { veld: 'id', waarde: { kolom: key.name, ...before(key, levering) }, uitleg };
  }
  const telling = attributes.flatMap(({ waarde }) => waarde.kolom ?? []);
  const [only, ...more] = telling;
  if (only === undefined) return { veld: 'id', waarde: { vast: levering }, uitleg: ['NAGAAN: de hele tabel geldt als één bron'] };
  const uitleg = ['NAGAAN: er is geen kolom met een nummer of code; rijen die hierin gelijk zijn, gelden als één bron'];
  return {
    veld: 'id',
    waarde:
      more.length > 0
        ? { kolommen: telling, vooraf: `${levering.slice(0, 30)}-` }
        : { kolom: only, vooraf: `${levering.slice(0, 30)}-` },
    uitleg,
  };
}

/** A row that can be told from others is the same one in the next delivery. */
function waarnemingId({ columns }: Assigned, levering: string): ProposedField[] {
  const bron = columns.get('bron');
  const key = columns.get('id') ?? (bron?.isUnique ? bron : undefined);
  return key ? [{ veld: 'id', waarde: { kolom: key.name, ...before(key, levering) }, uitleg: named(key) }] : [];
}

/** A name or a sentence that becomes an id is there for all to read. */
function named({ values }: ColumnProfile): string[] {
  return values.some(looksNamed) ? ['NAGAAN: hierin lijken namen of zinnen te staan; ids komen in git, gebruik een code'] : [];
}

/** Numbers alone mean something in their own table only. */
function before({ values }: ColumnProfile, levering: string): { vooraf?: string } {
  return values.every((value) => /^\d{1,8}$/.test(value)) ? { vooraf: `${levering.slice(0, 30)}-` } : {};
}

/** What is the same for every row, as far as it can be known. */
function constants({ columns, texts }: Assigned, words: Words): ProposedField[] {
  const [gebied, ...more] = words.gebieden.values;
  const soort = texts.length > 1 ? 'vragenlijst' : 'overig';
  return [
    ...(columns.has('bron soort')
      ? []
      : [{ veld: 'soort', waarde: { vast: soort }, uitleg: [`NAGAAN: ${words.bronsoorten.help ?? 'wat voor bron dit is'}`] }]),
    ...(columns.has('bron gebieden') || gebied === undefined || more.length > 0
      ? []
      : [{ veld: 'gebieden', waarde: { vast: gebied }, uitleg: [] }]),
  ];
}

function missing(bron: readonly ProposedField[], tekst: ColumnProfile | undefined, words: Words): Proposal['ontbreekt'] {
  const has = (veld: string) => bron.some((field) => field.veld === veld);
  const needed = [
    { veld: 'perspectief', uitleg: words.perspectieven.help },
    { veld: 'datum', uitleg: 'vast: "2026-02-14", of een kolom' },
    { veld: 'gebieden', uitleg: words.gebieden.help },
  ].filter(({ veld }) => !has(veld));
  return [
    ...needed.map(({ veld, uitleg = 'vast: of kolom:' }) => ({ deel: 'bron' as const, veld, uitleg })),
    ...(tekst
      ? []
      : [{ deel: 'waarneming' as const, veld: 'tekst', uitleg: 'de kolom waarin staat wat er is gezegd, gelezen of gezien' }]),
  ];
}

function question(
  { name }: ColumnProfile,
  index: number,
  items: ProposeOptions['items'],
  words: Words,
): Proposal['waarnemingen'][number] {
  const item = items.find(({ id, tekst }) => same(tekst, name) || same(id, name));
  const indicator = item || !/[./]/.test(name) ? undefined : wordsOf('indicator', words)?.find(name);
  const fields: ProposedField[] = [{ veld: 'tekst', waarde: { kolom: name }, uitleg: [] }];
  if (item) fields.push({ veld: 'item', waarde: { vast: item.id }, uitleg: [] });
  if (indicator) fields.push({ veld: 'indicatoren', waarde: { vast: indicator }, uitleg: [] });
  return { code: `v${index + 1}`, fields };
}

function same(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}

import { didYouMean } from '../diagnostics/suggest.ts';
import { BRON_COLUMNS, type BronColumn } from '../waarneming/columns.ts';
import { readVasteTekst } from './vaste-tekst.ts';

/** What a document may say of its bron: the columns of a bron, and those of its verslag. */
export type Bronveld = BronColumn | 'nummer' | 'levering' | 'status' | 'status sinds';

/** What a document says of its bron. */
export interface BronVelden {
  waarden: Partial<Record<Bronveld, string>>;
  /** Which of its tables says so. */
  tabel?: number;
  /** The row of each field in that table, from 1. */
  rijen: Partial<Record<Bronveld, number>>;
  /** Rows of that table with a name that is none, with what to say of it. */
  onbekend: { rij: number; problem: string }[];
}

/** Where a document may say what its bron is. */
export interface BronPlaatsen {
  tables: readonly (readonly (readonly string[])[])[];
  controls: Readonly<Record<string, string>>;
  properties: Readonly<Record<string, string>>;
}

/** Other names of the fields, without regard to case, and with a space for any sign between words. */
const NAMEN: Readonly<Record<string, Bronveld>> = {
  ...Object.fromEntries(BRON_COLUMNS.map((column) => [column, column])),
  bron: 'id',
  'bron id': 'id',
  gebied: 'gebieden',
  nummer: 'nummer',
  levering: 'levering',
  status: 'status',
  'verslag status': 'status',
  'status verslag': 'status',
  'status sinds': 'status sinds',
};

/** Only a table near the beginning says what the bron is. */
const EERSTE_TABELLEN = 3;

/**
 * What a document says of its bron: in a table of two columns at its beginning, in content controls whose tag begins with `bron`, or
 * in document properties whose name does. What stands in the table goes first.
 */
export function readBronVelden({ tables, controls, properties }: BronPlaatsen): BronVelden {
  const isHint = readVasteTekst('aanwijzing', properties) ?? (() => false);
  const tabel = tables.slice(0, EERSTE_TABELLEN).findIndex(isBronTabel);
  const velden: BronVelden = { waarden: {}, rijen: {}, onbekend: [], ...(tabel < 0 ? {} : { tabel }) };
  for (const [index, row] of (tables[tabel] ?? []).entries())
    takeRow(
      row.map((cell) => (isHint(cell) ? '' : cell)),
      index + 1,
      velden,
    );
  for (const list of [controls, properties]) {
    for (const [name, value] of Object.entries(list)) {
      const veld = prefixed(name);
      if (veld !== undefined && value.trim() !== '' && !isHint(value)) velden.waarden[veld] ??= value.trim();
    }
  }
  return velden;
}

/**
 * The fields with the number of the bron as the end of its id: every copy of a form is another bron. The id that a form came with is
 * none by itself.
 */
export function withNummer({ waarden: { nummer, ...waarden }, ...velden }: BronVelden, vooraf?: string): BronVelden {
  const { id, ...others } = waarden;
  if (id !== undefined && nummer !== undefined) return { ...velden, waarden: { ...others, id: `${id}-${nummer.toLowerCase()}` } };
  return { ...velden, waarden: id === vooraf ? others : waarden };
}

/** Two columns, of which the left has the names of at least two fields, one of them that of the bron itself. */
function isBronTabel(rows: readonly (readonly string[])[]): boolean {
  const names = rows.map((row) => (row.length === 2 ? fieldOf(row[0] ?? '') : undefined));
  return names.includes('id') && new Set(names.filter((name) => name !== undefined)).size >= 2;
}

function takeRow(row: readonly string[], rij: number, velden: BronVelden): void {
  const [name = '', ...values] = row;
  const value = values.join('\n').trim();
  const veld = fieldOf(name);
  // The title of the table.
  if (rij === 1 && veld === 'id' && value === '') return;
  if (veld === undefined && (name.trim() !== '' || value !== '')) velden.onbekend.push({ rij, problem: unknown(name) });
  if (veld === undefined || value === '') return;
  velden.waarden[veld] ??= value;
  velden.rijen[veld] ??= rij;
}

function unknown(name: string): string {
  return `'${name.trim()}' is geen veld van een bron${didYouMean(name.trim(), Object.keys(NAMEN))}`;
}

function fieldOf(name: string): Bronveld | undefined {
  const plain = key(name);
  return Object.hasOwn(NAMEN, plain) ? NAMEN[plain] : undefined;
}

/** Other programs keep tags and properties of their own: only what begins with “bron” is meant for us. */
function prefixed(name: string): Bronveld | undefined {
  const plain = key(name);
  return plain === 'bron' || plain === 'bron id'
    ? 'id'
    : plain.startsWith('bron ')
      ? fieldOf(plain.slice('bron '.length))
      : undefined;
}

function key(name: string): string {
  return name
    .replace(/[\s:_.-]+/g, ' ')
    .trim()
    .toLowerCase();
}

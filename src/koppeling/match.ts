import { type Diagnostic, error, info } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { KoppelingBestand } from '../schema/generated/types.ts';
import { toPointer } from '../source/pointer.ts';
import { headerKey } from '../tabel/records.ts';
import { cellAt, type Table } from '../tabel/table.ts';
import { short } from '../waarneming/word-list.ts';
import { allFields, sourcesOf } from './fields.ts';
import { isPersonal } from './persons.ts';

/** What tsd writes beside the rows that it puts aside: which levering they belong to, and why. */
export const ASIDE = { levering: 'tsd-levering', reden: 'tsd-reden' } as const;

/** A table to be read with a koppeling. */
export interface ForeignTable extends Pick<Table, 'headers' | 'sheet' | 'headerRow'> {
  /** As messages show it. */
  file: string;
  /** It comes from the quarantaine: what the koppeling ignores was left out there. */
  aside: boolean;
}

/** A koppeling as it was read; `file` as messages show it. */
export interface KoppelingFile {
  file: string;
  value: KoppelingBestand;
}

/** The columns of a table as a koppeling sees them. */
export interface Matched {
  /** The name that a column of the koppeling has in this table. */
  nameOf(column: string): string;
  /** The columns of which the koppeling says nothing, in order. */
  extra: string[];
  /** Columns that are not there, and columns about persons that are not ignored: with any of these no row can be read. */
  diagnostics: Diagnostic[];
}

/** The columns that a koppeling speaks of, each once: by these the header row is found. */
export function columnsOf(koppeling: KoppelingBestand): string[] {
  return [...new Set(mentions(koppeling).map(({ column }) => column))];
}

/** Holds the columns of a koppeling against those of a table. */
export function matchColumns({ file, value }: KoppelingFile, table: ForeignTable): Matched {
  const names = table.headers.map(({ name }) => name);
  const exact = new Set(names);
  const loose = new Map([...names].reverse().map((name) => [headerKey(name), name]));
  const find = (column: string) => (exact.has(column) ? column : loose.get(headerKey(column)));
  const missing = mentions(value).filter(({ column, ignored }) => find(column) === undefined && !(ignored && table.aside));
  const used = new Set(mentions(value).map(({ column }) => find(column)));
  const aside: readonly string[] = Object.values(ASIDE);
  const extra = names.filter((name) => !used.has(name) && !aside.includes(name));
  return {
    nameOf: (column) => find(column) ?? column,
    extra: extra.filter((name) => !isPersonal(name)),
    diagnostics: [
      ...missing.map((mention) => missingColumn(mention, file, table)),
      ...extra.filter(isPersonal).map((name) => personal(name, table)),
    ],
  };
}

/** Says once which columns of a table are kept as they are, or are not taken over at all. */
export function unmapped({ extra }: Matched, { file }: ForeignTable, kept: boolean): Diagnostic[] {
  if (extra.length === 0) return [];
  const many = extra.length === 1 ? 'deze kolom staat' : `deze ${extra.length} kolommen staan`;
  const message = `${many} niet in de koppeling: ${extra.join(', ')}`;
  const what = kept ? 'wat erin staat, wordt bij elke waarneming bewaard onder extra' : 'wat erin staat, wordt niet overgenomen';
  return [
    info('koppeling/niet-gekoppeld', `${message}; ${what}`, {
      file,
      help: 'zet een kolom die niet mag worden bewaard, met de reden bij negeer',
    }),
  ];
}

/** Says which columns the koppeling leaves out on purpose, and why. */
export function ignored({ value }: KoppelingFile, { file }: ForeignTable): Diagnostic[] {
  const { negeer = [] } = value;
  if (negeer.length === 0) return [];
  const list = negeer.map(({ kolom, reden }) => `${kolom} (${reden})`).join(', ');
  return [info('koppeling/genegeerd', `niet gelezen en nergens bewaard: ${list}`, { file })];
}

interface Mention {
  column: string;
  pointer: string;
  ignored: boolean;
}

function mentions(koppeling: KoppelingBestand): Mention[] {
  const { overslaan = [], negeer = [] } = koppeling;
  return [
    ...overslaan.map(({ kolom }, index) => ({ column: kolom, pointer: `/overslaan/${index}/kolom`, ignored: false })),
    ...negeer.map(({ kolom }, index) => ({ column: kolom, pointer: `/negeer/${index}/kolom`, ignored: true })),
    ...allFields(koppeling).flatMap(({ waarde, pointer }) =>
      sourcesOf(waarde).map((column, index) => ({
        column,
        pointer: `${pointer}${waarde.kolommen ? toPointer(['kolommen', String(index)]) : '/kolom'}`,
        ignored: false,
      })),
    ),
  ];
}

function missingColumn({ column, pointer }: Mention, koppeling: string, { file, headers, sheet }: ForeignTable): Diagnostic {
  const names = headers.map(({ name }) => name);
  const listed = names.slice(0, MOST).map(short).join(', ');
  const near = nearest(column, names);
  const where = sheet === undefined ? file : `${file} › ${sheet}`;
  return error(
    'koppeling/onbekende-kolom',
    `de kolom '${column}' staat niet in ${where}${near === undefined ? '' : `; bedoelt u '${near}'?`}`,
    {
      file: koppeling,
      pointer,
      help:
        names.length === 0
          ? 'de tabel heeft geen kolommen'
          : `de tabel heeft deze kolommen: ${listed}${names.length > MOST ? ' …' : ''}`,
    },
  );
}

const MOST = 30;

function personal(name: string, { file, ...table }: ForeignTable): Diagnostic {
  return error('koppeling/persoonsgegevens', `de kolom '${name}' gaat over een persoon, en wordt nooit bewaard`, {
    file,
    cell: cellAt(table, table.headerRow ?? 1, name),
    help: `zet haar in de koppeling bij negeer, met de reden; om personen uit elkaar te houden, zet u in de tabel een kolom met een code`,
  });
}

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { ingestWaarnemingen } from '../../src/commands/waarnemingen/ingest.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { CSV_COLUMNS } from '../../src/waarneming/columns.ts';

const FIXTURE = join(import.meta.dirname, 'fixtures/onderzoek');

/** A fresh copy of the small onderzoek of these tests. */
export function newOnderzoek(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-waarneming-'));
  cpSync(FIXTURE, folder, { recursive: true });
  return folder;
}

/** Writes a file beside the onderzoek and gives its path. */
export function deliver(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The cells of a row of the flat table that are the same in most tests. */
export const ROW = {
  levering: 'een',
  id: 'a-1',
  bron: 'b1',
  gebied: '',
  indicator: 'op-tijd',
  tekst: 'Ze begonnen pas toen ik 17 was.',
  'bron soort': 'gesprek',
  'bron perspectief': 'burger',
  'bron respondenttype': 'jongere',
  'bron datum': '14-2-2026',
  'bron casus': 'c01',
  'bron gebieden': 'fictiehove',
};

/** A flat CSV table of rows, each a change of `ROW`; with a column for fixed answers when a row has one. */
export function csv(...rows: Partial<Record<string, string>>[]): string {
  const quote = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const columns = CSV_COLUMNS.filter((column) => column !== 'antwoord' || rows.some((row) => 'antwoord' in row));
  const lines = rows.map((row) => columns.map((column) => quote({ ...ROW, ...row }[column as keyof typeof ROW] ?? '')).join(';'));
  return `${[columns.join(';'), ...lines].join('\r\n')}\r\n`;
}

/** What reading in said and counted. */
export interface Ingested {
  gelezen: number;
  toegevoegd: number;
  gewijzigd: number;
  ongewijzigd: number;
  samengevoegd: number;
  afgewezen: number;
  niet_verwerkt: number;
  wijzigingen?: { id: string; velden: { veld: string; oud: unknown; nieuw: unknown }[] }[];
  verdwenen?: Record<string, string[]>;
  terug?: string[];
  quarantaine?: string[];
  ongecodeerd?: string[];
  meldingen: Diagnostic[];
}

/** Reads files in and writes, as the command does, without printing. */
export async function ingest(
  folder: string,
  paths: string[],
  options: {
    levering?: string;
    bron?: string;
    vervang?: boolean;
    neemOver?: boolean;
    partial?: boolean;
    dryRun?: boolean;
    koppeling?: string;
    vandaag?: string;
  } = {},
): Promise<Ingested> {
  const printed: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = ((text: string) => printed.push(text) > 0) as typeof process.stdout.write;
  try {
    await run(() => ingestWaarnemingen(folder, paths, { ...options, versie: '0.0.0' }), { json: true });
  } finally {
    process.stdout.write = write;
    process.exitCode = 0;
  }
  return JSON.parse(printed.join('')) as Ingested;
}

/** The diagnostics as “code place”. */
export function problems({ meldingen }: Ingested): string[] {
  return meldingen.map(({ code, cell }) => [code, cell && `${cell.column ?? ''}${cell.row}`].filter(Boolean).join(' '));
}

/** Every file under the onderzoek with its text, to see that nothing changed. */
export function snapshot(folder: string): Record<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

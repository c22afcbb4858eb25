import { nearest } from '../diagnostics/suggest.ts';
import { parseCsv } from '../tabel/csv.ts';

/** A gemeente that was merged into another. */
export interface Herindeling {
  oudeCode: string;
  oudeNaam: string;
  nieuweCode: string;
  nieuweNaam: string;
  ingangsdatum: string;
}

/** The registers of a framework: for each the names by code, and the mergers. */
export interface Registers {
  lijsten: Map<string, Map<string, string>>;
  herindelingen: Herindeling[];
}

/** The register in which codes stand when an onderzoek names none. */
export const STANDAARDREGISTER = 'gemeenten';

/** Reads a register from its CSV: the names by code, from the columns `gemeentecode` and `naam`. */
export function parseRegister(text: string): Map<string, string> {
  const pairs = parseCsv(text, { expected: ['gemeentecode', 'naam'] }).rows.flatMap(({ cells }): [string, string][] =>
    cells.gemeentecode && cells.naam ? [[cells.gemeentecode, cells.naam]] : [],
  );
  return new Map(pairs);
}

/** Reads the mergers of gemeenten from their CSV. */
export function parseHerindelingen(text: string): Herindeling[] {
  return parseCsv(text, { expected: ['oude_code', 'nieuwe_code'] }).rows.map(({ cells }) => ({
    oudeCode: cells.oude_code ?? '',
    oudeNaam: cells.oude_naam ?? '',
    nieuweCode: cells.nieuwe_code ?? '',
    nieuweNaam: cells.nieuwe_naam ?? '',
    ingangsdatum: cells.ingangsdatum ?? '',
  }));
}

/** What is wrong with a code, as a Dutch clause with the code that was probably meant; nothing when the register has it. */
export function codeProblem(written: string, register: ReadonlyMap<string, string>, registers: Registers): string | undefined {
  if (register.has(written)) return undefined;
  const padded = padCode(written, register);
  const merged = findMerger(written, register, registers);
  if (merged) {
    const { oudeCode, oudeNaam, ingangsdatum, nieuweCode, nieuweNaam } = merged;
    return `${oudeCode} ${oudeNaam} is op ${ingangsdatum} opgegaan in ${nieuweCode} ${nieuweNaam}`;
  }
  const named = padded === undefined ? byName(written, register) : padded;
  const meant = named !== undefined && register.has(named) ? `; bedoelt u ${named} (${register.get(named)})?` : '';
  return `code '${written}' staat niet in het register${meant}`;
}

/** What to do about a code that the register does not have: the code to use instead, or where to look it up. */
export function codeHelp(written: string, name: string, registers: Registers): string {
  const merged = findMerger(written, registers.lijsten.get(name) ?? new Map(), registers);
  return merged ? `gebruik ${merged.nieuweCode}` : `zie framework/registers/${name}.csv`;
}

function findMerger(written: string, register: ReadonlyMap<string, string>, { herindelingen }: Registers) {
  const padded = padCode(written, register);
  return herindelingen.find(({ oudeCode }) => oudeCode === written || oudeCode === padded);
}

/** The code with its letters and leading zeros: `14`, `gm14` and `GM014` are GM0014. */
function padCode(written: string, register: ReadonlyMap<string, string>): string | undefined {
  const [, letters = '', digits] = /^([a-z]{2})?(\d{1,4})$/i.exec(written.trim()) ?? [];
  if (digits === undefined) return undefined;
  const prefix = letters.toUpperCase() || [...register.keys()][0]?.slice(0, 2) || 'GM';
  return `${prefix}${digits.padStart(4, '0')}`;
}

function byName(written: string, register: ReadonlyMap<string, string>): string | undefined {
  const name = nearest(written, register.values());
  return [...register].find(([, value]) => value === name)?.[0];
}

import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { HuisstijlBestand } from '../schema/generated/types.ts';
import type { Lettertype } from './model.ts';
import { STANDAARD } from './standaard.ts';

/** The fonts of documents with their files, in the order in which they are named. */
export function buildLettertype(
  gekozen: HuisstijlBestand['lettertype'],
  bestanden: readonly Uint8Array[],
): { value: Lettertype; diagnostics: Diagnostic[] } {
  if (!gekozen) return { value: STANDAARD.lettertype, diagnostics: [] };
  const { naam, word = naam, bestanden: paths = [] } = gekozen;
  const diagnostics = bestanden.flatMap((bytes, index) => {
    const why = problemOf(bytes, naam);
    if (why === undefined) return [];
    const message = `het lettertype '${paths[index]}' ${why.message}`;
    return [error('huisstijl/lettertype', message, { pointer: `/lettertype/bestanden/${index}`, help: why.help })];
  });
  return { value: { naam, word, bestanden }, diagnostics };
}

function problemOf(bytes: Uint8Array, naam: string): { message: string; help: string } | undefined {
  const font = readFont(bytes);
  const choose = 'kies een lettertype in TrueType of OpenType (.ttf of .otf)';
  if (!font) return { message: 'is geen lettertype dat gelezen kan worden', help: choose };
  if (!font.names.includes(naam)) return { message: `heet ${quoted(font.names)}`, help: `schrijf bij naam hoe het heet` };
  if (font.isRestricted)
    return {
      message: 'mag van de maker niet in een document worden gezet',
      help: 'kies een ander lettertype, of laat bestanden weg',
    };
  return undefined;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(' of ');
}

interface Font {
  /** What its family is called. */
  names: string[];
  /** The maker forbids that it is put into a document (`fsType` of OS/2). */
  isRestricted: boolean;
}

const VERSIONS: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);
const NEEDED = ['cmap', 'head', 'hmtx', 'name'];
const RESTRICTED = 0x0002;
/** The ids of names: of a family, and of a family with all its weights. */
const FAMILY: ReadonlySet<number> = new Set([1, 16]);

function readFont(bytes: Uint8Array): Font | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (!VERSIONS.has(view.getUint32(0))) return undefined;
    const tables = tablesOf(view);
    if (NEEDED.some((name) => !tables.has(name))) return undefined;
    const os2 = tables.get('OS/2');
    const isRestricted = os2 !== undefined && (view.getUint16(os2 + 8) & 0x000f) === RESTRICTED;
    return { names: namesOf(view, tables.get('name') ?? 0), isRestricted };
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function tablesOf(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(entry + offset)));
    const [start, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (start + length <= view.byteLength) tables.set(tag, start);
  }
  return tables;
}

/** The names for Windows, which every font for a computer has. */
function namesOf(view: DataView, table: number): string[] {
  const texts = table + view.getUint16(table + 4);
  const names = new Set<string>();
  for (let index = 0; index < view.getUint16(table + 2); index++) {
    const entry = table + 6 + index * 12;
    if (view.getUint16(entry) !== 3 || !FAMILY.has(view.getUint16(entry + 6))) continue;
    const start = texts + view.getUint16(entry + 10);
    const codes = Array.from({ length: view.getUint16(entry + 8) / 2 }, (_, at) => view.getUint16(start + at * 2));
    names.add(String.fromCharCode(...codes));
  }
  return [...names];
}

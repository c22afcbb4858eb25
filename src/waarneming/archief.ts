import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { inflateBounded, listZip, writeZip, type ZipEntry } from '../tabel/zip.ts';

/** A file of an onderzoek in an archive, by its path in the onderzoek, with `/`. */
export interface ArchiefBestand {
  pad: string;
  content: Uint8Array;
}

/** How much may be packed, and what may come out of an archive, in bytes. */
export const ARCHIEF_LIMIT = 1 << 30;
/** As many as the ZIP format can count. */
const MOST_FILES = 65_535;

const MANIFEST = 'werkdossier.manifest.yaml';
const FOLDER = 'werkdossier/';

/** Packs a werkdossier with its manifest; the same files give the same bytes. */
export function writeArchief(files: readonly ArchiefBestand[]): Uint8Array {
  return writeZip(files.map(({ pad, content }) => [pad, content] as const));
}

/**
 * Opens an archive without trusting it: only files of a werkdossier and its manifest, no path that leads elsewhere or that
 * another computer reads as a different one, nothing twice, and never more than the limit.
 */
export function openArchief(bytes: Uint8Array, limit = ARCHIEF_LIMIT): Result<ArchiefBestand[]> {
  const refuse = (message: string): Result<ArchiefBestand[]> => ({ value: [], diagnostics: [refused(message)] });
  const entries = listZip(bytes);
  if (!entries) return refuse('de inhoud is geen ZIP-bestand');
  const problem = outsideLimits(entries, limit) ?? archiefProblem(entries.map(({ name }) => name));
  if (problem) return refuse(problem);
  const value: ArchiefBestand[] = [];
  for (const entry of entries) {
    const pieces: Uint8Array[] = [];
    if (inflateBounded(bytes, entry, (piece) => pieces.push(piece)) !== 'ok') return refuse(`'${entry.name}' is beschadigd`);
    value.push({ pad: entry.name, content: Buffer.concat(pieces) });
  }
  return { value, diagnostics: [] };
}

function refused(message: string): Diagnostic {
  const help =
    'dit is geen werkdossier dat met tsd werkdossier pack is ingepakt, of het is onderweg veranderd; vraag het opnieuw';
  return error('werkdossier/archief', message, { help });
}

function outsideLimits(entries: readonly ZipEntry[], limit: number): string | undefined {
  if (entries.length > MOST_FILES) return `er zitten ${entries.length} bestanden in; hoogstens ${MOST_FILES} worden uitgepakt`;
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total <= limit) return undefined;
  return `uitgepakt is het ${megabytes(total)} MB; er wordt hoogstens ${megabytes(limit)} MB uitgepakt`;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

/** Why files with these paths cannot be in one archive, or `undefined`. */
export function archiefProblem(pads: readonly string[]): string | undefined {
  const seen = new Set<string>();
  const folders = new Set(pads.flatMap(foldersOf).map(folded));
  for (const pad of pads) {
    if (pad !== MANIFEST && !pad.startsWith(FOLDER)) return `'${shown(pad)}' hoort niet bij een werkdossier`;
    if (!isPlain(pad)) return `'${shown(pad)}' is geen pad dat op elke computer hetzelfde betekent`;
    if (seen.has(folded(pad)) || folders.has(folded(pad))) return `'${shown(pad)}' staat er meer dan eens in`;
    seen.add(folded(pad));
  }
  return undefined;
}

/** Whether every part of a path is a name, on Windows too. */
function isPlain(pad: string): boolean {
  return pad.split('/').every((part) => !/^$|^\.|[\\:*?"<>|\p{Cc}]|[. ]$/u.test(part) && !RESERVED.test(part));
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function foldersOf(pad: string): string[] {
  const parts = pad.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** A path as a file system sees it that knows no capitals. */
function folded(pad: string): string {
  return pad.normalize('NFC').toLowerCase();
}

/** What cannot be seen, and could steer a screen, is left out of a message. */
function shown(pad: string): string {
  return pad.replace(/\p{C}/gu, '�').slice(0, 120);
}

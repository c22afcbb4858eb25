import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import { inflateBounded, type ZipEntry } from './zip.ts';

const COMMENTS = /(?:^|\/)comments(?:\d*|\/comment\d*)\.xml$/i;
const COMMENT = /<(?:[\w.-]+:)?comment\s[^<>]*?\bref\s*=\s*["']([A-Z]+\d+)["']/g;

/** In characters: enough for thousands of comments. */
const ENOUGH = 4_000_000;
const MOST = 10;

/** Says in which cells of a workbook a comment stands: none is read. Threaded comments leave an ordinary one as well. */
export function reportComments(bytes: Uint8Array, entries: readonly ZipEntry[]): Diagnostic[] {
  const cells = entries.filter(({ name }) => COMMENTS.test(name)).flatMap((entry) => cellsIn(bytes, entry));
  if (cells.length === 0) return [];
  const what = cells.length === 1 ? 'een opmerking bij een cel' : `${cells.length} opmerkingen bij cellen`;
  const rest = cells.length > MOST ? ' …' : '';
  const message = `dit bestand bevat ${what} (${cells.slice(0, MOST).join(', ')}${rest}); ${cells.length === 1 ? 'die is' : 'die zijn'} niet gelezen`;
  return [warning('tabel/xlsx-opmerking', message, { help: 'zet wat mee moet tellen in een cel' })];
}

function cellsIn(bytes: Uint8Array, entry: ZipEntry): string[] {
  const decoder = new TextDecoder('latin1');
  let text = '';
  inflateBounded(bytes, entry, (piece) => {
    if (text.length < ENOUGH) text += decoder.decode(piece, { stream: true });
  });
  return [...text.matchAll(COMMENT)].flatMap((match) => match[1] ?? []);
}

import { stop } from '../diagnostics/stop.ts';
import { exists, readBytes, shownPath } from '../io/files.ts';

/** Stops when a form would be written over a file that holds something else: it may have been filled in. */
export function refuseOverwrite(
  path: string,
  content: Uint8Array | string,
  help = 'geef met --out een andere naam, of haal het eerst weg',
): void {
  if (!exists(path)) return;
  if (Buffer.compare(readBytes(path, Number.POSITIVE_INFINITY), Buffer.from(content)) === 0) return;
  throw stop('io/bestaat-al', 'dit bestand bestaat al; het kan ingevuld zijn', { file: shownPath(path), help });
}

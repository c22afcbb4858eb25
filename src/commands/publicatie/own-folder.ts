import { join } from 'node:path';
import { stop } from '../../diagnostics/stop.ts';
import { exists, isEmptyFolder, isInside, readText, requireFolder, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import { sha256 } from '../../source/fingerprint.ts';

/** The file in a publication that names all others. */
const LIST = 'bestanden.json';

interface Listed {
  pad: string;
  sha256: string;
}

/** The list of the files of a publication, each with its SHA-256, as a file beside them. */
export function fileList(files: readonly { pad: string; content: string | Uint8Array }[]): { pad: string; content: string } {
  const bestanden = files.map(({ pad, content }): Listed => ({ pad, sha256: sha256(content) }));
  return { pad: LIST, content: `${JSON.stringify({ gemaakt_met: 'tsd publicatie build', bestanden }, null, 2)}\n` };
}

/**
 * Stops where a folder cannot become a publication: it lies in the werkdossier, it holds the onderzoek itself, or it is somebody else's,
 * with files and no list of ours.
 */
export function requireOwnFolder(folder: string, onderzoek: string): void {
  refusePlace(folder, onderzoek);
  if (!exists(folder)) return;
  requireFolder(folder);
  if (isEmptyFolder(folder) || readList(folder)) return;
  throw stop('publicatie/vreemde-map', 'deze map is niet leeg en is niet door tsd publicatie build gemaakt', {
    file: shownPath(folder),
    help: 'geef met --out een lege of nieuwe map',
  });
}

/**
 * What an earlier publication left in a folder and a new one does not make, to be removed. Stops where a new file would take the place of
 * one that is not ours.
 */
export function leftovers(folder: string, paths: readonly string[]): FileChange[] {
  const earlier = readList(folder) ?? [];
  const known = new Set([...earlier, LIST]);
  const foreign = paths.find((pad) => !known.has(pad) && exists(join(folder, pad)));
  if (foreign !== undefined)
    throw stop('publicatie/vreemd-bestand', 'dit bestand is niet door tsd publicatie build gemaakt, en zou worden overschreven', {
      file: shownPath(join(folder, foreign)),
      help: 'geef het een andere naam, of geef met --out een andere map',
    });
  const gone = earlier.filter((pad) => !paths.includes(pad) && isOwnPath(pad) && exists(join(folder, pad)));
  return gone.map((pad) => ({ path: join(folder, pad), content: undefined }));
}

function refusePlace(folder: string, onderzoek: string): void {
  const inside = isInside(join(onderzoek, 'werkdossier'), folder);
  if (!inside && !isInside(folder, onderzoek)) return;
  const why = inside ? 'een publicatie hoort niet in het werkdossier' : 'in deze map ligt het onderzoek zelf';
  throw stop('publicatie/plaats', `${why}; er is niets gemaakt`, {
    file: shownPath(folder),
    help: 'geef met --out een eigen map',
  });
}

/** Only what could have been written here is ever removed. */
function isOwnPath(pad: string): boolean {
  return /^(?:[\w-]+\/)*[\w-]+\.[a-z]+$/.test(pad);
}

function readList(folder: string): string[] | undefined {
  const path = join(folder, LIST);
  if (!exists(path)) return undefined;
  try {
    const { gemaakt_met, bestanden } = JSON.parse(readText(path)) as { gemaakt_met?: unknown; bestanden?: unknown };
    if (gemaakt_met !== 'tsd publicatie build' || !Array.isArray(bestanden)) return undefined;
    return bestanden.flatMap((item: unknown) => {
      const pad = typeof item === 'object' && item !== null && 'pad' in item ? item.pad : undefined;
      return typeof pad === 'string' ? [pad] : [];
    });
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

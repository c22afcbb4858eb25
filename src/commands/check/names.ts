import { extname, join } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { listNames, shownPath } from '../../io/files.ts';
import type { ReadOnderzoek } from '../read/onderzoek.ts';

/** The folders of which every file is read. */
const FOLDERS = ['bevindingen', 'oordelen'];
/** The files that are read by their name. */
const SINGLE = /^(?:toetsingskader|instrumenten|verbeterpunten|werkdossier\.manifest)\./;

/** Everything that keeps an onderzoek from being read whole: what is wrong in its files, and files that are not read at all. */
export function readingProblems({ dossier, reading }: ReadOnderzoek): Diagnostic[] {
  return [...reading.diagnostics, ...misnamedFiles(dossier.folder)];
}

/** An error for each file that a person wrote for tsd and that it does not read, because its name ends in `.yml`. */
export function misnamedFiles(folder: string): Diagnostic[] {
  const paths = [
    ...listNames(folder).filter((name) => SINGLE.test(name)),
    ...FOLDERS.flatMap((sub) => listNames(join(folder, sub)).map((name) => join(sub, name))),
  ];
  return paths.filter(isMisnamed).map((path) => {
    const right = path.slice(0, -extname(path).length);
    return error('onderzoek/niet-gelezen', 'dit bestand wordt niet gelezen: de naam moet eindigen op .yaml', {
      file: shownPath(join(folder, path)),
      help: `noem het ${shownPath(join(folder, `${right}.yaml`))}; bestaat dat al, voeg ze dan samen`,
    });
  });
}

function isMisnamed(path: string): boolean {
  return /\.ya?ml$/i.test(path) && extname(path) !== '.yaml';
}

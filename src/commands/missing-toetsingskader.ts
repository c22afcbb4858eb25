import { join } from 'node:path';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { calledAs } from './next-step.ts';

/** What to say where a command needs a toetsingskader and there is none yet: the command that makes one. */
export function missingToetsingskader({ folder }: Dossier): Diagnostic {
  return error('toetsingskader/ontbreekt', 'dit onderzoek heeft nog geen toetsingskader', {
    file: shownPath(join(folder, 'toetsingskader.yaml')),
    help: `kies eerst: tsd kader select ${calledAs(folder)} --format xlsx --out keuzelijst.xlsx`,
  });
}

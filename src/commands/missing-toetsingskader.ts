import { join } from 'node:path';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { Stop } from '../diagnostics/stop.ts';
import { exists, shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { calledAs } from './next-step.ts';

/** What to say where a command needs a toetsingskader and there is none yet: the command that makes one. */
export function missingToetsingskader({ folder }: Dossier): Diagnostic {
  const name = calledAs(folder);
  // A list that lies there may be filled in, or be another's: only reading it tells.
  const listed = ['.', folder].some((place) => exists(join(place, 'keuzelijst.xlsx')));
  const first = listed
    ? `kies eerst; tsd onderzoek status ${name} zegt hoe`
    : `kies eerst: tsd kader select ${name} --format xlsx --out keuzelijst.xlsx`;
  return error('toetsingskader/ontbreekt', 'dit onderzoek heeft nog geen toetsingskader', {
    file: shownPath(join(folder, 'toetsingskader.yaml')),
    help: first,
  });
}

/** Stops a command that needs a toetsingskader where there is none. Every command does so alike: the data is not that far yet. */
export function stopWithoutToetsingskader(dossier: Dossier, before: readonly Diagnostic[] = []): Stop {
  return new Stop([...before, missingToetsingskader(dossier)], 1);
}

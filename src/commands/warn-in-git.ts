import { join } from 'node:path';
import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import { isInside, shownPath } from '../io/files.ts';
import { seenByGit } from '../io/git.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { NOTHING_FILLED_IN } from './waarnemingen/delivery.ts';

/**
 * The warnings about files that were read and that git would take up, with what respondents said in them. A form in which nothing
 * was filled in holds none of that.
 */
export function warnInGit(paths: readonly string[], { folder }: Dossier, diagnostics: readonly Diagnostic[] = []): Diagnostic[] {
  const empty = new Set(diagnostics.flatMap(({ code, file }) => (code === NOTHING_FILLED_IN ? (file ?? []) : [])));
  const werkdossier = join(folder, 'werkdossier');
  return seenByGit(paths.filter((path) => !empty.has(shownPath(path)))).map((path) =>
    warning('waarneming/in-git', 'dit bestand kan in git terechtkomen, met wat respondenten zeiden', {
      file: shownPath(path),
      help: isInside(werkdossier, path)
        ? 'zet werkdossier/ in .gitignore; staat het bestand al in git, haal het er dan uit met git rm --cached'
        : `verplaats het naar ${shownPath(join(werkdossier, 'aangeleverd'))}/ en lees het daar in; die map blijft buiten git`,
    }),
  );
}

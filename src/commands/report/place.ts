import { join, resolve } from 'node:path';
import { stop } from '../../diagnostics/stop.ts';
import { exists, isInside, requireFolder, shownPath } from '../../io/files.ts';
import type { RapportOptions } from '../../rapport/model/options.ts';

/** Where the reports of one command go, and what is said of that. */
export interface Place {
  /** The folder of all reports. */
  folder: string;
  /** The folder that the writer may not leave. */
  base: string;
  /** What stands between the name of a template and the extension, so that a copy still says whom it is for. */
  mark: '' | '.partij' | '.intern';
  /** Whom these reports are for, when that is not everyone. */
  notes: string[];
}

/**
 * The place of reports of a diepte: what respondents said stays in the werkdossier, which is not in git. Stops when `out`
 * is no folder, or would put a report for the team among the files of the onderzoek that others see.
 */
export function reportPlace(onderzoek: string, { diepte }: RapportOptions, out?: string): Place {
  if (out !== undefined && exists(out)) requireFolder(out);
  const werkdossier = join(onderzoek, 'werkdossier');
  const folder = out === undefined ? join(diepte === 'intern' ? werkdossier : onderzoek, 'rapport') : resolve(out);
  if (diepte === 'intern' && isSeenByOthers(onderzoek, folder)) {
    throw stop('rapport/intern-zichtbaar', 'een intern rapport bevat wat respondenten zeiden en hoort niet in deze map', {
      file: shownPath(folder),
      help: `laat --out weg: het komt dan in ${shownPath(join(werkdossier, 'rapport'))}`,
    });
  }
  return { folder, base: out === undefined ? onderzoek : folder, ...MARKS[diepte] };
}

/** Whether a path lies among the files of an onderzoek that others see: in it, and outside the werkdossier. */
export function isSeenByOthers(onderzoek: string, path: string): boolean {
  return isInside(onderzoek, path) && !isInside(join(onderzoek, 'werkdossier'), path);
}

const MARKS: Record<RapportOptions['diepte'], Pick<Place, 'mark' | 'notes'>> = {
  openbaar: { mark: '', notes: [] },
  partij: { mark: '.partij', notes: ['dit is de versie voor de betrokken partijen; publiceer haar niet'] },
  intern: { mark: '.intern', notes: ['dit is de versie voor het team, met wat respondenten zeiden; deel haar niet'] },
};

import { join } from 'node:path';
import { stop } from '../../diagnostics/stop.ts';
import { exists, listFiles, readBytes, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Outcome } from '../outcome.ts';
import { ownTemplates } from '../report/own-templates.ts';
import { findTemplate } from '../report/read-template.ts';

/** What `tsd template new` is asked for. */
export interface NewSjabloon {
  /** The template that is copied. */
  from: string;
}

const NAME = /^[a-z0-9][\w-]{0,59}$/;

/** `tsd template new`: a copy of a template, with the schema of its model and sample data, in `templates/` of one's own. */
export function newSjabloon(naam: string, { from }: NewSjabloon): Outcome {
  if (!NAME.test(naam))
    throw stop('sjabloon/naam', `'${naam}' kan geen naam van een sjabloon zijn`, {
      help: 'neem kleine letters, cijfers en streepjes, zoals mijn-rapport',
    });
  const found = findTemplate(from, '.');
  const folder = ownTemplates('.');
  const target = join(folder, naam);
  if (exists(target))
    throw stop('io/bestaat-al', 'deze map bestaat al', { file: shownPath(target), help: 'kies een andere naam' });
  const files = listFiles(found.folder).map(
    (path): FileChange => ({ path: join(target, path.slice(found.folder.length + 1)), content: readBytes(path) }),
  );
  const shown = shownPath(target);
  return {
    diagnostics: [],
    files,
    base: join(folder, '..'),
    data: { sjabloon: naam, van: found.naam, geschreven: files.map(({ path }) => shownPath(path)) },
    messages: [
      `${shown}: een kopie van '${found.naam}'`,
      `verander de tekst in ${shown}/template.hbs; kijk met tsd template check ${naam} of het klopt, en maak het met --template ${naam}`,
    ],
  };
}

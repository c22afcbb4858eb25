import { extname, join, resolve } from 'node:path';
import { type Stop, stop } from '../../diagnostics/stop.ts';
import { leidraden } from '../../formulier/leidraad.ts';
import { verslagForm } from '../../formulier/verslag-form.ts';
import type { WordScope } from '../../formulier/word-bron.ts';
import type { WordForm } from '../../formulier/word-form.ts';
import { isFolder, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { slug } from '../../source/slug.ts';
import { createWords } from '../../waarneming/words.ts';
import { writeWord } from '../../word/write.ts';
import { calledAs } from '../next-step.ts';
import type { FormRequest, Made } from './form.ts';
import { OTHER_TEAMS } from './form-name.ts';
import { requireLevering } from './levering.ts';

/** The longest name that is made for a levering: the ids of the bronnen begin with it. */
const LONGEST = 40;
/** The longest beginning of the id of a bron (80 characters) that leaves room for a number. */
const LONGEST_BASE = 75;

/** The forms in Word: a gespreksleidraad for each respondenttype, or an empty verslag. */
export async function docxForms(dossier: Dossier, scope: Omit<WordScope, 'levering'>, request: FormRequest): Promise<Made> {
  const { levering: asked, soort = 'gespreksleidraad', out } = request;
  requireLevering(asked, createWords(dossier));
  const levering = asked ?? (slug(scope.gebieden.join(' '), LONGEST) || 'gesprek');
  const forms = soort === 'verslag' ? [verslagForm(dossier, { ...scope, levering })] : leidraden(dossier, { ...scope, levering });
  if (forms.length === 0) throw noItems(dossier, scope);
  for (const { spec } of forms) requireRoom(spec.properties?.['vooraf id'] ?? '');
  const place = placeOf(out, forms, { levering: asked, isChosen: (scope.respondenttypen ?? []).length > 0 });
  const files: (FileChange & { content: Uint8Array })[] = [];
  for (const form of forms) files.push({ path: place(form), content: await writeWord(form.spec) });
  return { files, diagnostics: [], messages: [...told(files, levering), ...nextSteps(dossier, soort)] };
}

function requireRoom(basis: string): void {
  if (basis.length <= LONGEST_BASE) return;
  throw stop('waarneming/levering', `de id van een bron zou te lang worden: '${basis}-1'`, {
    help: 'geef met --levering een kortere naam',
  });
}

/** One file may have any name; more come in a folder, each with its own. */
function placeOf(
  out: string | undefined,
  forms: readonly WordForm[],
  { levering, isChosen }: { levering: string | undefined; isChosen: boolean },
): (form: WordForm) => string {
  const isFile = out !== undefined && !isFolder(out) && extname(out) !== '';
  if (isFile && forms.length > 1)
    throw stop('gebruik/meer-bestanden', `het worden ${forms.length} bestanden: ${forms.map(({ naam }) => naam).join(', ')}`, {
      file: shownPath(resolve(out)),
      help: `geef met --out een map${isChosen ? '' : ', of kies met --respondenttype voor wie het is'}`,
    });
  if (isFile) return () => resolve(out);
  return ({ naam }) => join(resolve(out ?? '.'), `${[naam, ...(levering === undefined ? [] : [levering])].join('-')}.docx`);
}

function told(files: readonly FileChange[], levering: string): string[] {
  return files.map(({ path }) => `het formulier staat in ${shownPath(path)} (levering '${levering}')`);
}

function nextSteps({ folder }: Dossier, soort: NonNullable<FormRequest['soort']>): string[] {
  const each =
    soort === 'verslag'
      ? 'maak per gesprek een kopie, met hetzelfde nummer als de gespreksleidraad'
      : 'maak per gesprek een kopie, en geef elk in de tabel bovenaan een eigen nummer';
  return [each, OTHER_TEAMS, `lees ze ingevuld terug met: tsd waarnemingen ingest ${calledAs(folder)} <bestanden of map>`];
}

function noItems({ folder }: Dossier, { respondenttypen = [] }: Omit<WordScope, 'levering'>): Stop {
  const wie = respondenttypen.length === 0 ? '' : `voor ${respondenttypen.join(', ')} `;
  return stop('waarneming/geen-items', `${wie}staat er nog geen vraag of onderwerp in instrumenten.yaml`, {
    help: `maak ze met tsd kader concretise ${calledAs(folder)}`,
  });
}

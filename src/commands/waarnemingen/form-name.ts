import { basename, extname, join, resolve } from 'node:path';
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { exists, isFolder } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { slug } from '../../source/slug.ts';
import type { FormScope } from '../../waarneming/form-lists.ts';
import { leveringNames } from '../../waarneming/record-levering.ts';
import { createWords } from '../../waarneming/words.ts';
import { requireLevering } from './levering.ts';

/** What a form is called, and where it comes. */
export interface FormName {
  levering: string;
  path: string;
  diagnostics: Diagnostic[];
}

/** What is said with every form. */
export const OTHER_TEAMS = 'geef ieder ander team een eigen formulier, met een andere --levering';

/** The longest name that is made for a levering: the ids in the form begin with it. */
const LONGEST = 60;

/**
 * Names a form: what was asked, else after its file, else after its gebieden and respondenttypen. A name that is made up is
 * never that of another levering or form, because the ids in a form are those of its levering.
 */
export function nameForm(
  dossier: Dossier,
  { format, levering: asked, out }: { format: string; levering?: string | undefined; out?: string | undefined },
  { gebieden, respondenttypen = [] }: FormScope,
): FormName {
  requireLevering(asked, createWords(dossier));
  const folder = resolve(out !== undefined && isFolder(out) ? out : '.');
  const file = out === undefined || isFolder(out) ? undefined : resolve(out);
  const read = leveringNames(dossier.leveringen);
  const after = file === undefined ? [...gebieden, ...respondenttypen].join(' ') : basename(file, extname(file));
  const free = (name: string) =>
    !read.includes(name) &&
    (file !== undefined || !['xlsx', 'csv', 'html', 'xlsform'].some((kind) => exists(defaultPath(folder, name, kind))));
  const levering = asked ?? firstFree(slug(after.replace(/^waarnemingen-/, ''), LONGEST) || 'formulier', free);
  return {
    levering,
    path: file ?? defaultPath(folder, levering, format),
    diagnostics: asked !== undefined && read.includes(asked) ? [readBefore(asked)] : [],
  };
}

function defaultPath(folder: string, levering: string, format: string): string {
  return join(folder, `waarnemingen-${levering}.${format === 'xlsform' ? 'xlsform.xlsx' : format}`);
}

function firstFree(name: string, free: (name: string) => boolean): string {
  let candidate = name;
  for (let next = 2; !free(candidate); next += 1) candidate = `${name}-${next}`;
  return candidate;
}

function readBefore(levering: string): Diagnostic {
  const message = `van levering '${levering}' is al iets ingelezen, en de ids in dit formulier beginnen weer bij het begin`;
  return warning('waarneming/levering-bestaat', message, {
    help: 'vul het formulier van die levering verder in, of geef dit een andere --levering',
  });
}

import type { Dossier } from '../onderzoek/dossier.ts';
import { formLists } from '../waarneming/form-lists.ts';
import type { Vraagkolom } from './inzending-columns.ts';
import { decodeName } from './xform-name.ts';
import { choicesOf, LABEL, shown } from './xlsform.ts';
import { xlsFormModel } from './xlsform-build.ts';
import { fieldOf, type Question } from './xlsform-model.ts';

/** The labels of a form, as they stand in an export that has those instead of names. */
export interface ExportLabels {
  /** The column with this header: the label of a question, after those of its groups or not, and perhaps with one of its choices. */
  kolom(header: string): Vraagkolom | undefined;
  /** The recorded values of the choices of a question, by their labels. */
  keuzes(name: string): ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The labels of an XLSForm of this onderzoek as it is now; those of a narrower form are the same. */
export function exportLabels(dossier: Dossier): ExportLabels {
  const scope = { gebieden: [] };
  const lists = formLists(dossier, scope);
  const kolommen = new Map<string, Vraagkolom>();
  const keuzes = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, label, list } of questionsOf(dossier)) {
    const field = fieldOf(name);
    if (!field) continue;
    const kolom = { name, field, labelled: true };
    kolommen.set(shown(label), kolom);
    if (list === undefined) continue;
    const own = new Map(choicesOf(dossier, lists, list).map((line) => [line[LABEL] ?? '', recordedValue(line.name ?? '')]));
    keuzes.set(name, own);
    for (const [text, keuze] of own) kolommen.set(`${shown(label)}/${text}`, { ...kolom, keuze });
  }
  return { kolom: (header) => endingIn(header, kolommen), keuzes: (name) => keuzes.get(name) ?? NONE };
}

function questionsOf(dossier: Dossier): Question[] {
  const { bron, groups } = xlsFormModel(dossier, { gebieden: [] });
  return [...bron, ...groups.flatMap(({ blocks }) => blocks.flatMap(({ questions }) => questions))];
}

function recordedValue(name: string): string {
  return decodeName(name) ?? name;
}

/** The longest end of a header that is known: before it stand the labels of groups, each with a slash. */
function endingIn<T>(header: string, known: ReadonlyMap<string, T>): T | undefined {
  for (let at = 0; ; ) {
    const found = known.get(header.slice(at));
    const slash = header.indexOf('/', at);
    if (found !== undefined || slash < 0) return found;
    at = slash + 1;
  }
}

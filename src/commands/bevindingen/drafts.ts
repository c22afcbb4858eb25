import { extname, join } from 'node:path';
import { exists, listNames, shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Concept } from '../../onderzoek/status-step.ts';
import { typed } from '../next-step.ts';

/** The folder of the drafts of bevindingen: what respondents said stays in the werkdossier. */
export function conceptFolder({ folder }: Pick<Dossier, 'folder'>): string {
  return join(folder, 'werkdossier', 'concept');
}

/** The name of a draft of the bevindingen on all gebieden, or on some, without its extension. */
export function conceptName(gebieden: readonly string[] = []): string {
  return ['bevindingen', ...gebieden].join('-');
}

/** The drafts that lie there, by their names: they may have been filled in. */
export function draftsOf(dossier: Pick<Dossier, 'folder' | 'onderzoek'>): Concept[] {
  const folder = conceptFolder(dossier);
  const ids = dossier.onderzoek.value.gebieden.map(({ id }) => id);
  return listNames(folder)
    .filter((name) => ['.xlsx', '.yaml', '.docx'].includes(extname(name)))
    .flatMap((name) => {
      const gebieden = gebiedenIn(name.slice(0, -extname(name).length), ids);
      return gebieden.length > 0 ? [{ bestand: typed(shownPath(join(folder, name))), gebieden }] : [];
    });
}

/** A name that no draft has yet, for one beside those that lie there. */
export function freeDraft(path: string): string {
  const stem = path.slice(0, -extname(path).length);
  for (let count = 2; ; count += 1) {
    const next = `${stem}-${count}${extname(path)}`;
    if (!exists(next)) return next;
  }
}

/** The gebieden that the name of a draft names; all of them when it names none. A number at its end makes it another one. */
function gebiedenIn(name: string, ids: readonly string[]): string[] {
  const stem = ids.some((id) => name.endsWith(`-${id}`)) ? name : name.replace(/-\d+$/, '');
  if (stem === conceptName()) return [...ids];
  if (!stem.startsWith(conceptName(['']))) return [];
  return namesIn(stem.slice(conceptName(['']).length), ids) ?? [];
}

/** An id may hold the sign that stands between ids: it is the whole that must come out. */
function namesIn(joined: string, ids: readonly string[]): string[] | undefined {
  for (const id of ids) {
    if (joined === id) return [id];
    const rest = joined.startsWith(`${id}-`) ? namesIn(joined.slice(id.length + 1), ids) : undefined;
    if (rest) return [id, ...rest];
  }
  return undefined;
}

import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { openArchive, type TextArchive } from '../xml/archive.ts';
import type { RefiProject } from './model.ts';
import { PROJECT, partAt, readOthers } from './others.ts';
import { placeSelections } from './places.ts';
import { type RawProject, type RawText, readProject } from './project.ts';

/** Whether the parts of a ZIP file are those of a REFI-QDA project. */
export function isRefiProject(names: readonly string[]): boolean {
  return names.includes(PROJECT);
}

/**
 * Reads a REFI-QDA project (.qdpx), as ATLAS.ti, MAXQDA, NVivo, QualCoder and others write it: leniently, because they differ.
 * What is none, is damaged or goes past the limits is an error without a value. The result can be sent between threads.
 */
export function readRefi(bytes: Uint8Array): Result<RefiProject | undefined> {
  const archive = openArchive(bytes);
  const raw = archive ? readRaw(archive) : 'het is geen ZIP-bestand';
  if (!archive || typeof raw === 'string') return { value: undefined, diagnostics: [damagedRefi(String(raw))] };
  const { others, unseen } = readOthers(archive, raw);
  const project: RefiProject = { name: raw.name, texts: [], left: raw.left, unreadable: [], others, unseen };
  for (const source of raw.texts) {
    const { text, problem } = textOf(archive, source);
    const { name, selections } = source;
    if (text !== undefined) project.texts.push({ name, ...placeSelections(text, selections, raw.origin) });
    else if (selections.length > 0) project.unreadable.push({ name, reason: problem ?? '' });
  }
  return { value: project, diagnostics: [] };
}

function readRaw(archive: TextArchive): RawProject | string {
  const { text, problem } = archive.read(PROJECT);
  return text === undefined ? (problem ?? `onderdeel ${PROJECT} ontbreekt`) : readProject(text);
}

/** Only what lies in the project itself is read: `internal://<name>`, in a folder that is called sources or Sources. */
function textOf(archive: TextArchive, { content, path = '' }: RawText): { text?: string; problem?: string } {
  if (content !== undefined) return { text: content };
  const wanted = partAt(path);
  if (wanted === undefined)
    return { problem: 'de tekst ligt niet in het projectbestand; exporteer het project met de bronnen erin' };
  const name = archive.names.find((part) => part.toLowerCase() === wanted.toLowerCase());
  return name === undefined ? { problem: `onderdeel ${wanted} ontbreekt` } : archive.read(name);
}

function damagedRefi(reason: string): Diagnostic {
  return error('refi/beschadigd', `dit REFI-QDA-project (.qdpx) is niet te lezen: ${reason}`, {
    help: 'exporteer het project opnieuw als REFI-QDA-project, met de bronnen erin',
  });
}

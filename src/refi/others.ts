import type { TextArchive } from '../xml/archive.ts';
import { readOfficeTexts } from '../xml/office-text.ts';
import type { RefiOther } from './model.ts';
import type { RawProject } from './project.ts';

/** The part of a REFI-QDA project that says what is in it. */
export const PROJECT = 'project.qde';

/** The part that a path in a project leads to: `internal://<name>` lies in a folder that is called sources or Sources. */
export function partAt(path: string): string | undefined {
  const inside = /^internal:\/\/\/?([^/\\]+)$/.exec(path)?.[1];
  return inside === undefined ? undefined : `sources/${inside}`;
}

const TEXT = /\.(?:txt|md|csv|html?|rtf|xml|json)$/i;
const OFFICE = /\.(?:docx|xlsx)$/i;
const IN_FILE = 'bestand in het project';

/**
 * Every text in a project that no coding takes up, so that it can be looked through: the project is kept as a whole. What is no
 * text (a PDF, a picture, sound) or cannot be read is counted only.
 */
export function readOthers(archive: TextArchive, { texts, others }: RawProject): { others: RefiOther[]; unseen: number } {
  const coded = texts.filter(({ selections }) => selections.length > 0);
  const taken = new Set([PROJECT, ...coded.map(({ path = '' }) => partAt(path)?.toLowerCase())]);
  const found = [...others];
  for (const { content, selections } of texts)
    if (content !== undefined && selections.length === 0) found.push({ soort: 'tekst zonder codes', text: content });
  let unseen = 0;
  for (const name of archive.names.filter((part) => !part.endsWith('/') && !taken.has(part.toLowerCase()))) {
    const inside = textsIn(archive, name);
    if (inside === undefined) unseen += 1;
    else for (const text of inside) found.push({ soort: IN_FILE, text });
  }
  return { others: found, unseen };
}

function textsIn(archive: TextArchive, name: string): string[] | undefined {
  if (TEXT.test(name)) {
    const { text } = archive.read(name);
    return text === undefined ? undefined : [text];
  }
  const bytes = OFFICE.test(name) ? archive.bytes(name) : undefined;
  return bytes && readOfficeTexts(bytes)?.texts.map(({ text }) => text);
}

import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { openArchive, type TextArchive } from '../xml/archive.ts';
import { damagedWord, explainNoWord, mainPart } from './recognise.ts';

/** Why what was asked for is not read from a Word document; nothing where it is. */
type Refusal = (archive: TextArchive) => Diagnostic | undefined;

/**
 * Reads parts of a Word document, of which the main one has this name. What is none, is damaged, is refused or goes past the limits is an
 * error without a value; `read` gives a text, the Dutch clause that says why it cannot be read.
 */
export function readParts<T extends object>(
  bytes: Uint8Array,
  read: (archive: TextArchive, main: string) => T | string,
  refused: Refusal = () => undefined,
): Result<T | undefined> {
  const archive = openArchive(bytes);
  const main = archive && mainPart(archive.names);
  if (!archive || main === undefined) return without(explainNoWord(bytes, archive?.names));
  const refusal = refused(archive);
  if (refusal) return without(refusal);
  const value = read(archive, main);
  return typeof value === 'string' ? without(damagedWord(value)) : { value, diagnostics: [] };
}

function without(problem: Diagnostic): { value: undefined; diagnostics: Diagnostic[] } {
  return { value: undefined, diagnostics: [problem] };
}

/** Reads one part of a Word document, or gives `none` where it has no such part; a text is the Dutch clause that says why it cannot be read. */
export function readPart<T>(archive: TextArchive, name: string, read: (xml: string) => T | string, none: T): T | string {
  const { text, problem } = archive.read(name);
  if (problem !== undefined) return problem;
  if (text === undefined) return none;
  const value = read(text);
  return typeof value === 'string' ? `in onderdeel ${name}: ${value}` : value;
}

import type { Result } from '../diagnostics/diagnostic.ts';
import { openArchive, type TextArchive } from '../xml/archive.ts';
import { readBody } from './body.ts';
import { type CommentStates, type ReadComment, readCommentStates, readComments } from './comments.ts';
import type { WordComment, WordDocument } from './model.ts';
import { readProperties } from './properties.ts';
import { damagedWord, explainNoWord, mainPart } from './recognise.ts';

const COMMENTS = 'word/comments.xml';
const EXTENDED = 'word/commentsExtended.xml';
const PROPERTIES = 'docProps/custom.xml';

/**
 * Reads a Word document. What is none, is damaged or goes past the limits is an error without a value. The result can be sent
 * between threads.
 */
export function readWord(bytes: Uint8Array): Result<WordDocument | undefined> {
  const archive = openArchive(bytes);
  const main = archive && mainPart(archive.names);
  if (!archive || main === undefined) return { value: undefined, diagnostics: [explainNoWord(bytes, archive?.names)] };
  const read = readParts(archive, main);
  return typeof read === 'string' ? { value: undefined, diagnostics: [damagedWord(read)] } : { value: read, diagnostics: [] };
}

function readParts(archive: TextArchive, main: string): WordDocument | string {
  const body = readPart(archive, main, readBody);
  if (typeof body === 'string') return body;
  const comments = readPart(archive, COMMENTS, readComments);
  if (typeof comments === 'string') return comments;
  const states = readPart(archive, EXTENDED, readCommentStates);
  if (typeof states === 'string') return states;
  const properties = readPart(archive, PROPERTIES, readProperties);
  if (typeof properties === 'string') return properties;
  const { ranges, ...rest } = body ?? { ...EMPTY, ranges: new Map() };
  return { ...rest, comments: (comments ?? []).map(placed(ranges, states)), properties: properties ?? {} };
}

const EMPTY = readBody('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>') as Exclude<
  ReturnType<typeof readBody>,
  string
>;

function readPart<T>(archive: TextArchive, name: string, read: (xml: string) => T | string): T | string | undefined {
  const { text, problem } = archive.read(name);
  if (problem !== undefined) return problem;
  if (text === undefined) return undefined;
  const value = read(text);
  return typeof value === 'string' ? `in onderdeel ${name}: ${value}` : value;
}

function placed(
  ranges: ReadonlyMap<string, { start: number; end: number }>,
  states: CommentStates | undefined,
): (comment: ReadComment, index: number) => WordComment {
  return ({ id, paragraphs, ...comment }, index) => {
    const range = ranges.get(id);
    const isIn = (set: Set<string> | undefined) => paragraphs.some((paragraph) => set?.has(paragraph) ?? false);
    return {
      ...comment,
      number: index + 1,
      reply: isIn(states?.replies),
      resolved: isIn(states?.resolved),
      ...(range ? { range } : {}),
    };
  };
}

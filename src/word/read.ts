import type { Result } from '../diagnostics/diagnostic.ts';
import type { TextArchive } from '../xml/archive.ts';
import { readBody } from './body.ts';
import { type CommentStates, NO_STATES, type ReadComment, readCommentStates, readComments } from './comments.ts';
import type { WordComment, WordDocument } from './model.ts';
import { readPart, readParts } from './parts.ts';
import { readProperties } from './properties.ts';

/**
 * Reads a Word document. What is none, is damaged or goes past the limits is an error without a value. The result can be sent
 * between threads.
 */
export function readWord(bytes: Uint8Array): Result<WordDocument | undefined> {
  return readParts(bytes, partsOf);
}

function partsOf(archive: TextArchive, main: string): WordDocument | string {
  const body = readPart(archive, main, readBody, EMPTY);
  if (typeof body === 'string') return body;
  const comments = readPart(archive, 'word/comments.xml', readComments, []);
  if (typeof comments === 'string') return comments;
  const states = readPart(archive, 'word/commentsExtended.xml', readCommentStates, NO_STATES);
  if (typeof states === 'string') return states;
  const properties = readPart(archive, 'docProps/custom.xml', readProperties, {});
  if (typeof properties === 'string') return properties;
  const { ranges, ...rest } = body;
  return { ...rest, comments: comments.map(placed(ranges, states)), properties };
}

const EMPTY = readBody('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>') as Exclude<
  ReturnType<typeof readBody>,
  string
>;

function placed(
  ranges: ReadonlyMap<string, { start: number; end: number }>,
  states: CommentStates,
): (comment: ReadComment, index: number) => WordComment {
  return ({ id, paragraphs, ...comment }, index) => {
    const range = ranges.get(id);
    const isIn = (set: ReadonlySet<string>) => paragraphs.some((paragraph) => set.has(paragraph));
    return {
      ...comment,
      number: index + 1,
      reply: isIn(states.replies),
      resolved: isIn(states.resolved),
      ...(range ? { range } : {}),
    };
  };
}

import type { Result } from '../diagnostics/diagnostic.ts';
import type { TextArchive } from '../xml/archive.ts';
import { type EditedParagraph, readChanges } from './changes.ts';
import { type CommentStates, NO_STATES, type ReadComment, readCommentStates, readComments } from './comments.ts';
import { macrosIn } from './macros.ts';
import { readPart, readParts } from './parts.ts';
import { readProperties } from './properties.ts';

/** A comment beside the text, by the id that the paragraphs know it by. */
export interface EditedComment extends Pick<ReadComment, 'id' | 'author' | 'date' | 'text'> {
  reply: boolean;
  resolved: boolean;
}

/** A Word document as it was edited: nothing in it is accepted or rejected yet. */
export interface EditedWord {
  paragraphs: EditedParagraph[];
  /** The paragraphs of the footnotes and endnotes. */
  notes: EditedParagraph[];
  comments: EditedComment[];
  properties: Record<string, string>;
}

/** Reads a Word document with its tracked changes. What is none, is damaged, has macros or goes past the limits is an error without a value. */
export function readEdited(bytes: Uint8Array): Result<EditedWord | undefined> {
  return readParts(bytes, partsOf, macrosIn);
}

function partsOf(archive: TextArchive, main: string): EditedWord | string {
  const paragraphs = readPart(archive, main, readChanges, []);
  const notes = readPart(archive, 'word/footnotes.xml', readChanges, []);
  // tsd writes none, but an author may.
  const endnotes = readPart(archive, 'word/endnotes.xml', readChanges, []);
  const comments = readPart(archive, 'word/comments.xml', readComments, []);
  const states = readPart(archive, 'word/commentsExtended.xml', readCommentStates, NO_STATES);
  const properties = readPart(archive, 'docProps/custom.xml', readProperties, {});
  if (typeof paragraphs === 'string') return paragraphs;
  if (typeof notes === 'string') return notes;
  if (typeof endnotes === 'string') return endnotes;
  if (typeof comments === 'string') return comments;
  if (typeof states === 'string') return states;
  if (typeof properties === 'string') return properties;
  return {
    paragraphs,
    notes: [...notes, ...endnotes],
    comments: comments.map((comment) => withState(comment, states)),
    properties,
  };
}

function withState({ paragraphs, ...comment }: ReadComment, { replies, resolved }: CommentStates): EditedComment {
  const isIn = (set: ReadonlySet<string>) => paragraphs.some((paragraph) => set.has(paragraph));
  return { ...comment, reply: isIn(replies), resolved: isIn(resolved) };
}

/** A paragraph of the running text; `start` and `end` are places in the text of the document, in UTF-16 code units. */
export interface WordParagraph {
  start: number;
  end: number;
  /** Which outermost table it stands in, by its order, and in which of its rows, from 1. */
  table?: number;
  row?: number;
}

/** A comment beside the text. */
export interface WordComment {
  /** Its order among the comments of the file, from 1. */
  number: number;
  author: string;
  /** The day it was written, where that is known. */
  date?: string;
  /** Its paragraphs, with a line break between. */
  text: string;
  /** It answers another comment. */
  reply: boolean;
  resolved: boolean;
  /** What it is about; without it, it points at nothing in the running text. An empty range stands at one place. */
  range?: { start: number; end: number };
}

/** What is not the text itself. */
export interface WordCounts {
  /** Tracked insertions, deletions and moves; the text is read as if all were accepted. */
  inserted: number;
  deleted: number;
  moved: number;
  /** Of these nothing is read. */
  footnotes: number;
  pictures: number;
  embedded: number;
}

/** The text of a Word document, as if all tracked changes were accepted, with its comments. */
export interface WordDocument {
  /** The paragraphs with a line break between. */
  text: string;
  paragraphs: WordParagraph[];
  comments: WordComment[];
  /** The outermost tables, as rows of cells. */
  tables: string[][][];
  /** The texts of content controls that were filled in, by tag. */
  controls: Record<string, string>;
  /** Document properties that somebody added, by name. */
  properties: Record<string, string>;
  /** Where the bookmarks of our own begin in the text, by name. */
  bookmarks: Record<string, number>;
  counts: WordCounts;
}

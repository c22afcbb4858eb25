import type { WordParagraph } from './model.ts';

/** A place in the text that is still being read. */
export interface Mark {
  paragraph: OpenParagraph;
  offset: number;
}

interface OpenParagraph {
  text: string;
  table?: number | undefined;
  row?: number | undefined;
  /** Where it begins in the whole text; known at the end. */
  start: number;
}

/**
 * Puts the paragraphs of a document one after another. A text box stands inside a paragraph: its paragraphs come after that one.
 * A paragraph whose mark was deleted goes on in the next.
 */
export class Flow {
  readonly #finished: OpenParagraph[] = [];
  readonly #open: OpenParagraph[] = [];
  readonly #waiting: OpenParagraph[][] = [];
  #continued: OpenParagraph | undefined;

  /** Opens a paragraph, in a row of a table or in none. */
  open(table?: number, row?: number): void {
    const nested = this.#open.length > 0;
    const paragraph = (nested ? undefined : this.#continued) ?? { text: '', start: 0 };
    paragraph.table ??= table;
    paragraph.row ??= row;
    if (!nested) this.#continued = undefined;
    this.#open.push(paragraph);
    this.#waiting.push([]);
  }

  /** Closes a paragraph; `joined`: its end was deleted, so that it goes on in the next. */
  close(joined: boolean): void {
    const paragraph = this.#open.pop();
    const after = this.#waiting.pop() ?? [];
    if (!paragraph) return;
    const outer = this.#waiting.at(-1);
    if (outer) outer.push(paragraph, ...after);
    else if (joined) {
      this.#continued = paragraph;
      this.#finished.push(...after);
    } else this.#finished.push(paragraph, ...after);
  }

  /** Ends a paragraph that would go on in the next, where there is none: at the end of a cell. */
  settle(): void {
    if (this.#continued && this.#open.length === 0) this.#finished.push(this.#continued);
    if (this.#open.length === 0) this.#continued = undefined;
  }

  /** Adds text to the paragraph that is open. */
  add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.text += text;
  }

  /** The place that was reached. Between paragraphs it is the beginning of the next. */
  mark(): Mark {
    const paragraph = this.#open.at(-1);
    if (paragraph) return { paragraph, offset: paragraph.text.length };
    this.#continued ??= { text: '', start: 0 };
    return { paragraph: this.#continued, offset: this.#continued.text.length };
  }

  /** Ends the reading: the text, and a function that gives the place of a mark in it. */
  finish(): { text: string; paragraphs: WordParagraph[]; placeOf(mark: Mark): number } {
    this.settle();
    let start = 0;
    for (const paragraph of this.#finished) {
      paragraph.start = start;
      start += paragraph.text.length + 1;
    }
    return {
      text: this.#finished.map(({ text }) => text).join('\n'),
      paragraphs: this.#finished.map(({ text, table, row, start: from }) => ({
        start: from,
        end: from + text.length,
        ...(table === undefined ? {} : { table }),
        ...(row === undefined ? {} : { row }),
      })),
      placeOf: ({ paragraph, offset }) => paragraph.start + offset,
    };
  }
}

import { sha256 } from '../source/fingerprint.ts';
import { valuesUnder } from '../source/value.ts';
import { inertText } from './inert.ts';
import type { WordDocument } from './model.ts';
import { type Block, textOf } from './spec.ts';

const KEY = 'buiten ';
/** So many marks fit in one property of a document. */
const MARKS = 40;

/**
 * Properties of a document with rooms that say what stands in it outside the rooms, by a short mark of each paragraph: what somebody
 * writes there is not read, and that must not go unseen.
 */
export function outsideProperties(blocks: readonly Block[]): Record<string, string> {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [inertText(textOf(block))] : []));
  const marks = [...new Set(texts.flatMap(markOf))];
  const count = Math.ceil(marks.length / MARKS);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${KEY}${index + 1}`,
      marks.slice(index * MARKS, (index + 1) * MARKS).join(' '),
    ]),
  );
}

/**
 * The paragraphs, from 1, outside the rooms that did not stand there when the document was made; `isRoom` says which tables are rooms.
 * None for a document that does not say what stood there.
 */
export function writtenOutside({ text, paragraphs, properties }: WordDocument, isRoom: (table: number) => boolean): number[] {
  const marks = new Set([...valuesUnder(properties, KEY).values()].flatMap((value) => value.split(' ')));
  if (marks.size === 0) return [];
  return paragraphs.flatMap(({ start, end, table }, index) => {
    if (table !== undefined && isRoom(table)) return [];
    return markOf(text.slice(start, end)).some((mark) => !marks.has(mark)) ? [index + 1] : [];
  });
}

/** A list of one, or empty for what holds no letter or digit; how it is laid out does not count. */
function markOf(text: string): string[] {
  const letters = text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? [] : [sha256(letters).slice(0, 5)];
}

import { plainText } from '../document/build-inline.ts';
import { everyBlock } from '../document/checks.ts';
import type { Document } from '../document/model.ts';

/** What the footnotes of a document say, each paragraph of theirs. */
export function noteTexts({ notes }: Document): string[] {
  return notes.flatMap(({ children }) =>
    everyBlock(children).flatMap((block) =>
      'children' in block && block.type === 'paragraph' ? [plainText(block.children)] : [],
    ),
  );
}

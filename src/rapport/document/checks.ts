import { type Diagnostic, error, type Position } from '../../diagnostics/diagnostic.ts';
import { plainText } from './build-inline.ts';
import type { Block, Document, Inline } from './model.ts';

/**
 * Checks what neither HTML nor PDF would refuse: heading levels, empty headings, and links within the document. `headings` says where
 * those stand in the Markdown, by id.
 */
export function checkDocument(document: Document, headings: ReadonlyMap<string, Position>): Diagnostic[] {
  const blocks = everyBlock([...(document.cover ?? []), ...document.blocks, ...document.notes.flatMap((note) => note.children)]);
  return [...checkHeadings(blocks, headings), ...checkLinks(blocks)];
}

function checkHeadings(blocks: readonly Block[], headings: ReadonlyMap<string, Position>): Diagnostic[] {
  let previous = 0;
  return blocks.flatMap((block) => {
    if (block.type !== 'heading') return [];
    const text = plainText(block.children);
    const skipped = block.level > previous + 1;
    previous = block.level;
    const position = headings.get(block.id);
    const at = position ? { position } : {};
    if (text.trim() === '')
      return [
        error('document/lege-kop', `er staat een kop zonder tekst (niveau ${block.level + 1})`, {
          ...at,
          help: 'schrijf er een tekst achter, of haal de kop weg',
        }),
      ];
    return skipped
      ? [
          error('document/kopniveau', `boven de kop '${text}' ontbreekt een kop van een hoger niveau`, {
            ...at,
            help: 'neem een # minder',
          }),
        ]
      : [];
  });
}

function checkLinks(blocks: readonly Block[]): Diagnostic[] {
  const ids = new Set(blocks.flatMap((block) => ('id' in block && block.id ? [block.id] : [])));
  const targets = blocks.flatMap(inlinesOf).flatMap(linkTargets);
  const broken = [...new Set(targets)].filter((id) => !ids.has(id));
  return broken.map((id) =>
    error('document/verwijzing', `de verwijzing '#${id}' wijst nergens naar`, {
      help: 'pas de verwijzing aan, of geef de kop waar zij naar wijst die naam',
    }),
  );
}

/** Every block of a document, those within others included, in reading order. */
export function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...everyBlock(childrenOf(block))]);
}

function childrenOf(block: Block): Block[] {
  if (block.type === 'list') return block.items.flat();
  if (block.type === 'paragraph' || block.type === 'heading' || !('children' in block)) return [];
  return block.children;
}

function inlinesOf(block: Block): Inline[] {
  if (block.type === 'paragraph' || block.type === 'heading') return block.children;
  return block.type === 'table' ? [...(block.caption ?? []), ...block.head.flat(), ...block.rows.flat(2)] : [];
}

function linkTargets(inline: Inline): string[] {
  const own = inline.type === 'link' && inline.url.startsWith('#') ? [inline.url.slice(1)] : [];
  return 'children' in inline ? [...own, ...inline.children.flatMap(linkTargets)] : own;
}

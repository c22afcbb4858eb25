import type { Block, Document } from './model.ts';

/**
 * A document with its pictures drawn. What draws is only loaded for a document that has one; every format takes the same picture.
 */
export async function drawPictures(document: Document): Promise<Document> {
  if (!document.blocks.some(holdsFigure)) return document;
  const { drawGrafiek } = await import('../../grafiek/draw.ts');
  const drawn = async (block: Block): Promise<Block> => {
    if (block.type === 'grafiek') {
      const picture = await drawGrafiek(block.grafiek);
      return picture ? { ...block, picture } : block;
    }
    if (!holdsFigure(block)) return block;
    if (block.type === 'list') return { ...block, items: await inOrder(block.items, (item) => inOrder(item, drawn)) };
    return { ...block, children: await inOrder(innerBlocks(block), drawn) } as Block;
  };
  return { ...document, blocks: await inOrder(document.blocks, drawn) };
}

function holdsFigure(block: Block): boolean {
  return block.type === 'grafiek' || innerBlocks(block).some(holdsFigure);
}

function innerBlocks(block: Block): Block[] {
  if (block.type === 'list') return block.items.flat();
  if (block.type === 'paragraph' || block.type === 'heading' || !('children' in block)) return [];
  return block.children;
}

async function inOrder<T>(items: readonly T[], change: (item: T) => Promise<T>): Promise<T[]> {
  const changed: T[] = [];
  for (const item of items) changed.push(await change(item));
  return changed;
}

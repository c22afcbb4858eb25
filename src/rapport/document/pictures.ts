import type { Block, Document, Figure } from './model.ts';

/**
 * A document with its pictures drawn. What draws is only loaded for a document that has one; every format takes the same picture.
 */
export async function drawPictures(document: Document): Promise<Document> {
  if (!document.blocks.some(holdsFigure)) return document;
  const { drawGrafiek } = await import('../../grafiek/draw.ts');
  return changeFigures(document, async (figure) => {
    const picture = await drawGrafiek(figure.grafiek);
    return picture ? { ...figure, picture } : figure;
  });
}

/** A document with each of its pictures changed, wherever they stand. */
export async function changeFigures(document: Document, change: (figure: Figure) => Promise<Figure>): Promise<Document> {
  const changed = async (block: Block): Promise<Block> => {
    if (block.type === 'grafiek') return change(block);
    if (!holdsFigure(block)) return block;
    if (block.type === 'list') return { ...block, items: await inOrder(block.items, (item) => inOrder(item, changed)) };
    return { ...block, children: await inOrder(innerBlocks(block), changed) } as Block;
  };
  return document.blocks.some(holdsFigure) ? { ...document, blocks: await inOrder(document.blocks, changed) } : document;
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

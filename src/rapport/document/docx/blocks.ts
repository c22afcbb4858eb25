import { isLegible } from '../../../grafiek/soorten.ts';
import { ImageRun, Paragraph, type XmlComponent } from '../../../word/engine.ts';
import { inertText } from '../../../word/inert.ts';
import type { Alinea, Block, ContentsEntry, Figure, Heading, Inline } from '../model.ts';
import { contentsBlocks } from './contents.ts';
import type { InlineContext } from './inline.ts';
import { listReference } from './lists.ts';
import { type Lead, type Place, paragraphOf } from './paragraphs.ts';
import { STYLE_INDENTS } from './styles.ts';
import { tableBlocks } from './table.ts';

/** What blocks of one document need to know of it. */
export interface BlockContext extends InlineContext {
  contents: readonly ContentsEntry[];
  /** The contents stand on a page of their own. */
  cover: boolean;
  /** Headings that begin a page, by their ids. */
  newPages: ReadonlySet<string>;
}

/** A place in the running text. */
export function runningText({ width }: BlockContext): Place {
  return { style: 'BodyText', left: 0, width, depth: 0 };
}

/** How far each list moves its text in. */
const LIST_STEP = 340;
/** Word has nine levels of lists. */
const DEEPEST = 8;

/** Writes blocks. */
export function blocksOf(blocks: readonly Block[], place: Place, context: BlockContext): XmlComponent[] {
  return blocks.flatMap((block, index) => {
    const gap = needsGap(block, blocks[index + 1]) ? [paragraphOf({ style: 'Tussenruimte', children: [] }, context)] : [];
    return [...blockOf(block, place, context), ...gap];
  });
}

/** Two boxes of a kind under each other would become one in Word, and a callout has no space of its own under it. */
function needsGap({ type }: Block, next: Block | undefined): boolean {
  if (type === 'kader') return next?.type !== 'heading';
  return (type === 'bewijs' || type === 'quote') && next?.type === type;
}

function blockOf(block: Block, place: Place, context: BlockContext): XmlComponent[] {
  if ('id' in block && block.id !== undefined) context.ledger.anchor(block.id);
  switch (block.type) {
    case 'heading':
      return [headingOf(block, context)];
    case 'paragraph':
      return [paragraphOf({ style: place.style, left: place.left, ...startOf(place), ...textOf(block) }, context)];
    case 'table':
      return tableBlocks(block, place, context);
    case 'alinea':
      return alineaBlocks(block, place, context);
    case 'grafiek':
      return figureBlocks(block, place, context);
    case 'list':
      return listBlocks(block, place, context);
    case 'quote':
      return blocksOf(block.children, within('Quote', place), context);
    case 'kader':
      return boxBlocks(block, 'Kader', place, context);
    case 'bewijs':
      return boxBlocks(block, 'Bewijs', place, context);
    case 'colofon':
      return blocksOf(block.children, { ...place, style: 'Colofon' }, context);
    case 'rule':
      return [paragraphOf({ style: 'Scheidingslijn', children: [], left: place.left }, context)];
    case 'contents':
      return [contentsBlocks(context)];
  }
}

/** Twentieths of a point in a pixel of a screen. */
const PIXEL = 15;
/** Numbers of drawings in one document differ; the logo of a huisstijl is the first. */
const AFTER_LOGO = 1;

/** A picture with its words for who does not see it, and its table. What is too large to read is not drawn: words stand for it. */
function figureBlocks(figure: Figure, place: Place, context: BlockContext): XmlComponent[] {
  const { number, title, alt, children, grafiek } = figure;
  const caption: Inline[] = [{ type: 'text', value: `Figuur ${number}. ${title}` }];
  const words = (): XmlComponent =>
    paragraphOf({ style: place.style, left: place.left, children: [{ type: 'text', value: alt }] }, context);
  return [
    paragraphOf({ style: 'Caption', children: caption, keepNext: true }, context),
    ...(isLegible(grafiek) ? drawing(figure, place) : [words()]),
    ...blocksOf(children, place, context),
  ];
}

/** A painted picture, no wider than the text; it stays on the page of its table. */
function drawing({ number, title, alt, picture, png }: Figure, { left, width }: Place): XmlComponent[] {
  if (!picture || !png) return [];
  const share = Math.min(1, width / (picture.width * PIXEL));
  const transformation = { width: Math.round(picture.width * share), height: Math.round(picture.height * share) };
  const altText = {
    id: String(number + AFTER_LOGO),
    name: `Figuur ${number}`,
    title: inertText(title),
    description: inertText(alt),
  };
  const image = new ImageRun({ type: 'png', data: png, transformation, altText });
  return [new Paragraph({ style: 'BodyText', indent: { left }, keepNext: true, children: [image] })];
}

function startOf({ hanging }: Place): { hanging?: number; lead?: Lead } {
  return hanging === undefined ? {} : { hanging, lead: { text: '', tab: true } };
}

type TextBlock = Extract<Block, { type: 'paragraph' }>;

/** A paragraph that is one bold phrase heads what follows it, and so never ends a page. */
function textOf({ children }: TextBlock): { children: TextBlock['children']; keepNext?: boolean } {
  return { children, ...(children.length === 1 && children[0]?.type === 'strong' ? { keepNext: true } : {}) };
}

/** A heading without a number does not hang out into the margin. */
function headingOf({ id, level, number, annex, children }: Heading, context: BlockContext): XmlComponent {
  const label = annex ? `Bijlage ${number} ` : number;
  const hangs = number !== undefined && !annex;
  return paragraphOf(
    {
      style: `Heading${level}`,
      children,
      ...(label === undefined ? {} : { lead: { text: label, style: 'Nummer', tab: hangs } }),
      ...(hangs ? {} : { hanging: 0 }),
      ...(context.newPages.has(id) ? { newPage: true } : {}),
    },
    context,
  );
}

/** Its number hangs out into the margin beside the first line. */
function alineaBlocks({ number, children }: Alinea, place: Place, context: BlockContext): XmlComponent[] {
  const [first, ...rest] = children;
  const lead = { text: String(number), style: 'Alineanummer', tab: true };
  if (first?.type !== 'paragraph') {
    const alone = paragraphOf({ style: 'Alinea', children: [], lead, keepNext: true }, context);
    return [alone, ...blocksOf(children, place, context)];
  }
  return [paragraphOf({ style: 'Alinea', lead, ...textOf(first) }, context), ...blocksOf(rest, place, context)];
}

function within(style: string, place: Place): Place {
  const more = STYLE_INDENTS[style] ?? 0;
  return { style, left: place.left + more, width: place.width - 2 * more, depth: 0 };
}

/** Room to write in is as many empty lines in the box. */
function boxBlocks(
  block: Extract<Block, { type: 'kader' | 'bewijs' }>,
  style: 'Kader' | 'Bewijs',
  place: Place,
  context: BlockContext,
): XmlComponent[] {
  const { title, children } = block;
  const inner = within(style, place);
  const room = 'room' in block ? (block.room ?? 0) : 0;
  const empty = Array.from({ length: room }, () => paragraphOf({ style, left: inner.left, children: [] }, context));
  const titled = (text: string): XmlComponent =>
    paragraphOf({ style: `${style}titel`, left: inner.left, children: [{ type: 'text', value: text }], keepNext: true }, context);
  return [...(title === undefined ? [] : [titled(title)]), ...blocksOf(children, inner, context), ...empty];
}

function listBlocks(
  { ordered, start, items }: Extract<Block, { type: 'list' }>,
  place: Place,
  context: BlockContext,
): XmlComponent[] {
  const running = place.style === 'BodyText' || place.style === 'ListContinue';
  const numbering = {
    reference: listReference(ordered ? start : undefined, context.ledger),
    level: Math.min(place.depth, DEEPEST),
  };
  const left = place.left + LIST_STEP;
  const inner: Place = {
    style: running ? 'ListContinue' : place.style,
    left,
    width: place.width - LIST_STEP,
    depth: place.depth + 1,
    ...(running ? {} : { hanging: LIST_STEP }),
  };
  return items.flatMap((item) => {
    const [first, ...rest] = item;
    const style = running ? (ordered ? 'ListNumber' : 'ListBullet') : place.style;
    const text = first?.type === 'paragraph' ? textOf(first) : { children: [] };
    const head = paragraphOf({ style, numbering, left, hanging: LIST_STEP, ...text }, context);
    return [head, ...blocksOf(first?.type === 'paragraph' ? rest : item, inner, context)];
  });
}

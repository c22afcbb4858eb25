import { dye } from '../../grafiek/dye.ts';
import { writeSvg } from '../../grafiek/svg.ts';
import type { Huisstijl, Papier } from '../../huisstijl/model.ts';
import { STANDAARD } from '../../huisstijl/standaard.ts';
import type { Document, Figure } from './model.ts';
import { blocks as drawBlocks } from './typst/blocks.ts';
import { breaks } from './typst/breaks.ts';
import { colours } from './typst/colours.ts';
import { content } from './typst/content.ts';
import { layout } from './typst/layout.ts';
import { typstStyle } from './typst-style.ts';

/** A Typst source and the JSON that it reads as the input `data`: texts of a document are only ever in the data. */
export interface TypstSource {
  main: string;
  data: string;
}

const readData = '#let data = json(bytes(sys.inputs.data))\n';

// These name things and are never printed.
const notPrinted: ReadonlySet<string> = new Set(['type', 'url', 'id', 'note', 'align', 'datum', 'taal']);

// What a picture was made of; the picture itself is printed.
const leftOut: ReadonlySet<string> = new Set(['grafiek', 'picture']);

/** A row with more text than this may be split over two pages. */
const longRow = 700;

/** Blocks that stay on one page unless they hold more text than `longBlock`, or `longText` when that is one paragraph. */
const keptWhole: ReadonlySet<string> = new Set(['alinea', 'kader', 'bewijs', 'quote']);
const longBlock = 1000;
const longText = 420;

/** Prepares a document for Typst; `print` is applied to every text that reaches the paper. */
export function toTypst(document: Document, print: (text: string) => string, huisstijl: Huisstijl = STANDAARD): TypstSource {
  const { meta, title, cover, blocks, notes } = document;
  const [year, month, day] = meta.datum.split('-').map(Number);
  const noteTexts = Object.fromEntries(notes.map((note) => [note.id, note.children]));
  const prepared = prepare(
    { meta, title, cover: cover ?? null, blocks, notes: noteTexts },
    { print, huisstijl, seen: new Set() },
  );
  const data = JSON.stringify({ ...(prepared as object), date: { year, month, day }, stijl: typstStyle(huisstijl, meta, print) });
  return { main: readData + breaks + colours + drawBlocks + content + layout, data };
}

interface Preparation {
  print(text: string): string;
  huisstijl: Huisstijl;
  /** Footnotes that were referred to: only the first reference prints the note. */
  seen: Set<string>;
}

function prepare(value: unknown, preparation: Preparation): unknown {
  if (Array.isArray(value)) return value.map((item) => prepare(item, preparation));
  if (typeof value === 'string') return preparation.print(value);
  if (typeof value !== 'object' || value === null) return value;
  const extra = extraFor(value as Record<string, unknown>, preparation);
  const kept = Object.entries(value).filter(([key]) => !leftOut.has(key));
  const entries = kept.map(([key, item]) => [key, notPrinted.has(key) ? item : prepare(item, preparation)]);
  return { ...Object.fromEntries(entries), ...extra };
}

function extraFor(node: Record<string, unknown>, preparation: Preparation): object {
  const { seen } = preparation;
  if (node.type === 'table')
    return { breakable: JSON.stringify(node.rows).length > longRow * ((node.rows as unknown[]).length || 1) };
  if (typeof node.type === 'string' && keptWhole.has(node.type)) return { breakable: isLong(node.children as unknown[]) };
  if (node.type === 'grafiek') return pictureFor(node as unknown as Figure, preparation);
  if (node.type !== 'noteReference' || typeof node.note !== 'string') return {};
  const first = !seen.has(node.note);
  seen.add(node.note);
  return { first };
}

/** The width of text on each paper, in points; on A4 and letter every picture fits. */
const WIDEST: Readonly<Partial<Record<Papier, number>>> = { A5: 323 };

/** A picture as SVG in the colours of the paper, with its width in points. Places where a line of text may end mean nothing in it. */
function pictureFor({ picture }: Figure, { print, huisstijl: { papier, formaat } }: Preparation): object {
  if (!picture) return {};
  const width = Math.min(picture.width * 0.75, WIDEST[formaat] ?? Number.POSITIVE_INFINITY);
  return { svg: print(writeSvg(dye(picture, papier))).replaceAll('\u200b', ''), width };
}

function isLong(children: readonly unknown[]): boolean {
  return textLength(children) > (children.length > 1 ? longBlock : longText);
}

/** How many characters a reader finds in a part of a document. */
function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if ('value' in value && typeof value.value === 'string') return value.value.length;
  return Object.values(value).reduce<number>((total, part) => total + textLength(part), 0);
}

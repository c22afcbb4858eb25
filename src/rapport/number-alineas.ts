import { attribute } from './document/escape.ts';
import { parseMarkdown } from './document/markdown.ts';
import type { MarkdownDirective, MarkdownNode } from './document/tree.ts';

/** What is put around or in the place of lines, by the index of the line. */
interface Edits {
  before: Map<number, string>;
  after: Map<number, string>;
  instead: Map<number, string>;
  /** The new number and place of what had a place before. */
  places: Map<string, { nr: number; id: string }>;
}

/** What has a number of its own or is no text to refer to. */
const UNNUMBERED: ReadonlySet<string> = new Set(['omslag', 'colofon', 'grafiek']);
const TEXTS: ReadonlySet<string> = new Set(['paragraph', 'list', 'blockquote', 'containerDirective']);

/**
 * Gives every paragraph, list, quotation and box of a report a number in the margin, in one series with the oordelen and
 * bevindingen that have one already; what refers to those follows. Tables and pictures keep the number
 * of their caption.
 */
export function numberAlineas(markdown: string): string {
  const lines = markdown.split('\n');
  const edits: Edits = { before: new Map(), after: new Map(), instead: new Map(), places: new Map() };
  let last = 0;
  const next = (): number => ++last;
  for (const node of parseMarkdown(markdown, { directives: true }).children) numberNode(node, lines, edits, next);
  const numbered = lines.flatMap((line, index) => [
    ...given(edits.before.get(index)),
    edits.instead.get(index) ?? line,
    ...given(edits.after.get(index)),
  ]);
  return renumberLinks(numbered.join('\n'), edits.places);
}

function numberNode(node: MarkdownNode, lines: readonly string[], edits: Edits, next: () => number): void {
  if (node.type === 'containerDirective' && node.name === 'alinea') renumber(node, lines, edits, next());
  else if (holdsAlinea(node)) for (const child of childrenOf(node)) numberNode(child, lines, edits, next);
  else if (TEXTS.has(node.type) && !(node.type === 'containerDirective' && UNNUMBERED.has(node.name)))
    wrap(node, lines, edits, next());
}

function holdsAlinea(node: MarkdownNode): boolean {
  return childrenOf(node).some((child) => (child.type === 'containerDirective' && child.name === 'alinea') || holdsAlinea(child));
}

function childrenOf(node: MarkdownNode): MarkdownNode[] {
  return 'children' in node ? node.children : [];
}

/** The opening line of an alinea is written anew; an id that is its number follows it. */
function renumber(node: MarkdownDirective, lines: readonly string[], { instead, places }: Edits, nr: number): void {
  const { start } = linesOf(node, lines);
  const old = node.attributes.id;
  const id = old === undefined || /^alinea-\d+$/.test(old) ? `alinea-${nr}` : old;
  if (old !== undefined) places.set(old, { nr, id });
  const colons = /^\s*:+/.exec(lines[start] ?? '')?.[0] ?? ':::';
  instead.set(start, `${colons}alinea{id="${attribute(id)}" nr="${nr}"}`);
}

function wrap(node: MarkdownNode, lines: readonly string[], { before, after }: Edits, nr: number): void {
  const { start, end } = linesOf(node, lines);
  const inner = lines.slice(start, end + 1).map((line) => /^\s*(:{3,})/.exec(line)?.[1]?.length ?? 0);
  const colons = ':'.repeat(Math.max(2, ...inner) + 1);
  before.set(start, `${colons}alinea{id="alinea-${nr}" nr="${nr}"}`);
  after.set(end, colons);
}

/** Where a node stands, as indices of lines, without the empty lines behind it. */
function linesOf({ position }: MarkdownNode, lines: readonly string[]): { start: number; end: number } {
  const start = (position?.start.line ?? 1) - 1;
  let end = (position?.end.line ?? 1) - 1;
  while (end > start && (lines[end] ?? '').trim() === '') end -= 1;
  return { start, end };
}

/** A link that is only a number is one to an alinea; recorded text has no such link, since its brackets are escaped. */
function renumberLinks(markdown: string, places: Edits['places']): string {
  return markdown.replace(/\[\d+\]\(#([a-z][a-z0-9-]*)\)/g, (link, id: string) => {
    const place = places.get(id);
    return place ? `[${place.nr}](#${place.id})` : link;
  });
}

function given(line: string | undefined): string[] {
  return line === undefined ? [] : [line];
}

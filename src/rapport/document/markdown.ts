import createReader, { type MarkdownIt } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { directives } from './directive.ts';
import { treeOf } from './markdown-nodes.ts';
import type { MarkdownTree } from './tree.ts';

/** What a parser may recognise beyond CommonMark, tables, footnotes and strikethrough. */
export interface MarkdownOptions {
  /** Leaf and container directives (`::naam`, `:::naam`); never text directives, so `14:30` stays text. */
  directives: boolean;
}

// Raw HTML is text here. Reports hold no code blocks, and indented code, fences (which hide the end of a directive) and
// underlined headings would let a stray space or dash change the structure. Footnotes stay where they are written.
const switchedOff = ['html_block', 'html_inline', 'code', 'fence', 'lheading', 'footnote_inline', 'footnote_tail'];

const base = reader();
const withDirectives = reader().use(directives);

// A line that would open or close a directive is made plain text, also where directives were not read.
const noDirectives = { unsafe: [{ atBreak: true, character: ':', after: ':' }] };

const writers = [
  gfmTableToMarkdown({ tablePipeAlign: false }),
  gfmFootnoteToMarkdown(),
  gfmStrikethroughToMarkdown(),
  noDirectives,
];

/** Reads Markdown; nothing in it can fail, and raw HTML is read as text. */
export function parseMarkdown(markdown: string, options: MarkdownOptions): MarkdownTree {
  return treeOf((options.directives ? withDirectives : base).parse(markdown, {}));
}

/** Writes a tree without directives as Markdown that reads back as the same tree. */
export function writeMarkdown(tree: MarkdownTree): string {
  return toMarkdown(tree, { bullet: '-', rule: '*', emphasis: '_', extensions: writers });
}

function reader(): MarkdownIt {
  const md = createReader({ html: false, linkify: false, typographer: false }).use(footnotes).disable(switchedOff);
  // Every address is kept as it was written: what may be linked to is decided where the document is built.
  md.validateLink = () => true;
  md.normalizeLink = (url) => url;
  return md;
}

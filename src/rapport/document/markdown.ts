import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown, gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { directive } from 'micromark-extension-directive';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { MarkdownTree } from './tree.ts';

/** What a parser may recognise beyond CommonMark, tables, footnotes and strikethrough. */
export interface MarkdownOptions {
  /** Leaf and container directives (`::naam`, `:::naam`); never text directives, so `14:30` stays text. */
  directives: boolean;
}

// Raw HTML is text here. Reports hold no code blocks, and indented code, fences (which hide the end of a directive) and
// underlined headings would let a stray space or dash change the structure.
const switchedOff = { disable: { null: ['htmlFlow', 'htmlText', 'codeIndented', 'codeFenced', 'setextUnderline'] } };

const base = {
  read: [gfmTable(), gfmFootnote(), gfmStrikethrough(), switchedOff],
  build: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
};

const withDirectives = {
  read: [...base.read, { flow: directive().flow ?? {} }],
  build: [...base.build, directiveFromMarkdown()],
};

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
  const { read, build } = options.directives ? withDirectives : base;
  return fromMarkdown(markdown, { extensions: read, mdastExtensions: build });
}

/** Writes a tree without directives as Markdown that reads back as the same tree. */
export function writeMarkdown(tree: MarkdownTree): string {
  return toMarkdown(tree, { bullet: '-', rule: '*', emphasis: '_', extensions: writers });
}

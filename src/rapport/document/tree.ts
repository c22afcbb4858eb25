import type { FootnoteDefinition, ListItem, Nodes, Parent, PhrasingContent, Root, RootContent, Table } from 'mdast';

/** Markdown as a syntax tree (mdast): what `markdown.ts` reads and writes. */
export type MarkdownTree = Root;

/** Any node of a Markdown tree. */
export type MarkdownNode = Nodes;

/** A node that stands between blank lines. */
export type MarkdownBlock = RootContent;

/** A node within a line. */
export type MarkdownInline = PhrasingContent;

/** A directive of the dialect, as it is parsed; what the dialect knows is not yet checked. */
export interface MarkdownDirective extends Parent {
  type: 'containerDirective' | 'leafDirective';
  name: string;
  attributes: Readonly<Record<string, string>>;
}

declare module 'mdast' {
  interface RootContentMap {
    directive: MarkdownDirective;
  }
}

export type { FootnoteDefinition, ListItem, Table };

import type { Definition, FootnoteDefinition, ListItem, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';

/** Markdown as a syntax tree (mdast): what `markdown.ts` reads and writes. */
export type MarkdownTree = Root;

/** Any node of a Markdown tree. */
export type MarkdownNode = Nodes;

/** A node that stands between blank lines. */
export type MarkdownBlock = RootContent;

/** A node within a line. */
export type MarkdownInline = PhrasingContent;

/** The directives of the dialect, as they are parsed. */
export type MarkdownDirective = ContainerDirective | LeafDirective;

export type { Definition, FootnoteDefinition, ListItem, Table };

import type { Token } from 'markdown-it';
import type { Nodes, Parent, Table, Text } from 'mdast';
import type { MarkdownTree } from './tree.ts';

type Make = (token: Token) => Nodes;

const holder = (type: string, more: object = {}): Nodes => ({ type, ...more, children: [] }) as unknown as Nodes;
const footnote = ({ meta }: Token): object => ({ identifier: meta?.label, label: meta?.label });
const text = (value: string): Text => ({ type: 'text', value });

/** The node that a token begins; `thead` and `tbody`, which are not here, add nothing of their own. */
const beginnings: Readonly<Record<string, Make>> = {
  paragraph_open: () => holder('paragraph'),
  heading_open: ({ tag }) => holder('heading', { depth: Number(tag.slice(1)) }),
  blockquote_open: () => holder('blockquote'),
  bullet_list_open: () => holder('list', { ordered: false, spread: false }),
  ordered_list_open: (token) => holder('list', { ordered: true, start: Number(token.attrGet('start') ?? 1), spread: false }),
  list_item_open: () => holder('listItem', { spread: false }),
  table_open: () => holder('table', { align: [] }),
  tr_open: () => holder('tableRow'),
  th_open: () => holder('tableCell'),
  td_open: () => holder('tableCell'),
  em_open: () => holder('emphasis'),
  strong_open: () => holder('strong'),
  s_open: () => holder('delete'),
  link_open: (token) => holder('link', { url: String(token.attrGet('href') ?? '') }),
  footnote_reference_open: (token) => holder('footnoteDefinition', footnote(token)),
  leaf_directive_open: ({ meta }) => holder('leafDirective', meta ?? {}),
  container_directive_open: ({ meta }) => holder('containerDirective', meta ?? {}),
};

const leaves: Readonly<Record<string, Make>> = {
  softbreak: () => text('\n'),
  hardbreak: () => ({ type: 'break' }),
  code_inline: ({ content }) => ({ type: 'inlineCode', value: content }),
  hr: () => ({ type: 'thematicBreak' }),
  image: (token) => ({ type: 'image', url: String(token.attrGet('src') ?? ''), alt: token.content }),
  footnote_ref: (token) => ({ type: 'footnoteReference', ...footnote(token) }) as Nodes,
};

/**
 * Makes a syntax tree (mdast) of the tokens of markdown-it. Blocks have the lines that they begin and end on as their
 * position; a column is not known there. A paragraph ends as many columns further as its Markdown is long.
 */
export function treeOf(tokens: readonly Token[]): MarkdownTree {
  const root: MarkdownTree = { type: 'root', children: [] };
  fill(root, tokens, 1);
  return root;
}

/** Adds the nodes of tokens that follow each other to the node that holds them; `line` is where the first one stands. */
function fill(into: Parent, tokens: readonly Token[], line: number): void {
  const open = [into];
  for (const token of tokens) {
    const last = open.at(-1) ?? into;
    if (token.map) line = token.map[0] + 1;
    if (token.nesting === 1) open.push(begin(token, open, line));
    else if (token.nesting === -1) open.pop();
    else if (token.type === 'inline') fillText(last, token, line);
    else add(last, (leaves[token.type] ?? plain)(token), line);
    if (token.type.endsWith('break')) line++;
  }
}

function begin(token: Token, open: readonly Parent[], line: number): Parent {
  const last = open.at(-1) as Parent;
  const make = beginnings[token.type];
  if (token.type === 'th_open') alignColumn(open, token);
  if (token.type === 'paragraph_open' && !token.hidden) loosen(open);
  if (!make) return last;
  const node = add(last, make(token), line);
  if (node.position) node.position.end.line = lastLine(token, line);
  return node as Parent;
}

/** The line that a block ends on; what follows its first line is counted with the block. */
function lastLine({ map }: Token, line: number): number {
  return map?.[1] ?? line;
}

function fillText(holder: Parent, token: Token, line: number): void {
  holder.position = { start: { line, column: 1 }, end: { line: lastLine(token, line), column: 1 + token.content.length } };
  fill(holder, token.children ?? [], line);
}

/** Text that follows text becomes one with it, and empty text is left out. */
function add(holder: Parent, node: Nodes, line: number): Nodes {
  const before = holder.children.at(-1);
  if (node.type === 'text' && before?.type === 'text') before.value += node.value;
  else if (node.type !== 'text' || node.value !== '') holder.children.push(node as Parent['children'][number]);
  node.position = { start: { line, column: 1 }, end: { line, column: 1 } };
  return node;
}

function plain({ content }: Token): Nodes {
  return text(content);
}

function alignColumn(open: readonly Parent[], token: Token): void {
  const table = open.findLast((node): node is Table => node.type === 'table');
  const [, align] = /text-align:(left|right|center)/.exec(String(token.attrGet('style') ?? '')) ?? [];
  table?.align?.push((align as 'left' | 'right' | 'center' | undefined) ?? null);
}

/** A paragraph that stands apart in a list item: what is written again keeps its blank lines. */
function loosen(open: readonly Parent[]): void {
  const [list, item] = open.slice(-2);
  if (item?.type === 'listItem') Object.assign(item, { spread: true });
  if (item?.type === 'listItem' && list?.type === 'list') Object.assign(list, { spread: true });
}

import type { MarkdownIt, StateBlock, Token } from 'markdown-it';

/** What the tokens of a directive say of it. */
export interface DirectiveMeta {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

interface Opening extends DirectiveMeta {
  /** How many colons it begins with; a container ends at the first line of as many or more. */
  colons: number;
  label: string;
}

// Brackets in the label are escaped or in pairs, such as those of a link; so it ends where its own do.
const directive = /^(:{2,})(\p{L}[\p{L}\p{N}_-]*)(?:\[((?:[^\\[\]]|\\.|\[(?:[^\\[\]]|\\.)*\])*)\])?(?:\{(.*)\})?[ \t]*$/u;
const attribute = /\s*(?:#([^\s#}"'=]+)|([\p{L}_][\p{L}\p{N}_-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))?)(?=\s|$)/uy;

/**
 * Lets markdown-it read directives, as in the generic directive proposal for CommonMark: a line `::naam[tekst]{#id k="v"}`,
 * and `:::naam{…}` with the lines up to `:::` as its content. Their tokens are `leaf_directive_*` and
 * `container_directive_*`. A line that is not well formed stays text.
 */
export function directives(md: MarkdownIt): void {
  md.block.ruler.before('blockquote', 'directive', readDirective, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

function readDirective(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const opening = parseOpening(lineOf(state, start), state.md);
  if (!opening) return false;
  if (silent) return true;
  if (opening.colons === 2) readLeaf(state, start, opening);
  else readContainer(state, start, end, opening);
  return true;
}

function readLeaf(state: StateBlock, line: number, opening: Opening): void {
  state.line = line + 1;
  open(state, 'leaf_directive', line, opening);
  const label = state.push('inline', '', 0);
  label.content = opening.label;
  label.map = [line, line + 1];
  label.children = [];
  state.push('leaf_directive_close', '', -1);
}

function readContainer(state: StateBlock, start: number, end: number, opening: Opening): void {
  const close = closingLine(state, start + 1, end, opening.colons);
  const { lineMax } = state;
  const token = open(state, 'container_directive', start, opening);
  state.lineMax = close;
  state.md.block.tokenize(state, start + 1, close);
  state.lineMax = lineMax;
  state.line = Math.min(close + 1, end);
  token.map = [start, state.line];
  state.push('container_directive_close', '', -1);
}

function open(state: StateBlock, type: string, line: number, { name, attributes }: Opening): Token {
  const token = state.push(`${type}_open`, '', 1);
  token.meta = { name, attributes } satisfies DirectiveMeta;
  token.map = [line, line + 1];
  return token;
}

/** Where a container ends: at its closing line, or where what holds it ends. */
function closingLine(state: StateBlock, from: number, end: number, colons: number): number {
  const closing = new RegExp(`^:{${colons},}[ \\t]*$`);
  for (let line = from; line < end; line++) {
    const outside = !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent;
    if (outside || closing.test(lineOf(state, line))) return line;
  }
  return end;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function parseOpening(line: string, { utils }: MarkdownIt): Opening | undefined {
  if (!line.startsWith('::')) return undefined;
  const [, colons = '', name = '', label, braces = ''] = directive.exec(line) ?? [];
  const attributes = parseAttributes(braces, utils.unescapeAll);
  // A container has no label: its first line could be taken for one.
  if (name === '' || !attributes || (colons.length > 2 && label !== undefined)) return undefined;
  return { colons: colons.length, name, label: label ?? '', attributes };
}

/** Reads `#id naam k=v k="v"`; a value may hold escapes and character references, as in the title of a link. */
function parseAttributes(text: string, decode: (text: string) => string): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  attribute.lastIndex = 0;
  let read = 0;
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    const [, id, key = 'id', double, single, bare = ''] = match;
    attributes[key] = decode(id ?? double ?? single ?? bare);
    read = attribute.lastIndex;
  }
  return text.slice(read).trim() === '' ? attributes : undefined;
}

/** The parts of a parsed Handlebars template that are looked at; lines count from 1, columns from 0. */
export interface TemplateNode {
  type: string;
  loc: { source?: string; start: { line: number; column: number } };
}

/** A run of statements; `blockParams` are the names in `{{#each x as |item|}}`. */
export interface Program extends TemplateNode {
  body: Statement[];
  blockParams?: string[];
}

/** A name with dots: `gebied.naam`, `../titel`, `@index`. */
export interface Path extends TemplateNode {
  type: 'PathExpression';
  data: boolean;
  depth: number;
  parts: string[];
  original: string;
}

/** Something with a helper or a name, values and named values. */
export interface Call extends TemplateNode {
  path: Path | TemplateNode;
  params: Expression[];
  hash?: { type: string; pairs: { key: string; value: Expression }[]; loc: TemplateNode['loc'] };
}

/** `{{naam}}` or `{{helper naam}}`; not escaped when written as `{{{naam}}}` or `{{&naam}}`. */
export interface Mustache extends Call {
  type: 'MustacheStatement';
  escaped: boolean;
}

/** `{{#each …}} … {{else}} … {{/each}}`. */
export interface BlockCall extends Call {
  type: 'BlockStatement';
  path: Path;
  program?: Program;
  inverse?: Program;
}

/** `{{> naam}}`. */
export interface Partial extends TemplateNode {
  type: 'PartialStatement';
  name: Path | TemplateNode;
  params: Expression[];
  hash?: Call['hash'];
}

/** The text of the template itself. */
export interface Content extends TemplateNode {
  value: string;
  /** Before the white space around blocks was taken off. */
  original: string;
}

/** A value: a path, a literal or a helper between parentheses. */
export type Expression = Path | (Call & { type: 'SubExpression' }) | (TemplateNode & { value?: unknown });

/** A statement; other kinds (text, comments) have nothing that is looked at. */
export type Statement = Mustache | BlockCall | Partial | TemplateNode;

/** Whether a node is a name, so not a literal or a helper between parentheses. */
export function isPath(node: TemplateNode): node is Path {
  return node.type === 'PathExpression';
}

/** Whether an expression is a helper between parentheses. */
export function isSubExpression(node: TemplateNode): node is Call & { type: 'SubExpression' } {
  return node.type === 'SubExpression';
}

/** Whether a statement is text of the template itself. */
export function isContent(node: TemplateNode): node is Content {
  return node.type === 'ContentStatement';
}

/** Whether a statement prints something. */
export function isMustache(node: TemplateNode): node is Mustache {
  return node.type === 'MustacheStatement';
}

/** Whether a statement is a block with content. */
export function isBlock(node: TemplateNode): node is BlockCall {
  return node.type === 'BlockStatement';
}

/** Whether a statement includes another file. */
export function isPartial(node: TemplateNode): node is Partial {
  return node.type === 'PartialStatement';
}

/** The name of the helper that a call uses; a name that is given no values is always a field, also when a helper is called so. */
export function helperOf(call: Call): string | undefined {
  const given = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
  return given && isPath(call.path) ? call.path.original : undefined;
}

import {
  type BlockCall,
  type Call,
  type Expression,
  helperOf,
  isBlock,
  isMustache,
  isPartial,
  isSubExpression,
  type Mustache,
  type Path,
  type Program,
  type TemplateNode,
} from './template-tree.ts';

/** The named value by which a helper learns where it was called: `bestand:regel:kolom`. */
export const PLACE = 'tsd-plaats';

/** What the preparation of a template needs to know of the helpers. */
export interface HelperNames {
  all: ReadonlySet<string>;
  /** Those that give Markdown and make what they print inert themselves. */
  markdown: ReadonlySet<string>;
}

/**
 * Makes a checked template safe to run, in place: whatever it prints that is not Markdown already goes through the helper
 * `tekst`, so that nobody has to remember to escape; every call of a helper carries the place where it stands.
 */
export function prepareProgram(program: Program, names: HelperNames): void {
  for (const statement of program.body) {
    if (isMustache(statement)) prepareMustache(statement, names);
    else if (isBlock(statement)) prepareBlock(statement, names);
    else if (isPartial(statement)) for (const value of statement.params) prepareValue(value, names);
  }
}

function prepareMustache(mustache: Mustache, names: HelperNames): void {
  const helper = helperOf(mustache, names.all);
  if (helper !== undefined && names.markdown.has(helper)) {
    prepareCall(mustache, names);
    return;
  }
  const inner = helper === undefined ? mustache.path : subExpression(mustache, names);
  mustache.path = pathTo('tekst', mustache);
  mustache.params = [inner as Expression];
  mustache.hash = placeHash(mustache);
}

function subExpression(mustache: Mustache, names: HelperNames): Call & { type: 'SubExpression' } {
  const { path, params, hash, loc } = mustache;
  const call: Call & { type: 'SubExpression' } = { type: 'SubExpression', path, params, loc, ...(hash ? { hash } : {}) };
  prepareCall(call, names);
  return call;
}

function prepareBlock(block: BlockCall, names: HelperNames): void {
  for (const value of block.params) prepareValue(value, names);
  if (block.program) prepareProgram(block.program, names);
  if (block.inverse) prepareProgram(block.inverse, names);
}

function prepareValue(value: Expression, names: HelperNames): void {
  if (isSubExpression(value)) prepareCall(value, names);
}

function prepareCall(call: Call, names: HelperNames): void {
  for (const value of [...call.params, ...(call.hash?.pairs.map((pair) => pair.value) ?? [])]) prepareValue(value, names);
  const pairs = [...(call.hash?.pairs ?? []), ...placeHash(call).pairs];
  call.hash = { ...placeHash(call), pairs };
}

function placeHash(node: TemplateNode): NonNullable<Call['hash']> {
  const { loc } = node;
  const value = `${loc.source ?? ''}:${loc.start.line}:${loc.start.column + 1}`;
  const literal = { type: 'StringLiteral', value, original: value, loc };
  return {
    type: 'Hash',
    loc,
    pairs: [{ type: 'HashPair', key: PLACE, value: literal, loc } as { key: string; value: Expression }],
  };
}

function pathTo(name: string, { loc }: TemplateNode): Path {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

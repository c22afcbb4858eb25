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

/**
 * Makes a checked template safe to run, in place: whatever it prints that is not Markdown already goes through the helper
 * `tekst`, so that nobody has to remember to escape; every call of a helper carries the place where it stands. `markdown`
 * names the helpers that make what they print inert themselves.
 */
export function prepareProgram(program: Program, markdown: ReadonlySet<string>): void {
  for (const statement of program.body) {
    if (isMustache(statement)) prepareMustache(statement, markdown);
    else if (isBlock(statement)) prepareBlock(statement, markdown);
    else if (isPartial(statement)) for (const value of statement.params) prepareValue(value);
  }
}

function prepareMustache(mustache: Mustache, markdown: ReadonlySet<string>): void {
  const helper = helperOf(mustache);
  if (helper !== undefined && markdown.has(helper)) {
    prepareCall(mustache);
    return;
  }
  const inner = helper === undefined ? mustache.path : subExpression(mustache);
  mustache.path = pathTo('tekst', mustache);
  mustache.params = [inner as Expression];
  mustache.hash = placeHash(mustache);
}

function subExpression(mustache: Mustache): Call & { type: 'SubExpression' } {
  const { path, params, hash, loc } = mustache;
  const call: Call & { type: 'SubExpression' } = { type: 'SubExpression', path, params, loc, ...(hash ? { hash } : {}) };
  prepareCall(call);
  return call;
}

function prepareBlock(block: BlockCall, markdown: ReadonlySet<string>): void {
  for (const value of block.params) prepareValue(value);
  if (block.program) prepareProgram(block.program, markdown);
  if (block.inverse) prepareProgram(block.inverse, markdown);
}

function prepareValue(value: Expression): void {
  if (isSubExpression(value)) prepareCall(value);
}

function prepareCall(call: Call): void {
  for (const value of [...call.params, ...(call.hash?.pairs.map((pair) => pair.value) ?? [])]) prepareValue(value);
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

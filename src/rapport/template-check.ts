import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { lineAfter, placeAfter } from './template-place.ts';
import { findField, isFreeText, itemsOf, type Scope, scopeWithin } from './template-scope.ts';
import {
  type BlockCall,
  type Call,
  type Expression,
  helperOf,
  isBlock,
  isContent,
  isMustache,
  isPartial,
  isPath,
  isSubExpression,
  type Mustache,
  type Partial,
  type Path,
  type Program,
  type TemplateNode,
} from './template-tree.ts';

/** The blocks of Handlebars that a template may use. */
const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/** What to do about a text that could get out of its place. */
export const SAFE_PLACES =
  'gebruik {{attribuut …}} tussen de aanhalingstekens van een directive, {{blok …}} voor alinea’s en {{verwijzing …}} voor een verwijzing; tussen backticks kan geen veld staan';

/** What a template is checked against. */
export interface TemplateRules {
  /** The names of the helpers that give a value or Markdown. */
  helpers: ReadonlySet<string>;
  /** The other files of the template, parsed, by name. */
  partials: ReadonlyMap<string, Program>;
}

/**
 * Checks a parsed template: nothing is printed raw or where a text could get out of its place, helpers and partials exist, every
 * field exists in the report model at the place where it is named. A partial is checked with the model of the place that includes it.
 */
export function checkTemplate(program: Program, scope: Scope, rules: TemplateRules): Diagnostic[] {
  const found: Diagnostic[] = [];
  checkProgram(program, scope, { ...rules, including: [], line: { text: '' }, report: (diagnostic) => found.push(diagnostic) });
  const seen = new Set<string>();
  return found.filter((item) => {
    const key = JSON.stringify(item);
    return !seen.has(key) && seen.add(key);
  });
}

interface Checking extends TemplateRules {
  /** The partials that are being checked, outermost first. */
  including: readonly string[];
  /** What stands before, on the line that is printed; what a field prints there is one character. */
  line: { text: string };
  report(diagnostic: Diagnostic): void;
}

function checkProgram(program: Program, scope: Scope, checking: Checking): void {
  for (const statement of program.body) {
    if (isContent(statement)) checking.line.text = lineAfter(checking.line.text, statement.value);
    else if (isMustache(statement)) checkMustache(statement, scope, checking);
    else if (isBlock(statement)) checkBlock(statement, scope, checking);
    else if (isPartial(statement)) checkPartial(statement, scope, checking);
    else if (statement.type !== 'CommentStatement')
      complain(statement, checking, 'sjabloon/niet-toegestaan', 'decorators en blokken met > of * kunnen hier niet');
  }
}

function checkMustache(mustache: Mustache, scope: Scope, checking: Checking): void {
  if (!mustache.escaped) {
    const help = 'schrijf {{…}} in plaats van {{{…}}} of {{&…}}';
    complain(mustache, checking, 'sjabloon/onbewerkt', 'tekst onbewerkt afdrukken kan niet', help);
  }
  if (helperOf(mustache)) checkCall(mustache, scope, checking);
  else if (isPath(mustache.path)) checkPrinted(mustache.path, scope, checking);
  checkPlace(mustache, scope, checking);
  checking.line.text += '·';
}

/** In an attribute and in an address not every text is inert, however it is escaped for the lines around them. */
function checkPlace(mustache: Mustache, scope: Scope, checking: Checking): void {
  const place = placeAfter(checking.line.text);
  const helper = helperOf(mustache);
  if (place === 'tekst' || helper === 'nummer' || (place === 'aanhalingstekens' && helper === 'attribuut')) return;
  if (helper === undefined && (!isPath(mustache.path) || isFixed(mustache.path, scope))) return;
  const what = helper ? `{{${helper} …}} afdrukt` : `er in het veld '${lastPart(mustache.path)}' staat`;
  complain(mustache, checking, 'sjabloon/onveilig', `wat ${what}, kan hier het document veranderen`, SAFE_PLACES);
}

/** Whether a field holds no words that somebody wrote; one that does not exist is told already. */
function isFixed(path: Path, scope: Scope): boolean {
  const { field } = findField(path, scope);
  return !field || (field.type !== undefined && field.type !== 'string') || !isFreeText(field, lastPart(path));
}

function lastPart(path: Path | TemplateNode): string {
  return isPath(path) ? (path.parts.at(-1) ?? path.original) : '';
}

function checkPrinted(path: Path, scope: Scope, checking: Checking): void {
  const { field, problem } = findField(path, scope);
  if (problem) complain(path, checking, 'sjabloon/onbekend-veld', problem);
  if (field?.type !== 'object' && field?.type !== 'array') return;
  const what = field.type === 'array' ? 'een lijst; gebruik {{#each …}} of {{lijst …}}' : 'een blok met velden; noem er een van';
  complain(path, checking, 'sjabloon/geen-tekst', `'${path.original}' is ${what}`);
}

function checkCall(call: Call, scope: Scope, checking: Checking): void {
  const name = helperOf(call);
  if (name !== undefined && !checking.helpers.has(name)) {
    const message = `de helper '${name}' bestaat niet${didYouMean(name, checking.helpers)}`;
    complain(call, checking, 'sjabloon/onbekende-helper', message);
  }
  for (const value of valuesOf(call)) checkExpression(value, scope, checking);
}

function checkExpression(value: Expression, scope: Scope, checking: Checking): void {
  if (isSubExpression(value)) checkCall(value, scope, checking);
  if (!isPath(value)) return;
  const { problem } = findField(value, scope);
  if (problem) complain(value, checking, 'sjabloon/onbekend-veld', problem);
}

function checkBlock(block: BlockCall, scope: Scope, checking: Checking): void {
  const name = block.path.original;
  if (!BLOCKS.has(name)) {
    complain(block, checking, 'sjabloon/onbekend-blok', `het blok '${name}' bestaat niet${didYouMean(name, BLOCKS)}`);
    return;
  }
  for (const value of valuesOf(block)) checkExpression(value, scope, checking);
  const { line } = checking;
  const before = line.text;
  if (block.program) checkProgram(block.program, innerScope(block, scope, checking), checking);
  const after = line.text;
  line.text = before;
  if (block.inverse) checkProgram(block.inverse, scope, checking);
  // Of two ways to come here the one counts after which less can stand.
  if (placeAfter(after) !== 'tekst') line.text = after;
}

function innerScope(block: BlockCall, scope: Scope, checking: Checking): Scope {
  const [subject] = block.params;
  if (!subject || !isPath(subject) || ['if', 'unless'].includes(block.path.original)) return scope;
  const { field } = findField(subject, scope);
  if (!field) return scopeWithin(scope, {});
  const inner = block.path.original === 'with' ? field : itemsOf(field);
  if (!inner) complain(subject, checking, 'sjabloon/geen-lijst', `'${subject.original}' is geen lijst`);
  return scopeWithin(scope, inner ?? {}, block.program?.blockParams?.[0]);
}

function checkPartial(partial: Partial, scope: Scope, checking: Checking): void {
  const name = isPath(partial.name) ? partial.name.original : '';
  const program = checking.partials.get(name);
  if (partial.hash?.pairs.length)
    complain(partial, checking, 'sjabloon/niet-toegestaan', 'een deel krijgt geen eigen waarden mee; gebruik {{#with …}}');
  if (!program) {
    const message = `het deel '${name}' bestaat niet${didYouMean(name, checking.partials.keys())}`;
    complain(partial, checking, 'sjabloon/onbekend-deel', message, `er hoort een bestand ${name}.hbs in de map van het sjabloon`);
  } else if (checking.including.includes(name)) {
    complain(partial, checking, 'sjabloon/kring', `het deel '${name}' neemt zichzelf op`);
  } else {
    const including = [...checking.including, name];
    checkProgram(program, partialScope(partial, scope, checking), { ...checking, including });
  }
}

function partialScope({ params: [subject] }: Partial, scope: Scope, checking: Checking): Scope {
  if (!subject) return scope;
  checkExpression(subject, scope, checking);
  const found = isPath(subject) ? findField(subject, scope).field : undefined;
  return scopeWithin(scope, found ?? {});
}

function valuesOf(call: Call): Expression[] {
  return [...call.params, ...(call.hash?.pairs.map(({ value }) => value) ?? [])];
}

function complain(node: TemplateNode, { report }: Checking, code: string, message: string, help?: string): void {
  const { source, start } = node.loc;
  const position = { line: start.line, column: start.column + 1 };
  report(error(code, message, { ...(source ? { file: source } : {}), position, ...(help ? { help } : {}) }));
}

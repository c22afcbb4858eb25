import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** Where an error takes its advice from whoever calls, so that it does not stand in the call itself. */
const ELSEWHERE = ['commands/werkdossier/secret.ts: werkdossier/wachtwoord', 'diagnostics/stop.ts: code'];

/** The text of a call, with that of the constant that it takes its place and advice from, if it does. */
function saidIn(call: ts.CallExpression, source: ts.SourceFile): string {
  const name = call.arguments[2]?.getText() ?? '';
  const constant = /^\w+$/.test(name) ? new RegExp(`const ${name} = [^;]*;`).exec(source.text)?.[0] : undefined;
  return call.getText() + (constant ?? '');
}

/** Every call of `error` or `stop` without advice, as `file: code`. */
function withoutAdvice(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(join(SRC, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:error|stop)$/.test(node.expression.getText()) && !/help/i.test(saidIn(node, source)))
      found.push(`${path}: ${node.arguments[0]?.getText().replaceAll("'", '')}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('every error', () => {
  test('says what to do', () => {
    const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.d)\.ts$/.test(path));
    const found = paths.map((path) => path.replaceAll('\\', '/')).flatMap(withoutAdvice);
    expect([...new Set(found)].sort()).toEqual(ELSEWHERE);
  });
});

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import validators from './generated/validators-context.js';
import { messageFor, type SchemaProblem } from './messages.ts';

/** The name of a built-in report model, as `templates/<name>/context.schema.json` describes it. */
export type ContextName = keyof typeof validators extends `context-${infer Name}` ? Name : never;

/** Checks a report model against the context of a built-in template: a problem is a bug in tsd, not in anyone's data. */
export function validateContext(name: ContextName, model: unknown): Diagnostic[] {
  const check = validators[`context-${name}`];
  return check(model) ? [] : ((check.errors ?? []) as SchemaProblem[]).map(messageFor);
}

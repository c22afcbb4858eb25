import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { createGuard, type PrivacyGuard } from '../privacy/guard.ts';
import type { At } from './delivered.ts';

/** What is wrong with a text: with an error it may not be recorded. */
export interface TextProblem {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  help: string;
  /** The offset at which it begins, for personal data. */
  from?: number;
}

// Line breaks and tabs are text; all other control characters, and half of a character (a lone surrogate), are not.
const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/;
const REFUSED = /[\0-\x08\x0b-\x1f\x7f-\x9f\p{Surrogate}]/u;

/** What nearly every text gives. */
const NOTHING: TextProblem[] = [];

/** The strictest guard: no setting and no name is known. */
const STRICT = createGuard(undefined);

/**
 * Says what is wrong with a text that is to be recorded in a file: a control character or half a character, or personal data,
 * which is an error or a warning by the settings of the repository. `label` is the heading that it stands under.
 */
export function textProblems(text: string, guard: PrivacyGuard = STRICT, file?: string, label?: string): TextProblem[] {
  const char = SUSPECT.test(text) ? REFUSED.exec(text)?.[0] : undefined;
  if (char !== undefined) return [badCharacter(char)];
  const problems = guard.judge(text, { file, label });
  if (problems.length === 0) return NOTHING;
  return problems.map(({ finding, ...problem }) => ({ ...problem, from: finding.from }));
}

/** Says what is wrong with a name that is recorded together with what it is called after: `what`, as “de naam van dit blad”. */
export function nameProblems(name: string, what: string, at: At, guard?: PrivacyGuard): Diagnostic[] {
  return textProblems(name, guard).map(({ code, severity, message, help }) => {
    const make = severity === 'error' ? error : warning;
    return make(code, `in ${what}: ${message}`, { ...at, help });
  });
}

/** The first reason why a text may not be recorded, by the strictest settings; `undefined` when there is none. */
export function textProblem(text: string): TextProblem | undefined {
  return textProblems(text).find(({ severity }) => severity === 'error');
}

function badCharacter(char: string): TextProblem {
  const name = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const half = char >= '\ud800';
  return {
    severity: 'error',
    code: half ? 'waarneming/half-teken' : 'waarneming/besturingsteken',
    message: half ? `hier staat een half teken (${name})` : `hier staat een onzichtbaar besturingsteken (${name})`,
    help: 'haal het teken weg, of typ de tekst op die plaats opnieuw',
  };
}

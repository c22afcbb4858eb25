import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { STILL_TO_WRITE } from './checks/complete.ts';
import { TO_REVIEW } from './checks/freshness.ts';

/** What a check found, apart for one screen. */
export interface CheckSummary {
  /** What is wrong in what is there. */
  errors: Diagnostic[];
  /** What was confirmed and is te herzien. */
  toReview: Diagnostic[];
  /** What is not written yet. */
  toWrite: Diagnostic[];
  warnings: Diagnostic[];
}

/** Takes apart what a check found: what must be mended, what must be read again, and what is simply not written yet. */
export function summariseCheck(diagnostics: readonly Diagnostic[]): CheckSummary {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return {
    errors: errors.filter(({ code }) => code !== TO_REVIEW && !STILL_TO_WRITE.has(code)),
    toReview: errors.filter(({ code }) => code === TO_REVIEW),
    toWrite: errors.filter(({ code }) => STILL_TO_WRITE.has(code)),
    warnings: diagnostics.filter(({ severity }) => severity === 'warning'),
  };
}

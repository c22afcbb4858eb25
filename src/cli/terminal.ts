import { InvalidArgumentError } from 'commander';
import { dateProblem, readDate } from '../source/date.ts';

/** Whether questions can be asked: a person at both ends, and no `--no-input`. */
export function isInteractive(input: boolean): boolean {
  return input && Boolean(process.stdin.isTTY) && Boolean(process.stderr.isTTY);
}

/** Today as jaar-maand-dag, where this machine is. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A parser for an option that takes a date, written as 2026-02-14 or 14-2-2026. */
export function date(written: string): string {
  const read = readDate(written.trim());
  if (read !== undefined) return read;
  throw new InvalidArgumentError(`${dateProblem(written)}.`);
}

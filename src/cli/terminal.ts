import { InvalidArgumentError } from 'commander';

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

/** A parser for an option that takes a date. */
export function date(written: string): string {
  const parsed = new Date(`${written}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(written) && parsed.toJSON()?.startsWith(written)) return written;
  throw new InvalidArgumentError('Schrijf een datum die bestaat als jaar-maand-dag, bijvoorbeeld 2026-03-14.');
}

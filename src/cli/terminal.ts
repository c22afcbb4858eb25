import { InvalidArgumentError } from 'commander';
import { withoutBsn } from '../commands/privacy/without-bsn.ts';
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

/** Shows on a terminal, and nowhere else, how far the reading of a large file is; the line goes when it is done. */
export function showProgress(): ((file: string, read: number, all: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  let shown = -1;
  return (file, read, all) => {
    const percent = all < LARGE ? 100 : Math.floor((100 * read) / all);
    if (percent === shown || (percent === 100 && shown === -1)) return;
    shown = percent === 100 ? -1 : percent;
    const line = withoutBsn(read === 0 ? `${file}: wordt geopend …` : `${file}: ${percent}% gelezen`);
    process.stderr.write(`\r\x1b[2K${percent === 100 ? '' : line}`);
  };
}

/** Of smaller files, in bytes, no progress is shown. */
const LARGE = 1 << 20;

/** A parser for an option that takes a date, written as 2026-02-14 or 14-2-2026. */
export function date(written: string): string {
  const read = readDate(written.trim());
  if (read !== undefined) return read;
  throw new InvalidArgumentError(`${dateProblem(written)}.`);
}

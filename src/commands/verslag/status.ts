import { stop } from '../../diagnostics/stop.ts';
import { enumeration } from '../../schema/enumeration.ts';
import type { Verslag } from '../../schema/generated/types.ts';
import { plainList } from '../../waarneming/word-list.ts';

/** The statuses that a verslag may have, each also with a space for its hyphen. */
export const statusWords = plainList('verslag/status', enumeration('verslagstatus'));

/** The status that a person wrote; `undefined` when it is none. */
export function findStatus(written: string): Verslag['status'] | undefined {
  return statusWords.find(written.trim().replace(/\s+/g, '-')) as Verslag['status'] | undefined;
}

/** The status that was given with a flag. Stops when it is none. */
export function requireStatus(written: string): Verslag['status'] {
  const found = findStatus(written);
  if (found !== undefined) return found;
  const { code, problem, help } = statusWords;
  throw stop(code, `--status: ${problem(written)}`, help === undefined ? {} : { help });
}

import type { FoundText } from '../source/texts.ts';
import { textsOf } from '../source/texts.ts';
import { createGuard } from './guard.ts';
import { maskPersonal } from './mask.ts';

/** A burgerservicenummer in what is to be recorded: under which field, in what text, and what to say of it. */
export interface FoundBsn extends Pick<FoundText, 'path'> {
  message: string;
  help: string;
  /** The beginning of the text, with what is personal made unreadable. */
  excerpt: string;
}

const GUARD = createGuard(undefined);
const EXCERPT = 60;

/** Every burgerservicenummer within a value, in whatever field. There is no setting that allows one. */
export function bsnIn(value: unknown): FoundBsn[] {
  return textsOf(value).flatMap(({ text, path }) =>
    GUARD.judge(text)
      .filter(({ finding }) => finding.kind === 'bsn')
      .map(({ finding, message, help }) => {
        const start = finding.from > EXCERPT ? finding.from - EXCERPT / 2 : 0;
        const shown = maskPersonal(text.slice(start, finding.to + EXCERPT / 2)).replace(/\s+/g, ' ');
        return { path, message, help, excerpt: `${start > 0 ? '…' : ''}${shown.trim()}` };
      }),
  );
}

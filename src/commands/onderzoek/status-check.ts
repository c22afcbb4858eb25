import { countWords, placeOf } from '../../diagnostics/format.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { shorten } from '../../oordeel/comments.ts';
import type { CheckSummary } from '../../oordeel/summary.ts';
import { countOf } from '../../source/count.ts';
import { ELSEWHERE } from '../read/manifest.ts';

/** So many errors are shown; `tsd check` shows them all. */
const SHOWN = 3;
/** How much of a message is shown, in characters. */
const LENGTH = 140;

/** What a check found, in a few lines for the screen; `review` are the references that are te herzien. Positions have been resolved. */
export function checkLines({ errors, toReview, toWrite, warnings }: CheckSummary, review: readonly string[]): string[] {
  const wrong = [...errors, ...toReview];
  const found = countWords([...wrong, ...warnings]);
  const open = toWrite.length > 0 ? `nog te schrijven: ${countOf(toWrite.length, 'plaats', 'plaatsen')}` : '';
  // What is still to be written stops a report as an error does: beside it nothing may say that there are none.
  const elsewhere = warnings.some(({ code }) => code === ELSEWHERE);
  const none = `geen fouten${elsewhere ? ', voor zover dat zonder het werkdossier te zien is' : ''}`;
  const sound = wrong.length + toWrite.length === 0 ? none : '';
  return [
    `Controle: ${(wrong.length > 0 ? [found, open] : [open, sound, found]).filter(Boolean).join(', ')}`,
    ...errors.slice(0, SHOWN).map((found) => `  ${[placeOf(found), shorten(found.message, LENGTH)].filter(Boolean).join('  ')}`),
    ...(errors.length > SHOWN ? [`  en nog ${errors.length - SHOWN}`] : []),
    ...(review.length > 0 ? [`  te herzien: ${someOf(review)}`] : []),
  ];
}

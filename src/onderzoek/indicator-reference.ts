import { didYouMean } from '../diagnostics/suggest.ts';
import { type LeftOut, type Resolved, resolveReference, wholeInstead } from '../kader/reference.ts';

/** An indicator as far as it can be pointed at. */
interface Numbered {
  ref: string;
  /** For display: two kaders may share a number. */
  nummer: string;
}

const NUMBERED = /^(E?\d+(?:\.\d+)+)(?:\s+(.*))?$/s;
const REFERENCE = /^\S+\/\S+$/;

/** How an indicator stands in a cell: its number for the eye, its reference for what is read back. */
export function indicatorLabel({ nummer, ref }: Numbered): string {
  return `${nummer} ${ref}`;
}

/** Whether a word after a number points at another indicator: by its number, or by a reference that no ordinary word would be. */
function isOther(word: string, nummer: string, indicatoren: readonly Numbered[]): boolean {
  if (NUMBERED.test(word)) return word !== nummer && indicatoren.some((indicator) => indicator.nummer === word);
  const { found } = /[-/]/.test(word) ? resolveReference(word, indicatoren) : {};
  return found !== undefined && found.nummer !== nummer;
}

/**
 * The indicator that is meant by a reference, an unambiguous end of one, or a number with perhaps text after it. A reference
 * after a number decides; a number without one counts only where one indicator has it.
 */
export function resolveIndicator<T extends Numbered>(
  written: string,
  indicatoren: readonly T[],
  leftOut: readonly LeftOut[] = [],
): Resolved<T> {
  const [, nummer, rest = ''] = NUMBERED.exec(written.trim()) ?? [];
  if (nummer === undefined) return resolveReference(written.trim(), indicatoren, leftOut);
  if (REFERENCE.test(rest)) return resolveReference(rest, indicatoren, leftOut);
  // What another number was meant for must not be lost in silence.
  const words = rest.split(/[\s,;]+/).filter((word) => word !== '');
  const others = words.filter((word) => isOther(word, nummer, indicatoren));
  if (others.length > 0) return { problem: `'${written.trim()}' noemt meer dan een indicator; zet er een streep (|) tussen` };
  const found = indicatoren.filter((indicator) => indicator.nummer === nummer);
  const [first, second] = found;
  if (first && !second) return { found: first };
  if (first) return { problem: `nummer ${nummer} kan op meer dan een plaats slaan: ${found.map(({ ref }) => ref).join(', ')}` };
  const parts = indicatoren.filter((indicator) => indicator.nummer.startsWith(`${nummer}.`)).map(indicatorLabel);
  if (parts.length > 0) return { problem: wholeInstead(nummer, 2, parts) };
  return { problem: `'${written.trim()}' bestaat niet${didYouMean(written, indicatoren.map(indicatorLabel))}` };
}

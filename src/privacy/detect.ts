import { findAddress } from './address.ts';
import { findBirthDate } from './birth-date.ts';
import { findBsn } from './bsn.ts';
import { hasForeignDigits } from './digits.ts';
import { findEmail } from './email.ts';
import { type Detector, type Finding, SOORTEN } from './finding.ts';
import { findIban } from './iban.ts';
import { type AllowedNames, nameFinder } from './name.ts';
import { findPlate } from './plate.ts';
import { findTelephone } from './telephone.ts';

/**
 * The detectors of numbers, each with how many digits and what else a text must have before it is asked. These tests are there
 * for speed only: nearly every text of a waarneming has none of it, and there may be a hundred thousand.
 */
const NUMBERS: readonly (readonly [number, RegExp, Detector])[] = [
  [8, /\d(?:[ .\-–\u00a0\u202f]{0,3}\d){7}/, findBsn],
  [10, /\d(?:\D{0,4}\d){9}/, findIban],
  [2, /geb|g\.d|[°*]/i, findBirthDate],
  [5, /\d{4}[ \u00a0]?[a-z]{2}/i, findAddress],
  [8, /\d(?:\D{0,4}\d){7}/, findTelephone],
  [2, /-[\da-z]{1,3}-|kenteken|nummerplaat/i, findPlate],
];
/** The fewest digits of any of these. */
const FEWEST = 2;
/** A word that is not the first and may begin with a capital. Every letter beyond ASCII may be one. */
const CAPITAL = /[ \n\t\u00a0'’][A-Z\u00c0-\uffff]/;

/** No name is allowed beforehand. */
const NONE_ALLOWED: AllowedNames = { beginsAt: () => false };

/**
 * Makes the detector of all personal data. What it finds stands in the order of the text and does not overlap: where two
 * kinds claim the same characters, the kind that comes first in `SOORTEN` counts.
 */
export function createDetector(allowed: AllowedNames = NONE_ALLOWED): Detector {
  const findName = nameFinder(allowed);
  return (text) => {
    const detectors = detectorsFor(text, findName);
    if (detectors.length === 0) return [];
    const found = detectors.flatMap((find) => find(text));
    return found.length < 2 ? found : withoutOverlaps(found);
  };
}

/** The detectors that a text gives reason to ask. */
function detectorsFor(text: string, findName: Detector): Detector[] {
  const asked: Detector[] = [];
  const digits = countDigits(text);
  if (digits >= FEWEST) for (const [least, sign, find] of NUMBERS) if (digits >= least && sign.test(text)) asked.push(find);
  // The tests above know the digits 0 to 9 only.
  if (!asked.includes(findBsn) && hasForeignDigits(text)) asked.push(findBsn);
  if (text.includes('@')) asked.push(findEmail);
  if (CAPITAL.test(text)) asked.push(findName);
  return asked;
}

function countDigits(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) count += 1;
  }
  return count;
}

function withoutOverlaps(found: readonly Finding[]): Finding[] {
  let kept: Finding[] = [];
  for (const kind of SOORTEN) {
    const before = kept;
    const own = found.filter((finding) => finding.kind === kind && !overlaps(finding, before));
    // Sorted after each kind, so that the next one need only look at its neighbours.
    if (own.length > 0) kept = [...before, ...own].sort((a, b) => a.from - b.from);
  }
  return kept;
}

/** Whether a finding shares a character with one of these, which stand in order and apart. */
function overlaps({ from, to }: Finding, kept: readonly Finding[]): boolean {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.to ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return (kept[low]?.from ?? Number.POSITIVE_INFINITY) < to;
}

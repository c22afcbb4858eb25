import type { Finding } from './finding.ts';

/** The letters of sidecodes 1 to 3, and those of later ones, which have no vowels and no C or Q. */
const OLD = '[A-HJ-PR-Z]';
const NEW = '[BDFGHJ-NPR-TV-Z]';
const DIGITS = (count: number) => `\\d{${count}}`;
const OLDER = (count: number) => `${OLD}{${count}}`;
const NEWER = (count: number) => `${NEW}{${count}}`;

/** The Dutch sidecodes 1 to 14, in that order, each as its three groups. */
const SIDECODES: readonly (readonly string[])[] = [
  [OLDER(2), DIGITS(2), DIGITS(2)],
  [DIGITS(2), DIGITS(2), OLDER(2)],
  [DIGITS(2), OLDER(2), DIGITS(2)],
  [NEWER(2), DIGITS(2), NEWER(2)],
  [NEWER(2), NEWER(2), DIGITS(2)],
  [DIGITS(2), NEWER(2), NEWER(2)],
  [DIGITS(2), NEWER(3), DIGITS(1)],
  [DIGITS(1), NEWER(3), DIGITS(2)],
  [NEWER(2), DIGITS(3), NEWER(1)],
  [NEWER(1), DIGITS(3), NEWER(2)],
  [NEWER(3), DIGITS(2), NEWER(1)],
  [NEWER(1), DIGITS(2), NEWER(3)],
  [DIGITS(1), NEWER(2), DIGITS(3)],
  [DIGITS(3), NEWER(2), DIGITS(1)],
];

const alternatives = (between: string, codes = SIDECODES) => codes.map((groups) => groups.join(between)).join('|');
/** Beside the word any letter will do: a plate that is mistyped is still one. */
const LOOSE = SIDECODES.map((groups) => groups.map((group) => group.replace(/\[.*\]/, '[A-Z]')));
const START = '(?<![\\p{L}\\p{N}/._-])';
const END = '(?![\\p{L}\\p{N}/_-]|[.,]\\d)';
const WITH_DASHES = new RegExp(`${START}(?:${alternatives('-')})${END}`, 'gu');
const ANY = new RegExp(`${START}(?:${alternatives('[- ]?', LOOSE)})${END}`, 'giu');
const WORD = /(?<!\p{L})(?:kenteken|nummerplaat)(?:nummer|plaat|s)?[^.;!?\n]{0,30}$/iu;
/** A number that some other thing bears: “zaak 12-34-AB”. */
const OTHER =
  /(?<!\p{L})(?:zaak|zaaknummer|dossier|dossiernummer|kenmerk|nummer|nr\.?|formulier|versie|kamerstuk(?:ken)?|bijlage|ruimte|kamer|artikel|besluit|beschikking|referentie|ref\.?|casus|bestand|document)[ :]{1,2}$/iu;

/** Finds every licence plate: in capitals with dashes, or in any way of writing beside the word kenteken. */
export function findPlate(text: string): Finding[] {
  const found = [...text.matchAll(WITH_DASHES)].filter(({ index }) => !OTHER.test(text.slice(Math.max(0, index - 20), index)));
  const beside = /kenteken|nummerplaat/i.test(text)
    ? [...text.matchAll(ANY)].filter(({ index }) => WORD.test(text.slice(Math.max(0, index - 55), index)))
    : [];
  const spans = new Map([...found, ...beside].map(({ 0: plate, index }) => [index, index + plate.length]));
  return [...spans].sort(([a], [b]) => a - b).map(([from, to]) => ({ kind: 'kenteken', from, to, certainty: 'waarschijnlijk' }));
}

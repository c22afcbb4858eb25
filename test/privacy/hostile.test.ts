import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDetector } from '../../src/privacy/detect.ts';
import { jsonTokens } from '../../src/privacy/json-tokens.ts';

const detect = createDetector();
/** Pieces that each detector begins on, and that lead a pattern with backtracking astray. */
const PIECES = [
  ...['1', ' ', '.', '-', '–', '\n', ',', '06', '+31', '(0', '@', 'a@', 'a', 'A', 'é', "'", '’', '"', '€', '°', '*'],
  ...['NL91', 'AB12', '1234', '1234 AB', 'AB-12-', '1-1-1980', 'geb. ', 'geboren ', 'kenteken ', 'bsn ', 'mevrouw ', 'mw. A.'],
  ...['moeder van ', 'van ', 'de ', 'De Vries-', 'naam cliënt: ', '123 456 782'],
];
const LENGTH = 100_000;
/** Passes the elfproef and belongs to nobody. */
const PLANTED = '999990019';

describe('een tekst die is gemaakt om vast te lopen', () => {
  // A pattern that grows worse than linear would not come to an end with 100 kB.
  test('van 100 kB is te doorzoeken, wat er ook in staat', () => {
    const unit = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(unit, unit, (begin, repeated) => {
        const text = begin + repeated.repeat(Math.ceil(LENGTH / repeated.length));
        expectFound(text);
      }),
      { numRuns: 60 },
    );
  });

  test('geeft vindplaatsen op volgorde en los van elkaar, bij welke tekst ook', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' }))), (parts) => {
        expectFound(parts.join(''));
      }),
    );
  });

  test.each(['"', '\\"', '"\\', '{"a":', '1'])('van aanhalingstekens als %j is als JSON te lezen', (unit) => {
    const text = `${unit.repeat(LENGTH / unit.length)}\n"planted": "${PLANTED}"`;
    const tokens = [...jsonTokens(text)];
    expect(tokens.every(({ from, to }) => from < to && to <= text.length)).toBe(true);
    expect(tokens.at(-1)).toMatchObject({ value: PLANTED, key: 'planted', to: text.length });
  });
});

/** What a text says besides, in a paragraph of its own, is found; all that is found stands in order and without overlap. */
function expectFound(hostile: string): void {
  const text = `${hostile}\n\nBurgerservicenummer ${PLANTED}`;
  const found = detect(text);
  expect(found.every(({ from, to }, index) => from < to && to <= text.length && (found[index - 1]?.to ?? 0) <= from)).toBe(true);
  expect(found.at(-1)).toMatchObject({ kind: 'bsn', from: text.length - PLANTED.length, to: text.length });
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearest, suggester } from '../../src/diagnostics/suggest.ts';

/** Levenshtein distance, but that two neighbours that changed places make one. */
function apart(a: string, b: string): number {
  const swaps = [...a].map((_, at) => `${a.slice(0, at)}${a.charAt(at + 1)}${a.charAt(at)}${a.slice(at + 2)}`);
  return swaps.slice(0, -1).includes(b) ? Math.min(1, distance(a, b)) : distance(a, b);
}

/** Levenshtein distance by its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return distance(x, y);
  return 1 + Math.min(distance(x, b), distance(a, y), distance(x, y));
}

describe('the nearest name', () => {
  test.each([
    ['eigenkracht', ['kracht', 'eigen-kracht'], 'eigen-kracht'],
    ['Toegang', ['toegang'], 'toegang'],
    ['toegang/loket', ['volwassenen/toegang/loket'], 'volwassenen/toegang/loket'],
    ['loket', ['toegang', 'samenhang'], undefined],
    ['ab', ['b', 'ba'], 'b'],
    ['kaga', ['kade', 'kaag'], 'kaag'],
    ['tekts', ['teken', 'tekst'], 'tekst'],
    ['volwassenen/veiligheid', ['volwassenen/in-beeld', 'volwassenen/samenhang'], undefined],
    ['volwassenen/veilihgeid', ['volwassenen/in-beeld', 'volwassenen/veiligheid'], 'volwassenen/veiligheid'],
    ['volwasenen/toegang', ['volwassenen/samenhang', 'volwassenen/toegang'], 'volwassenen/toegang'],
    ['w-11', ['w-21', 'w-1', 'w-12'], 'w-21'],
    ['fh-c09-j', ['fh-c09-jongere-2', 'fh-c09-jongere', 'dz-c09-ouder'], 'fh-c09-jongere'],
    ['fh', ['fh-c09-jongere'], undefined],
  ])('of %s among %j is %s', (name, candidates, found) => {
    expect(nearest(name, candidates)).toBe(found);
  });

  test('is the first of those with the smallest distance, within a third of the length, or else the shortest that begins so', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (name, candidates) => {
        const distances = candidates.map((candidate) => apart(name, candidate));
        const least = Math.min(...distances);
        const near = least <= Math.max(1, Math.floor(name.length / 3));
        const begun = candidates.filter((candidate) => name.length >= 3 && candidate.startsWith(name));
        const shortest = Math.min(...begun.map(({ length }) => length));
        const beginning = begun.find(({ length }) => length === shortest);
        expect(nearest(name, candidates)).toBe(near ? candidates[distances.indexOf(least)] : beginning);
      }),
    );
  });

  test('is asked about, or not mentioned', () => {
    expect(didYouMean('west-2', ['west-1'])).toBe("; bedoelt u 'west-1'?");
    expect(didYouMean('west-2', ['noordoost'])).toBe('');
  });

  test('is looked up once for each name, among candidates that are asked for once, and not without end', () => {
    let asked = 0;
    const suggest = suggester(() => {
      asked++;
      return ['west-1', 'oost-1'];
    }, 'bevinding:');
    expect(['west-2', 'noord', 'west-2'].map(suggest)).toEqual([
      "; bedoelt u 'bevinding:west-1'?",
      '',
      "; bedoelt u 'bevinding:west-1'?",
    ]);
    for (let n = 0; n < 60; n++) suggest(`nieuw-${n}`);
    expect(suggest('oost-2')).toBe('');
    expect(suggest('west-2')).toBe("; bedoelt u 'bevinding:west-1'?");
    expect(asked).toBe(1);
  });
});

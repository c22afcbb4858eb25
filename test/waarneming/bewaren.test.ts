import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/onderzoek/dossier.ts';
import { retentionOf } from '../../src/waarneming/bewaartermijn.ts';
import { compareManifests } from '../../src/waarneming/compare-manifests.ts';
import { weakness } from '../../src/waarneming/wachtwoord.ts';

describe('de bewaartermijn', () => {
  const until = (datum: string, jaren?: number, tot?: string) =>
    retentionOf({
      onderzoek: { value: { datum, ...(tot ? { bewaren_tot: tot } : {}) } },
      instellingen: jaren === undefined ? {} : { werkdossier: { bewaartermijn: jaren } },
    } as unknown as Dossier);

  test('is die van het onderzoek, anders die van tsd.yaml vanaf de datum van het rapport, anders onbekend', () => {
    expect(until('2026-06-18', 5, '2030-01-01')).toBe('2030-01-01');
    expect(until('2026-06-18', 5)).toBe('2031-06-18');
    expect(until('2026-06-18')).toBeUndefined();
  });

  test('eindigt een dag later als die dag er dat jaar niet is', () => {
    expect(until('2028-02-29', 5)).toBe('2033-03-01');
    expect(until('2028-02-29', 4)).toBe('2032-02-29');
  });
});

describe('een wachtwoord', () => {
  test.each(['', 'kort', 'elf tekens!', '\u{1F600}'.repeat(11)])('%j is te kort', (secret) => {
    expect(weakness(secret)).toContain('minstens 12');
  });
  test('van steeds hetzelfde is zwak, en vier woorden zijn goed', () => {
    expect(weakness('aaaaaaaaaaaaaaaa')).toContain('maar 1 verschillende tekens');
    expect(weakness('vier paarse olifanten lopen')).toBeUndefined();
  });
});

test('twee manifesten verschillen in wat ontbreekt, wat erbij is en wat anders is', () => {
  const line = (pad: string, digit: string) => ({ pad, sha256: digit.repeat(64), ids: [] });
  expect(
    compareManifests([line('a', '1'), line('b', '1'), line('c', '1')], [line('b', '1'), line('c', '2'), line('d', '1')]),
  ).toEqual({
    missing: ['a'],
    extra: ['d'],
    other: ['c'],
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const publiccode = parse(readFileSync(resolve(root, 'publiccode.yml'), 'utf8'));
const { license } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

/** Every value in it, with its place. */
function values(value: unknown, place = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([key, item]) => values(item, `${place}/${key}`));
}

// What version 0.4 of the standard asks: https://yml.publiccode.tools
describe('publiccode.yml', () => {
  test('has every key that must be there, and none without a value', () => {
    expect(publiccode).toMatchObject({
      publiccodeYmlVersion: '0.4',
      name: 'tsd',
      url: expect.stringMatching(/^https:\/\/.+/),
      platforms: ['linux', 'mac', 'windows'],
      categories: expect.arrayContaining([expect.any(String)]),
      developmentStatus: expect.stringMatching(/^(?:concept|development|beta|stable|obsolete)$/),
      softwareType: 'standalone/other',
      legal: { license },
      maintenance: { type: 'community', contacts: [{ name: expect.any(String) }] },
      localisation: { localisationReady: false, availableLanguages: ['nl'] },
    });
    expect(values(publiccode).filter(([, value]) => value === '' || value === null)).toEqual([]);
  });

  test('describes tsd within the lengths that a catalogue takes', () => {
    const { shortDescription, longDescription, features } = publiccode.description.nl;
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    for (const feature of features) expect(feature.length).toBeLessThanOrEqual(100);
  });
});

import { describe, expect, it } from 'vitest';
import { srgbProfile } from '../../../src/rapport/document/srgb-profile.ts';

const bytes = Buffer.from(srgbProfile(), 'latin1');
const tags = Array.from({ length: bytes.readUInt32BE(128) }, (_, index) => {
  const at = 132 + index * 12;
  return { name: bytes.toString('latin1', at, at + 4), from: bytes.readUInt32BE(at + 4), length: bytes.readUInt32BE(at + 8) };
});
const tag = (name: string) => tags.find((item) => item.name === name) ?? { from: 0, length: 0 };
const axis = (name: string, skip: number) => bytes.readInt32BE(tag(name).from + skip) / 65536;

describe('srgbProfile', () => {
  it('says how long it is, and what it is', () => {
    expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    expect(bytes.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(bytes.toString('latin1', 36, 40)).toBe('acsp');
  });

  it('has every tag within it, on a multiple of four', () => {
    expect(tags.map(({ name }) => name)).toEqual(['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']);
    expect(tags.filter(({ from, length }) => from % 4 !== 0 || from + length > bytes.length)).toEqual([]);
  });

  it('has primaries that together are its white', () => {
    for (const skip of [8, 12, 16])
      expect(axis('rXYZ', skip) + axis('gXYZ', skip) + axis('bXYZ', skip)).toBeCloseTo(axis('wtpt', skip), 3);
  });

  it('goes from black to white, and holds half the light at 188', () => {
    const at = (index: number) => bytes.readUInt16BE(tag('rTRC').from + 12 + index * 2) / 65535;
    expect([at(0), at(255)]).toEqual([0, 1]);
    expect(at(188)).toBeCloseTo(0.5, 2);
  });
});

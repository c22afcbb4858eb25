import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inflateBounded, keepEntries, listZip, normaliseZip } from '../../src/tabel/zip.ts';

const sample = (mtime: Date) =>
  zipSync(
    { 'b.xml': strToU8('b'.repeat(50_000)), '[Content_Types].xml': strToU8('t'), 'a.bin': [strToU8('a'), { level: 0 }] },
    { mtime },
  );

function entryOf(bytes: Uint8Array, name: string) {
  const entry = listZip(bytes)?.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`no ${name}`);
  return entry;
}

describe('zip', () => {
  it('noemt namen en opgegeven groottes zonder uit te pakken', () => {
    const list = listZip(sample(new Date(2020, 1, 1)))?.map(({ name, size }) => [name, size]);
    expect(list).toEqual([
      ['b.xml', 50_000],
      ['[Content_Types].xml', 1],
      ['a.bin', 1],
    ]);
    expect(listZip(strToU8('geen zip'))).toBeUndefined();
    expect(listZip(new Uint8Array())).toBeUndefined();
  });

  it('pakt precies uit wat er is, ook zonder compressie', () => {
    const bytes = sample(new Date(2020, 1, 1));
    for (const [name, size] of [
      ['b.xml', 50_000],
      ['a.bin', 1],
    ] as const) {
      let total = 0;
      expect(
        inflateBounded(bytes, entryOf(bytes, name), (piece) => {
          total += piece.length;
        }),
      ).toBe('ok');
      expect(total).toBe(size);
    }
  });

  it('geeft nooit meer dan een onderdeel zegt te bevatten', () => {
    const bytes = sample(new Date(2020, 1, 1));
    let total = 0;
    const outcome = inflateBounded(bytes, { ...entryOf(bytes, 'b.xml'), size: 100 }, (piece) => {
      total += piece.length;
    });
    expect(outcome).toBe('too-large');
    expect(total).toBeLessThanOrEqual(100);
  });

  it('zegt dat een afgebroken onderdeel beschadigd is', () => {
    const bytes = sample(new Date(2020, 1, 1));
    const entry = entryOf(bytes, 'b.xml');
    expect(inflateBounded(bytes, { ...entry, compressedSize: 20 }, () => {})).toBe('damaged');
    expect(inflateBounded(bytes, { ...entry, offset: 5 }, () => {})).toBe('damaged');
  });

  it('laat onderdelen weg uit de inhoudsopgave', () => {
    const bytes = sample(new Date(2020, 1, 1));
    const kept = keepEntries(bytes, [entryOf(bytes, 'a.bin')]);
    expect(listZip(kept)?.map((entry) => entry.name)).toEqual(['a.bin']);
  });

  it('geeft bij dezelfde inhoud dezelfde bytes, wat de volgorde en de datum ook waren', () => {
    const core = strToU8('<x><dcterms:modified xsi:type="dcterms:W3CDTF">2020-02-02T11:12:13Z</dcterms:modified></x>');
    const one = zipSync(
      { 'docProps/core.xml': core, '[Content_Types].xml': strToU8('t'), a: strToU8('a') },
      { mtime: new Date(2020, 1, 1) },
    );
    const two = zipSync(
      { a: strToU8('a'), '[Content_Types].xml': strToU8('t'), 'docProps/core.xml': core },
      { level: 0, mtime: new Date(2021, 1, 1) },
    );
    expect(normaliseZip(two, '2026-03-14')).toEqual(normaliseZip(one, '2026-03-14'));
    const out = normaliseZip(one, '2026-03-14');
    expect(Object.keys(unzipSync(out))).toEqual(['[Content_Types].xml', 'a', 'docProps/core.xml']);
    expect(new TextDecoder().decode(unzipSync(out)['docProps/core.xml'])).toContain('>2026-03-14T00:00:00Z<');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeZip } from '../../src/tabel/zip.ts';
import { archiefProblem, openArchief, writeArchief } from '../../src/waarneming/archief.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const MANIFEST = 'werkdossier.manifest.yaml';
const packed = (...pads: string[]) => writeZip(pads.map((pad) => [pad, bytes('x')] as const));
const problem = (archive: Uint8Array, limit?: number) => openArchief(archive, limit).diagnostics[0]?.message;

describe('een archief', () => {
  test('geeft terug wat erin ging, en is voor dezelfde bestanden byte voor byte gelijk', () => {
    const file = fc.record({ pad: fc.stringMatching(/^werkdossier\/[a-y]{1,6}\.[a-y]{1,3}$/), content: fc.uint8Array() });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ({ pad }) => pad }), (files) => {
        const archive = writeArchief(files);
        const { value, diagnostics } = openArchief(archive);
        expect(diagnostics).toEqual([]);
        expect(value.map(({ pad, content }) => [pad, [...content]])).toEqual(
          files.map(({ pad, content }) => [pad, [...content]]),
        );
        expect(writeArchief(files)).toEqual(archive);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    '../buiten.txt',
    'werkdossier/../../buiten.txt',
    '/etc/passwd',
    'werkdossier//a',
    'werkdossier/./a',
    'werkdossier/.verborgen',
    'werkdossier\\..\\a',
    'werkdossier/a\\b',
    'werkdossier/C:\\a',
    'werkdossier/a:stroom',
    'werkdossier/a\u0000',
    'werkdossier/a. ',
    'werkdossier/CON.txt',
    'werkdossier/lpt1',
    'onderzoek.yaml',
    '.git/config',
  ])('met %j wordt niet uitgepakt', (pad) => {
    expect(problem(packed(MANIFEST, pad))).toMatch(/hoort niet bij een werkdossier|op elke computer hetzelfde/);
  });

  test('met twee bestanden die op een andere computer hetzelfde zijn, wordt niet uitgepakt', () => {
    expect(archiefProblem(['werkdossier/a.yaml', 'werkdossier/A.yaml'])).toContain('meer dan eens');
    expect(archiefProblem(['werkdossier/caf\u00e9', 'werkdossier/cafe\u0301'])).toContain('meer dan eens');
    expect(archiefProblem(['werkdossier/a', 'werkdossier/a/b'])).toContain('meer dan eens');
    expect(archiefProblem(['werkdossier/a/b', 'werkdossier/a/c', MANIFEST])).toBeUndefined();
  });

  test('dat te groot is, of meer bevat dan het zegt, wordt niet uitgepakt', () => {
    const large = writeZip([['werkdossier/leeg', new Uint8Array(5_000_000)]]);
    expect(problem(large, 4_000_000)).toContain('er wordt hoogstens 4 MB uitgepakt');
    const lying = large.slice();
    const view = new DataView(lying.buffer);
    // The declared size, in the central directory, 46 bytes and the name before the end record.
    view.setUint32(lying.length - 22 - 46 - 'werkdossier/leeg'.length + 24, 10, true);
    expect(problem(lying, 4_000_000)).toBe("'werkdossier/leeg' is beschadigd");
  });

  test('dat kapot is, geeft een melding en niets anders', () => {
    const archive = packed(MANIFEST, 'werkdossier/bronnen.yaml', 'werkdossier/waarnemingen/b1.yaml');
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const mutated = archive.slice();
        mutated[at] = byte;
        const { value, diagnostics } = openArchief(mutated);
        expect(value.length === 3 || diagnostics.length === 1).toBe(true);
        for (const { pad } of value) expect(archiefProblem([pad])).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    expect(problem(bytes('geen zip'))).toBe('de inhoud is geen ZIP-bestand');
  });
});

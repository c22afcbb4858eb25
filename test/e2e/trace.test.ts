import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWord } from '../../src/word/read.ts';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const folder = copyKlein();

/** The number at which a report prints a sentence. */
function numberOf(sentence: string, path: string): string | undefined {
  const bytes = readFileSync(path);
  if (path.endsWith('.docx')) return new RegExp(`^(\\d+)\\t${sentence}`, 'm').exec(readWord(bytes).value?.text ?? '')?.[1];
  return new RegExp(`(?:nr="|aria-label="Alinea )(\\d+)"[^\\n]*\\s+(?:<p>)?${sentence}`).exec(bytes.toString())?.[1];
}

describe('tsd trace', () => {
  test('prints a tree on stdout', () => {
    const { code, stdout, stderr } = tsd(['trace', folder, 'verbeterpunt:wegwijzer']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toBe(`verbeterpunt:wegwijzer
  Maak een wegwijzer.

Rust op
└─ bevinding:west-1 (west)
   “Bewoners weten de weg naar hulp niet te vinden.”
   ├─ steunt op waarneming:w-1 (west, kan beter, west.xlsx › Waarnemingen rij 2)
   │  “Ik wist niet waar ik moest zijn.”
   │  └─ uit bron:w-bewoner (gesprek, burger, bewoner, 2026-02-01, casus c01)
   │     “gesprek c01”
   ├─ steunt op waarneming:w-4 (west, kan beter)
   │  “Het eerste gesprek was na acht weken.”
   │  └─ uit bron:w-dossier (dossier, organisatie, 2026-02-03, casus c01)
   │     “dossier c01”
   └─ weersproken door waarneming:w-3 (west, gaat goed)
      “Bewoners weten ons goed te vinden.”
      └─ uit bron:w-consulent (gesprek, professional, consulent, 2026-02-02, casus c01)
         “gesprek c01”

Hierop rust: nog niets
`);
  });

  test('gives the same as JSON', () => {
    const { stdout } = tsd(['trace', folder, 'oordeel:west/toegang', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      ref: 'oordeel:west/proef/toegang',
      soort: 'oordeel',
      rustOp: [{ verband: 'oordeel', stappen: [{ ref: 'bevinding:west-1' }] }, {}, {}],
      getoetstAan: [
        {
          ref: 'proef/toegang',
          feiten: [
            'kader proef@1.0.0',
            'vindplaats: Proefdocument, bladzijde 2',
            expect.anything(),
            expect.anything(),
            'dient deelvraag: dv1',
          ],
        },
      ],
      hieropRust: [{ ref: 'oordeel:west/conclusie' }, { ref: 'oordeel:overkoepelend/proef/toegang' }],
      meldingen: [],
    });
  });

  test('says what was probably meant', () => {
    const { code, stderr } = tsd(['trace', folder, 'oordeel:west/proef/toegan']);
    expect(code).toBe(2);
    expect(stderr).toContain("bedoelt u 'oordeel:west/proef/toegang'?");
    expect(stderr).toContain('zo kunt u verwijzen: waarneming:<id>, bron:<id>, bevinding:<id>,');
  });

  test('follows every number of every report to the sentence that is printed with it', () => {
    const copy = copyKlein();
    expect(tsd(['report', copy, '--format', 'json', '--indeling', 'deelvraag']).code).toBe(0);
    for (const [map, name] of [
      ['west', 'lokaal'],
      ['overkoepelend', 'overkoepelend'],
    ] as const) {
      const model = readFileSync(join(copy, 'rapport', map, `${name}.json`), 'utf8');
      const numbers = [...model.matchAll(/"nr": (\d+),\s+"anker": "[^"]+",\s+"tekst": "([^"]+)"/g)].slice(0, 4);
      expect(numbers).not.toEqual([]);
      for (const [, nummer, tekst] of numbers) {
        const { stdout } = tsd(['trace', copy, `rapport:${map}/${nummer}`, '--indeling', 'deelvraag']);
        expect(stdout).toContain(
          `nummer ${nummer} in het ${map === 'west' ? 'rapport over West' : 'overkoepelende rapport'}: “${tekst}”`,
        );
      }
    }
    expect(tsd(['trace', copy, 'rapport:overkoepelend/V1']).stdout).toContain('verbeterpunt:wegwijzer\n');
    expect(tsd(['trace', copy, '12']).stderr).toContain("bedoelt u een nummer in een rapport, zoals 'rapport:west/12'?");
    expect(tsd(['trace', copy, 'rapport:west/99']).stderr).toContain('in het rapport over West staat geen nummer 99');
    expect(tsd(['trace', copy, 'rapport:wst/1']).stderr).toContain("er is geen rapport over 'wst'; bedoelt u 'west'?");
  });

  describe.each(['md', 'html', 'docx'])('beside an older report as %s', (format) => {
    const copy = copyKlein();
    expect(tsd(['report', copy, '--format', format]).code).toBe(0);
    const path = join(copy, 'bevindingen/west.yaml');
    const recorded = readFileSync(path, 'utf8');
    const old = 'Bewoners weten de weg naar hulp niet te vinden.';
    const number = numberOf(old, join(copy, 'rapport/west', `lokaal.${format}`));
    const asked = ['trace', copy, `rapport:west/${number}`];

    test('is silent while they agree', () => {
      expect(tsd(asked)).toMatchObject({ code: 0, stderr: '' });
    });

    test('follows the sentence that is printed, and says what stands there now', () => {
      tsd(['bevindingen', 'withdraw', copy, 'west-1', '--reden', 'proef']);
      const { code, stdout, stderr } = tsd(asked);
      expect(code).toBe(0);
      expect(stdout).toContain(`nummer ${number} in het rapport over West: “${old}”`);
      expect(stdout).toMatch(/^bevinding:west-1\n/);
      expect(stderr).toContain(
        `lokaal.${format}  waarschuwing  rapport/verouderd  dit rapport is ouder dan het onderzoek: bij nummer`,
      );
      expect(stderr).toMatch(
        /staat er “Bewoners weten de weg naar hulp niet te vinden\.”, en in een nieuw rapport (?!“Bewoners weten de weg)/,
      );
    });

    test('says that a printed sentence is no longer in the onderzoek', () => {
      writeFileSync(path, recorded.replace(old, 'Bewoners vinden de weg zelf.'));
      const { code, stdout, stderr } = tsd(asked);
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain(`staat er “${old}”, en die zin staat niet meer in het onderzoek`);
      expect(stderr).toContain('in een nieuw rapport staat daar “Bewoners vinden de weg zelf.” (bevinding:west-1)');
      expect(stderr).toContain('zoek de zin in de geschiedenis van git');
    });
  });

  test('goes up from a waarneming whose werkdossier lies elsewhere', () => {
    const copy = copyKlein();
    rmSync(join(copy, 'werkdossier'), { recursive: true });
    const { code, stdout } = tsd(['trace', copy, 'waarneming:w-1']);
    expect(code).toBe(0);
    expect(stdout).toContain('het werkdossier ligt niet op deze plaats');
    expect(stdout).toContain('bevinding:west-1');
  });
});

import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const folder = copyKlein();

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
          feiten: ['kader proef@1.0.0', 'vindplaats: Proefdocument, bladzijde 2', expect.anything(), expect.anything()],
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
  });
});

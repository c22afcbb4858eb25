import { describe, expect, test } from 'vitest';
import { readKlein } from '../../oordeel/klein.ts';
import { lokaalOf, overkoepelendOf } from './build.ts';

/** What may never be in a public report: ids, functions, dates, cases, words of respondents, what is said of sources. */
const SECRET = [
  'w-bewoner',
  'w-consulent',
  'o-consulent',
  'waarneming:',
  'consulent"',
  '2026-02-0',
  '2025-05-01',
  'c01',
  'Ik wist niet waar',
  'Iedereen deed',
  'Bewoners weten ons',
  'Het regende',
  'Jaarverslag',
  'wegen hier zwaarder',
];

const both = (read: ReturnType<typeof readKlein>, diepte: 'openbaar' | 'partij' | 'intern') =>
  JSON.stringify([lokaalOf(read, 'west', { diepte }), lokaalOf(read, 'oost', { diepte }), overkoepelendOf(read, { diepte })]);

describe('wat de lezer te zien krijgt', () => {
  const read = readKlein();

  test.each(SECRET)('openbaar staat er geen %s in', (secret) => {
    expect(both(read, 'openbaar')).not.toContain(secret);
  });

  test('een partij ziet de soorten bronnen en de weging, maar geen bron', () => {
    const text = both(read, 'partij');
    expect(text).toContain('gesprekken (burgers)');
    expect(text).toContain('wegen hier zwaarder');
    for (const secret of ['w-bewoner', '2026-02-0', 'c01', 'Ik wist niet waar', 'Jaarverslag'])
      expect(text).not.toContain(secret);
  });

  test('het team ziet alles', () => {
    const text = both(read, 'intern');
    for (const known of ['w-bewoner', '2026-02-01', 'c01', 'Ik wist niet waar']) expect(text).toContain(known);
  });

  test('een citaat verlaat het team alleen met instemming', () => {
    const path = 'werkdossier/waarnemingen/w-bewoner.yaml';
    const line = 'tekst: Ik wist niet waar ik moest zijn.';
    const open = readKlein([path, line, `${line}\n    citeerbaar: ja`]);
    const { citaten } = lokaalOf(open, 'west').hoofdstukken[0]?.criteria[0]?.bevindingen[0] ?? { citaten: [] };
    expect(citaten).toEqual([{ tekst: 'Ik wist niet waar ik moest zijn.', perspectief: 'burger', tegen: false }]);
    const secret = readKlein([path, line, `${line}\n    citeerbaar: ja\n    vertrouwelijk: ja`]);
    expect(both(secret, 'openbaar')).not.toContain('Ik wist niet waar');
    expect(both(secret, 'partij')).not.toContain('Ik wist niet waar');
  });

  test('een citaat dat een bevinding tegenspreekt, is als zodanig te zien', () => {
    const line = 'tekst: Bewoners weten ons goed te vinden.';
    const open = readKlein(['werkdossier/waarnemingen/w-consulent.yaml', line, `${line}\n    citeerbaar: ja`]);
    const { citaten } = lokaalOf(open, 'west').hoofdstukken[0]?.criteria[0]?.bevindingen[0] ?? { citaten: [] };
    expect(citaten).toEqual([expect.objectContaining({ tekst: 'Bewoners weten ons goed te vinden.', tegen: true })]);
  });

  test('zegt alleen dat er is gewogen als het team dat heeft opgeschreven', () => {
    const weighed = (from: ReturnType<typeof readKlein>) =>
      lokaalOf(from, 'west').hoofdstukken[0]?.criteria[0]?.bevindingen.map(({ tegenspraak, gewogen }) => [tegenspraak, gewogen]);
    expect(weighed(read)).toEqual([[true, true]]);
    const line = '    weging: De bewoner en het dossier wegen hier zwaarder.\n';
    expect(weighed(readKlein(['bevindingen/west.yaml', line, '']))).toEqual([[true, false]]);
  });

  test('een bevinding op één soort bron zegt dat', () => {
    const criteria = lokaalOf(read, 'west').hoofdstukken[0]?.criteria ?? [];
    const findings = criteria.flatMap(({ bevindingen }) =>
      bevindingen.map((item) => [item.ref, item.een_soort, item.tegenspraak]),
    );
    expect(findings).toEqual([
      ['bevinding:west-1', false, true],
      ['bevinding:west-2', true, false],
    ]);
  });
});

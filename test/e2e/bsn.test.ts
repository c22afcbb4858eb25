import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { expectRefusal } from './refusal.ts';
import { tsd } from './tsd.ts';

const work = mkdtempSync(join(tmpdir(), 'tsd-bsn-'));
const klein = copyKlein();
afterAll(() => {
  rmSync(work, { recursive: true });
  rmSync(join(klein, '..'), { recursive: true });
});

const BSN = '123 456 782';
const SAYS = /privacy\/bsn {2}.*het eindigt op 82/;

/** A file to read in. */
function given(name: string, text: string): string {
  writeFileSync(join(work, name), text);
  return join(work, name);
}

const INSTRUMENTEN = `formaat: 1
respondenttypen: [{ id: bewoner, naam: Bewoner, perspectief: burger }]
instrumenten: []
items: []
`;

describe('een burgerservicenummer komt in geen bestand van een onderzoek', () => {
  test.each([
    [
      'een motivering',
      ['kader', 'select', 'klein', '--indicator', 'snel-geholpen', '--motivering', `Na ${BSN}.`, '--reden', 'x'],
    ],
    ['een reden om te kiezen', ['kader', 'select', 'klein', '--zonder', `snel-geholpen=Zie １２３４５６７８２`, '--reden', 'x']],
    ['een reden van een versie', ['kader', 'select', 'klein', '--zonder', 'snel-geholpen=Elders.', '--reden', `Zie ${BSN}`]],
    [
      'een toespitsing',
      () => [
        'kader',
        'concretise',
        'klein',
        '--reden',
        'x',
        '--from',
        given('t.yaml', `formaat: 1\ncriteria: [{ ref: proef/toegang, toespitsing: "Zie ${BSN}." }]\n`),
      ],
    ],
    [
      'een instrument',
      () => [
        'kader',
        'concretise',
        'klein',
        '--reden',
        'x',
        '--from',
        given('i.yaml', INSTRUMENTEN.replace('naam: Bewoner', `naam: "Bewoner ${BSN}"`)),
      ],
    ],
    ['een reden van intrekken', ['bevindingen', 'withdraw', 'klein', 'west-1', '--reden', `Zie ${BSN}`]],
  ])('%s', (_, args) => {
    expectRefusal(join(klein, '..'), typeof args === 'function' ? args() : args, { code: 1, says: SAYS });
  });

  const PLAN = [
    ...['--titel', 'Proef', '--onderwerp', 'Een proef.', '--hoofdvraag', 'Werkt het?', '--deelvraag', 'Hoe?'],
    ...['--aanleiding', 'signaal=Er kwam een signaal.', '--inspectie', 'igj=Inspectie Gezondheidszorg en Jeugd'],
    ...[
      '--doelgroep-omschrijving',
      'Jongeren.',
      '--datum',
      '2026-06-18',
      '--register',
      'voorbeeld',
      '--gebied',
      'VB0003=Daarom.',
    ],
  ];

  test('de titel van een nieuw onderzoek, met het veld of de regel erbij', () => {
    const says = /privacy\/bsn {2}'titel': “Zaak •+82”; .*het eindigt op 82/;
    expectRefusal(work, ['onderzoek', 'new', 'oz', ...PLAN.with(1, `Zaak ${BSN}`), '--no-input'], { code: 1, says });
    given('plan.yaml', `titel: Zaak ${BSN}\n`);
    const args = ['onderzoek', 'new', 'oz', '--from', 'plan.yaml', ...PLAN.slice(2), '--no-input'];
    expectRefusal(work, args, { code: 1, says: /plan\.yaml:1:8 {2}fout {2}privacy\/bsn/ });
  });

  test('wat er al stond en wordt bevestigd', () => {
    const folder = copyKlein(['bevindingen/west.yaml', 'De hulp is niet', `Van ${BSN} is de hulp niet`]);
    expectRefusal(join(folder, '..'), ['confirm', 'klein', '--alles'], {
      code: 1,
      says: /west\.yaml zou bij 'tekst' komen: “Van •+82/,
    });
    rmSync(join(folder, '..'), { recursive: true });
  });

  test('en de uitkomst als JSON herhaalt hem niet', () => {
    const args = ['kader', 'select', 'klein', '--indicator', 'snel-geholpen', '--motivering', BSN, '--reden', 'x', '--json'];
    const { code, stdout } = tsd(args, { cwd: join(klein, '..') });
    expect([code, stdout]).toEqual([1, expect.stringContaining('privacy/bsn')]);
    expect(stdout).not.toContain(BSN);
  });
});

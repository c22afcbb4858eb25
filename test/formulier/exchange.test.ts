import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportText, isExport, readExport } from '../../src/formulier/exchange.ts';
import { recordable } from '../../src/formulier/problems.ts';
import { create } from '../../src/formulier/versions.ts';
import { validateValue } from '../../src/schema/validate.ts';

const FORMULIER = {
  id: 'proef.team-a.0123456789ab',
  versie: '1',
  onderzoek: 'proef',
  levering: 'team-a',
  vingerafdruk: `v1:${'0'.repeat(64)}`,
};
const first = { nu: '2026-02-14T10:00:00.000Z', stempel: 'aaaaaa.1' };
const later = { ...first, nu: '2026-02-14T10:00:01.000Z' };
const inhoud = {
  bronnen: [create('team-a-b-1', { soort: 'gesprek', gebieden: ['fictiehove'] }, first)],
  waarnemingen: [
    create('team-a-2', { tekst: 'Later.', bron: 'team-a-b-1' }, later),
    create('team-a-1', { tekst: 'Eerst.', indicatoren: ['eigen/voorbereid/op-tijd'] }, first),
    create('team-a-3', { bron: 'team-a-b-1' }, later),
  ],
};
const text = exportText(FORMULIER, inhoud);

describe('het bestand van een formulier', () => {
  test('volgt zijn schema, in de volgorde van maken, zonder wat leeg bleef', () => {
    const file = JSON.parse(text);
    expect(validateValue('waarnemingenformulier', file)).toEqual([]);
    expect(file.waarnemingen.map(({ id }: { id: string }) => id)).toEqual(['team-a-1', 'team-a-2']);
    expect(isExport(text.slice(0, 200))).toBe(true);
    expect(isExport('{"bron": "b1", "tekst": "x"}')).toBe(false);
  });

  test('komt terug zoals het was', () => {
    const read = readExport(text, FORMULIER);
    expect(read).toMatchObject({ anderKader: false });
    expect('inhoud' in read && exportText(FORMULIER, read.inhoud)).toBe(text);
  });

  test('wordt niet ingevoegd als het van een ander formulier, een andere versie of beschadigd is', () => {
    const fault = (content: string) => {
      const read = readExport(content, FORMULIER);
      return 'fout' in read ? read.fout : undefined;
    };
    expect(fault('geen json')).toContain('geen bestand van dit formulier');
    expect(fault('[]')).toContain('geen bestand van dit formulier');
    expect(fault(exportText({ ...FORMULIER, id: 'anders', levering: 'team-b' }, inhoud))).toContain('levering team-b');
    expect(fault(exportText({ ...FORMULIER, versie: '9' }, inhoud))).toContain('andere versie');
    expect(fault(text.replace('"Eerst."', '{"a": 1}'))).toContain('beschadigd');
    expect(fault(text.replace('"team-a-1"', '"../x"'))).toContain('beschadigd');
    expect(readExport(exportText({ ...FORMULIER, vingerafdruk: `v1:${'1'.repeat(64)}` }, inhoud), FORMULIER)).toMatchObject({
      anderKader: true,
    });
  });

  test('geeft bij welke JSON ook alleen teksten in bekende velden, en breekt nooit', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (record, content) => {
        const file = { ...JSON.parse(text), waarnemingen: [record, { ...inhoud.waarnemingen[0], inhoud: content }] };
        const read = readExport(JSON.stringify(file), FORMULIER);
        if ('fout' in read) return;
        for (const item of read.inhoud.waarnemingen)
          for (const value of Object.values(item.inhoud ?? {}))
            expect([value].flat().every((v) => typeof v === 'string')).toBe(true);
      }),
    );
  });
});

describe('wat wordt getypt', () => {
  test('wordt bewaard zoals het is', () => {
    for (const typed of ['=1+1', '<script>alert(1)</script>', 'regel\nregel\ttab', '👩‍👧 é', 'zaak 20260214-17'])
      expect(recordable(typed)).toEqual({ tekst: typed });
  });

  test('verliest alleen tekens die niet mogen worden vastgelegd', () => {
    expect(recordable('a\0b\r\nc\x0bd\ud800')).toEqual({ tekst: 'ab\nc\nd' });
  });

  test('wordt zonder burgerservicenummer bewaard, met uitleg', () => {
    for (const number of ['123456782', '1234.56.782', '123 456 782']) {
      const { tekst, melding } = recordable(`Haar nummer is ${number}, zei ze.`);
      expect(tekst).toBe('Haar nummer is [nummer weggelaten], zei ze.');
      expect(melding).toContain('burgerservicenummer');
    }
  });
});

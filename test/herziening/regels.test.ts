import { describe, expect, test } from 'vitest';
import { compareKaders } from '../../src/herziening/compare.ts';
import { checkHerziening } from '../../src/herziening/regels.ts';
import type { KaderParts } from '../../src/kader/build.ts';
import { criteriumIn, indicatorIn, kaderAfter } from './kader.ts';

type Edit = (parts: KaderParts) => void;
const raised =
  (versie: string, edit: Edit = () => undefined): Edit =>
  (parts) => {
    parts.kader.value.versie = versie;
    edit(parts);
  };
const found = (edit: Edit, before: Edit = () => undefined) => {
  const [oud, nieuw] = [kaderAfter(before), kaderAfter(edit)];
  return checkHerziening(compareKaders(oud, nieuw), oud, nieuw).map(({ code, help }) => `${code}: ${help}`);
};
const reword: Edit = (parts) => {
  indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk').tekst += ' Ook later.';
};
const remove: Edit = (parts) => {
  criteriumIn(parts, 'eigen-kracht').indicatoren.pop();
};
const gone = { verwijzing: 'eigen-kracht/kracht-versterkt', versie: '2.0.0', opgevolgd_door: [], reden: 'Vervalt.' };

describe('een herziening van een kader dat in gebruik is', () => {
  test('laat een vastgestelde versie zoals zij is, en vraagt de stap die bij de betekenis past', () => {
    expect(found(reword)).toEqual(['kader/versie-te-laag: zet de versie op 2.0.0 of hoger']);
    expect(found(raised('1.1.0', reword))).toEqual(['kader/versie-te-laag: zet de versie op 2.0.0 of hoger']);
    expect(found(raised('2.0.0', reword))).toEqual([]);
    const added: Edit = (parts) => {
      const indicator = structuredClone(indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk'));
      criteriumIn(parts, 'eigen-kracht').indicatoren.push({ ...indicator, id: 'nieuw', tekst: 'Er is iets nieuws te zien.' });
    };
    expect(found(raised('1.0.1', added))).toEqual(['kader/versie-te-laag: zet de versie op 1.1.0 of hoger']);
    expect(found(raised('1.1.0', added))).toEqual([]);
    expect(found(raised('0.9.0'))).toEqual(['kader/versie-lager: zet de versie op 1.0.1 of hoger']);
  });

  test('mag met een concept alles doen', () => {
    const concept: Edit = (parts) => {
      parts.kader.value.status = 'concept';
    };
    expect(found(remove, concept)).toEqual([]);
  });

  test('zegt van elke id die weg is wat ervan werd', () => {
    expect(found(raised('2.0.0', remove)).map((line) => line.split(':')[0])).toEqual(['kader/verdwenen']);
    const told: Edit = (parts) => {
      remove(parts);
      parts.kader.value.vervallen = [gone];
    };
    expect(found(raised('2.0.0', told))).toEqual([]);
    const whole: Edit = (parts) => {
      parts.themas[0]?.value.criteria.splice(0, 1);
    };
    const criterium = kaderAfter().parts.themas[0]?.value.criteria[0]?.id ?? '';
    const toldOfWhole: Edit = (parts) => {
      whole(parts);
      parts.kader.value.vervallen = [{ ...gone, verwijzing: criterium }];
    };
    expect(found(raised('2.0.0', toldOfWhole))).toEqual([]);
  });

  test('geeft een id geen andere betekenis, en vergeet niet wat verviel', () => {
    const before: Edit = (parts) => {
      remove(parts);
      parts.kader.value.vervallen = [gone];
    };
    expect(found(raised('2.0.0'), before).map((line) => line.split(':')[0])).toEqual([
      'kader/id-hergebruikt',
      'kader/vervallen-kwijt',
    ]);
    const other: Edit = (parts) => {
      indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk').tekst = 'Professionals krijgen genoeg scholing over schulden.';
    };
    expect(found(raised('2.0.0', other)).map((line) => line.split(':')[0])).toEqual(['kader/id-hergebruikt']);
    const explained: Edit = (parts) => {
      other(parts);
      const wijziging = { versie: '2.0.0', aard: 'inhoudelijk' as const, reden: 'Het netwerk van de professional is bedoeld.' };
      indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk').wijzigingen = [wijziging];
    };
    expect(found(raised('2.0.0', explained))).toEqual([]);
  });

  test('gaat binnen een versie niet terug in status', () => {
    const back: Edit = (parts) => {
      parts.kader.value.status = 'consultatie';
    };
    expect(found(back)).toEqual(['kader/status-terug: zet de status terug, of geef de nieuwe tekst een nieuwe versie']);
    expect(found(raised('1.0.1', back))).toEqual([]);
  });
});

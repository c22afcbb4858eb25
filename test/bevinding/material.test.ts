import { describe, expect, test } from 'vitest';
import { gatherMateriaal } from '../../src/bevinding/material.ts';
import { indexSources, triangulate } from '../../src/bevinding/triangulate.ts';
import { readKlein } from '../oordeel/klein.ts';

const { dossier } = readKlein();
const [toegang, samenhang] = gatherMateriaal(dossier, 'west').criteria;

describe('the material of a gebied', () => {
  test('lays waarnemingen side by side by perspectief, citizens first', () => {
    const [wetenWaar] = toegang?.indicatoren ?? [];
    expect(
      wetenWaar?.perspectieven.map(({ perspectief, waarnemingen }) => [perspectief, waarnemingen.map((w) => w.waarneming)]),
    ).toEqual([
      ['burger', ['waarneming:w-1']],
      ['professional', ['waarneming:w-3']],
      ['organisatie', ['waarneming:w-4']],
    ]);
  });

  test('marks who contradicts whom', () => {
    expect(toegang?.indicatoren[0]?.tegenspraak).toEqual([
      'gaat goed: professional (w-3)',
      'kan beter: burger (w-1), organisatie (w-4)',
    ]);
    expect(samenhang?.indicatoren[0]?.tegenspraak).toBeUndefined();
  });

  test('names the perspectieven that were asked and did not speak', () => {
    expect(samenhang?.indicatoren[0]?.zwijgt).toEqual(['professional']);
    expect(gatherMateriaal(dossier, 'oost').criteria[1]?.indicatoren[0]?.zwijgt).toEqual(['burger']);
  });

  test('keeps in sight what is coded to nothing', () => {
    expect(gatherMateriaal(dossier, 'west').ongecodeerd).toEqual([
      { waarneming: 'waarneming:w-6', perspectief: 'burger', soort: 'gesprek', casus: 'c01', tekst: 'Het regende.' },
    ]);
  });
});

describe('triangulation', () => {
  const sources = indexSources(dossier);
  const all = dossier.bevindingen.flatMap(({ value }) => value.bevindingen);
  const of = (id: string) => {
    const bevinding = all.find((item) => item.id === id);
    if (!bevinding) throw new Error(id);
    return triangulate(bevinding, sources);
  };

  test('names the kinds of sources for and against', () => {
    expect(of('west-1')).toEqual({
      voor: [
        { soort: 'gesprek', perspectief: 'burger' },
        { soort: 'dossier', perspectief: 'organisatie' },
      ],
      tegen: [{ soort: 'gesprek', perspectief: 'professional' }],
      soorten: ['dossier', 'gesprek'],
      perspectieven: ['burger', 'organisatie'],
      enkeleSoort: false,
    });
  });

  test('says when everything is of one soort', () => {
    expect(of('oost-1')).toMatchObject({ soorten: ['gesprek'], enkeleSoort: true });
  });

  test('counts the bronnen that a bevinding names itself', () => {
    expect(of('oost-2')).toMatchObject({ soorten: ['document', 'vragenlijst'], enkeleSoort: false });
  });
});

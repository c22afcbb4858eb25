import { describe, expect, test } from 'vitest';
import type { Kader } from '../../../src/kader/model.ts';
import { definitionsIn } from '../../../src/rapport/model/definitions.ts';
import { readKlein } from '../../oordeel/klein.ts';
import { lokaalOf } from './build.ts';

/** A kader of which only the terms are looked at. */
const kaderWith = (...terms: string[]): Kader =>
  ({ definities: terms.map((term) => ({ id: term, term, tekst: `Wat ${term} is.` })) }) as unknown as Kader;

const termsIn = (model: unknown, ...terms: string[]) => definitionsIn(model, [kaderWith(...terms)]).map(({ term }) => term);

describe('de begrippen', () => {
  test('zijn die de lezer tegenkomt, hoe diep zij ook staan en met welke letters', () => {
    expect(termsIn({ a: [{ tekst: 'over Eigen kracht, en meer' }] }, 'eigen kracht', 'Organisaties')).toEqual(['eigen kracht']);
  });

  test('zijn er niet om de naam van een veld of om een verwijzing', () => {
    const model = { criterium: 'x', ref: 'volwassenen/passend', anker: 'criterium-volwassenen', soort: 'indicator' };
    expect(termsIn(model, 'Criterium', 'Volwassenen', 'Indicator')).toEqual([]);
  });

  test('zijn hele woorden', () => {
    expect(termsIn({ tekst: 'De Participatiewet en eigenregie.' }, 'Participatie', 'regie')).toEqual([]);
    expect(termsIn({ tekst: '“Regie”: wie?' }, 'regie')).toEqual(['regie']);
  });
});

test('het gekozen toetsingskader noemt onder een indicator zijn aandachtspunten', () => {
  const read = readKlein([
    'kader/proef@1.0.0/themas/hulp.yaml',
    'kort: Weten waar',
    'kort: Weten waar\n        aandachtspunten: [{ id: dag, tekst: Ook overdag. }, { id: nacht, tekst: Ook ’s nachts. }]',
  ]);
  const lines = lokaalOf(read, 'west').bijlagen.toetsingskader.gekozen[0]?.regels.slice(0, 4);
  expect(lines?.map(({ soort, nummer, tekst }) => `${nummer} ${soort}: ${tekst}`)).toEqual([
    '1.1 criterium: De toegang is laagdrempelig.',
    '1.1.1 indicator: Mensen weten waar zij terechtkunnen.',
    '1.1.1.1 aandachtspunt: Ook overdag.',
    '1.1.1.2 aandachtspunt: Ook ’s nachts.',
  ]);
});

test('het recept noemt bij een verplichte module waarvoor zij er is, als het team daar niets bij schreef', () => {
  const { dossier, ...read } = readKlein([
    'toetsingskader.yaml',
    'soort: kader, ref: proef, motivering: Alles doet ertoe.',
    'soort: module, ref: proef/burgers',
  ]);
  const kaders = dossier.kaders.map((kader) => ({
    ...kader,
    modules: [{ ref: 'proef/burgers', bron: { titel: 'De burger', reden: 'De stem van burgers hoort erbij.', verplicht: 'ja' } }],
  })) as unknown as Kader[];
  const { keuze } = lokaalOf({ ...read, dossier: { ...dossier, kaders } }, 'west').bijlagen.toetsingskader;
  expect(keuze).toEqual([{ wat: 'Module: De burger', motivering: 'De stem van burgers hoort erbij.' }]);
});

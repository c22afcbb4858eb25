import { describe, expect, test } from 'vitest';
import type { ReadOnderzoek } from '../../../src/commands/read/onderzoek.ts';
import type { RapportGrafiek } from '../../../src/schema/generated/types.ts';
import { readKlein } from '../../oordeel/klein.ts';
import { lokaalOf, overkoepelendOf } from './build.ts';

const read = readKlein();

/** The same onderzoek with so many gesprekken with burgers in west, each of which said something. */
function withBurgers(count: number): ReadOnderzoek {
  const { dossier } = read;
  const bron = dossier.bronnen.find(({ id }) => id === 'w-bewoner');
  const said = dossier.waarnemingen.find((item) => item.bron === 'w-bewoner');
  if (!bron || !said) throw new Error('geen bewoner');
  const more = Array.from({ length: count - 1 }, (_, index) => `w-meer-${index}`);
  return {
    ...read,
    dossier: {
      ...dossier,
      bronnen: [...dossier.bronnen, ...more.map((id) => ({ ...bron, id }))],
      waarnemingen: [...dossier.waarnemingen, ...more.map((id) => ({ ...said, id: `${id}-1`, bron: id }))],
    },
  };
}

const cellsOf = ({ kop, regels }: RapportGrafiek, naam: string): (string | undefined)[] =>
  regels.map((regel) => regel[kop.indexOf(naam)]);

describe('wie sprak over welk criterium', () => {
  test.each([1, 2, 4, 5, 6])('openbaar alleen wie met genoeg is (%i gesprekken)', (count) => {
    const from = withBurgers(count);
    for (const model of [lokaalOf(from, 'west'), overkoepelendOf(from)]) {
      const { perspectieven } = model.grafieken;
      expect(cellsOf(perspectieven, 'burgers').includes('ja')).toBe(count >= 5);
      expect(cellsOf(perspectieven, 'professionals').includes('ja')).toBe(false);
    }
  });

  test('over alle gebieden openbaar niet meer dan de lokale rapporten samen', () => {
    const from = withBurgers(6);
    const places = from.dossier.onderzoek.value.gebieden.map(({ id }) => lokaalOf(from, id).grafieken.perspectieven);
    const told = (item: RapportGrafiek) =>
      item.regels.flatMap((regel) => regel.flatMap((cell, at) => (cell === 'ja' ? `${regel[0]} ${item.kop[at]}` : [])));
    expect(new Set(told(overkoepelendOf(from).grafieken.perspectieven))).toEqual(new Set(places.flatMap(told)));
  });

  test('een partij ziet wie zij ook bij de bevindingen ziet', () => {
    const { perspectieven } = lokaalOf(read, 'west', { diepte: 'partij' }).grafieken;
    expect(cellsOf(perspectieven, 'burgers')).toContain('ja');
    expect(cellsOf(perspectieven, 'professionals')).toContain('ja');
  });
});

describe('de andere figuren', () => {
  test('aantallen waarnemingen ziet alleen het team', () => {
    for (const diepte of ['openbaar', 'partij'] as const) {
      expect(lokaalOf(read, 'west', { diepte }).grafieken.waarnemingen).toBeUndefined();
      expect(overkoepelendOf(read, { diepte }).grafieken.waarnemingen).toBeUndefined();
    }
    const { waarnemingen } = overkoepelendOf(read, { diepte: 'intern' }).grafieken;
    const counted = read.dossier.waarnemingen.filter(({ gebied, indicatoren }) => gebied === 'west' && indicatoren.length > 0);
    const west = read.dossier.onderzoek.value.gebieden.findIndex(({ id }) => id === 'west') + 1;
    expect(waarnemingen?.regels.reduce((total, regel) => total + Number(regel[west]), 0)).toBe(counted.length);
  });

  test('wat goed gaat en beter kan, telt wat de lokale rapporten afdrukken', () => {
    const gebieden = read.dossier.onderzoek.value.gebieden;
    const { goed_en_beter } = overkoepelendOf(read).grafieken;
    for (const [index, { id }] of gebieden.entries()) {
      const criteria = lokaalOf(read, id).hoofdstukken.flatMap((hoofdstuk) => hoofdstuk.criteria);
      for (const regel of goed_en_beter.regels) {
        const printed = criteria.find(({ titel }) => titel === regel[0]);
        expect(regel.slice(1 + 2 * index, 3 + 2 * index).map(Number)).toEqual([
          printed?.gaat_goed.length,
          printed?.kan_beter.length,
        ]);
      }
    }
  });

  test('zonder gegevens staat er wat er ontbreekt', () => {
    const bare = { ...read, dossier: { ...read.dossier, oordelen: [] } };
    const { factoren } = lokaalOf(bare, 'west').grafieken;
    expect(factoren).toMatchObject({ regels: [], alt: 'Er zijn geen verklaringen vastgelegd.' });
  });
});

import { describe, expect, test } from 'vitest';
import { buildKader, type KaderParts } from '../../src/kader/build.ts';
import { listText } from '../../src/kader/show.ts';
import type { Criterium, KaderBestand, ThemaBestand } from '../../src/schema/generated/types.ts';

const vindplaats = { document: 'd', plaats: 'p' };
const criterium = (id: string, tekst = id): Criterium => ({
  id,
  titel: id,
  tekst,
  vindplaats,
  toelichting: 't',
  kenmerken: {},
  indicatoren: [{ id: 'i', tekst: 'x', kort: 'x', vindplaats }],
});
const thema = (id: string, criteria: Criterium[], themas: ThemaBestand[] = []): ThemaBestand => ({
  id,
  titel: id,
  criteria,
  themas,
});
const kader = (themas: string[]) =>
  ({
    formaat: 1,
    id: 'k',
    titel: 'K',
    soort: 'toezicht',
    versie: '1.0.0',
    status: 'concept',
    themas,
    documenten: [],
    grondslagen: [],
  }) as unknown as KaderBestand;
const parts = (order: string[], ...themas: ThemaBestand[]): KaderParts => ({
  kader: { file: 'kader.yaml', value: kader(order) },
  themas: themas.map((value) => ({ file: `themas/${value.id}.yaml`, value })),
  modules: [],
  definities: undefined,
});

describe('buildKader', () => {
  test('nummert naar de volgorde van kader.yaml, niet naar die van de bestanden', () => {
    const built = buildKader(parts(['b', 'a'], thema('a', [criterium('c1')]), thema('b', [criterium('c2'), criterium('c3')])));
    expect(built.criteria.map(({ ref, nummer }) => `${nummer} ${ref}`)).toEqual(['1.1 k/c2', '1.2 k/c3', '2.1 k/c1']);
    expect(built.criteria[1]?.indicatoren[0]).toMatchObject({ ref: 'k/c3/i', nummer: '1.2.1' });
  });

  test('nest thema’s, en een criterium houdt daarbij zijn verwijzing', () => {
    const built = buildKader(parts(['a'], thema('a', [criterium('c1')], [thema('b', [criterium('c2')])])));
    expect(built.themas.map(({ ref, nummer, binnen }) => [ref, nummer, binnen])).toEqual([
      ['k/a', '1', undefined],
      ['k/b', '1.2', 'k/a'],
    ]);
    expect(built.criteria.map(({ ref, nummer }) => [ref, nummer])).toEqual([
      ['k/c1', '1.1'],
      ['k/c2', '1.2.1'],
    ]);
  });

  test('de vingerafdruk volgt de tekst, niet de opmaak, de kenmerken of de vindplaats', () => {
    const print = (one: Criterium) => buildKader(parts(['a'], thema('a', [one]))).criteria[0]?.vingerafdruk;
    const first = print(criterium('c', 'een tekst'));
    expect(first).toMatch(/^v1:[0-9a-f]{64}$/);
    expect(
      print({
        ...criterium('c', ' een\n tekst '),
        kenmerken: { niveau: ['burger'] },
        vindplaats: { document: 'd', plaats: 'elders' },
      }),
    ).toBe(first);
    expect(print(criterium('c', 'een andere tekst'))).not.toBe(first);
  });
});

test('listText telt in het enkelvoud en het meervoud', () => {
  const text = (...ids: string[]) =>
    listText(
      buildKader(
        parts(
          ['a'],
          thema(
            'a',
            ids.map((id) => criterium(id)),
          ),
        ),
      ),
    );
  expect(text('een')).toBe('k  K\n  toezichtkader, versie 1.0.0, concept; 1 criterium\n');
  expect(text('een', 'twee')).toContain('; 2 criteria\n');
});

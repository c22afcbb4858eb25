import { describe, expect, test } from 'vitest';
import { buildKader, type KaderParts } from '../../src/kader/build.ts';
import { checkKader } from '../../src/kader/check.ts';
import type { DefinitiesBestand, KaderBestand, ModuleBestand } from '../../src/schema/generated/types.ts';

const vindplaats = { document: 'd', plaats: 'p' };
const KADER = {
  formaat: 1,
  id: 'k',
  titel: 'K',
  soort: 'toezicht',
  versie: '1.0.0',
  status: 'concept',
  themas: ['a'],
  documenten: [{ id: 'd', titel: 'D' }],
  grondslagen: [],
} as unknown as KaderBestand;
const PARTS: KaderParts = {
  kader: { file: 'kader.yaml', value: KADER },
  themas: [{ file: 'themas/a.yaml', value: { id: 'a', titel: 'A', criteria: [] } }],
  modules: [],
  definities: undefined,
};

/** Each message with its place and that of the first use. */
function found(rest: Partial<KaderParts>): string[] {
  const parts = { ...PARTS, ...rest };
  return checkKader(buildKader(parts), parts, undefined).map(({ message, file, pointer, related: [first] = [] }) =>
    [message, `${file}#${pointer}`, `${first?.file}#${first?.pointer}`].join(' | '),
  );
}

describe('een id die twee keer voorkomt', () => {
  test('van een thema wordt gemeld met beide bestanden, en het eerste telt', () => {
    const themas = [...PARTS.themas, { file: 'themas/a.yml', value: { id: 'a', titel: 'B', criteria: [] } }];
    expect(found({ themas })).toEqual(["thema 'a' staat er al | themas/a.yml#/id | themas/a.yaml#/id"]);
    expect(buildKader({ ...PARTS, themas }).themas.map(({ bron }) => bron.titel)).toEqual(['A']);
  });

  test('is er niet als kader.yaml een thema twee keer noemt: dat zegt het schema', () => {
    const kader = { file: 'kader.yaml', value: { ...KADER, themas: ['a', 'a'] } };
    expect(found({ kader })).toEqual([]);
    expect(buildKader({ ...PARTS, kader }).themas.map(({ ref }) => ref)).toEqual(['k/a']);
  });

  test('van een module wordt gemeld met beide bestanden', () => {
    const value: ModuleBestand = { id: 'm', titel: 'M', reden: 'r', keuze: ['a'] };
    const modules = [
      { file: 'modules/m.yaml', value },
      { file: 'modules/m.yml', value },
    ];
    expect(found({ modules })).toEqual(["module 'm' staat er al | modules/m.yml#/id | modules/m.yaml#/id"]);
  });

  test('van een definitie wordt gemeld met beide plaatsen', () => {
    const definitie = { id: 't', term: 'T', tekst: 't', vindplaats };
    const value = { formaat: 1, definities: [definitie, definitie] } as unknown as DefinitiesBestand;
    expect(found({ definities: { file: 'definities.yaml', value } })).toEqual([
      "definitie 't' staat er al | definities.yaml#/definities/1/id | definities.yaml#/definities/0/id",
    ]);
  });
});

describe('de namen van bestanden', () => {
  test('zijn de id van wat erin staat', () => {
    const themas = [{ file: 'k/themas/b.yaml', value: { id: 'a', titel: 'A', criteria: [] } }];
    expect(found({ themas, kader: { file: 'j/kader.yaml', value: KADER } }).map((line) => line.split(' | ')[0])).toEqual([
      "de map 'j' heet anders dan de id 'k'",
      "het bestand 'b' heet anders dan de id 'a'",
    ]);
  });

  test('van een vastgelegde kopie mag de map ook de versie noemen', () => {
    expect(found({ kader: { file: 'kader/k@1.0.0/kader.yaml', value: KADER } })).toEqual([]);
  });
});

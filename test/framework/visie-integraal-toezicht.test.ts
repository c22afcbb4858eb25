import { describe, expect, it } from 'vitest';
import { readKader } from './read-kader.ts';

const { kader, themas, criteria, indicatoren } = readKader('visie-integraal-toezicht');

describe('het kader visie-integraal-toezicht', () => {
  it('is een kader voor reflectie met één thema', () => {
    expect(kader.soort).toBe('reflectie');
    expect(themas.map(({ id }) => id)).toEqual(['vier-uitgangspunten']);
  });

  it('heeft de vier uitgangspunten als criteria, elk met vier aspecten', () => {
    expect(criteria.map(({ nummer, id, indicatoren: onder }) => `${nummer} ${id} ${onder.length}`)).toEqual([
      '1.1 kwaliteit-van-leven 4',
      '1.2 lerende-uitvoeringspraktijk 4',
      '1.3 vertrouwen 4',
      '1.4 vak 4',
    ]);
  });

  it('begint de tekst van elk aspect met zijn naam', () => {
    expect(indicatoren.map(({ tekst }) => tekst.slice(0, tekst.indexOf(':')))).toEqual([
      'Burgers in context',
      'Burgers aan zet',
      'Unieke burgers',
      'Burgers beschermd',
      'Nieuwsgierig zijn',
      'Kennis delen over wat werkt en wat niet werkt',
      'Proactief',
      'Lef en durf',
      'Open en transparant zijn',
      'Bouwen aan relaties',
      'Opmerkzaam zijn',
      'Duidelijk zijn',
      'Oog hebben voor verbinding',
      'Onafhankelijk en betrokken zijn',
      'Vakkennis en expertise ontwikkelen',
      'Makkelijk kunnen schakelen en acteren',
    ]);
  });

  it('noemt bij elke normtekst een vindplaats in een document dat het kader kent', () => {
    const documenten = new Set(kader.documenten.map(({ id }) => id));
    const plaatsen = [...criteria, ...indicatoren].map(({ vindplaats }) => vindplaats);
    expect(plaatsen.filter((plaats) => !plaats || !documenten.has(plaats.document))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { csvwMetadata, type Tabel, tabelCsv } from '../../src/publicatie/csvw.ts';

const TABEL: Tabel = {
  bestand: 'proef.csv',
  titel: 'Proef',
  omschrijving: 'Een proef.',
  kolommen: [
    { naam: 'nummer', titel: 'Nummer', omschrijving: 'Het nummer.', verplicht: true },
    { naam: 'wie', titel: 'Wie', omschrijving: 'Wie.', meer: true },
    { naam: 'aantal', titel: 'Aantal', omschrijving: 'Hoeveel.', soort: 'integer' },
  ],
  sleutel: ['nummer'],
  regels: [
    { nummer: 'a', wie: '=SOM(A1), of zo', aantal: '5' },
    { nummer: '@b', wie: '-1', aantal: '' },
  ],
};

test('een tabel is CSV met komma’s, waarin geen waarde een formule is', () => {
  expect(tabelCsv(TABEL)).toBe("nummer,wie,aantal\r\na,\"'=SOM(A1), of zo\",5\r\n'@b,'-1,\r\n");
});

describe('de beschrijving van tabellen', () => {
  const dataset = { titel: 'T', omschrijving: 'O', uitgevers: ['Inspectie'], datum: '2026-06-18' };
  const group = JSON.parse(csvwMetadata([TABEL], dataset)) as {
    [key: string]: unknown;
    tables: { tableSchema: { columns: { titles: string[] }[] } }[];
  };

  test('volgt CSV on the Web: context, dialect, en van elke tabel het adres en het schema', () => {
    expect(group['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'nl' }]);
    expect(group.dialect).toMatchObject({ delimiter: ',', encoding: 'utf-8', header: true });
    expect(group.tables).toEqual([
      expect.objectContaining({ url: 'proef.csv', tableSchema: expect.objectContaining({ primaryKey: ['nummer'] }) }),
    ]);
  });

  test('noemt de kolommen in de volgorde van de tabel, met de kop als eerste titel', () => {
    const columns = group.tables.flatMap(({ tableSchema }) => tableSchema.columns);
    expect(columns.map(({ titles: [first] }) => first)).toEqual(tabelCsv(TABEL).split('\r\n')[0]?.split(','));
    expect(columns).toEqual([
      expect.objectContaining({ name: 'nummer', datatype: 'string', required: true }),
      expect.objectContaining({ name: 'wie', separator: ' | ' }),
      expect.objectContaining({ name: 'aantal', datatype: 'integer' }),
    ]);
  });
});

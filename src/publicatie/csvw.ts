import { writeCsv } from '../tabel/csv-write.ts';

/** A column of a table that is published. A cell may hold several values, with a vertical bar between them. */
export interface Kolom {
  naam: string;
  titel: string;
  omschrijving: string;
  soort?: 'string' | 'integer' | 'date';
  meer?: true;
  verplicht?: true;
}

/** A table that is published as a CSV file; what a row lacks is an empty cell. */
export interface Tabel {
  bestand: string;
  titel: string;
  omschrijving: string;
  kolommen: readonly Kolom[];
  /** The columns that together name a row, where they do. */
  sleutel?: readonly string[];
  regels: readonly Readonly<Record<string, string>>[];
}

/** What holds for all tables together. */
export interface Dataset {
  titel: string;
  omschrijving: string;
  uitgevers: readonly string[];
  datum: string;
}

/** The name of the file that describes the tables beside it. */
export const CSVW_BESTAND = 'csv-metadata.json';

/** A table as CSV: commas, UTF-8 and no byte order mark, as the description of it says. A value that looks like a formula is inert. */
export function tabelCsv({ kolommen, regels }: Tabel): string {
  const headers = kolommen.map(({ naam }) => naam);
  return writeCsv(headers, regels, { separator: ',', bom: false });
}

/** Describes tables in the way of CSV on the Web (W3C, Metadata Vocabulary for Tabular Data), as a group. */
export function csvwMetadata(tabellen: readonly Tabel[], { titel, omschrijving, uitgevers, datum }: Dataset): string {
  const group = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    'dc:title': titel,
    'dc:description': omschrijving,
    'dc:publisher': uitgevers.map((naam) => ({ 'schema:name': naam })),
    'dc:issued': { '@value': datum, '@type': 'xsd:date' },
    dialect: { delimiter: ',', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tables: tabellen.map(describe),
  };
  return `${JSON.stringify(group, null, 2)}\n`;
}

function describe({ bestand, titel, omschrijving, kolommen, sleutel }: Tabel): object {
  return {
    url: bestand,
    'dc:title': titel,
    'dc:description': omschrijving,
    tableSchema: {
      columns: kolommen.map(({ naam, titel: kop, omschrijving: wat, soort = 'string', meer, verplicht }) => ({
        name: naam,
        titles: [naam, kop],
        'dc:description': wat,
        datatype: soort,
        ...(meer ? { separator: ' | ' } : {}),
        ...(verplicht ? { required: true } : {}),
      })),
      ...(sleutel ? { primaryKey: sleutel } : {}),
    },
  };
}

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesWith, readText } from './read-kader.ts';

const FRAMEWORK = new URL('../../framework/', import.meta.url);

/** The rows of a register as lists of cells, the header first; no cell of a register holds a comma or a quote. */
function register(name: string): string[][] {
  const text = readText(`registers/${name}`);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

describe('de bestanden onder framework', () => {
  it('noemt boven elk YAML-bestand een schema dat bestaat', () => {
    const zonder = filesWith('.yaml').filter((path) => {
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readText(path))?.[1];
      return !schema || !existsSync(new URL(schema, new URL(path, FRAMEWORK)));
    });
    expect(zonder).toEqual([]);
  });

  it('geeft elk object in een schema van een kader een titel, en elk veld een titel en een beschrijving', () => {
    const namen = ['gedeeld', 'kader', 'thema', 'module', 'definities', 'kenmerken'];
    const gebreken = namen.flatMap((naam) => undocumented(JSON.parse(readText(`schema/${naam}.schema.json`)), naam));
    expect(gebreken).toEqual([]);
  });
});

interface Schema {
  type?: string;
  title?: string;
  description?: string;
  additionalProperties?: boolean;
  properties?: Record<string, Schema>;
  $defs?: Record<string, Schema>;
}

function undocumented(schema: Schema, place: string): string[] {
  const object = schema.type === 'object' && (!schema.title || schema.additionalProperties !== false) ? [place] : [];
  const fields = Object.entries(schema.properties ?? {})
    .filter(([, field]) => !field.title || !field.description)
    .map(([name]) => `${place}.${name}`);
  return [
    ...object,
    ...fields,
    ...Object.entries(schema.$defs ?? {}).flatMap(([name, part]) => undocumented(part, `${place}#${name}`)),
  ];
}

describe('de registers', () => {
  const gemeenten = register('gemeenten.csv');
  const codes = new Set(gemeenten.slice(1).map(([code]) => code));

  it('kent 342 gemeenten met een CBS-code die eenmaal voorkomt', () => {
    expect(gemeenten[0]).toEqual(['gemeentecode', 'naam', 'provincie', 'veiligheidsregio']);
    expect(codes.size).toBe(342);
    expect(gemeenten.slice(1).filter(([code = '']) => !/^GM\d{4}$/.test(code))).toEqual([]);
  });

  it('laat elke opgeheven gemeente opgaan in een gemeente die bestaat', () => {
    const [kop, ...rijen] = register('herindelingen.csv');
    expect(kop).toEqual(['oude_code', 'oude_naam', 'nieuwe_code', 'nieuwe_naam', 'ingangsdatum']);
    expect(rijen.filter(([oud = '', , nieuw = '']) => codes.has(oud) || !codes.has(nieuw))).toEqual([]);
  });

  it('geeft verzonnen gemeenten een code en een naam die geen echte gemeente heeft', () => {
    const [kop, ...rijen] = register('voorbeeld.csv');
    const namen = new Set([...gemeenten, ...register('herindelingen.csv')].map(([, naam]) => naam));
    expect(kop).toEqual(gemeenten[0]);
    expect(rijen.map(([code]) => code)).toEqual(['VB0001', 'VB0002', 'VB0003']);
    expect(rijen.filter(([, naam]) => namen.has(naam))).toEqual([]);
  });
});

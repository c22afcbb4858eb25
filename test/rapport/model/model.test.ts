import { describe, expect, test } from 'vitest';
import { DIEPTES, INDELINGEN } from '../../../src/rapport/model/options.ts';
import { validateContext } from '../../../src/schema/validate-context.ts';
import { readKlein } from '../../oordeel/klein.ts';
import { lokaalOf, overkoepelendOf } from './build.ts';

interface Passage {
  nr: number;
  anker: string;
  rust_op?: { nr: number; anker: string }[];
}

/** Everything with a number, in the order of the model. */
function passagesOf(value: unknown): Passage[] {
  if (Array.isArray(value)) return value.flatMap(passagesOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'nr' in value && 'tekst' in value ? [value as unknown as Passage] : [];
  return [...own, ...Object.values(value).flatMap(passagesOf)];
}

describe('het rapportmodel', () => {
  const read = readKlein();

  test.each(DIEPTES.flatMap((diepte) => INDELINGEN.map((indeling) => ({ diepte, indeling }))))(
    'volgt zijn schema bij $diepte en $indeling',
    (options) => {
      expect(validateContext('lokaal', lokaalOf(read, 'west', options))).toEqual([]);
      expect(validateContext('lokaal', lokaalOf(read, 'oost', options))).toEqual([]);
      expect(validateContext('overkoepelend', overkoepelendOf(read, options))).toEqual([]);
    },
  );

  test.each([
    ['lokaal', lokaalOf(read, 'west')],
    ['lokaal per deelvraag', lokaalOf(read, 'west', { indeling: 'deelvraag' })],
    ['overkoepelend', overkoepelendOf(read)],
  ])('geeft elke alinea een eigen nummer en wijst alleen naar wat er staat: %s', (_, model) => {
    const passages = passagesOf(model);
    const numbers = passages.map(({ nr }) => nr);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(Math.max(...numbers)).toBe(numbers.length);
    const anchors = new Set(passages.map(({ anker }) => anker));
    for (const { rust_op = [] } of passages) for (const { anker } of rust_op) expect(anchors).toContain(anker);
  });

  test('is twee keer hetzelfde', () => {
    expect(JSON.stringify(overkoepelendOf(read))).toBe(JSON.stringify(overkoepelendOf(readKlein())));
  });

  test('laat een oordeel rusten op de nummers van zijn bevindingen', () => {
    const { oordeel, hoofdstukken } = lokaalOf(read, 'west');
    const [toegang, samenhang] = hoofdstukken[0]?.criteria ?? [];
    expect(toegang?.oordeel?.rust_op).toEqual([
      { soort: 'bevinding', nr: toegang?.bevindingen[0]?.nr, anker: toegang?.bevindingen[0]?.anker },
    ]);
    expect(oordeel.conclusie?.rust_op.map(({ nr }) => nr)).toEqual([toegang?.oordeel?.nr, samenhang?.oordeel?.nr]);
  });

  test('zegt niets meer over een criterium dat niet van toepassing is, tenzij er iets over is gezegd', () => {
    const change: [string, string, string] = [
      'toetsingskader.yaml',
      '    motivering: Alles doet ertoe.\n    deelvragen: [dv1]',
      '    motivering: Alles doet ertoe.\n    niet_van_toepassing: Speelt hier niet.\n    deelvragen: [dv1]',
    ];
    const { dossier, ...rest } = readKlein(change);
    const { verbeterpunten: _, overkoepelend: __, ...bare } = dossier;
    const outside = (read: typeof dossier, gebied: string) =>
      lokaalOf({ ...rest, dossier: read }, gebied).hoofdstukken[0]?.criteria.map((criterium) => criterium.buiten_beoordeling);
    expect(outside(dossier, 'west')).toEqual([undefined, undefined]);
    expect(outside({ ...bare, oordelen: [], bevindingen: [] }, 'west')).toEqual([undefined, true]);
  });

  test('zet de norm naast de toegespitste tekst', () => {
    const [criterium] = lokaalOf(read, 'west').hoofdstukken[0]?.criteria ?? [];
    expect(criterium?.toespitsing).toBe('De toegang tot hulp in de wijk is laagdrempelig.');
    expect(criterium?.norm).not.toBe(criterium?.toespitsing);
    expect(criterium?.vindplaats).toMatch(/[^.]\.$/);
  });

  test('noemt wat niet is beoordeeld met de reden', () => {
    const [, samenhang] = lokaalOf(read, 'oost').hoofdstukken[0]?.criteria ?? [];
    expect(samenhang?.oordeel).toBeUndefined();
    expect(samenhang?.niet_beoordeeld).toBe('Er is alleen met consulenten gesproken.');
  });

  test('drukt een bevinding over twee criteria een keer af en verwijst daarna', () => {
    const both = readKlein([
      'bevindingen/west.yaml',
      '[proef/toegang/weten-waar]',
      '[proef/toegang/weten-waar, proef/samenhang/afgestemd]',
    ]);
    const [toegang, samenhang] = lokaalOf(both, 'west').hoofdstukken[0]?.criteria ?? [];
    expect(toegang?.bevindingen.map(({ ref }) => ref)).toEqual(['bevinding:west-1']);
    expect(samenhang?.bevindingen.map(({ ref }) => ref)).toEqual(['bevinding:west-2']);
    expect(samenhang?.bevindingen_elders.map(({ nr }) => nr)).toEqual([toegang?.bevindingen[0]?.nr]);
  });

  test('noemt een verbeterpunt bij het criterium en alleen in het gebied waar het op rust', () => {
    const west = lokaalOf(read, 'west');
    expect(west.verbeterpunten.map(({ regie, punten }) => [regie, punten.map(({ nummer }) => nummer)])).toEqual([
      ['De stad', ['V1']],
    ]);
    expect(west.hoofdstukken[0]?.criteria.map(({ kan_beter }) => kan_beter.length)).toEqual([1, 0]);
    expect(lokaalOf(read, 'oost').verbeterpunten).toEqual([]);
  });

  test('telt in hoeveel gebieden een patroon terugkomt', () => {
    expect(overkoepelendOf(read).patronen[0]?.gebieden).toEqual({ aantal: 1, van: 2, soort: 'wijken', namen: ['West'] });
  });

  test('zet de oordelen per gebied naast het oordeel over alle gebieden', () => {
    const [toegang] = overkoepelendOf(read).hoofdstukken[0]?.criteria ?? [];
    expect(toegang?.gebieden.map(({ gebied }) => gebied)).toEqual(['West', 'Oost']);
    expect(toegang?.oordeel?.rust_op.map(({ nr }) => nr)).toEqual(toegang?.gebieden.map(({ passage }) => passage?.nr));
  });

  test('nummert een verbeterpunt in elk rapport hetzelfde', () => {
    const second = '  - { id: v0, tekst: Eerst., gericht_aan: [stad], regie: stad, rust_op: ["bevinding:oost-1"] }\n';
    const more = readKlein(['verbeterpunten.yaml', 'verbeterpunten:\n', `verbeterpunten:\n${second}`]);
    const numbers = (groups: { punten: { nummer: string }[] }[]) =>
      groups.flatMap(({ punten }) => punten.map((punt) => punt.nummer));
    expect(numbers(overkoepelendOf(more).verbeterpunten)).toEqual(['V1', 'V2']);
    expect(numbers(lokaalOf(more, 'oost').verbeterpunten)).toEqual(['V1']);
    expect(numbers(lokaalOf(more, 'west').verbeterpunten)).toEqual(['V2']);
  });

  test('spreekt van één inspectie en van één gebied in het enkelvoud', () => {
    expect(lokaalOf(read, 'west').document.omschrijving).toContain('Wat de inspectie zag en hoe zij dat beoordeelt in West.');
    expect(overkoepelendOf(read).document.ondertitel).toBe('Overkoepelend rapport over 2 wijken');
    expect(overkoepelendOf(read).onderzoek.gebiedswoord).toEqual({ een: 'wijk', meer: 'wijken' });
  });

  test('geeft bij een indeling per deelvraag het antwoord in het hoofdstuk', () => {
    const { oordeel, hoofdstukken } = lokaalOf(read, 'west', { indeling: 'deelvraag' });
    expect(oordeel.antwoorden).toEqual([]);
    expect(hoofdstukken.map(({ titel, criteria }) => [titel, criteria.length])).toEqual([
      ['Deelvraag 1: Is de hulp te vinden?', 2],
    ]);
    expect(hoofdstukken[0]?.antwoord?.tekst).toBe('De hulp is slecht te vinden.');
  });
});

import { join } from 'node:path';
import { expect } from 'vitest';
import { readKader } from '../../src/commands/read/kader.ts';
import { newReading } from '../../src/commands/read/yaml.ts';
import { buildKader } from '../../src/kader/build.ts';
import type { Kader } from '../../src/kader/model.ts';
import { changeKeuze, type Keuzewijziging } from '../../src/onderzoek/recipe.ts';
import { selectCriteria } from '../../src/onderzoek/select.ts';
import { buildRuimte, isUnder, type Keuzeruimte } from '../../src/onderzoek/space.ts';
import type { EigenCriterium, OnderzoekBestand, ToetsingskaderBestand } from '../../src/schema/generated/types.ts';
import type { SheetSpec } from '../../src/tabel/sheet-spec.ts';
import type { Table } from '../../src/tabel/table.ts';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';

/** A kader of the package. */
export function frameworkKader(id = 'volwassenen'): Kader {
  const read = readKader(join(import.meta.dirname, '../../framework', id), newReading());
  if (!read) throw new Error(`no kader ${id}`);
  return read.kader;
}

/** The same kader under another name: every number stands in both. */
export function twinKader(id: string): Kader {
  const read = readKader(join(import.meta.dirname, '../../framework/volwassenen'), newReading());
  if (!read) throw new Error('no kader');
  const { kader } = read.parts;
  return buildKader({ ...read.parts, kader: { ...kader, value: { ...kader.value, id } } });
}

/** An own criterium with two indicatoren. */
export const EIGEN_CRITERIUM: EigenCriterium = {
  id: 'voorbereid',
  titel: 'Op tijd voorbereid',
  tekst: 'De overgang is op tijd voorbereid.',
  toelichting: 'Wie op tijd begint, kan nog kiezen.',
  vindplaats: 'Werksessie',
  indicatoren: [
    { id: 'plan', tekst: 'Er is een plan.' },
    { id: 'persoon', tekst: 'Er blijft een vertrouwd persoon.' },
  ],
};

/** An empty toetsingskader on one kader. */
export function emptyToetsingskader(kader: Kader): ToetsingskaderBestand {
  return {
    formaat: 1,
    onderzoek: 'proef',
    status: 'concept',
    versie: 1,
    kaders: [{ id: kader.id, versie: kader.bron.versie, vingerafdruk: kader.vingerafdruk }],
    keuze: { met: [] },
    criteria: [],
    weggelaten: [],
  };
}

/** A change with nothing in it but what is given. */
export function wijziging(change: Partial<Keuzewijziging>): Keuzewijziging {
  return { met: [], zonder: [], eigen: [], ...change };
}

/** One `select`: the recipe changed and worked out. */
export function select(
  before: ToetsingskaderBestand,
  change: Partial<Keuzewijziging>,
  kader: Kader,
): { after: ToetsingskaderBestand; ruimte: Keuzeruimte } {
  const everything = buildRuimte([kader], [...(before.keuze.eigen ?? []), ...(change.eigen ?? [])]);
  const keuze = changeKeuze(before.keuze, wijziging(change), (ref, above) => isUnder(everything, ref, above));
  const ruimte = buildRuimte([kader], keuze.eigen);
  return { after: { ...before, keuze, ...selectCriteria(ruimte, keuze, before) }, ruimte };
}

/** A small plan that is in order. */
export function plan(rest: Partial<OnderzoekBestand> = {}): OnderzoekBestand {
  return {
    formaat: 1,
    id: 'proef',
    titel: 'Proef',
    onderwerp: 'Een proef.',
    hoofdvraag: 'Werkt het?',
    deelvragen: [{ id: 'dv1', tekst: 'Hoe?' }],
    aanleiding: { soort: 'signaal', toelichting: 'Er kwam een signaal.' },
    inspecties: [
      { id: 'igj', naam: 'Inspectie Gezondheidszorg en Jeugd', rol: 'leidend' },
      { id: 'nla', naam: 'Nederlandse Arbeidsinspectie', rol: 'deelnemend' },
    ],
    doelgroep: { omschrijving: 'Jongeren.' },
    datum: '2026-06-18',
    register: 'voorbeeld',
    gebieden: [{ id: 'fictiehove', naam: 'Fictiehove', soort: 'gemeente', code: 'VB0003', reden: 'Daarom.' }],
    partijen: [
      { id: 'gemeente', naam: 'Gemeente Fictiehove', soort: 'gemeente', gebieden: ['fictiehove'], reden: 'Verantwoordelijk.' },
    ],
    ...rest,
  };
}

/** A row of a sheet, by column. */
export type Cells = Record<string, string>;

/** Writes sheets as a workbook, lets cells be changed as a person would, and reads it back. */
export async function fill(sheets: SheetSpec[], name: string, change: (row: Cells) => Cells): Promise<Table[]> {
  const changed = sheets.map((sheet) =>
    sheet.name === name ? { ...sheet, rows: sheet.rows.map((row) => change({ ...row })) } : sheet,
  );
  const { value: bytes, diagnostics } = await writeWorkbook({ title: 'x', date: '2026-06-18', sheets: changed });
  expect(diagnostics).toEqual([]);
  const { value, diagnostics: read } = await readWorkbook(bytes, { expected: ['verwijzing', 'kiezen', 'id'] });
  expect(read).toEqual([]);
  return value.tables;
}

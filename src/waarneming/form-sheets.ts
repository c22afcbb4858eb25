import type { Dossier } from '../onderzoek/dossier.ts';
import { FORM_VERSION } from '../onderzoek/form.ts';
import { enumeration } from '../schema/enumeration.ts';
import type { ColumnSpec, SheetSpec, WorkbookSpec } from '../tabel/sheet-spec.ts';
import { type BronColumn, SHEETS, type WaarnemingColumn } from './columns.ts';
import { toetsingskaderFingerprint } from './fingerprint.ts';
import { type FormOptions, type FormRows, formRows } from './form.ts';
import { explainingSheets } from './form-explain.ts';
import { indicatorLabels, itemLabel } from './words.ts';

/** Empty rows below those with an id: a waarneming there gets an id from its content. */
const MORE_ROWS = 1000;

/** A recording form as a workbook: it knows the toetsingskader, the gebieden, the partijen, the items and the respondenttypen. */
export function formWorkbook(dossier: Dossier, options: FormOptions): WorkbookSpec {
  const { id, titel, datum } = dossier.onderzoek.value;
  const rows = formRows(dossier, options);
  return {
    title: `Waarnemingen: ${titel}`,
    date: datum,
    sheets: [
      ...explainingSheets(dossier, options.levering),
      bronnenSheet(dossier, options, rows),
      waarnemingenSheet(dossier, options, rows),
    ],
    properties: {
      formulierversie: FORM_VERSION,
      onderzoek: id,
      levering: options.levering,
      vingerafdruk: toetsingskaderFingerprint(dossier),
    },
  };
}

type Columns<C extends string> = Record<C, Omit<ColumnSpec, 'key' | 'header'>>;

function bronnenSheet(dossier: Dossier, { gebieden }: FormOptions, { bronnen }: FormRows): SheetSpec {
  const { partijen = [] } = dossier.onderzoek.value;
  const inGebieden = partijen.filter(
    (partij) => gebieden.length === 0 || partij.gebieden.some((gebied) => gebieden.includes(gebied)),
  );
  const columns: Columns<BronColumn> = {
    id: { width: 20, kind: 'text', locked: true },
    soort: choice(14, enumeration('bronsoort')),
    perspectief: choice(15, enumeration('perspectief'), 'Wiens blik dit is.'),
    respondenttype: choice(16, dossier.instrumenten?.value.respondenttypen.map((type) => type.id) ?? []),
    datum: { width: 13, kind: 'date', note: 'Bijvoorbeeld 14-2-2026.' },
    casus: { width: 10, kind: 'text', note: 'Een code, bijvoorbeeld c01. Nooit een naam of nummer van een persoon.' },
    gebieden: { ...choice(20, gebiedIds(dossier, gebieden), 'Meer gebieden? Zet | ertussen.'), open: true },
    partij: choice(
      20,
      inGebieden.map((partij) => partij.id),
    ),
    omschrijving: { width: 40, kind: 'text', wrap: true, note: 'Kort, en niet herleidbaar tot een persoon.' },
    'vastgelegd door': choice(18, recorders(dossier)),
  };
  return { name: SHEETS.bronnen, columns: specs(columns), rows: bronnen, protect: true, frozenColumns: 1 };
}

function waarnemingenSheet(dossier: Dossier, { gebieden }: FormOptions, { bronnen, waarnemingen }: FormRows): SheetSpec {
  const items = dossier.instrumenten?.value.items ?? [];
  const labels = indicatorLabels(dossier).map(({ label }) => label);
  const columns: Columns<WaarnemingColumn> = {
    id: { width: 20, kind: 'text', locked: true },
    bron: {
      width: 20,
      kind: 'choice',
      choices: { sheet: SHEETS.bronnen, range: `$A$2:$A$${bronnen.length + 1}` },
      note: 'De id van de bron op het blad Bronnen.',
      open: true,
    },
    gebied: choice(18, gebiedIds(dossier, gebieden), 'Mag leeg blijven als de bron over één gebied gaat.'),
    indicator: { ...choice(36, labels, 'Mag leeg blijven. Meer indicatoren? Zet | ertussen.'), open: true, wrap: true },
    item: { ...choice(24, items.map(itemLabel)), wrap: true },
    tekst: {
      width: 70,
      kind: 'text',
      wrap: true,
      note: 'Wat er is gezegd, gelezen of gezien. Geen namen, geen burgerservicenummer.',
    },
    strekking: choice(13, enumeration('strekking')),
    'verklarende factor': {
      ...choice(20, enumeration('factor'), 'Waardoor het komt, als de bron dat zegt. Meer? Zet | ertussen.'),
      open: true,
    },
    vertrouwelijk: choice(13, enumeration('jaNee')),
    citeerbaar: choice(12, enumeration('jaNee'), 'Alleen ja als de respondent dat goed vindt.'),
    'vastgelegd door': choice(18, recorders(dossier)),
  };
  return {
    name: SHEETS.waarnemingen,
    columns: specs(columns),
    rows: waarnemingen,
    blankRows: MORE_ROWS,
    protect: true,
    frozenColumns: 1,
  };
}

function specs<C extends string>(columns: Columns<C>): ColumnSpec[] {
  return Object.entries<Omit<ColumnSpec, 'key' | 'header'>>(columns).map(([key, column]) => ({ header: key, key, ...column }));
}

function choice(width: number, choices: readonly string[], note?: string): Omit<ColumnSpec, 'key' | 'header'> {
  return { width, kind: choices.length > 0 ? 'choice' : 'text', choices, ...(note === undefined ? {} : { note }) };
}

function gebiedIds({ onderzoek }: Dossier, only: readonly string[]): string[] {
  const ids = onderzoek.value.gebieden.map(({ id }) => id);
  return only.length === 0 ? ids : ids.filter((id) => only.includes(id));
}

function recorders({ onderzoek }: Dossier): string[] {
  const { inspecties, partners = [] } = onderzoek.value;
  return [...inspecties, ...partners].map(({ id }) => id);
}

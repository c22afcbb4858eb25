import type { ColumnSpec } from '../tabel/sheet-spec.ts';
import type { BronColumn, WaarnemingColumn } from './columns.ts';
import type { FormLists, ListName } from './form-lists.ts';

/** A column of a form: how it looks, which list goes with it, and what a person should know who fills it in. */
export interface FormColumn extends Pick<ColumnSpec, 'width' | 'locked' | 'wrap' | 'open' | 'note'> {
  list?: ListName;
  kind?: 'date';
}

/** A column of a form as a sheet has it: with a drop-down where there is anything to choose from. */
export function columnSpec(name: string, { list, kind, ...look }: FormColumn, lists: FormLists): ColumnSpec {
  const choices = list === undefined ? [] : lists[list].map(({ waarde }) => waarde);
  const column = { header: name, key: name, ...look };
  return choices.length > 0 ? { ...column, kind: 'choice', choices } : { ...column, kind: kind ?? 'text' };
}

/** The columns about a bron. */
export const BRON_FORM: Readonly<Record<BronColumn, FormColumn>> = {
  id: { width: 20, locked: true },
  soort: { width: 14, list: 'bronsoort' },
  perspectief: { width: 15, list: 'perspectief', note: 'Wiens blik dit is.' },
  respondenttype: { width: 16, list: 'respondenttype' },
  datum: { width: 13, kind: 'date', note: 'Bijvoorbeeld 14-2-2026.' },
  casus: {
    width: 10,
    list: 'casus',
    open: true,
    note: 'Een code, bijvoorbeeld c01. Nooit een naam of nummer van een persoon.',
  },
  gebieden: { width: 20, list: 'gebied', open: true, note: 'Meer gebieden? Zet | ertussen.' },
  partij: { width: 20, list: 'partij' },
  omschrijving: { width: 40, wrap: true, note: 'Kort, en niet herleidbaar tot een persoon.' },
  'vastgelegd door': { width: 18, list: 'vastlegger' },
};

/** The column for the files that come with a row: narrow and at the end, because most rows have none. */
export const BIJLAGEN_FORM: FormColumn = {
  width: 14,
  note: 'Alleen als er bestanden bij horen, naast dit formulier: fotos/balie.jpg (de balie op maandag). Meer? Zet | ertussen.',
};

/** The columns of a waarneming. */
export const WAARNEMING_FORM: Readonly<Record<WaarnemingColumn, FormColumn>> = {
  id: { width: 20, locked: true, note: 'Staat er al, en verandert niet.' },
  bron: { width: 20, open: true, note: 'De id van de bron: elk gesprek, dossier of document heeft er een.' },
  gebied: { width: 18, list: 'gebied', note: 'Mag leeg blijven als de bron over één gebied gaat.' },
  indicator: {
    width: 36,
    list: 'indicator',
    open: true,
    wrap: true,
    note: 'Mag leeg blijven. Meer indicatoren? Zet | ertussen.',
  },
  item: { width: 24, list: 'item', wrap: true },
  antwoord: {
    width: 24,
    list: 'antwoord',
    wrap: true,
    note: 'Alleen bij een item met vaste antwoorden. De tekst is dan de toelichting, en mag leeg blijven.',
  },
  tekst: {
    width: 70,
    wrap: true,
    note: 'Wat er is gezegd, gelezen of gezien. Geen namen, geen burgerservicenummer.',
  },
  strekking: { width: 13, list: 'strekking' },
  'verklarende factor': {
    width: 20,
    list: 'factor',
    open: true,
    note: 'Waardoor het komt, als de bron dat zegt. Meer? Zet | ertussen.',
  },
  vertrouwelijk: { width: 13, list: 'jaNee' },
  citeerbaar: { width: 12, list: 'jaNee', note: 'Alleen ja als de respondent dat goed vindt.' },
  'vastgelegd door': { width: 18, list: 'vastlegger' },
};

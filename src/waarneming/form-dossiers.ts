import type { Dossier } from '../onderzoek/dossier.ts';
import type { Item } from '../schema/generated/types.ts';
import type { ColumnSpec, SheetSpec } from '../tabel/sheet-spec.ts';
import { BIJLAGEN, SHEETS } from './columns.ts';
import { DOSSIER_COLUMNS, type DossierColumn, itemHeader } from './dossier-columns.ts';
import { type FormOptions, newIds } from './form.ts';
import { BIJLAGEN_FORM, BRON_FORM, columnSpec, type FormColumn, WAARNEMING_FORM } from './form-columns.ts';
import { type FormLists, type FormScope, itemsFor, respondenttypenOf } from './form-lists.ts';
import { hasAntwoorden } from './words.ts';

/** What every row of the sheet Dossiers starts with. */
export type DossierVooraf = Partial<Record<DossierColumn, string>>;

/** The items that are looked up in a dossier: those of which the sheet Dossiers has columns. */
export function dossierItems(dossier: Dossier, scope: FormScope): Item[] {
  return itemsFor(dossier, scope).filter(({ soort }) => soort === 'dossieritem');
}

/** What follows for every dossier from what a form is about: its gebied, and whose dossier it is, when there is one of each. */
export function dossierVooraf(dossier: Dossier, scope: FormScope): DossierVooraf {
  const [gebied, ...others] = scope.gebieden;
  const [wie, ...more] = dossierRespondenttypen(dossier, scope);
  return {
    ...(gebied !== undefined && others.length === 0 ? { gebied } : {}),
    ...(wie && more.length === 0 ? { respondenttype: wie.id, perspectief: wie.perspectief } : {}),
  };
}

/** The grid of casussen by items: a row is a dossier, and each item has its answer and room for an explanation beside it. */
export function dossierSheets(dossier: Dossier, lists: FormLists, options: FormOptions): SheetSpec[] {
  const items = dossierItems(dossier, options);
  if (items.length === 0) return [];
  const wie = dossierRespondenttypen(dossier, options).map(({ id }) => id);
  const asked = { ...lists, respondenttype: lists.respondenttype.filter(({ waarde }) => wie.includes(waarde)) };
  const vooraf = dossierVooraf(dossier, options);
  const ids = newIds(`${options.levering}-d`, 3, options.room.dossiers ?? 0, options.bronnen ?? []);
  return [
    {
      name: SHEETS.dossiers,
      columns: [
        ...DOSSIER_COLUMNS.map((column) => columnSpec(column, DOSSIER_FORM[column], asked)),
        ...items.flatMap((item) => itemColumns(item, asked)),
        columnSpec(BIJLAGEN, BIJLAGEN_FORM, asked),
      ],
      rows: ids.map((row) => ({ ...row, ...vooraf })),
      protect: true,
      frozenColumns: 2,
    },
  ];
}

const DOSSIER_FORM: Readonly<Record<DossierColumn, FormColumn>> = {
  ...BRON_FORM,
  gebied: { width: 18, list: 'gebied' },
  citeerbaar: {
    ...WAARNEMING_FORM.citeerbaar,
    note: 'Geldt voor alles wat u uit dit dossier opschrijft. Alleen ja als uw woorden in het rapport mogen staan.',
  },
};

function itemColumns(item: Item, lists: FormLists): ColumnSpec[] {
  const { id, tekst } = item;
  const look = { kind: 'text', wrap: true, note: tekst } as const;
  const text = (words: string): ColumnSpec => {
    const header = itemHeader('tekst', id, words);
    return { ...look, header, key: header, width: 36 };
  };
  // Narrow, because every item has it: what is read stands between the brackets.
  const strekking = columnSpec(itemHeader('strekking', id, 'strekking'), { ...WAARNEMING_FORM.strekking, wrap: true }, lists);
  if (!hasAntwoorden(item)) return [text(tekst), strekking];
  const header = itemHeader('antwoord', id, tekst);
  const answer: ColumnSpec = { ...look, kind: 'choice', choices: item.antwoorden, header, key: header, width: 28 };
  return [answer, text('toelichting'), strekking];
}

function dossierRespondenttypen(dossier: Dossier, scope: FormScope): ReturnType<typeof respondenttypenOf> {
  const mine = new Set(dossierItems(dossier, scope).map(({ instrument }) => instrument));
  const instrumenten = dossier.instrumenten?.value.instrumenten.filter(({ id }) => mine.has(id)) ?? [];
  const wie = new Set(instrumenten.flatMap(({ respondenttypen }) => respondenttypen));
  return respondenttypenOf(dossier, scope).filter(({ id }) => wie.has(id));
}

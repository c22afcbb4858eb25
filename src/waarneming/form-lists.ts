import type { Dossier } from '../onderzoek/dossier.ts';
import { enumeration } from '../schema/enumeration.ts';
import type { Item, Respondenttype } from '../schema/generated/types.ts';
import { byText, groupBy } from '../source/order.ts';
import { hasAntwoorden, type IndicatorLabel, indicatorLabels, itemLabel } from './words.ts';

/** What a form is about. */
export interface FormScope {
  /** Only these gebieden; all of the onderzoek when empty. */
  gebieden: readonly string[];
  /** Only these respondenttypen, and what is asked of them; all when absent or empty. */
  respondenttypen?: readonly string[];
}

/** A value that may stand in a column of a form, and what it means. */
export interface Keuze {
  waarde: string;
  uitleg: string;
}

/** The closed and open lists of a form. */
export type ListName =
  | 'bronsoort'
  | 'perspectief'
  | 'respondenttype'
  | 'casus'
  | 'gebied'
  | 'partij'
  | 'vastlegger'
  | 'indicator'
  | 'item'
  | 'antwoord'
  | 'strekking'
  | 'factor'
  | 'jaNee';

/** Everything that may be chosen in a form, narrowed to what it is about. */
export type FormLists = Record<ListName, Keuze[]>;

/** Makes the lists of a form; a list of which nothing is known is empty. */
export function formLists(dossier: Dossier, scope: FormScope): FormLists {
  const { inspecties, partners = [] } = dossier.onderzoek.value;
  const wie = respondenttypenOf(dossier, scope);
  return {
    bronsoort: plain(enumeration('bronsoort')),
    perspectief: plain(perspectieven(wie, scope)),
    respondenttype: named(wie),
    casus: casussen(dossier, scope),
    gebied: named(dossier.onderzoek.value.gebieden.filter(({ id }) => isAmong(id, scope.gebieden))),
    partij: partijen(dossier, scope),
    vastlegger: named([...inspecties, ...partners]),
    indicator: indicatoren(dossier, scope),
    item: itemsFor(dossier, scope).map((item) => ({ waarde: itemLabel(item), uitleg: itemUitleg(item) })),
    antwoord: antwoorden(dossier, scope),
    strekking: plain(enumeration('strekking')),
    factor: plain(enumeration('factor')),
    jaNee: plain(enumeration('jaNee')),
  };
}

/** Every fixed answer, with the items it answers. */
function antwoorden(dossier: Dossier, scope: FormScope): Keuze[] {
  const answered = itemsFor(dossier, scope).filter(hasAntwoorden);
  const all = answered.flatMap(({ id, antwoorden: list }) => list.map((waarde) => ({ waarde, id })));
  return [...groupBy(all, ({ waarde }) => waarde)].map(([waarde, items]) => ({
    waarde,
    uitleg: `bij ${[...new Set(items.map(({ id }) => id))].join(', ')}`,
  }));
}

/** What an item asks and, where its answers are fixed, which they are. */
export function itemUitleg({ tekst, antwoorden = [] }: Item): string {
  return antwoorden.length === 0 ? tekst : `${tekst} Antwoorden: ${antwoorden.join(' | ')}.`;
}

/** The respondenttypen that a form is about. */
export function respondenttypenOf({ instrumenten }: Dossier, { respondenttypen }: FormScope): Respondenttype[] {
  return (instrumenten?.value.respondenttypen ?? []).filter(({ id }) => isAmong(id, respondenttypen));
}

function perspectieven(wie: readonly Respondenttype[], { respondenttypen = [] }: FormScope): readonly string[] {
  const all = enumeration('perspectief');
  return respondenttypen.length === 0 ? all : all.filter((name) => wie.some(({ perspectief }) => perspectief === name));
}

/** The codes that are in use already: a second bron about the same casus must get the same one. */
function casussen({ bronnen }: Dossier, { gebieden }: FormScope): Keuze[] {
  const here = bronnen.filter((bron) => bron.gebieden.some((gebied) => isAmong(gebied, gebieden)));
  return plain([...new Set(here.flatMap(({ casus }) => casus ?? []))].sort(byText));
}

function partijen({ onderzoek }: Dossier, { gebieden }: FormScope): Keuze[] {
  const { partijen: all = [] } = onderzoek.value;
  return named(all.filter((partij) => partij.gebieden.some((gebied) => isAmong(gebied, gebieden))));
}

/** The indicatoren that are asked of the respondenttypen of the form; all of them where nothing says what is asked of whom. */
export function indicatorenFor(dossier: Dossier, scope: FormScope): IndicatorLabel[] {
  const labels = indicatorLabels(dossier);
  const { respondenttypen = [] } = scope;
  const items = new Set(itemsFor(dossier, scope).flatMap((item) => item.indicatoren));
  const asked = labels.filter(
    ({ indicator: { ref, aanWie } }) => items.has(ref) || aanWie.some((id) => respondenttypen.includes(id)),
  );
  return respondenttypen.length > 0 && asked.length > 0 ? asked : labels;
}

function indicatoren(dossier: Dossier, scope: FormScope): Keuze[] {
  return indicatorenFor(dossier, scope).map(({ label, indicator }) => ({
    waarde: label,
    uitleg: `${sharpened(indicator)} [${indicator.ref}]`,
  }));
}

/** How each criterium of the form was sharpened, where it was. */
export function sharpenedCriteria(dossier: Dossier, scope: FormScope): string[] {
  const criteria = indicatorenFor(dossier, scope).map(({ criterium }) => criterium);
  const written = criteria.map(({ nummer, titel, toespitsing }) => (toespitsing ? `Bij ${nummer} ${titel}: ${toespitsing}` : ''));
  return [...new Set(written.filter(Boolean))];
}

function sharpened({ tekst, toespitsing, nietVanToepassing }: IndicatorLabel['indicator']): string {
  return nietVanToepassing ? `Niet van toepassing: ${nietVanToepassing}` : (toespitsing ?? tekst);
}

/** The items that are asked of the respondenttypen of the form. */
export function itemsFor({ instrumenten }: Dossier, { respondenttypen }: FormScope): Item[] {
  const mine = new Set(
    instrumenten?.value.instrumenten
      .filter((instrument) => instrument.respondenttypen.some((id) => isAmong(id, respondenttypen)))
      .map(({ id }) => id),
  );
  return (instrumenten?.value.items ?? []).filter(({ instrument }) => mine.has(instrument));
}

function isAmong(id: string, only: readonly string[] = []): boolean {
  return only.length === 0 || only.includes(id);
}

function plain(values: readonly string[]): Keuze[] {
  return values.map((waarde) => ({ waarde, uitleg: '' }));
}

function named(items: readonly { id: string; naam: string }[]): Keuze[] {
  return items.map(({ id, naam }) => ({ waarde: id, uitleg: naam }));
}

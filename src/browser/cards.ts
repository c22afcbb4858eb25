import type { FormCriterium, FormIndicator, FormItem } from '../formulier/model.ts';
import type { WaarnemingInhoud } from '../schema/generated/types.ts';
import { addWaarneming } from './add.ts';
import type { App } from './app.ts';
import { card, disclosure, heading } from './card.ts';
import { button, h } from './dom.ts';
import { count } from './names.ts';
import { askedAbout, instrumentenFor, itemsByIndicator, type Overview } from './overview.ts';
import { addButton, waarnemingRows } from './rows.ts';

/** The criteria as cards, grouped per thema, each with its indicatoren and the questions about them. */
export function criteriumCards(app: App, overview: Overview): HTMLElement[] {
  const items = itemsByIndicator(app);
  const asked = askedAbout(app, items);
  return app.model.themas.flatMap(({ nummer, titel, criteria }) => {
    const cards = criteria.flatMap((criterium) => {
      const indicatoren = criterium.indicatoren.filter(asked);
      return indicatoren.length === 0 ? [] : [criteriumCard(app, overview, criterium, indicatoren, items)];
    });
    return cards.length === 0 ? [] : [h('section', { class: 'thema' }, heading('h3', nummer, titel), ...cards)];
  });
}

/** The questions as cards, grouped per instrument, each with the indicatoren it is about. */
export function vraagCards(app: App, overview: Overview): HTMLElement[] {
  return instrumentenFor(app).map(({ id, naam, introductie, items }) =>
    h(
      'section',
      { class: 'thema' },
      heading('h3', '', naam),
      introductie !== undefined && disclosure('Introductie', naam, h('p', {}, introductie), `intro-${id}`),
      ...items.map((item) => vraagCard(app, overview, item)),
    ),
  );
}

/** A last card: what belongs to no indicator, or to no question. */
export function looseCard(app: App, overview: Overview): HTMLElement {
  const byVraag = app.place.ordening === 'vraag';
  const items = byVraag ? overview.withoutItem : overview.uncoded;
  const title = byVraag ? 'Los van een vraag' : 'Zonder indicator';
  const text = byVraag
    ? 'Wat ter sprake kwam, maar bij geen vraag hoort.'
    : 'Weet u nog niet waar het over gaat? Leg het hier vast; een indicator kiezen kan later.';
  const body = () => [h('p', { class: 'uitleg' }, text), ...waarnemingRows(app, 'los', items), addButton(app, 'los', title, {})];
  return h(
    'section',
    { class: 'thema' },
    heading('h3', '', 'Overig'),
    card(app, { key: 'los', nummer: '', titel: title, total: items.length }, body),
  );
}

function criteriumCard(
  app: App,
  overview: Overview,
  criterium: FormCriterium,
  indicatoren: readonly FormIndicator[],
  items: ReadonlyMap<string, readonly FormItem[]>,
): HTMLElement {
  const { ref, nummer, titel, tekst, toespitsing, toelichting, vindplaats } = criterium;
  const own = new Set(indicatoren.flatMap((indicator) => overview.byIndicator.get(indicator.ref) ?? []));
  return card(app, { key: ref, nummer, titel, total: own.size }, () => [
    toespitsing !== undefined && h('p', { class: 'toespitsing' }, toespitsing),
    disclosure('Norm en toelichting', nummer, criteriumNorm(tekst, toelichting, vindplaats), `norm-${ref}`),
    ...indicatoren.map((indicator) => indicatorPart(app, overview, indicator, items.get(indicator.ref) ?? [])),
  ]);
}

function criteriumNorm(tekst: string, toelichting: string, vindplaats: string): HTMLElement {
  return h(
    'div',
    {},
    h('blockquote', {}, tekst),
    h('p', {}, h('strong', {}, 'Waarom is dit belangrijk? '), toelichting),
    vindplaats !== '' && h('p', { class: 'vindplaats' }, vindplaats),
  );
}

function indicatorPart(app: App, overview: Overview, indicator: FormIndicator, items: readonly FormItem[]): HTMLElement {
  const { ref, nummer, kort, toespitsing, nietVanToepassing } = indicator;
  const questions = items.map((item) => h('li', {}, h('span', {}, item.tekst), answerButton(app, ref, item)));
  return h(
    'section',
    { class: 'indicator' },
    heading('h5', nummer, kort),
    toespitsing !== undefined && h('p', { class: 'toespitsing' }, toespitsing),
    nietVanToepassing !== undefined && h('p', { class: 'uitleg' }, `Niet van toepassing: ${nietVanToepassing}`),
    normOf(indicator),
    questions.length > 0 && h('ul', { class: 'vragen' }, ...questions),
    ...waarnemingRows(app, ref, overview.byIndicator.get(ref) ?? []),
    addButton(app, ref, `${nummer} ${kort}`, { indicatoren: [ref] }),
  );
}

function answerButton(app: App, ref: string, { id, tekst }: FormItem): HTMLElement {
  const add = () => addWaarneming(app, ref, { item: id, indicatoren: [ref] });
  return button('Antwoord vastleggen', add, { 'aria-label': `Antwoord vastleggen op: ${tekst}` });
}

function vraagCard(app: App, overview: Overview, item: FormItem): HTMLElement {
  const found = overview.byItem.get(item.id) ?? [];
  const about = item.indicatoren.flatMap((ref) => app.names.indicatoren.get(ref) ?? []);
  const start: WaarnemingInhoud = { item: item.id, ...(about.length === 1 ? { indicatoren: item.indicatoren } : {}) };
  return card(app, { key: `vraag:${item.id}`, nummer: '', titel: item.tekst, total: found.length }, () => [
    item.minuten !== undefined && h('p', { class: 'uitleg' }, `Ongeveer ${count(item.minuten, 'minuut', 'minuten')}.`),
    ...about.map((indicator) => h('div', { class: 'over' }, h('p', {}, app.names.indicator(indicator.ref)), normOf(indicator))),
    ...waarnemingRows(app, `vraag:${item.id}`, found),
    addButton(app, `vraag:${item.id}`, item.tekst, start),
  ]);
}

function normOf({ ref, nummer, tekst, aandachtspunten }: FormIndicator): HTMLElement {
  const points = aandachtspunten.map((punt) => h('li', {}, punt));
  const body = h('div', {}, h('blockquote', {}, tekst), points.length > 0 && h('ul', {}, ...points));
  return disclosure('Tekst van de norm', nummer, body, `norm-${ref}`);
}

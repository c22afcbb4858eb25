import type { App, Place } from './app.ts';
import { criteriumCards, looseCard, vraagCards } from './cards.ts';
import { checkField, type Option, pillField, selectField } from './controls.ts';
import { button, h } from './dom.ts';
import { fits, overviewOf } from './overview.ts';

/** The view in which is recorded: from which bron, what is filtered, and the cards. */
export function recordView(app: App): HTMLElement[] {
  const { place, model } = app;
  const overview = overviewOf(app);
  const cards = place.ordening === 'vraag' ? vraagCards(app, overview) : criteriumCards(app, overview);
  return [
    h('section', { class: 'werkbalk', 'aria-label': 'Bron en filters' }, bronChoice(app), filters(app)),
    ...(model.instrumenten.length > 0 ? [ordening(app)] : []),
    ...cards,
    looseCard(app, overview),
  ];
}

function bronChoice(app: App): HTMLElement {
  const { notebook, names, place } = app;
  const bronnen = [...notebook.bronnen.values()].filter(
    ({ id, inhoud }) => inhoud && (id === place.bron || fits(inhoud, inhoud.gebieden ?? [], place)),
  );
  const bron = selectField({
    id: 'nu-bron',
    label: 'Ik leg vast uit',
    value: place.bron,
    empty: bronnen.length === 0 ? 'Er is nog geen bron' : 'Kies een bron',
    options: bronnen.map(({ id, inhoud }) => ({ value: id, label: names.bron(inhoud) })),
    choose: (id) => app.go({ bron: id }, 'nu-bron'),
  });
  const make = button('Nieuwe bron', () => newBron(app), { id: 'nu-nieuwe-bron' });
  const only = checkField({
    id: 'nu-alleen',
    label: 'Toon alleen wat uit deze bron komt',
    value: place.alleenBron === 'ja',
    choose: (yes) => app.go({ alleenBron: yes ? 'ja' : 'nee' }, 'nu-alleen'),
  });
  return h('div', { class: 'bronkeuze' }, h('div', { class: 'metknop' }, bron.element, make), place.bron !== '' && only);
}

/** Makes a bron with what the form is about filled in, and opens it. */
export function newBron(app: App): void {
  const { model, place } = app;
  const { gebieden = place.gebied ? [place.gebied] : undefined, ...vooraf } = model.vooraf;
  const wie = model.respondenttypen.find(({ id }) => id === place.respondenttype);
  const id = app.notebook.addBron({
    ...vooraf,
    ...(wie ? { respondenttype: wie.id, perspectief: wie.perspectief } : {}),
    ...(gebieden ? { gebieden } : model.gebieden.length === 1 ? { gebieden: model.gebieden.map((gebied) => gebied.id) } : {}),
    ...(place.namens ? { vastgelegd_door: place.namens } : {}),
  });
  app.go({ tab: 'bronnen' });
  app.open({ editor: { id, lijst: 'bronnen' }, bladzijden: new Map() }, `b-${id}-soort`);
}

function filters(app: App): HTMLElement {
  const { model, names, place } = app;
  const choice = (key: 'gebied' | 'respondenttype' | 'namens', label: string, empty: string, options: Option[]) =>
    options.length > 1 &&
    selectField({
      id: `filter-${key}`,
      label,
      value: place[key],
      empty,
      options,
      choose: (value) => app.go({ [key]: value } as Partial<Place>, `filter-${key}`),
    }).element;
  return h(
    'div',
    { class: 'naast' },
    choice('gebied', 'Gebied', 'Alle gebieden', names.options(model.gebieden)),
    choice('respondenttype', 'Respondenttype', 'Alle respondenttypen', names.options(model.respondenttypen)),
    choice('namens', 'Ik leg vast namens', 'Niet ingevuld', names.options(model.vastleggers)),
  );
}

function ordening(app: App): HTMLElement {
  return pillField({
    id: 'ordening',
    label: 'Volgorde',
    one: true,
    values: [app.place.ordening],
    options: [
      { value: 'criterium', label: 'per criterium' },
      { value: 'vraag', label: 'per vraag' },
    ],
    choose: ([value]) =>
      app.go({ ordening: value === 'vraag' ? 'vraag' : 'criterium' }, value === 'vraag' ? 'ordening-1' : 'ordening-0'),
  }).element;
}

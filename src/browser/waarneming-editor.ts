import { recordable } from '../formulier/problems.ts';
import type { WaarnemingInhoud } from '../schema/generated/types.ts';
import { addWaarneming } from './add.ts';
import type { App } from './app.ts';
import { checkField, type Field, pillField, selectField, textField } from './controls.ts';
import { button, h } from './dom.ts';
import { indicatorField } from './indicator-field.ts';
import { excerpt } from './names.ts';
import { versionChoice } from './version-choice.ts';

type Veld = keyof WaarnemingInhoud;

/** What the fields of one editor share. */
export interface Editing {
  app: App;
  id: string;
  /** The content as it is now. */
  inhoud(): WaarnemingInhoud;
  set<K extends Veld>(veld: K, waarde: WaarnemingInhoud[K] & (string | string[])): void;
}

/** The editor of one waarneming. Every change is kept at once; nothing here has to be confirmed. */
export function waarnemingEditor(app: App, id: string, lijst: string): HTMLElement {
  const { notebook } = app;
  const inhoud = () => notebook.waarnemingen.get(id)?.inhoud ?? {};
  const editing: Editing = { app, id, inhoud, set: (veld, waarde) => notebook.setWaarneming(id, veld, waarde) };
  const started = (inhoud().tekst ?? '') !== '';
  const fields = new Map<Veld, Field>();
  const check = (only?: Veld) => {
    const found = app.gebreken(inhoud());
    for (const [veld, field] of fields) {
      if (only === undefined || veld === only) field.complain(found.find((gebrek) => gebrek.veld === veld)?.melding);
    }
  };
  const gebied = h('div', {});
  const placeGebied = () => {
    const field = gebiedField(editing, () => check('gebied'));
    if (field) fields.set('gebied', field);
    else fields.delete('gebied');
    gebied.replaceChildren(...(field ? [field.element] : []));
  };
  fields.set(
    'tekst',
    tekstField(editing, () => check('tekst')),
  );
  fields.set(
    'bron',
    bronField(editing, () => {
      placeGebied();
      check('bron');
    }),
  );
  fields.set(
    'indicatoren',
    indicatorField(editing, () => check('indicatoren')),
  );
  placeGebied();
  if (started) check();
  const element = h('div', { class: 'bewerken', role: 'group', 'aria-label': 'Waarneming' });
  element.append(
    ...versionChoice(app, id, lijst),
    ...['tekst', 'bron'].map((veld) => fields.get(veld as Veld)?.element ?? ''),
    gebied,
    ...strekkingFields(editing),
    fields.get('indicatoren')?.element ?? '',
    ...moreFields(editing),
    actions(app, id, lijst),
  );
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) another(app, id, lijst);
  });
  return element;
}

function tekstField({ id, inhoud, set }: Editing, check: () => void): Field {
  const field = textField({
    id: `w-${id}-tekst`,
    label: 'Wat is er gezegd, gelezen of gezien?',
    hint: 'Geen namen, adressen of burgerservicenummers.',
    needed: true,
    kind: 'text',
    value: inhoud().tekst ?? '',
    type: (typed) => {
      const { tekst, melding } = recordable(typed);
      set('tekst', tekst);
      field.complain(melding);
    },
  });
  field.control.addEventListener('change', () => {
    if (recordable(field.control.value).melding === undefined) check();
  });
  return field;
}

function bronField({ app, id, inhoud, set }: Editing, changed: () => void): Field {
  const bronnen = [...app.notebook.bronnen.values()].filter((bron) => bron.inhoud || bron.id === inhoud().bron);
  return selectField({
    id: `w-${id}-bron`,
    label: 'Bron',
    needed: true,
    value: inhoud().bron ?? '',
    empty: bronnen.length === 0 ? 'Er is nog geen bron: maak er een bij Bronnen' : 'Kies een bron',
    options: bronnen.map((bron) => ({ value: bron.id, label: app.names.bron(bron.inhoud) })),
    choose: (bron) => {
      const gebieden = app.notebook.bronnen.get(bron)?.inhoud?.gebieden ?? [];
      set('bron', bron);
      if (!gebieden.includes(inhoud().gebied ?? '') || gebieden.length === 1) set('gebied', '');
      changed();
    },
  });
}

/** Only where the bron leaves open which gebied it is. */
function gebiedField({ app, id, inhoud, set }: Editing, changed: () => void): Field | undefined {
  const gebieden = app.notebook.bronnen.get(inhoud().bron ?? '')?.inhoud?.gebieden ?? [];
  if (gebieden.length < 2 && !inhoud().gebied) return undefined;
  return selectField({
    id: `w-${id}-gebied`,
    label: 'Gebied',
    hint: 'Deze bron gaat over meer gebieden.',
    needed: true,
    value: inhoud().gebied ?? '',
    empty: 'Kies een gebied',
    options: gebieden.map((gebied) => ({ value: gebied, label: app.names.of('gebied', gebied) })),
    choose: (gebied) => {
      set('gebied', gebied);
      changed();
    },
  });
}

function strekkingFields({ app, id, inhoud, set }: Editing): HTMLElement[] {
  const { strekkingen, factoren } = app.model;
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const strekking = pillField({
    id: `w-${id}-strekking`,
    label: 'Strekking',
    one: true,
    values: inhoud().strekking ? [inhoud().strekking ?? ''] : [],
    options: [{ value: '', label: 'geen' }, ...plain(strekkingen)],
    choose: ([value = '']) => set('strekking', value),
  });
  const factor = pillField({
    id: `w-${id}-factoren`,
    label: 'Waardoor komt het, als de bron dat zegt?',
    values: inhoud().verklarende_factoren ?? [],
    options: plain(factoren),
    choose: (values) => set('verklarende_factoren', values),
  });
  return [strekking.element, factor.element];
}

function itemField({ app, id, inhoud, set }: Editing): Field {
  return selectField({
    id: `w-${id}-item`,
    label: 'Vraag of onderwerp',
    value: inhoud().item ?? '',
    empty: 'Geen',
    options: app.model.instrumenten.map(({ naam, items }) => ({
      label: naam,
      options: items.map((item) => ({ value: item.id, label: excerpt(item.tekst, 90) })),
    })),
    choose: (item) => set('item', item),
  });
}

function moreFields(editing: Editing): HTMLElement[] {
  const { app, id, inhoud, set } = editing;
  const yes = (veld: 'vertrouwelijk' | 'citeerbaar', label: string, hint: string) =>
    checkField({
      id: `w-${id}-${veld}`,
      label,
      hint,
      value: inhoud()[veld] === 'ja',
      choose: (value) => set(veld, value ? 'ja' : ''),
    });
  const door = selectField({
    id: `w-${id}-door`,
    label: 'Vastgelegd door',
    value: inhoud().vastgelegd_door ?? '',
    empty: 'Niet ingevuld',
    options: app.names.options(app.model.vastleggers),
    choose: (value) => set('vastgelegd_door', value),
  });
  const both = [
    yes('vertrouwelijk', 'Vertrouwelijk', ''),
    yes('citeerbaar', 'Citeerbaar', 'Alleen als de respondent dat goed vindt.'),
  ];
  return [h('div', { class: 'naast' }, itemField(editing).element, door.element), h('div', { class: 'naast' }, ...both)];
}

function actions(app: App, id: string, lijst: string): HTMLElement {
  return h(
    'div',
    { class: 'acties' },
    button('Klaar', () => app.open({ editor: undefined }, `rij-${lijst}-${id}`, `nieuw-${lijst}`), { class: 'hoofd' }),
    button('Nog een', () => another(app, id, lijst), { title: 'Ctrl + Enter' }),
    button('Verwijderen', () => remove(app, id, lijst), { class: 'stil weg' }),
    h('p', { class: 'hint' }, 'Wat u typt, wordt vanzelf bewaard. Ctrl + Enter: nog een waarneming.'),
  );
}

/** The next one in the same place, from the same bron. */
function another(app: App, id: string, lijst: string): void {
  const { bron, gebied, indicatoren, item } = app.notebook.waarnemingen.get(id)?.inhoud ?? {};
  const start = { bron, gebied, indicatoren, item };
  addWaarneming(app, lijst, Object.fromEntries(Object.entries(start).filter(([, value]) => value !== undefined)));
}

function remove(app: App, id: string, lijst: string): void {
  const undo = app.notebook.remove(id);
  app.open({ editor: undefined }, `nieuw-${lijst}`, 'zicht');
  app.say('De waarneming is verwijderd.', () => {
    undo();
    app.say('De waarneming staat er weer.');
    app.draw(`rij-${lijst}-${id}`, 'zicht');
  });
}

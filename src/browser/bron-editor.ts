import { bronGebreken, recordable } from '../formulier/problems.ts';
import type { BronInhoud } from '../schema/generated/types.ts';
import type { App } from './app.ts';
import { type Field, pillField, selectField, textField } from './controls.ts';
import { button, h } from './dom.ts';
import { versionChoice } from './version-choice.ts';

type Veld = keyof BronInhoud;

/** What the fields of one editor share. */
interface Editing {
  app: App;
  id: string;
  inhoud(): BronInhoud;
  set<K extends Veld>(veld: K, waarde: BronInhoud[K] & (string | string[])): void;
  /** Says what is wrong with a field, if anything is. */
  check(veld: Veld): void;
}

/** The editor of one bron. Every change is kept at once. */
export function bronEditor(app: App, id: string): HTMLElement {
  const { notebook } = app;
  const inhoud = () => notebook.bronnen.get(id)?.inhoud ?? {};
  const fields = new Map<Veld, Field>();
  const check = (veld: Veld) =>
    fields.get(veld)?.complain(bronGebreken(inhoud()).find((gebrek) => gebrek.veld === veld)?.melding);
  const started = (inhoud().soort ?? inhoud().datum) !== undefined;
  const set: Editing['set'] = (veld, waarde) => notebook.setBron(id, veld, waarde);
  for (const [veld, field] of fieldsOf({ app, id, inhoud, check, set })) fields.set(veld, field);
  if (started) for (const veld of fields.keys()) check(veld);
  return h(
    'div',
    { class: 'bewerken', role: 'group', 'aria-label': 'Bron' },
    ...versionChoice(app, id, 'bronnen'),
    h('div', { class: 'naast' }, ...[...fields.values()].map(({ element }) => element)),
    actions(app, id),
  );
}

function fieldsOf(editing: Editing): [Veld, Field][] {
  const { bronsoorten, perspectieven } = editing.app.model;
  const perspectief = plainSelect(editing, 'perspectief', 'Perspectief', perspectieven);
  return [
    ['soort', plainSelect(editing, 'soort', 'Soort', bronsoorten)],
    ['respondenttype', respondenttypeField(editing, perspectief.control)],
    ['perspectief', perspectief],
    ['datum', datumField(editing)],
    ['casus', casusField(editing)],
    ['partij', partijField(editing)],
    ['gebieden', gebiedenField(editing)],
    ['omschrijving', omschrijvingField(editing)],
    ['vastgelegd_door', doorField(editing)],
  ];
}

function plainSelect(
  { id, inhoud, set, check }: Editing,
  veld: 'soort' | 'perspectief',
  label: string,
  values: readonly string[],
) {
  return selectField({
    id: `b-${id}-${veld}`,
    label,
    needed: true,
    value: inhoud()[veld] ?? '',
    empty: 'Kies',
    options: values.map((value) => ({ value, label: value })),
    choose: (value) => {
      set(veld, value);
      check(veld);
    },
  });
}

/** Whose perspectief a respondenttype has is known; it stays open to change. */
function respondenttypeField({ app, id, inhoud, set, check }: Editing, perspectief: HTMLSelectElement): Field {
  const types = app.model.respondenttypen;
  return selectField({
    id: `b-${id}-respondenttype`,
    label: 'Respondenttype',
    value: inhoud().respondenttype ?? '',
    empty: 'Geen',
    options: app.names.options(types),
    choose: (value) => {
      set('respondenttype', value);
      const known = types.find((type) => type.id === value);
      if (!known) return;
      set('perspectief', known.perspectief);
      perspectief.value = known.perspectief;
      check('perspectief');
    },
  });
}

function datumField({ id, inhoud, set, check }: Editing): Field {
  const field = textField({
    id: `b-${id}-datum`,
    label: 'Datum',
    needed: true,
    kind: 'date',
    value: inhoud().datum ?? '',
    type: (value) => set('datum', value),
  });
  field.control.addEventListener('change', () => check('datum'));
  return field;
}

function gebiedenField({ app, id, inhoud, set, check }: Editing): Field {
  return pillField({
    id: `b-${id}-gebieden`,
    label: 'Gebieden',
    needed: true,
    values: inhoud().gebieden ?? [],
    options: app.names.options(app.model.gebieden),
    choose: (values) => {
      set('gebieden', values);
      check('gebieden');
    },
  });
}

function partijField({ app, id, inhoud, set }: Editing): Field {
  return selectField({
    id: `b-${id}-partij`,
    label: 'Partij',
    value: inhoud().partij ?? '',
    empty: 'Geen',
    options: app.names.options(app.model.partijen),
    choose: (value) => set('partij', value),
  });
}

function casusField({ app, id, inhoud, set, check }: Editing): Field {
  const list = `b-${id}-casussen`;
  const field = textField({
    id: `b-${id}-casus`,
    label: 'Casus',
    hint: 'Een code, bijvoorbeeld c01. Nooit een naam of nummer van een persoon.',
    value: inhoud().casus ?? '',
    list,
    type: (typed) => {
      const { tekst, melding } = recordable(typed);
      set('casus', tekst.trim().toLowerCase());
      field.complain(melding);
    },
  });
  field.control.addEventListener('change', () => {
    if (recordable(field.control.value).melding === undefined) check('casus');
  });
  const known = new Set([
    ...app.model.casussen,
    ...[...app.notebook.bronnen.values()].flatMap((bron) => bron.inhoud?.casus ?? []),
  ]);
  field.element.append(h('datalist', { id: list }, ...[...known].map((value) => h('option', { value }))));
  return field;
}

function omschrijvingField({ id, inhoud, set }: Editing): Field {
  const field = textField({
    id: `b-${id}-omschrijving`,
    label: 'Omschrijving',
    hint: 'Kort, en niet herleidbaar tot een persoon.',
    value: inhoud().omschrijving ?? '',
    type: (typed) => {
      const { tekst, melding } = recordable(typed);
      set('omschrijving', tekst);
      field.complain(melding);
    },
  });
  return field;
}

function doorField({ app, id, inhoud, set }: Editing): Field {
  return selectField({
    id: `b-${id}-door`,
    label: 'Vastgelegd door',
    value: inhoud().vastgelegd_door ?? '',
    empty: 'Niet ingevuld',
    options: app.names.options(app.model.vastleggers),
    choose: (value) => set('vastgelegd_door', value),
  });
}

function actions(app: App, id: string): HTMLElement {
  const used = [...app.notebook.waarnemingen.values()].filter(({ inhoud }) => inhoud?.bron === id).length;
  const remove = () => {
    const undo = app.notebook.remove(id);
    app.open({ editor: undefined }, 'nieuw-bronnen');
    app.say('De bron is verwijderd.', () => {
      undo();
      app.say('De bron staat er weer.');
      app.draw(`rij-bronnen-${id}`, 'zicht');
    });
  };
  return h(
    'div',
    { class: 'acties' },
    button('Klaar', () => app.open({ editor: undefined }, `rij-bronnen-${id}`), { class: 'hoofd' }),
    button('Hieruit vastleggen', () => app.go({ tab: 'vastleggen', bron: id }, 'zicht')),
    used === 0 && button('Verwijderen', remove, { class: 'stil weg' }),
    used > 0 && h('p', { class: 'hint' }, 'Deze bron is in gebruik, en kan daarom niet worden verwijderd.'),
  );
}

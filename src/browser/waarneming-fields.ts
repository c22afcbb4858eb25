import { recordable } from '../formulier/problems.ts';
import type { WaarnemingInhoud } from '../schema/generated/types.ts';
import type { App } from './app.ts';
import { checkField, type Field, pillField, selectField, textField } from './controls.ts';
import { h } from './dom.ts';
import { excerpt } from './names.ts';

type Veld = keyof WaarnemingInhoud;

/** What the fields of one editor share. */
export interface Editing {
  app: App;
  id: string;
  /** The fields that can be wrong. */
  fields: Map<Veld, Field>;
  /** The content as it is now. */
  inhoud(): WaarnemingInhoud;
  set<K extends Veld>(veld: K, waarde: WaarnemingInhoud[K] & (string | string[])): void;
  /** Says what is wrong with a field, if anything is. */
  check(veld: Veld): void;
}

/** The text itself. What may not be recorded is refused while it is typed. */
export function tekstField({ id, inhoud, set, check, fields }: Editing): HTMLElement {
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
    if (recordable(field.control.value).melding === undefined) check('tekst');
  });
  fields.set('tekst', field);
  return field.element;
}

/** The fixed answers of the item, where it has any; `place` shows those of the item as it is now. */
export function antwoordField({ app, id, inhoud, set, check, fields }: Editing): { element: HTMLElement; place: () => void } {
  const element = h('div', {});
  const place = () => {
    const { item = '', antwoord = '' } = inhoud();
    const known = app.names.items.get(item)?.antwoorden ?? [];
    const options = antwoord === '' || known.includes(antwoord) ? known : [...known, antwoord];
    const field = pillField({
      id: `w-${id}-antwoord`,
      label: 'Antwoord',
      hint: 'Een toelichting hieronder mag, en hoeft niet.',
      one: true,
      values: antwoord === '' ? [] : [antwoord],
      options: [{ value: '', label: 'geen' }, ...options.map((value) => ({ value, label: value }))],
      choose: ([value = '']) => {
        set('antwoord', value);
        check('antwoord');
        check('tekst');
      },
    });
    fields.set('antwoord', field);
    element.replaceChildren(...(options.length > 0 ? [field.element] : []));
  };
  place();
  return { element, place };
}

/** The bron, and the gebied where the bron leaves open which one it is. */
export function bronFields(editing: Editing): HTMLElement[] {
  const { fields, check } = editing;
  const place = h('div', {});
  const placeGebied = () => {
    const field = gebiedField(editing);
    if (field) fields.set('gebied', field);
    else fields.delete('gebied');
    place.replaceChildren(...(field ? [field.element] : []));
  };
  const bron = bronField(editing, () => {
    placeGebied();
    check('bron');
  });
  fields.set('bron', bron);
  placeGebied();
  return [bron.element, place];
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

function gebiedField({ app, id, inhoud, set, check }: Editing): Field | undefined {
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
      check('gebied');
    },
  });
}

/** What the waarneming says of the practice, and what explains it. */
export function strekkingFields({ app, id, inhoud, set }: Editing): HTMLElement[] {
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

function itemField({ app, id, inhoud, set }: Editing, changed: () => void): Field {
  return selectField({
    id: `w-${id}-item`,
    label: 'Vraag of onderwerp',
    value: inhoud().item ?? '',
    empty: 'Geen',
    options: app.model.instrumenten.map(({ naam, items }) => ({
      label: naam,
      options: items.map((item) => ({ value: item.id, label: excerpt(item.tekst, 90) })),
    })),
    choose: (item) => {
      set('item', item);
      if (!app.names.items.get(item)?.antwoorden?.includes(inhoud().antwoord ?? '')) set('antwoord', '');
      changed();
    },
  });
}

/** The question it answers (`changed`: it became another), how it may be used, and who recorded it. */
export function moreFields(editing: Editing, changed: () => void): HTMLElement[] {
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
  return [h('div', { class: 'naast' }, itemField(editing, changed).element, door.element), h('div', { class: 'naast' }, ...both)];
}

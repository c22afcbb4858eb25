import { selectField } from './controls.ts';
import { button, focusOn, h } from './dom.ts';
import type { Editing } from './waarneming-fields.ts';

/** The indicatoren of a waarneming: those of its question at hand, and all others in a list. */
export function indicatorField(editing: Editing): HTMLElement {
  const { id, inhoud, set, check, app } = editing;
  const list = h('ul', { class: 'gekozen' });
  const suggestions = h('div', { class: 'pillen' });
  const change = (refs: readonly string[]) => {
    const order = [...app.names.indicatoren.keys()];
    set('indicatoren', [...order.filter((ref) => refs.includes(ref)), ...refs.filter((ref) => !order.includes(ref))]);
    draw();
    check('indicatoren');
    focusOn(keyOf(id));
  };
  const add = (ref: string) => change([...(inhoud().indicatoren ?? []), ref]);
  const draw = () => {
    list.replaceChildren(...chosenRows(editing, change));
    suggestions.replaceChildren(...suggested(editing, add));
  };
  draw();
  return h('fieldset', { class: 'veld indicatoren' }, h('legend', {}, 'Indicatoren'), list, suggestions, adder(editing, add));
}

function keyOf(id: string): string {
  return `w-${id}-indicatoren`;
}

function adder({ app, id, fields }: Editing, add: (ref: string) => void): HTMLElement {
  const field = selectField({
    id: keyOf(id),
    label: 'Indicator toevoegen',
    hint: 'Mag leeg blijven: coderen kan later.',
    value: '',
    empty: 'Kies een indicator',
    options: app.names.criteria.map(({ nummer, titel, indicatoren }) => ({
      label: `${nummer} ${titel}`,
      options: indicatoren.map(({ ref }) => ({ value: ref, label: app.names.indicator(ref) })),
    })),
    choose: (ref) => {
      if (ref !== '') add(ref);
      field.control.value = '';
    },
  });
  fields.set('indicatoren', field);
  return field.element;
}

function chosenRows({ app, inhoud }: Editing, change: (refs: readonly string[]) => void): HTMLElement[] {
  const chosen = inhoud().indicatoren ?? [];
  return chosen.map((ref) => {
    const name = app.names.indicator(ref);
    const remove = () => change(chosen.filter((other) => other !== ref));
    return h('li', {}, name, button('×', remove, { class: 'kruis', 'aria-label': `Haal weg: ${name}` }));
  });
}

/** The indicatoren that the question is about and that were not chosen: one press adds them. */
function suggested({ app, inhoud }: Editing, add: (ref: string) => void): HTMLElement[] {
  const { item = '', indicatoren = [] } = inhoud();
  return (app.names.items.get(item)?.indicatoren ?? [])
    .filter((ref) => app.names.indicatoren.has(ref) && !indicatoren.includes(ref))
    .map((ref) => button(`+ ${app.names.indicator(ref)}`, () => add(ref), { class: 'voorstel' }));
}

import { type Field, selectField } from './controls.ts';
import { button, focusOn, h } from './dom.ts';
import type { Editing } from './waarneming-editor.ts';

/** The indicatoren of a waarneming: those of its question at hand, and all others in a list. */
export function indicatorField({ app, id, inhoud, set }: Editing, changed: () => void): Field {
  const key = `w-${id}-indicatoren`;
  const chosen = () => inhoud().indicatoren ?? [];
  const change = (refs: readonly string[], focus: string) => {
    const order = [...app.names.indicatoren.keys()];
    const known = order.filter((ref) => refs.includes(ref));
    set('indicatoren', [...known, ...refs.filter((ref) => !order.includes(ref))]);
    draw();
    changed();
    focusOn(focus, key);
  };
  const list = h('ul', { class: 'gekozen' });
  const suggestions = h('div', { class: 'pillen' });
  const add = selectField({
    id: key,
    label: 'Indicator toevoegen',
    hint: 'Mag leeg blijven: coderen kan later.',
    value: '',
    empty: 'Kies een indicator',
    options: app.names.criteria.map(({ nummer, titel, indicatoren }) => ({
      label: `${nummer} ${titel}`,
      options: indicatoren.map(({ ref }) => ({ value: ref, label: app.names.indicator(ref) })),
    })),
    choose: (ref) => {
      if (ref !== '') change([...chosen(), ref], key);
      add.control.value = '';
    },
  });
  const draw = () => {
    const own = app.names.items.get(inhoud().item ?? '')?.indicatoren ?? [];
    list.replaceChildren(...chosen().map((ref, index) => h('li', {}, app.names.indicator(ref), removal(ref, index))));
    suggestions.replaceChildren(
      ...own
        .filter((ref) => app.names.indicatoren.has(ref) && !chosen().includes(ref))
        .map((ref) => button(`+ ${app.names.indicator(ref)}`, () => change([...chosen(), ref], key), { class: 'voorstel' })),
    );
  };
  const removal = (ref: string, index: number) =>
    button(
      '×',
      () =>
        change(
          chosen().filter((other) => other !== ref),
          key,
        ),
      {
        class: 'kruis',
        id: `${key}-weg-${index}`,
        'aria-label': `Haal weg: ${app.names.indicator(ref)}`,
      },
    );
  draw();
  const legend = h('legend', {}, 'Indicatoren');
  const element = h('fieldset', { class: 'veld indicatoren' }, legend, list, suggestions, add.element);
  return { element, complain: add.complain };
}

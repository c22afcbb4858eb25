import type { WaarnemingInhoud } from '../schema/generated/types.ts';
import { addWaarneming } from './add.ts';
import type { App } from './app.ts';
import type { Field } from './controls.ts';
import { button, h } from './dom.ts';
import { indicatorField } from './indicator-field.ts';
import { versionChoice } from './version-choice.ts';
import { antwoordField, bronFields, type Editing, moreFields, strekkingFields, tekstField } from './waarneming-fields.ts';

/** The editor of one waarneming. Every change is kept at once; nothing here has to be confirmed. */
export function waarnemingEditor(app: App, id: string, lijst: string): HTMLElement {
  const editing = startEditing(app, id);
  const antwoord = antwoordField(editing);
  const element = h(
    'div',
    { class: 'bewerken', role: 'group', 'aria-label': 'Waarneming' },
    ...versionChoice(app, id, lijst),
    antwoord.element,
    tekstField(editing),
    ...bronFields(editing),
    ...strekkingFields(editing),
    indicatorField(editing),
    ...moreFields(editing, antwoord.place),
    actions(app, id, lijst),
  );
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) another(app, id, lijst);
  });
  if (editing.inhoud().tekst || editing.inhoud().antwoord) for (const veld of editing.fields.keys()) editing.check(veld);
  return element;
}

function startEditing(app: App, id: string): Editing {
  const { notebook } = app;
  const inhoud = () => notebook.waarnemingen.get(id)?.inhoud ?? {};
  const fields = new Map<keyof WaarnemingInhoud, Field>();
  return {
    app,
    id,
    fields,
    inhoud,
    set: (veld, waarde) => notebook.setWaarneming(id, veld, waarde),
    check: (veld) => fields.get(veld)?.complain(app.gebreken(inhoud()).find((gebrek) => gebrek.veld === veld)?.melding),
  };
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

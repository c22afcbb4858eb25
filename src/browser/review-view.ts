import type { FormWaarneming } from '../formulier/exchange.ts';
import { isOpen } from '../formulier/versions.ts';
import type { App, Place } from './app.ts';
import { selectField, textField } from './controls.ts';
import { button, h } from './dom.ts';
import { count, saidText } from './names.ts';
import { shownWaarnemingen } from './overview.ts';
import { waarnemingRows } from './rows.ts';

const CHOICES: { value: Place['keuze']; label: string }[] = [
  { value: 'alle', label: 'Alle waarnemingen' },
  { value: 'open', label: 'Nog niet af' },
  { value: 'ongecodeerd', label: 'Zonder indicator' },
  { value: 'versies', label: 'Twee versies: kies' },
];

/** The view in which is looked over what was recorded: all of it, or what still asks for something. */
export function reviewView(app: App): HTMLElement[] {
  const found = h('div', { id: 'gevonden' });
  const fill = () => {
    const items = reviewed(app);
    found.replaceChildren(
      h('p', { class: 'uitleg', role: 'status' }, `${count(items.length, 'waarneming', 'waarnemingen')}.`),
      ...waarnemingRows(app, 'nakijken', items),
    );
  };
  fill();
  return [...bronNotice(app), h('div', { class: 'naast' }, choiceField(app), searchField(app, fill)), found];
}

function choiceField(app: App): HTMLElement {
  return selectField({
    id: 'nakijk-keuze',
    label: 'Toon',
    value: app.place.keuze,
    empty: undefined,
    options: CHOICES,
    choose: (value) => app.go({ keuze: CHOICES.find((item) => item.value === value)?.value ?? 'alle' }, 'nakijk-keuze'),
  }).element;
}

/** Fills the list anew at every sign, and leaves the field itself as it is. */
function searchField(app: App, fill: () => void): HTMLElement {
  return textField({
    id: 'nakijk-zoek',
    label: 'Zoek in de tekst',
    value: app.opened.zoek,
    type: (zoek) => {
      app.close();
      app.opened = { ...app.opened, zoek, bladzijden: new Map() };
      fill();
    },
  }).element;
}

/** A filter that is set elsewhere must not hide anything here without saying so. */
function bronNotice(app: App): HTMLElement[] {
  const { place, names, notebook } = app;
  const parts = [
    place.alleenBron === 'ja' && place.bron && names.bron(notebook.bronnen.get(place.bron)?.inhoud),
    place.gebied && names.of('gebied', place.gebied),
    place.respondenttype && names.of('respondenttype', place.respondenttype),
  ].filter(Boolean);
  if (parts.length === 0) return [];
  const all = button('Toon alles', () => app.go({ bron: '', gebied: '', respondenttype: '' }, 'zicht'), { class: 'stil' });
  return [h('p', { class: 'filtermelding' }, `U ziet alleen: ${parts.join(' · ')}. `, all)];
}

function reviewed(app: App): FormWaarneming[] {
  const word = app.opened.zoek.trim().toLowerCase();
  const { keuze } = app.place;
  const all = keuze === 'versies' ? [...app.notebook.waarnemingen.values()] : shownWaarnemingen(app);
  return all.filter((item) => {
    if (
      word !== '' &&
      !saidText(item.inhoud ?? {})
        .toLowerCase()
        .includes(word)
    )
      return false;
    if (keuze === 'versies') return isOpen(item);
    if (keuze === 'ongecodeerd') return (item.inhoud?.indicatoren ?? []).length === 0;
    return keuze !== 'open' || app.gebreken(item.inhoud ?? {}).length > 0;
  });
}

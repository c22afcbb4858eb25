import type { FormBron } from '../formulier/exchange.ts';
import { bronGebreken } from '../formulier/problems.ts';
import { isOpen } from '../formulier/versions.ts';
import type { App } from './app.ts';
import { bronEditor } from './bron-editor.ts';
import { button, h } from './dom.ts';
import { count } from './names.ts';
import { newBron } from './record-view.ts';
import { pager } from './rows.ts';

/** Rows that the list of bronnen shows at a time. */
const PAGE = 20;

/** The view with the bronnen: made once, and chosen afterwards. */
export function bronnenView(app: App): HTMLElement[] {
  const bronnen = [...app.notebook.bronnen.values()].filter((bron) => bron.inhoud || isOpen(bron));
  const last = Math.max(0, Math.floor((bronnen.length - 1) / PAGE));
  const page = Math.min(app.opened.bladzijden.get('bronnen') ?? last, last);
  const shown = bronnen.slice(page * PAGE, (page + 1) * PAGE);
  const edited = bronnen.find(({ id }) => id === app.opened.editor?.id);
  if (edited && !shown.includes(edited)) shown.push(edited);
  const counts = countsPerBron(app);
  const rows = shown.map((bron) =>
    h('li', {}, bron === edited ? bronEditor(app, bron.id) : row(app, bron, counts.get(bron.id) ?? 0)),
  );
  return [
    h(
      'p',
      { class: 'uitleg' },
      'Een bron is een gesprek, dossier, document, observatie of vragenlijst. Maak elke bron één keer; bij het vastleggen kiest u hem.',
    ),
    ...(rows.length > 0 ? [h('ol', { class: 'rijen' }, ...rows)] : []),
    ...pager(app, 'bronnen', page, last, bronnen.length, PAGE),
    button('Nieuwe bron', () => newBron(app), { class: 'toevoegen', id: 'nieuw-bronnen' }),
  ];
}

function countsPerBron({ notebook }: App): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { inhoud } of notebook.waarnemingen.values())
    if (inhoud?.bron) counts.set(inhoud.bron, (counts.get(inhoud.bron) ?? 0) + 1);
  return counts;
}

function row(app: App, bron: FormBron, total: number): HTMLElement {
  const { id, inhoud = {} } = bron;
  const open = () => app.open({ editor: { id, lijst: 'bronnen' } }, `b-${id}-soort`);
  return h(
    'div',
    { class: 'bronrij' },
    h(
      'button',
      { type: 'button', class: 'rij', id: `rij-bronnen-${id}`, click: open },
      h('span', { class: 'rijtekst' }, app.names.bron(inhoud)),
      inhoud.omschrijving !== undefined && h('span', { class: 'rijbron' }, inhoud.omschrijving),
      h('span', { class: total > 0 ? 'merk' : 'merk leeg' }, count(total, 'waarneming', 'waarnemingen')),
      isOpen(bron) && h('span', { class: 'merk let-op' }, 'twee versies: kies'),
      bronGebreken(inhoud).length > 0 && h('span', { class: 'merk let-op' }, 'nog niet af'),
    ),
    button('Hieruit vastleggen', () => app.go({ tab: 'vastleggen', bron: id }, 'zicht'), {
      'aria-label': `Vastleggen uit ${app.names.bron(inhoud)}`,
    }),
  );
}

import type { FormWaarneming } from '../formulier/exchange.ts';
import { isOpen } from '../formulier/versions.ts';
import type { WaarnemingInhoud } from '../schema/generated/types.ts';
import { addWaarneming } from './add.ts';
import type { App } from './app.ts';
import { button, h } from './dom.ts';
import { excerpt, saidText } from './names.ts';
import { waarnemingEditor } from './waarneming-editor.ts';

/** Rows that a list shows at a time: however much is recorded, the page stays small. */
const PAGE = 10;

/** A list of waarnemingen, page by page; the one that is being edited stays, also when it no longer belongs here. */
export function waarnemingRows(app: App, lijst: string, items: readonly FormWaarneming[]): HTMLElement[] {
  const { editor } = app.opened;
  const edited = editor?.lijst === lijst ? app.notebook.waarnemingen.get(editor.id) : undefined;
  const all = edited && !items.includes(edited) ? [...items, edited] : items;
  if (all.length === 0) return [];
  const last = Math.floor((all.length - 1) / PAGE);
  const page = Math.min(app.opened.bladzijden.get(lijst) ?? last, last);
  const shown = all.slice(page * PAGE, (page + 1) * PAGE);
  if (edited && !shown.includes(edited)) shown.push(edited);
  const rows = shown.map((item) => h('li', {}, item === edited ? waarnemingEditor(app, item.id, lijst) : row(app, item, lijst)));
  return [h('ol', { class: 'rijen', id: `rijen-${lijst}` }, ...rows), ...pager(app, lijst, page, last, all.length)];
}

/** A button that adds a waarneming to a list; `about` is what the list is about. */
export function addButton(app: App, lijst: string, about: string, start: WaarnemingInhoud): HTMLElement {
  return button('Waarneming toevoegen', () => addWaarneming(app, lijst, start), {
    class: 'toevoegen',
    id: `nieuw-${lijst}`,
    'aria-label': `Waarneming toevoegen bij ${about}`,
  });
}

function row(app: App, item: FormWaarneming, lijst: string): HTMLElement {
  const inhoud = item.inhoud ?? {};
  const bron = app.names.bron(app.notebook.bronnen.get(inhoud.bron ?? '')?.inhoud);
  const open = () => app.open({ editor: { id: item.id, lijst } }, `w-${item.id}-tekst`);
  return h(
    'button',
    { type: 'button', class: 'rij', id: `rij-${lijst}-${item.id}`, click: open },
    h('span', { class: 'rijtekst' }, excerpt(saidText(inhoud), 280) || '(nog geen tekst)'),
    h('span', { class: 'rijbron' }, [bron, inhoud.gebied && app.names.of('gebied', inhoud.gebied)].filter(Boolean).join(' · ')),
    ...badges(app, item).map(([text, soort]) => h('span', { class: `merk ${soort}` }, text)),
  );
}

function badges(app: App, item: FormWaarneming): [string, string][] {
  const { inhoud = {} } = item;
  const found: [string, string][] = [];
  if (isOpen(item)) found.push(['twee versies: kies', 'let-op']);
  if (app.gebreken(inhoud).length > 0) found.push(['nog niet af', 'let-op']);
  if (inhoud.strekking) found.push([inhoud.strekking, 'strekking']);
  if (inhoud.vertrouwelijk === 'ja') found.push(['vertrouwelijk', '']);
  if (inhoud.citeerbaar === 'ja') found.push(['citeerbaar', '']);
  return found;
}

/** Walks through the pages of a list. */
export function pager(app: App, lijst: string, page: number, last: number, total: number, size = PAGE): HTMLElement[] {
  if (last === 0) return [];
  const to = (next: number, here: string, other: string) =>
    app.open({ bladzijden: new Map(app.opened.bladzijden).set(lijst, next) }, `${here}-${lijst}`, `${other}-${lijst}`);
  const back = button('Vorige', () => to(page - 1, 'vorige', 'volgende'), { id: `vorige-${lijst}`, disabled: page === 0 });
  const on = button('Volgende', () => to(page + 1, 'volgende', 'vorige'), { id: `volgende-${lijst}`, disabled: page === last });
  const place = `${page * size + 1}–${Math.min(total, (page + 1) * size)} van ${total}`;
  return [h('div', { class: 'bladeren' }, back, h('span', {}, place), on)];
}

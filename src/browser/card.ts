import type { App } from './app.ts';
import { button, type Child, h, hidden } from './dom.ts';
import { count } from './names.ts';

/** A card opens under its heading; what is closed is not rendered, so that the page stays small. */
export function card(
  app: App,
  { key, nummer, titel, total }: { key: string; nummer: string; titel: string; total: number },
  body: () => readonly Child[],
): HTMLElement {
  const open = app.opened.kaarten.has(key);
  const toggle = () => {
    const kaarten = new Set(app.opened.kaarten);
    if (open) kaarten.delete(key);
    else kaarten.add(key);
    app.open(open ? { kaarten, editor: undefined } : { kaarten }, `kaart-${key}`);
  };
  const head = button('', toggle, { 'aria-expanded': String(open), id: `kaart-${key}`, class: 'kaartkop' });
  head.append(
    ...(nummer ? [h('span', { class: 'nummer' }, nummer)] : []),
    h('span', { class: 'kaarttitel' }, titel),
    h('span', { class: total > 0 ? 'telling' : 'telling leeg' }, count(total, 'waarneming', 'waarnemingen')),
  );
  return h(
    'article',
    { class: open ? 'kaart open' : 'kaart' },
    h('h4', {}, head),
    open && h('div', { class: 'kaartinhoud' }, ...body()),
  );
}

/** A heading with its number. */
export function heading(level: 'h3' | 'h5', nummer: string, titel: string): HTMLElement {
  return h(level, {}, nummer !== '' && h('span', { class: 'nummer' }, nummer), titel);
}

/** Texts to open, and what they are about; which of them are open is remembered by the page itself while it is drawn anew. */
export function disclosure(title: string, about: string, body: HTMLElement, key: string): HTMLElement {
  const details = h('details', {}, h('summary', {}, title, hidden(` bij ${about}`)), body);
  details.open = OPENED.has(key);
  details.addEventListener('toggle', () => {
    if (details.open) OPENED.add(key);
    else OPENED.delete(key);
  });
  return details;
}

const OPENED = new Set<string>();

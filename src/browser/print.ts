import type { FormWaarneming } from '../formulier/exchange.ts';
import { BRON_NAMEN } from '../formulier/fields.ts';
import { isOpen } from '../formulier/versions.ts';
import { groupBy } from '../source/order.ts';
import type { App } from './app.ts';
import { type Child, h, part } from './dom.ts';
import { saidText } from './names.ts';

/** Prints everything that was recorded, per bron. */
export function printAll(app: App): void {
  fillPrint(app);
  window.print();
}

/** Lays the printed list ready, also for who prints with the browser itself; on the screen it is never seen. */
export function fillPrint(app: App): void {
  const { bronnen, waarnemingen } = app.notebook;
  const perBron = groupBy(
    [...waarnemingen.values()].filter(({ inhoud }) => inhoud),
    ({ inhoud }) => (bronnen.get(inhoud?.bron ?? '')?.inhoud ? (inhoud?.bron ?? '') : ''),
  );
  const parts = [...bronnen.values()].filter(({ inhoud }) => inhoud).map(({ id }) => bronPart(app, id, perBron.get(id) ?? []));
  const loose = perBron.get('') ?? [];
  part('afdruk').replaceChildren(
    ...parts,
    ...(loose.length > 0 ? [h('section', {}, h('h2', {}, 'Zonder bron'), ...list(app, loose))] : []),
  );
}

/** Takes the printed list away again, so that the page stays small. */
export function clearPrint(): void {
  part('afdruk').replaceChildren();
}

function bronPart(app: App, id: string, items: readonly FormWaarneming[]): HTMLElement {
  const inhoud = app.notebook.bronnen.get(id)?.inhoud;
  const facts = Object.entries(BRON_NAMEN).flatMap(([veld, naam]) => {
    const value = inhoud?.[veld as keyof typeof BRON_NAMEN];
    return value === undefined ? [] : [h('dt', {}, naam), h('dd', {}, app.names.field(veld, value, app.notebook.bronnen))];
  });
  return h('section', {}, h('h2', {}, app.names.bron(inhoud)), h('dl', {}, ...facts), ...list(app, items));
}

function list(app: App, items: readonly FormWaarneming[]): HTMLElement[] {
  if (items.length === 0) return [h('p', {}, 'Geen waarnemingen.')];
  return [h('ol', {}, ...items.map((item) => h('li', {}, ...printed(app, item))))];
}

function printed({ names }: App, record: FormWaarneming): Child[] {
  const { inhoud = {} } = record;
  const { indicatoren = [], item, gebied, strekking, verklarende_factoren: factoren = [] } = inhoud;
  const about = [
    ...(item ? [names.items.get(item)?.tekst ?? item] : []),
    ...indicatoren.map((ref) => names.indicator(ref)),
    ...(indicatoren.length === 0 ? ['zonder indicator'] : []),
  ];
  const marks = [
    gebied && names.of('gebied', gebied),
    strekking,
    ...factoren,
    inhoud.vertrouwelijk === 'ja' && 'vertrouwelijk',
    inhoud.citeerbaar === 'ja' && 'citeerbaar',
    inhoud.vastgelegd_door && names.of('vastlegger', inhoud.vastgelegd_door),
    isOpen(record) && 'twee versies',
  ].filter(Boolean);
  return [
    h('p', { class: 'tekst' }, saidText(inhoud) || '(nog geen tekst)'),
    h('p', { class: 'over' }, about.join(' · ')),
    marks.length > 0 && h('p', { class: 'over' }, marks.join(' · ')),
  ];
}

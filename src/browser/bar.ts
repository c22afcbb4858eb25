import type { App, Tab } from './app.ts';
import { button, h, hidden, part } from './dom.ts';
import { giveOut } from './exchange-view.ts';
import type { SaveState } from './storage.ts';

const TABS: [Tab, string][] = [
  ['bronnen', 'Bronnen'],
  ['vastleggen', 'Vastleggen'],
  ['nakijken', 'Nakijken'],
  ['delen', 'Delen'],
];

/** What a part of the form is called. */
export function titleOf(tab: Tab): string {
  return TABS.find(([name]) => name === tab)?.[1] ?? '';
}

/** The bar at the top: the parts of the form, and whether everything is kept. */
export class Bar {
  readonly element: HTMLElement;
  readonly #tabs = h('ul', {});
  readonly #state = h('p', { class: 'staat' });

  /** Puts the bar before the form itself. */
  constructor() {
    this.element = h('nav', { class: 'balk', 'aria-label': 'Onderdelen' }, this.#tabs, this.#state);
    part('inhoud').before(this.element);
  }

  /** Shows where the person is, and how much there is. */
  draw(app: App): void {
    const { bronnen, waarnemingen } = app.notebook;
    const numbers: Partial<Record<Tab, number>> = { bronnen: living(bronnen), nakijken: living(waarnemingen) };
    const buttons = TABS.map(([tab, title]) => {
      const current = app.place.tab === tab;
      const number = numbers[tab];
      const made = button(title, () => app.go({ tab }, 'zicht'), {
        id: `tab-${tab}`,
        ...(current ? { 'aria-current': 'page' } : {}),
      });
      if (number) made.append(' ', h('span', { class: 'aantal' }, String(number)));
      return h('li', {}, made);
    });
    this.#tabs.replaceChildren(...buttons);
  }

  /** Shows whether everything is kept. Failing is said aloud; succeeding after every keystroke is not. */
  tell(state: SaveState, app: App | undefined): void {
    const words = { bewaard: 'Bewaard op dit apparaat', bezig: 'Bezig met bewaren', mislukt: 'Niet bewaard' };
    this.#state.dataset.staat = state;
    this.#state.replaceChildren(hidden('Stand: '), words[state]);
    const alarm = part('alarm');
    if (state === 'bewaard') alarm.replaceChildren();
    if (state !== 'mislukt' || alarm.hasChildNodes()) return;
    alarm.append(
      h('p', { class: 'advies' }, h('strong', {}, 'Let op: wat u typt, wordt op dit apparaat niet bewaard. '), ADVICE),
      ...(app ? [button('Maak nu een bestand', () => giveOut(app), { class: 'hoofd' })] : []),
    );
  }
}

const ADVICE =
  'Misschien is de opslag vol, of staat de browser in een privévenster. Laat dit venster open, en maak een bestand voordat u het sluit.';

function living(records: ReadonlyMap<string, { inhoud?: object }>): number {
  return [...records.values()].filter(({ inhoud }) => inhoud).length;
}

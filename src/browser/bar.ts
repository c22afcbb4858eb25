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
  #alarm: SaveState = 'bewaard';

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
    this.#state.dataset.staat = state;
    this.#state.replaceChildren(hidden('Stand: '), WORDS[state]);
    if (state === 'bezig' || state === this.#alarm) return;
    this.#alarm = state;
    const alarm = part('alarm');
    alarm.replaceChildren();
    if (state === 'bewaard') return;
    const [warning, advice] = ALARMS[state];
    alarm.append(
      h('p', { class: 'advies' }, h('strong', {}, warning), ` ${advice} ${ADVICE}`),
      ...(app ? [button('Maak nu een bestand', () => giveOut(app), { class: 'hoofd' })] : []),
    );
  }
}

const WORDS: Record<SaveState, string> = {
  bewaard: 'Bewaard op dit apparaat',
  bezig: 'Bezig met bewaren',
  mislukt: 'Niet bewaard',
  ongelezen: 'Niet gelezen en niet bewaard',
};

const ALARMS = {
  mislukt: ['Let op: wat u typt, wordt op dit apparaat niet bewaard.', ''],
  ongelezen: [
    'Let op: wat op dit apparaat staat, kan niet worden gelezen.',
    'Wat u hier eerder vastlegde, ziet u nu niet en komt niet in een bestand; het wordt ook niet overschreven. Wat u typt, wordt niet bewaard. Het formulier blijft het proberen.',
  ],
} as const;

const ADVICE =
  'Misschien is de opslag vol, of staat de browser in een privévenster. Laat dit venster open, en maak een bestand voordat u het sluit.';

function living(records: ReadonlyMap<string, { inhoud?: object }>): number {
  return [...records.values()].filter(({ inhoud }) => inhoud).length;
}

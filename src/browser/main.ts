import type { FormModel } from '../formulier/model.ts';
import { App, type Tab } from './app.ts';
import { Bar, titleOf } from './bar.ts';
import { bronnenView } from './bronnen-view.ts';
import { button, h, part } from './dom.ts';
import { exchangeView } from './exchange-view.ts';
import { claim } from './lock.ts';
import { Notebook } from './notebook.ts';
import { clearPrint, fillPrint } from './print.ts';
import { recordView } from './record-view.ts';
import { reviewView } from './review-view.ts';
import { FormStorage, type SaveState } from './storage.ts';

const model = JSON.parse(part('model').textContent ?? '') as FormModel;
void start(false);

async function start(steal: boolean): Promise<void> {
  const mine = await claim(model.formulier.id, showTaken, steal);
  if (!mine) return showElsewhere();
  const bar = new Bar();
  let app: App | undefined;
  let state: SaveState = 'bewaard';
  const storage = new FormStorage(model.formulier.id, (now) => {
    state = now;
    bar.tell(now, app);
  });
  const stored = await storage.load().catch(() => undefined);
  const wipe = async () => {
    await storage.clear();
    location.reload();
  };
  app = new App(model, new Notebook(model, storage, stored), (drawn) => draw(drawn, bar, wipe));
  bar.tell(stored ? state : 'mislukt', app);
  if (stored) void navigator.storage?.persist?.();
  app.draw();
  watch(app, storage);
}

function draw(app: App, bar: Bar, wipe: () => Promise<void>): void {
  const views: Record<Tab, () => HTMLElement[]> = {
    bronnen: () => bronnenView(app),
    vastleggen: () => recordView(app),
    nakijken: () => reviewView(app),
    delen: () => exchangeView(app, wipe),
  };
  bar.draw(app);
  const title = h('h2', { id: 'zicht', tabindex: '-1' }, titleOf(app.place.tab));
  part('inhoud').replaceChildren(title, ...views[app.place.tab]());
}

function watch(app: App, storage: FormStorage): void {
  addEventListener('beforeprint', () => fillPrint(app));
  addEventListener('afterprint', clearPrint);
  addEventListener('beforeunload', (event) => {
    if (storage.behind) event.preventDefault();
  });
}

/** This window never had the form. */
function showElsewhere(): void {
  const here = button('Hier verder werken', () => void start(true), { class: 'hoofd' });
  notice(
    'Dit formulier is al open in een ander venster of tabblad. Werk daar verder, of ga hier verder: het andere venster stopt dan.',
    here,
  );
}

/** Another window took the form over; everything that was typed here is stored. */
function showTaken(): void {
  document.querySelector('.balk')?.remove();
  notice(
    'U werkt nu in een ander venster aan dit formulier. Wat u hier typte, is bewaard.',
    button('Hier verder werken', () => void start(true)),
  );
}

function notice(text: string, action: HTMLElement): void {
  part('inhoud').replaceChildren(h('div', { class: 'blok' }, h('p', {}, text), action));
}

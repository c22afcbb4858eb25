import type { Inhoud } from '../formulier/exchange.ts';
import type { FormModel } from '../formulier/model.ts';
import { App, type Tab } from './app.ts';
import { Bar, titleOf } from './bar.ts';
import { bronnenView } from './bronnen-view.ts';
import { button, h, part } from './dom.ts';
import { exchangeView, giveOut } from './exchange-view.ts';
import { claim } from './lock.ts';
import { Notebook } from './notebook.ts';
import { clearPrint, fillPrint } from './print.ts';
import { recordView } from './record-view.ts';
import { reviewView } from './review-view.ts';
import { FormStorage, RETRY, type SaveState } from './storage.ts';

const model = JSON.parse(part('model').textContent ?? '') as FormModel;
/** What is on the screen; nothing once another window goes on. */
let shown: App | undefined;
/** Where this window last stored; it may still be behind when another window went on. */
let keeping: FormStorage | undefined;
watch();
void start(false);

/** Opens the form here; `left` is what was recorded here and not stored before another window took over. */
async function start(insist: boolean, left?: Inhoud): Promise<void> {
  let bar: Bar | undefined;
  let app: App | undefined;
  let state: SaveState = 'bewaard';
  let gone = false;
  const storage = new FormStorage(model.formulier.id, (now) => {
    state = now;
    bar?.tell(now, app);
  });
  const go = async (asked: boolean) => {
    gone = true;
    await leave(storage, asked);
    showTaken(app, app ? app.notebook.leave(storage.unsaved) : left);
  };
  if (!(await claim(model.formulier.id, go, insist))) return showElsewhere();
  const stored = await storage.load().catch(() => undefined);
  if (gone) return;
  bar = new Bar();
  app = new App(model, new Notebook(model, storage, stored), drawer(bar, storage));
  [shown, keeping] = [app, storage];
  if (left) app.notebook.takeIn(left);
  bar.tell(stored ? state : 'ongelezen', app);
  if (stored) void navigator.storage?.persist?.();
  else readAgain(app, storage);
  app.draw();
}

function drawer(bar: Bar, storage: FormStorage): (app: App) => void {
  const wipe = async () => {
    await storage.clear();
    location.reload();
  };
  return (app) => {
    const views: Record<Tab, () => HTMLElement[]> = {
      bronnen: () => bronnenView(app),
      vastleggen: () => recordView(app),
      nakijken: () => reviewView(app),
      delen: () => exchangeView(app, wipe),
    };
    bar.draw(app);
    const title = h('h2', { id: 'zicht', tabindex: '-1' }, titleOf(app.place.tab));
    part('inhoud').replaceChildren(title, ...views[app.place.tab]());
  };
}

/** Tries until what lies here can be read, and then goes on with it. Who is typing keeps the editor. */
function readAgain(app: App, storage: FormStorage): void {
  setTimeout(async () => {
    if (storage.stopped) return;
    const stored = await storage.load().catch(() => undefined);
    if (storage.stopped) return;
    if (!stored) return readAgain(app, storage);
    app.notebook.adopt(stored);
    app.say('Wat op dit apparaat stond, is gelezen en staat er weer.');
    if (!app.opened.editor) app.draw();
  }, RETRY);
}

function watch(): void {
  addEventListener('beforeprint', () => {
    if (shown) fillPrint(shown);
  });
  addEventListener('afterprint', clearPrint);
  addEventListener('beforeunload', (event) => {
    if (keeping?.behind) event.preventDefault();
  });
}

/** Gives the form to another window: nothing is written here after it has it. */
async function leave(storage: FormStorage, asked: boolean): Promise<void> {
  if (!asked) storage.stop();
  shown = undefined;
  document.querySelector('.balk')?.remove();
  for (const id of ['melding', 'afdruk']) part(id).replaceChildren();
  notice('Een ander venster neemt dit formulier over.');
  if (asked) await storage.finish();
  part('alarm').replaceChildren();
}

/** This window never had the form. */
function showElsewhere(): void {
  notice(
    'Dit formulier is al open in een ander venster of tabblad. Werk daar verder, of ga hier verder: het andere venster stopt dan.',
    hereButton(),
  );
}

/** Another window took the form over; `left` is what may not be stored here. */
function showTaken(app: App | undefined, left: Inhoud | undefined): void {
  const elsewhere = 'U werkt nu in een ander venster aan dit formulier.';
  if (!left || left.bronnen.length + left.waarnemingen.length === 0) {
    notice(`${elsewhere} Wat u hier typte, is bewaard.`, hereButton());
    return;
  }
  const give = app && button('Maak er een bestand van', () => giveOut(app), { class: 'hoofd' });
  notice(`${elsewhere} ${NOT_ALL} ${give ? GIVE : ''}`, ...(give ? [give] : []), hereButton(left));
}

const NOT_ALL = 'Let op: wat u hier het laatst typte, is misschien niet bewaard. Gaat u hier verder, dan gaat het mee.';
const GIVE = 'Of maak er een bestand van, en voeg dat in het andere venster in bij Delen.';

function hereButton(left?: Inhoud): HTMLButtonElement {
  const here = () => {
    notice('Een ogenblik: het andere venster bewaart wat daar nog niet bewaard was.');
    void start(true, left);
  };
  return button('Hier verder werken', here, { class: 'hoofd' });
}

function notice(text: string, ...actions: HTMLElement[]): void {
  part('inhoud').replaceChildren(h('div', { class: 'blok' }, h('p', {}, text), h('div', { class: 'acties' }, ...actions)));
}

import { readExport } from '../formulier/exchange.ts';
import { bronGebreken } from '../formulier/problems.ts';
import { isOpen } from '../formulier/versions.ts';
import type { App } from './app.ts';
import { button, h } from './dom.ts';
import { count, momentText } from './names.ts';
import type { Opnames } from './notebook.ts';
import { printAll } from './print.ts';

/** The view in which a file is given out or taken in, what was recorded is printed, and the device is left clean. */
export function exchangeView(app: App, wipe: () => Promise<void>): HTMLElement[] {
  return [giveOutPart(app), takeInPart(app), printPart(app), wipePart(app, wipe)];
}

/** Makes the file with everything that was recorded, and lets the browser save it. */
export function giveOut(app: App): void {
  const { text, moment } = app.notebook.giveOut();
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const name = `waarnemingen-${app.model.formulier.levering}-${moment.slice(0, 16).replace(/[T:]/g, '-')}.json`;
  const link = h('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  app.say(`Het bestand heet ${name}, en staat bij uw downloads.`);
}

function giveOutPart(app: App): HTMLElement {
  const { bronnen, waarnemingen } = app.notebook;
  const recorded = [...waarnemingen.values()].filter(({ inhoud }) => inhoud);
  const sources = [...bronnen.values()].filter(({ inhoud }) => inhoud);
  const { moment, changed } = app.notebook.sinceGivenOut();
  const since = moment
    ? `Laatste bestand: ${momentText(moment)}; daarna gewijzigd: ${changed}.`
    : 'Er is nog geen bestand gemaakt.';
  const give = () => {
    giveOut(app);
    app.draw('bestand-maken');
  };
  return h(
    'section',
    { class: 'blok' },
    h('h3', {}, 'Een bestand maken'),
    h(
      'p',
      {},
      `In het bestand staan ${count(recorded.length, 'waarneming', 'waarnemingen')} en ${count(sources.length, 'bron', 'bronnen')}. `,
      GIVE_OUT,
    ),
    ...openWork(app),
    h('p', { class: 'hint' }, since),
    button('Maak bestand', give, { class: 'hoofd', id: 'bestand-maken' }),
  );
}

const GIVE_OUT =
  'Stuur het naar wie het inleest, of voeg het in op een ander apparaat om daar verder te gaan. Het bestand bevat wat respondenten zeiden: ga er zorgvuldig mee om.';

function openWork(app: App): HTMLElement[] {
  const bronnen = [...app.notebook.bronnen.values()];
  const waarnemingen = [...app.notebook.waarnemingen.values()];
  const unfinished = waarnemingen.filter(({ inhoud }) => inhoud && app.gebreken(inhoud).length > 0).length;
  const openBronnen = bronnen.filter((bron) => isOpen(bron) || (bron.inhoud && bronGebreken(bron.inhoud).length > 0)).length;
  const versions = waarnemingen.filter(isOpen).length;
  const look = (keuze: 'open' | 'versies') => () =>
    app.go({ tab: 'nakijken', keuze, bron: '', gebied: '', respondenttype: '' }, 'zicht');
  const lines: [number, string, () => void][] = [
    [openBronnen, `${count(openBronnen, 'bron is', 'bronnen zijn')} nog niet af`, () => app.go({ tab: 'bronnen' }, 'zicht')],
    [unfinished, `${count(unfinished, 'waarneming is', 'waarnemingen zijn')} nog niet af`, look('open')],
    [versions, `van ${count(versions, 'waarneming', 'waarnemingen')} zijn er twee versies`, look('versies')],
  ];
  const shown = lines.filter(([number]) => number > 0).map(([, text, go]) => h('li', {}, `${text} `, lookButton(text, go)));
  return shown.length === 0 ? [] : [h('ul', { class: 'openwerk' }, ...shown)];
}

function lookButton(text: string, go: () => void): HTMLElement {
  return button('Bekijk', go, { class: 'stil', 'aria-label': `Bekijk: ${text}` });
}

function takeInPart(app: App): HTMLElement {
  const result = h('p', { id: 'invoeg-uitkomst', role: 'status' });
  const input = h('input', {
    type: 'file',
    id: 'invoegen',
    accept: '.json,application/json',
    'aria-describedby': 'invoeg-uitleg',
  });
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    const refused = file ? takeIn(app, await file.text()) : undefined;
    result.textContent = refused ?? '';
    result.className = 'fout';
  });
  return h(
    'section',
    { class: 'blok' },
    h('h3', {}, 'Een bestand invoegen'),
    h('p', { id: 'invoeg-uitleg' }, TAKE_IN),
    h('div', { class: 'veld' }, h('label', { for: 'invoegen' }, 'Bestand om in te voegen'), input),
    result,
  );
}

const TAKE_IN =
  'Voeg een bestand in dat met dit formulier is gemaakt: van uzelf op een ander apparaat, of van een collega. Er gaat niets verloren. Hebben twee mensen hetzelfde gewijzigd, dan blijven beide versies staan en kiest u.';

/** Joins a file with what is there; gives the reason when that cannot be. */
function takeIn(app: App, text: string): string | undefined {
  const read = readExport(text, app.model.formulier);
  if ('fout' in read) return read.fout;
  const counts = app.notebook.takeIn(read.inhoud);
  app.draw('invoegen');
  app.say(takenIn(counts, read.anderKader));
  return undefined;
}

function takenIn(counts: Opnames, anderKader: boolean): string {
  const { nieuw, bijgewerkt, gelijk, ouder } = counts;
  const versies = counts['twee-versies'];
  const parts = [`${nieuw} nieuw`, `${bijgewerkt} bijgewerkt`, `${gelijk + ouder} ongewijzigd`];
  const choose = versies > 0 ? ` Van ${versies} zijn er twee versies: kies bij Bronnen of Nakijken.` : '';
  const kader = anderKader ? ' Let op: dat bestand is gemaakt voor een andere versie van het toetsingskader.' : '';
  return `Ingevoegd: ${parts.join(', ')}.${choose}${kader}`;
}

function printPart(app: App): HTMLElement {
  return h(
    'section',
    { class: 'blok' },
    h('h3', {}, 'Afdrukken'),
    h('p', {}, 'Een lijst per bron, om na te lezen of te bespreken.'),
    button('Afdrukken', () => printAll(app)),
  );
}

function wipePart(app: App, wipe: () => Promise<void>): HTMLElement {
  const { changed, moment } = app.notebook.sinceGivenOut();
  const warning = moment && changed === 0 ? '' : ' Er is nog werk dat in geen bestand staat: dat gaat dan verloren.';
  const dialog = h('dialog', { 'aria-labelledby': 'wissen-titel' });
  const failed = h('p', { class: 'fout', role: 'alert' });
  const confirm = async () => {
    failed.replaceChildren();
    await wipe().then(
      () => dialog.close(),
      () => failed.append(NOT_WIPED),
    );
  };
  dialog.append(
    h('h3', { id: 'wissen-titel' }, 'Alles van dit apparaat wissen?'),
    h('p', {}, `Alle bronnen en waarnemingen van dit formulier verdwijnen van dit apparaat.${warning}`),
    failed,
    h(
      'div',
      { class: 'acties' },
      button('Niet wissen', () => dialog.close(), { class: 'hoofd' }),
      button('Alles wissen', () => void confirm(), { class: 'weg' }),
    ),
  );
  return h(
    'section',
    { class: 'blok' },
    h('h3', {}, 'Wissen'),
    h('p', {}, 'Is het bestand aangekomen en ingelezen? Wis het werk dan van dit apparaat.'),
    button('Wissen …', () => dialog.showModal(), { class: 'weg' }),
    dialog,
  );
}

const NOT_WIPED =
  'Wissen is niet gelukt: het werk staat nog op dit apparaat. Probeer het nog eens. Lukt dat niet, wis dan in de instellingen van de browser de gegevens van dit formulier.';

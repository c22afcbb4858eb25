import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './chromium.ts';
import {
  addBron,
  addLoose,
  giveOut,
  type MadeForm,
  makeForm,
  manyRecords,
  newProfile,
  openBrowser,
  openForm,
  saved,
  takeIn,
} from './html-form.ts';
import { TSD } from './reports.ts';

let form: MadeForm;
beforeAll(() => {
  form = makeForm();
});

const opened: BrowserContext[] = [];
afterEach(async () => {
  for (const context of opened.splice(0)) await context.close().catch(() => undefined);
});

async function browser(folder?: string, options?: object): Promise<BrowserContext> {
  const context = await openBrowser(folder, options);
  opened.push(context);
  return context;
}

const file = (name: string) => join(form.onderzoek, '..', name);

/** Presses Tab until the focus is on an element that a selector names. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

/** Ends the tab or the whole browser at once, as a power cut or the task manager does. */
async function crash(page: Page, how: 'Page.crash' | 'Browser.crash'): Promise<BrowserContext> {
  const context = page.context();
  const session = await context.newCDPSession(page);
  const gone = how === 'Page.crash' ? page.waitForEvent('crash') : context.waitForEvent('close');
  // What has crashed gives no answer.
  void session.send(how).catch(() => undefined);
  await gone;
  return context;
}

describe('wat wordt vastgelegd', () => {
  test('kan met alleen het toetsenbord, en staat er nog als het tabblad of de browser omvalt', async () => {
    const folder = newProfile();
    let page = await openForm(await browser(folder), form);
    await tabTo(page, '#nieuw-bronnen');
    await page.keyboard.press('Enter');
    await page.keyboard.type('gesprek');
    await tabTo(page, '[id$="-respondenttype"]');
    await page.keyboard.type('jongere');
    await tabTo(page, '[id$="-datum"]');
    await page.keyboard.type('02142026');
    await tabTo(page, 'input[value="fictiehove"]');
    await page.keyboard.press('Space');
    await tabTo(page, '.bewerken .acties button:nth-child(2)');
    await page.keyboard.press('Enter');
    await tabTo(page, '.kaartkop');
    await page.keyboard.press('Enter');
    await tabTo(page, '.toevoegen');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Niemand zei mij waar ik moest zijn; ik was 17.');
    await saved(page);
    page = await openForm(await crash(page, 'Page.crash'), form);
    expect(await page.locator('#tab-nakijken').textContent()).toBe('Nakijken 1');
    await page.locator('#tab-vastleggen').click();
    await page.locator('.kaartkop').first().click();
    await page.locator('.kaartinhoud .rij').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Nu 18.');
    await saved(page);
    await crash(page, 'Browser.crash');
    page = await openForm(await browser(folder), form);
    await page.locator('#tab-nakijken').click();
    expect(await page.locator('.rijtekst').textContent()).toBe('Niemand zei mij waar ik moest zijn; ik was 17. Nu 18.');
  });

  test('biedt bij een dossieritem de vaste antwoorden, en leest het gekozen antwoord terug', async () => {
    const page = await openForm(await browser(undefined, { bypassCSP: true }), form);
    await addBron(page, 'dossier', 'dossier');
    await page.getByText('per vraag').click();
    await page.getByRole('button', { name: 'Is er een toekomstplan' }).click();
    await page.getByRole('button', { name: 'Waarneming toevoegen bij Is er een toekomstplan' }).click();
    const antwoord = page.getByRole('group', { name: 'Antwoord' });
    await antwoord.getByText('ja, getekend', { exact: true }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('Vraag of onderwerp').selectOption('df-4');
    expect(await antwoord.getByRole('radio').count()).toBe(4);
    expect(await antwoord.getByRole('radio', { name: 'geen' }).isChecked()).toBe(true);
    await antwoord.getByText('nee', { exact: true }).click();
    await page.getByRole('button', { name: 'Klaar' }).click();
    await saved(page);
    await page.locator('#tab-nakijken').click();
    expect(await page.locator('.rijtekst').textContent()).toBe('nee');
    await giveOut(page, file('antwoord.json'));
    const other = makeForm().onderzoek;
    expect(JSON.parse(tsd('ingest', other, file('antwoord.json'), '--json'))).toMatchObject({ gelezen: 1, toegevoegd: 1 });
    const { waarnemingen } = JSON.parse(tsd('list', other, '--json'));
    expect(
      waarnemingen.find(({ item, bron }: { item?: string; bron: string }) => item === 'df-4' && bron.startsWith('team-noord')),
    ).toMatchObject({
      antwoord: 'nee',
      tekst: 'nee',
    });
  });

  test('gaat als bestand terug het werkdossier in, en een tweede bestand zegt wat er sindsdien veranderde', async () => {
    const page = await openForm(await browser(), form);
    await addBron(page);
    await addLoose(page, 'Eerst dit.');
    await addLoose(page, 'En dat.');
    await giveOut(page, file('een.json'));
    const ingest = (name: string) => JSON.parse(tsd('ingest', form.onderzoek, file(name), '--json'));
    expect(ingest('een.json')).toMatchObject({ gelezen: 2, toegevoegd: 2 });
    expect(tsd('list', form.onderzoek, '--ongecodeerd')).toContain('Eerst dit.');
    await page.locator('#tab-nakijken').click();
    await page.locator('.rij', { hasText: 'Eerst dit.' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Later aangevuld.');
    await page.getByRole('button', { name: 'Klaar' }).click();
    await giveOut(page, file('twee.json'));
    expect(ingest('twee.json')).toMatchObject({ gelezen: 2, gewijzigd: 1, ongewijzigd: 1 });
    await page.locator('#tab-nakijken').click();
    await page.locator('.rij', { hasText: 'En dat.' }).click();
    await page.getByRole('button', { name: 'Verwijderen' }).click();
    await giveOut(page, file('drie.json'));
    const { gelezen, ongewijzigd, verdwenen } = ingest('drie.json');
    expect({ gelezen, ongewijzigd }).toEqual({ gelezen: 1, ongewijzigd: 1 });
    expect(verdwenen['team-noord']).toHaveLength(1);
  });

  test('van twee mensen komt bij elkaar: beide versies blijven, tot iemand kiest', async () => {
    const mine = await openForm(await browser(), form);
    await addBron(mine);
    await addLoose(mine, 'Samen begonnen.');
    await giveOut(mine, file('samen.json'));
    const hers = await openForm(await browser(), form);
    expect(await takeIn(hers, file('samen.json'))).toContain('2 nieuw');
    for (const [page, text] of [
      [mine, ' Ik.'],
      [hers, ' Zij.'],
    ] as const) {
      await page.locator('#tab-nakijken').click();
      await page.locator('.rij').click();
      await page.keyboard.press('End');
      await page.keyboard.type(text);
      await page.getByRole('button', { name: 'Klaar' }).click();
    }
    await giveOut(hers, file('haar.json'));
    expect(await takeIn(mine, file('haar.json'))).toContain('Van 1 zijn er twee versies');
    await giveOut(mine, file('open.json'));
    expect(() => tsd('ingest', form.onderzoek, file('open.json'), '--dry-run')).toThrow('zijn er nog 2 versies');
    await mine.locator('#tab-nakijken').click();
    await mine.locator('.rij', { hasText: 'twee versies: kies' }).click();
    expect(await mine.locator('.versies dd').allTextContents()).toEqual(['Samen begonnen. Zij.', 'Samen begonnen. Ik.']);
    await mine.getByRole('button', { name: 'Deze versie houden' }).last().click();
    await giveOut(mine, file('gekozen.json'));
    expect(await takeIn(hers, file('gekozen.json'))).toContain('1 bijgewerkt');
    await hers.locator('#tab-nakijken').click();
    expect(await hers.locator('.rijtekst').textContent()).toBe('Samen begonnen. Ik.');
  });

  test('is nooit een burgerservicenummer, en de rest van de tekst wel', async () => {
    const page = await openForm(await browser(), form);
    await addLoose(page, 'Nummer 123456782 staat in de brief.');
    await page.locator('#kaart-los').scrollIntoViewIfNeeded();
    await page.locator('.rij').click();
    await page.locator('textarea').fill('Zij is 123456782.');
    expect(await page.locator('.bewerken .fout').first().textContent()).toContain('burgerservicenummer');
    expect(await page.locator('textarea').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Klaar' }).click();
    expect(await page.locator('.rijtekst').textContent()).toBe('Zij is [nummer weggelaten].');
    expect(await giveOut(page, file('bsn.json'))).not.toContain('123456782');
  });

  test('is van 5.000 waarnemingen niet meer op het scherm dan iemand kan zien', async () => {
    const page = await openForm(await browser(), form);
    writeFileSync(
      file('veel.json'),
      manyRecords(form, 5000, (index) => `Waarneming ${index} <img src=x onerror=document.title='fout'>`),
    );
    expect(await takeIn(page, file('veel.json'))).toContain('5001 nieuw');
    await saved(page);
    const nodes = async () => Number(await page.evaluate('document.querySelectorAll("*").length'));
    await page.locator('#tab-vastleggen').click();
    await page.locator('#kaart-los').click();
    const kaarten = page.locator('.kaartkop');
    for (let index = 0; index < (await kaarten.count()) - 1; index += 1) await kaarten.nth(index).click();
    expect(await page.locator('#kaart-los').textContent()).toContain('5000 waarnemingen');
    expect(await nodes()).toBeLessThan(4000);
    await page.locator('#vorige-los').click();
    await page.locator('#rijen-los .rij').first().click();
    const before = await nodes();
    const editor = await page.locator('textarea').elementHandle();
    await page.keyboard.type('Erbij. ');
    await saved(page);
    expect(await nodes()).toBe(before);
    expect(await editor?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await page.title()).not.toBe('fout');
    await page.reload();
    await page.locator('#zicht').waitFor();
    expect(await page.locator('#tab-nakijken').textContent()).toBe('Nakijken 5000');
    await page.locator('#tab-nakijken').click();
    await page.locator('#nakijk-zoek').fill('erbij');
    expect(await page.locator('#gevonden .rij').count()).toBe(1);
  });
});

describe('het formulier', () => {
  test('zegt luid en eerlijk dat het niet bewaart, en biedt een bestand aan', async () => {
    const context = await browser();
    await context.addInitScript("IDBObjectStore.prototype.put = () => { throw new DOMException('vol', 'QuotaExceededError') }");
    const page = await openForm(context, form);
    await addLoose(page, 'Dit mag niet weg.');
    expect(await page.locator('.staat').textContent()).toContain('Niet bewaard');
    expect(await page.getByRole('alert').textContent()).toContain('wordt op dit apparaat niet bewaard');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Maak nu een bestand' }).click(),
    ]);
    await download.saveAs(file('gered.json'));
    expect(await giveOut(page, file('gered.json'))).toContain('Dit mag niet weg.');
  });

  test('werkt in één venster tegelijk', async () => {
    const context = await browser();
    const first = await openForm(context, form);
    const second = await context.newPage();
    await second.goto(form.url);
    await second.getByText('al open in een ander venster').waitFor();
    await addBron(first);
    await saved(first);
    await second.getByRole('button', { name: 'Hier verder werken' }).click();
    await first.getByText('U werkt nu in een ander venster').waitFor();
    expect(await second.locator('#tab-bronnen').textContent()).toBe('Bronnen 1');
  });

  test('bewaart van twee onderzoeken elk het eigene', async () => {
    const context = await browser();
    await addBron(await openForm(context, form));
    const other = makeForm('--levering', 'team-zuid');
    expect(await (await openForm(context, other)).locator('#tab-bronnen').textContent()).toBe('Bronnen');
  });

  test('is na wissen leeg, ook na opnieuw openen', async () => {
    const page = await openForm(await browser(), form);
    await addBron(page);
    await page.locator('#tab-delen').click();
    await page.getByRole('button', { name: 'Wissen …' }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('in geen bestand staat');
    await page.getByRole('button', { name: 'Alles wissen' }).click();
    await page.locator('#tab-bronnen', { hasText: /^Bronnen$/ }).waitFor();
  });

  test('vraagt niets van het netwerk, ook niet als een script dat zou willen', async () => {
    const context = await browser();
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await openForm(context, form);
    await addBron(page);
    await addLoose(page, 'Geen netwerk.');
    expect(asked).toEqual([form.url]);
    const refused = await page.evaluate("fetch('https://voorbeeld.invalid/').then(() => 'gelukt', () => 'geweigerd')");
    expect(refused).toBe('geweigerd');
    expect(asked.filter((url) => url.startsWith('http'))).toEqual([]);
  });

  test('drukt per bron af wat er is', async () => {
    const page = await openForm(await browser(), form);
    await addBron(page);
    await addLoose(page, 'Op papier.');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('#afdruk section').count()).toBe(1);
    expect(await page.locator('#afdruk').innerText()).toContain('Op papier.');
    expect(await page.locator('main').isVisible()).toBe(false);
  });
});

describe('axe', () => {
  let context: BrowserContext;
  afterAll(() => context?.close());

  test.each([
    ['light', 1100],
    ['dark', 1100],
    ['light', 320],
  ] as const)('vindt niets in het formulier (%s, %i px breed)', async (colorScheme, width) => {
    context = await browser(undefined, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await openForm(context, form);
    const check = async (place: string) => {
      expect(await violationsOf(page), place).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), place).toBeLessThanOrEqual(width);
    };
    await check('leeg');
    await page.getByRole('button', { name: 'Nieuwe bron' }).click();
    await page.getByLabel('Soort').selectOption('dossier');
    await page.getByLabel('Casus').fill('Mevrouw X');
    await page.keyboard.press('Tab');
    await check('bron');
    await addBron(page);
    await page.locator('.kaartkop').first().click();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.locator('.toevoegen').first().click();
    await page.keyboard.type('123456782');
    await check('waarneming');
    await page.getByRole('button', { name: 'Klaar' }).click();
    await page.getByText('per vraag').click();
    await page.locator('.kaartkop').first().click();
    await check('per vraag');
    await page.locator('#tab-nakijken').click();
    await check('nakijken');
    await page.locator('#tab-delen').click();
    await check('delen');
    await page.getByRole('button', { name: 'Wissen …' }).click();
    await check('wissen');
  });
});

function tsd(...args: string[]): string {
  return execFileSync(process.execPath, [TSD, 'waarnemingen', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

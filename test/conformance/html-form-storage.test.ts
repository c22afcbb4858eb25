import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addBron, addLoose, giveOut, type MadeForm, makeForm, openBrowser, openForm, saved, takeIn } from './html-form.ts';

let form: MadeForm;
beforeAll(() => {
  form = makeForm();
});

const opened: BrowserContext[] = [];
afterEach(async () => {
  for (const context of opened.splice(0)) await context.close().catch(() => undefined);
});

async function browser(): Promise<BrowserContext> {
  const context = await openBrowser();
  opened.push(context);
  return context;
}

/** The storage of this browser does not do one thing while `stuk` is set in that window. */
const broken = (what: 'put' | 'clear' | 'getAll') =>
  `const whole = IDBObjectStore.prototype.${what};
   IDBObjectStore.prototype.${what} = function (...values) {
     if (globalThis.stuk) throw new DOMException('vol', 'QuotaExceededError');
     return whole.apply(this, values);
   };`;
const breakNow = (page: Page) => page.evaluate('globalThis.stuk = true');
const mend = (page: Page) => page.evaluate('globalThis.stuk = false');
/** Longer than the form waits before it tries again. */
const pastRetry = (page: Page) => page.waitForTimeout(5000);

async function edit(page: Page, of: string, text: string): Promise<void> {
  await page.locator('#tab-nakijken').click();
  await page.locator('.rij', { hasText: of }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
  await page.getByRole('button', { name: 'Klaar' }).click();
}

/** A browser lets go of the lock of a closed tab in its own time. */
async function openWhenFree(page: Page, url: string): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    await page.goto(url);
    const opened = page.locator('#tab-nakijken').waitFor({ timeout: 1000 });
    if (
      await opened.then(
        () => true,
        () => false,
      )
    )
      return;
  }
}

async function texts(page: Page): Promise<string[]> {
  await page.locator('#tab-nakijken').click();
  return page.locator('.rijtekst').allTextContents();
}

/** A second window, in which the person goes on. */
async function takeOver(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(form.url);
  await page.getByRole('button', { name: 'Hier verder werken' }).click();
  await page.locator('#zicht').waitFor();
  return page;
}

describe('het venster waarvan een ander het formulier overneemt', () => {
  /** What was typed last in the first window, could not be stored. */
  async function withUnsaved(before = ''): Promise<{ context: BrowserContext; first: Page }> {
    const context = await browser();
    const first = await context.newPage();
    await first.addInitScript(before);
    await first.addInitScript(broken('put'));
    await first.goto(form.url);
    await first.locator('#zicht').waitFor();
    await addLoose(first, 'Begin.');
    await saved(first);
    await breakNow(first);
    await edit(first, 'Begin.', ' Eerst.');
    await first.locator('.staat[data-staat="mislukt"]').waitFor();
    return { context, first };
  }

  test.each([
    ['plaats maakt', ''],
    ['niet antwoordt', 'globalThis.BroadcastChannel = class extends EventTarget { close() {} };'],
  ])('en dat %s, overschrijft niet wat daar nieuwer is, en zegt dat niet alles is bewaard', async (_, before) => {
    const { context, first } = await withUnsaved(before);
    const second = await takeOver(context);
    await edit(second, 'Begin.', ' Later.');
    await saved(second);
    await mend(first);
    await pastRetry(first);
    await second.reload();
    expect(await texts(second)).toEqual(['Begin. Later.']);
    expect(await first.locator('main').textContent()).toContain('niet bewaard');
  });

  test('geeft wat niet is bewaard als bestand, waaruit in het andere venster wordt gekozen', async () => {
    const { context, first } = await withUnsaved();
    const second = await takeOver(context);
    await edit(second, 'Begin.', ' Later.');
    await first.getByText('niet bewaard').waitFor();
    const path = join(form.onderzoek, '..', 'gered.json');
    const [download] = await Promise.all([
      first.waitForEvent('download'),
      first.getByRole('button', { name: 'Maak er een bestand van' }).click(),
    ]);
    await download.saveAs(path);
    expect(await takeIn(second, path)).toContain('Van 1 zijn er twee versies');
    await second.locator('#tab-nakijken').click();
    await second.locator('.rij').click();
    expect((await second.locator('.versies dd').allTextContents()).sort()).toEqual(['Begin. Eerst.', 'Begin. Later.']);
  });

  test('neemt wat niet is bewaard mee als de persoon daar toch verder gaat', async () => {
    const { context, first } = await withUnsaved();
    await takeOver(context);
    await first.getByText('niet bewaard').waitFor();
    await mend(first);
    await first.getByRole('button', { name: 'Hier verder werken' }).click();
    await first.locator('#zicht').waitFor();
    await saved(first);
    expect((await texts(first))[0]).toBe('Begin. Eerst.');
    await first.reload();
    expect((await texts(first))[0]).toBe('Begin. Eerst.');
  });

  test('bewaart eerst wat nog wachtte, zodat het andere venster het ziet', async () => {
    const { context, first } = await withUnsaved();
    const second = await context.newPage();
    await second.goto(form.url);
    await mend(first);
    await second.getByRole('button', { name: 'Hier verder werken' }).click();
    await second.locator('#zicht').waitFor();
    expect(await texts(second)).toEqual(['Begin. Eerst.']);
    await first.getByText('Wat u hier typte, is bewaard.').waitFor();
    expect(await first.locator('#alarm').textContent()).toBe('');
  });

  test('houdt niets van het oude formulier over: het drukt niets af, en gaat weer verder waar het andere was', async () => {
    const context = await browser();
    const first = await openForm(context, form);
    await addBron(first);
    await addLoose(first, 'Oud.');
    const second = await takeOver(context);
    await first.getByText('U werkt nu in een ander venster').waitFor();
    await first.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await first.locator('#afdruk').innerHTML()).toBe('');
    await edit(second, 'Oud.', ' Nieuw.');
    await first.getByRole('button', { name: 'Hier verder werken' }).click();
    await first.locator('#zicht').waitFor();
    expect(await texts(first)).toEqual(['Oud. Nieuw.']);
    await second.getByText('U werkt nu in een ander venster').waitFor();
  });
});

describe('een opslag die eerst niet te lezen is', () => {
  test('wordt niet overschreven, en komt bij wat ondertussen is getypt', async () => {
    const context = await browser();
    const before = await openForm(context, form);
    await addBron(before);
    await addLoose(before, 'Van gisteren.');
    await giveOut(before, join(form.onderzoek, '..', 'gisteren.json'));
    await saved(before);
    await before.close();
    const page = await context.newPage();
    await page.addInitScript(`globalThis.stuk = true; ${broken('getAll')}`);
    await page.goto(form.url);
    await page.getByRole('alert').getByText('kan niet worden gelezen').waitFor();
    await addLoose(page, 'Van vandaag.');
    await pastRetry(page);
    expect(await page.locator('.staat').textContent()).not.toContain('Bewaard');
    await mend(page);
    await saved(page);
    expect((await texts(page)).sort()).toEqual(['Van gisteren.', 'Van vandaag.']);
    expect(await page.getByRole('alert').textContent()).toBe('');
    await page.locator('#tab-delen').click();
    expect(await page.locator('main').textContent()).toMatch(/Laatste bestand: .*; daarna gewijzigd: 1\./);
    await mend(page);
    const again = await context.newPage();
    await page.close();
    await openWhenFree(again, form.url);
    expect((await texts(again)).sort()).toEqual(['Van gisteren.', 'Van vandaag.']);
  });
});

describe('wissen dat mislukt', () => {
  test('zegt dat alles nog op het apparaat staat, en laat opnieuw proberen', async () => {
    const page = await (await browser()).newPage();
    await page.addInitScript(broken('clear'));
    await page.goto(form.url);
    await addLoose(page, 'Moet weg.');
    await saved(page);
    await breakNow(page);
    await page.locator('#tab-delen').click();
    await page.getByRole('button', { name: 'Wissen …' }).click();
    await page.getByRole('button', { name: 'Alles wissen' }).click();
    await page.getByRole('dialog').getByText('staat nog op dit apparaat').waitFor();
    await mend(page);
    await page.getByRole('button', { name: 'Alles wissen' }).click();
    await page.locator('#tab-nakijken', { hasText: /^Nakijken$/ }).waitFor();
  });
});

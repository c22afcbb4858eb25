import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { exportText, type Inhoud } from '../../src/formulier/exchange.ts';
import { create } from '../../src/formulier/versions.ts';
import type { WaarnemingInhoud } from '../../src/schema/generated/types.ts';
import { LAUNCH } from './chromium.ts';
import { copyOfExample, TSD } from './reports.ts';

/** A form that was made by the built command, of a copy of the example. */
export interface MadeForm {
  onderzoek: string;
  path: string;
  url: string;
}

/** Makes a form of the example. */
export function makeForm(...options: string[]): MadeForm {
  const onderzoek = copyOfExample();
  const path = join(onderzoek, '..', 'formulier.html');
  const args = ['waarnemingen', 'form', onderzoek, '--format', 'html', '--levering', 'team-noord', '--out', path];
  execFileSync(process.execPath, [TSD, ...args, ...options], { stdio: 'ignore' });
  return { onderzoek, path, url: pathToFileURL(path).href };
}

/** A browser of its own, with what it keeps on disk in a folder. */
export async function openBrowser(folder = newProfile(), options: object = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...LAUNCH, viewport: { width: 1100, height: 900 }, ...options });
}

/** An empty folder for a browser to keep things in. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'tsd-browser-'));
}

/** Opens the form and waits until it is there. */
export async function openForm(context: BrowserContext, { url }: MadeForm): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#zicht').waitFor();
  return page;
}

/** Waits until everything is kept. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.staat[data-staat="bewaard"]').waitFor();
}

/** Makes a bron in the form, and goes on to record from it. */
export async function addBron(page: Page, soort = 'gesprek', respondenttype = 'jongere'): Promise<void> {
  await page.locator('#tab-bronnen').click();
  await page.getByRole('button', { name: 'Nieuwe bron' }).click();
  await page.getByLabel('Soort').selectOption(soort);
  await page.getByLabel('Respondenttype').selectOption(respondenttype);
  await page.getByLabel('Datum').fill('2026-02-14');
  await page.getByRole('checkbox', { name: 'Fictiehove' }).check();
  await page.locator('.bewerken').getByRole('button', { name: 'Hieruit vastleggen' }).click();
}

/** Records a waarneming without indicator. */
export async function addLoose(page: Page, tekst: string): Promise<void> {
  await page.locator('#tab-vastleggen').click();
  const card = page.locator('#kaart-los');
  if ((await card.getAttribute('aria-expanded')) === 'false') await card.click();
  await page.getByRole('button', { name: 'Waarneming toevoegen bij Zonder indicator' }).click();
  await page.keyboard.type(tekst);
  await page.getByRole('button', { name: 'Klaar' }).click();
}

/** Lets the form make its file, and keeps it under a name. */
export async function giveOut(page: Page, path: string): Promise<string> {
  await page.locator('#tab-delen').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#bestand-maken').click()]);
  await download.saveAs(path);
  return readFileSync(path, 'utf8');
}

/** Lets the form take a file in, and gives what it says of it. */
export async function takeIn(page: Page, path: string): Promise<string> {
  await page.locator('#tab-delen').click();
  await page.locator('#invoegen').setInputFiles(path);
  const told = page.locator('#melding', { hasText: 'Ingevoegd' });
  await told.waitFor();
  return (await told.textContent()) ?? '';
}

/** The file that a form would give out with many waarnemingen, as made on another device. */
export function manyRecords({ path }: MadeForm, count: number, tekst: (index: number) => string): string {
  const data = /id="model">([\s\S]*?)<\/script>/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  const at = (index: number) => ({ nu: new Date(Date.UTC(2026, 1, 14, 10, 0, 0, index)).toISOString(), stempel: 'elders.1' });
  const inhoud: Inhoud = {
    bronnen: [
      create(
        'team-noord-b-elders',
        { soort: 'gesprek', perspectief: 'burger', datum: '2026-02-14', gebieden: ['fictiehove'] },
        at(0),
      ),
    ],
    waarnemingen: Array.from({ length: count }, (_, index) =>
      create<WaarnemingInhoud>(`team-noord-elders-${index}`, { bron: 'team-noord-b-elders', tekst: tekst(index) }, at(index)),
    ),
  };
  return exportText(JSON.parse(data).formulier, inhoud);
}

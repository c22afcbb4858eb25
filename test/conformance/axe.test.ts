import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAUNCH, violationsOf } from './chromium.ts';
import { copyOfExample, makeReports } from './reports.ts';

let browser: Browser;
let reports: string[];
/** One report of each template: dark and narrow depend on the template, not on the gebied. */
let onePerTemplate: string[];
beforeAll(async () => {
  reports = makeReports(copyOfExample(), 'html');
  onePerTemplate = reports.filter((path, index) => reports.findIndex((other) => basename(other) === basename(path)) === index);
  browser = await chromium.launch(LAUNCH);
});
afterAll(() => browser.close());

async function open(path: string, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  // The policy of the page itself forbids scripts; axe has to get past it.
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
  await page.goto(pathToFileURL(path).href);
  return page;
}

describe('elk rapport in HTML, in Chromium', () => {
  test.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 320],
  ] as const)('axe vindt niets (%s, %i px breed)', async (scheme, width) => {
    for (const path of scheme === 'light' && width > 320 ? reports : onePerTemplate) {
      const page = await open(path, scheme, width);
      expect((await violationsOf(page)).map((found) => `${basename(path)}: ${found}`)).toEqual([]);
      await page.close();
    }
  });

  test('past zonder zijwaarts schuiven op 320 px', async () => {
    for (const path of reports) {
      const page = await open(path, 'light', 320);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      await page.close();
    }
  });

  test('vraagt niets van het netwerk en voert geen script uit', async () => {
    for (const path of reports) {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(path).href);
      expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
      expect(await page.locator('script').count()).toBe(0);
      await page.close();
    }
  });

  test('elke koppeling binnen het rapport komt ergens uit', async () => {
    for (const path of reports) {
      const page = await open(path, 'light', 1200);
      const dead = await page.evaluate(
        '[...document.querySelectorAll(\'a[href^="#"]\')].map((a) => a.getAttribute("href")).filter((href) => !document.getElementById(href.slice(1)))',
      );
      expect(dead).toEqual([]);
      await page.close();
    }
  });
});

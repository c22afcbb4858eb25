import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAUNCH, violationsOf } from './chromium.ts';
import { copyOfExample, TSD } from './reports.ts';

let browser: Browser;
let page: string;
beforeAll(async () => {
  const onderzoek = copyOfExample();
  const site = join(onderzoek, '../site');
  execFileSync(process.execPath, [TSD, 'publicatie', 'build', onderzoek, '--out', site], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  page = pathToFileURL(join(site, 'index.html')).href;
  browser = await chromium.launch(LAUNCH);
});
afterAll(() => browser.close());

describe('de startpagina van een publicatie, in Chromium', () => {
  test.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 320],
  ] as const)('axe vindt niets (%s, %i px breed), en zij past', async (colorScheme, width) => {
    const opened = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    await opened.goto(page);
    expect(await violationsOf(opened)).toEqual([]);
    expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await opened.close();
  });

  test('vraagt niets van het netwerk, en begint met een sprong naar de inhoud', async () => {
    const opened = await browser.newPage();
    const asked: string[] = [];
    opened.on('request', (request) => asked.push(request.url()));
    await opened.goto(page);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(asked).toHaveLength(1);
    await opened.keyboard.press('Tab');
    expect(await opened.evaluate('document.activeElement.textContent')).toBe('Naar de inhoud');
    await opened.close();
  });
});

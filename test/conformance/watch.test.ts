import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { LAUNCH, violationsOf } from './chromium.ts';
import { TSD } from './reports.ts';

const HUISSTIJL = `kleuren: { accent: "#7a1f5c", omslag: "#ffd23f" }
lettertype: { naam: Georgia }
logo: { bestand: logo.svg, alt: Inspectie Voorbeeld }
`;
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 40"><path d="M0 0h180v40z" fill="#7a1f5c"/></svg>';

test('een rapport in een eigen huisstijl ververst zich in Chromium, en is toegankelijk, licht en donker', async () => {
  const folder = copyKlein();
  mkdirSync(join(folder, 'templates'));
  writeFileSync(join(folder, 'templates/logo.svg'), LOGO);
  writeFileSync(join(folder, 'templates/huisstijl.yaml'), HUISSTIJL);
  const child = spawn(process.execPath, [TSD, 'report', '.', '--niveau', 'overkoepelend', '--watch'], { cwd: folder });
  const browser = await chromium.launch(LAUNCH);
  try {
    const url = await new Promise<string>((resolve) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [found] = /http:\/\/127\S+/.exec(said) ?? [];
        if (found) resolve(found);
      });
    });
    const page = await browser.newPage();
    await page.goto(url);
    const heading = page.frameLocator('iframe').locator('h1');
    await heading.waitFor();
    const plan = join(folder, 'onderzoek.yaml');
    const before = readFileSync(plan, 'utf8');
    writeFileSync(plan, before.replace(/^titel:.*$/m, 'titel: Een andere naam'));
    await page.frameLocator('iframe').locator('h1:has-text("Een andere naam")').waitFor();
    writeFileSync(plan, `${before}\nonzin: 1\n`);
    await page.locator('pre:has-text("onzin")').waitFor();
    expect(await heading.textContent()).toContain('Een andere naam');

    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ bypassCSP: true, colorScheme });
      const own = await context.newPage();
      await own.goto(`file://${join(folder, 'rapport/overkoepelend/overkoepelend.html')}`);
      expect(await own.evaluate('document.querySelector("img.logo").naturalWidth > 0')).toBe(true);
      expect(await violationsOf(own)).toEqual([]);
      if (process.env.BEELD) await own.screenshot({ path: join(process.env.BEELD, `huisstijl-${colorScheme}.png`) });
      await context.close();
    }
  } finally {
    await browser.close();
    child.kill('SIGINT');
  }
}, 60_000);

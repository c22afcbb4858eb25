import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createDetector } from '../../src/privacy/detect.ts';
import { SOORTEN } from '../../src/privacy/finding.ts';
import { leesRegels } from './gemerkt/lees.ts';
import { regelsMet, regelsZonder } from './gemerkt/maak.ts';

const detect = createDetector();
const met = leesRegels('met.txt');
const zonder = leesRegels('zonder.txt');

/** What at least is found of each kind; a name without a word before it, or without a capital, is not. */
const AT_LEAST: Record<string, number> = { bsn: 1, naam: 0.85 };

/** Of one kind: how many values are marked, and how many of those are found, whole and as that kind. */
function recall(soort: string): { marked: number; found: number } {
  const hits = met.flatMap(({ text, labels }) => {
    const findings = detect(text).filter(({ kind }) => kind === soort);
    return labels
      .filter(({ kind }) => kind === soort)
      .map((label) => findings.some(({ from, to }) => from <= label.from && to >= label.to));
  });
  return { marked: hits.length, found: hits.filter(Boolean).length };
}

const falseAlarms = zonder.filter(({ text }) => detect(text).length > 0);

describe('op de gemerkte verzameling', () => {
  test.each([
    ['met.txt', regelsMet],
    ['zonder.txt', regelsZonder],
  ])('is %s wat het materiaal oplevert', (name, make) => {
    const path = join(import.meta.dirname, 'gemerkt', name);
    const text = `${make().join('\n')}\n`;
    if (process.env.GEMERKT === 'schrijf') writeFileSync(path, text);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('staan genoeg regels, en geen twee gelijk', () => {
    expect(met.length).toBeGreaterThanOrEqual(300);
    expect(zonder.length).toBeGreaterThanOrEqual(1000);
    expect(new Set([...met, ...zonder].map(({ text }) => text)).size).toBe(met.length + zonder.length);
    expect(zonder.every(({ labels }) => labels.length === 0)).toBe(true);
  });

  test.each(SOORTEN)('wordt %s gevonden zo vaak als is beloofd', (soort) => {
    const { marked, found } = recall(soort);
    expect(marked).toBeGreaterThanOrEqual(25);
    expect(found / marked).toBeGreaterThanOrEqual(AT_LEAST[soort] ?? 0.95);
  });

  test('is er op hoogstens 1 procent van de regels zonder persoonsgegevens een vals alarm', () => {
    expect(falseAlarms.length / zonder.length).toBeLessThanOrEqual(0.01);
  });

  // `npm run privacy` prints the table that stands in docs/privacy.md.
  afterAll(() => {
    if (process.env.GEMERKT) process.stdout.write(table());
  });
});

function table(): string {
  const rows = SOORTEN.map((soort) => {
    const { marked, found } = recall(soort);
    return `| ${soort} | ${marked} | ${found} | ${percent(found / marked)} |`;
  });
  const alarms = `Vals alarm: ${falseAlarms.length} van ${zonder.length} regels (${percent(falseAlarms.length / zonder.length)}).`;
  return `\n| soort | gemerkt | gevonden | deel |\n|---|---|---|---|\n${rows.join('\n')}\n\n${alarms}\n`;
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1).replace('.', ',')}%`;
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { plainLine } from '../../src/rapport/document/text.ts';
import { HOSTILE, rewriteExample } from '../e2e/hostile.ts';
import { makeReports } from './reports.ts';
import { fetchVeraPdf, verdict } from './verapdf.ts';

let reports: string[];
beforeAll(() => {
  fetchVeraPdf();
  const folder = rewriteExample((index) => HOSTILE[index % HOSTILE.length] ?? '');
  reports = makeReports(folder, 'pdf');
});

/** Letters and signs only: where a line ends, and whether a word is cut there, is up to the page. */
const bare = (text: string) => text.normalize('NFC').replace(/[\s\u00ad\u200b\u2010-]/g, '');

/** What a PDF shows of a text: a sign that the fonts lack by its number, and no sign without a shape. */
const shown = (text: string) =>
  bare(
    plainLine(text)
      .replace(/\u200d/g, '')
      .replace(/[\p{Extended_Pictographic}\p{Script=Arabic}]/gu, code),
  );

function code(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

test('vastgelegde tekst staat in de PDF als zichzelf', () => {
  const text = reports.map((path) => bare(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }))).join('');
  expect(HOSTILE.filter((hostile) => !text.includes(shown(hostile)))).toEqual([]);
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test('en de PDF voldoet dan nog steeds aan PDF/UA-1', () => {
  const failed = reports.filter((path) => !verdict(path).startsWith('PASS'));
  expect(failed.map((path) => join(path, verdict(path)))).toEqual([]);
});

import { expect, it } from 'vitest';
import { breakLongRuns } from '../../../src/rapport/document/long-runs.ts';

it.each([
  'verantwoordelijkheden',
  'verantwoordelijkheden.',
  '(Wmo-toezichthouders),',
  '“schuldhulpverlening”;',
  "ondersteuningsbehoefte's",
  'kort woord',
])('leaves %s as it is', (text) => {
  expect(breakLongRuns(text)).toBe(text);
});

it.each([
  ['https://voorbeeld.invalid/pad', 'https://voor\u200bbeeld.invali\u200bd/pad'],
  ['0123456789012345678901', '012345678901\u200b2345678901'],
  ['x'.repeat(60), Array(5).fill('x'.repeat(12)).join('\u200b')],
  [`zie ${'😀'.repeat(20)}`, `zie ${'😀'.repeat(12)}\u200b${'😀'.repeat(8)}`],
])('lets a line end within %s', (text, broken) => {
  expect(breakLongRuns(text)).toBe(broken);
});

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tsd } from './tsd.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tsd-taal-'));
  cpSync(join(import.meta.dirname, '../../examples/overgang-18-plus'), join(root, 'onderzoek'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const text = (name: string, content: string) => {
  mkdirSync(join(root, 'los'), { recursive: true });
  writeFileSync(join(root, 'los', name), content);
  return `los/${name}`;
};
const check = (...args: string[]) => {
  const { code, stdout, stderr } = tsd(['taal', 'check', ...args], { cwd: root });
  return { code, stdout, all: stdout + stderr };
};

describe('tsd taal check', () => {
  test('zegt van een tekst waar zij eenvoudiger kan, en houdt niets tegen', () => {
    const file = text('a.md', '# Kop\n\nDe jongere krijgt hulp.\nHet plan wordt derhalve vastgesteld door de ggz.\n');
    const { all, code } = check(file);
    expect(code).toBe(0);
    expect(all).toMatch(/los\/a\.md:4:10 .*taal\/lijdend/);
    expect(all).toMatch(/los\/a\.md:4:16 .*taal\/jargon .*'derhalve'[\s\S]*liever: daarom, dus/);
    expect(all).toMatch(/los\/a\.md:4:45 .*taal\/afkorting .*'ggz'/);
    expect(all).toContain('los/a.md: 12 woorden in 2 zinnen, gemiddeld 6 en hoogstens 8 per zin; 1 zegt niet wie het doet');
  });

  test('leest in een onderzoek wat mensen schreven, en wijst regels in YAML en Markdown aan', () => {
    const { stdout, code } = check('onderzoek', '--gebied', 'fictiehove', '--json');
    const { figuren, meldingen } = JSON.parse(stdout);
    expect(code).toBe(0);
    const files = figuren.map(({ bestand }: { bestand: string }) => bestand);
    expect(files).toContain('onderzoek/oordelen/fictiehove.yaml');
    expect(files).toContain('onderzoek/teksten/fictiehove-samenvatting.md');
    expect(files.filter((name: string) => /voorbeelderdam|overkoepelend/.test(name))).toEqual([]);
    const first = meldingen.find(({ code }: { code: string }) => code === 'taal/lange-zin');
    expect(first).toMatchObject({ file: 'onderzoek/oordelen/fictiehove.yaml', position: { line: expect.any(Number) } });
  });

  test('volgt tsd.yaml', () => {
    const settings =
      'formaat: 1\nnaam: proef\ntaal:\n  jargon: [{ woord: perspectiefplan, liever: plan }]\n  toegestaan: [ggz]\n';
    writeFileSync(join(root, 'tsd.yaml'), settings);
    const { all } = check(text('b.md', 'De ggz maakt een perspectiefplan.\n'));
    rmSync(join(root, 'tsd.yaml'));
    expect(all).toContain('liever: plan');
    expect(all).not.toContain('taal/afkorting');
  });

  test('noemt een gebied of bestand dat er niet is', () => {
    expect(check('onderzoek', '--gebied', 'fictiehoeve').all).toMatch(/bedoelt u 'fictiehove'/);
    expect(check('los/weg.md').code).toBe(2);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const folder = copyKlein();
const inFolder = (name: string): string => join(folder, '..', name);

describe('tsd grafiek', () => {
  test('zet een figuur als SVG op het scherm, en wat zij toont ernaast', () => {
    const { code, stdout, stderr } = tsd(['grafiek', folder, 'goed-en-beter']);
    expect([code, stderr.split(' ')[0]]).toEqual([0, 'Staven']);
    expect(stdout).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" .*<title>Wat gaat goed .*<desc>Staven .*<\/svg>\n$/,
    );
  });

  test('schrijft een PNG, elke keer dezelfde, ook in een andere tijdzone', () => {
    const one = inFolder('een.png');
    expect(tsd(['grafiek', folder, 'goed-en-beter', '--format', 'png', '--out', one]).code).toBe(0);
    const first = readFileSync(one);
    expect(first.subarray(1, 4).toString()).toBe('PNG');
    process.env.TZ = 'Pacific/Auckland';
    const two = inFolder('twee.png');
    tsd(['grafiek', folder, 'goed-en-beter', '--format', 'png', '--out', two]);
    delete process.env.TZ;
    expect(Buffer.compare(first, readFileSync(two))).toBe(0);
  });

  test('geeft de getallen als CSV', () => {
    const { stdout } = tsd(['grafiek', folder, 'waarnemingen', '--diepte', 'intern', '--format', 'csv', '--gebied', 'west']);
    expect(stdout).toMatch(/^\uFEFFCriterium;West\r\n/);
  });

  test.each([
    [['waarnemingen'], 2, 'grafiek/alleen-intern'],
    [['waarnemingen', '--diepte', 'partij'], 2, 'grafiek/alleen-intern'],
    [['factoren', '--format', 'png'], 2, 'grafiek/png-zonder-bestand'],
    [['perspectieven'], 1, 'grafiek/leeg'],
    [['taart'], 2, "fout: 'taart' kan niet bij 'soort'. Kies uit: perspectieven"],
    [['factoren', '--gebied', 'wst'], 2, 'onderzoek/onbekend-gebied'],
    [['perspectieven', '--diepte', 'intern', '--out', join(folder, 'rapport', 'x.svg')], 2, 'grafiek/intern-zichtbaar'],
  ])('%j is geweigerd', (args, code, said) => {
    const run = tsd(['grafiek', folder, ...args]);
    expect([run.code, run.stdout]).toEqual([code, '']);
    expect(run.stderr).toContain(said);
  });
});

import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Stop } from '../../src/diagnostics/stop.ts';
import { listFiles, listNames, readBytes, readText, requireFolder, requireInside } from '../../src/io/files.ts';
import { findRoot } from '../../src/io/root.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsd-bestanden-'));
});
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
function codeOf(work: () => unknown): string {
  try {
    work();
    return 'gelukt';
  } catch (cause) {
    return cause instanceof Stop ? (cause.diagnostics[0]?.code ?? '') : String(cause);
  }
}

describe('readText', () => {
  test('laat een BOM weg', () => {
    expect(readText(put('a.yaml', '\uFEFFa: 1\n'))).toBe('a: 1\n');
  });

  test.each([
    ['een bestand dat er niet is', () => join(folder, 'weg.yaml'), 'io/bestaat-niet'],
    ['een map', () => folder, 'io/is-map'],
    ['Windows-1252', () => put('b.yaml', Uint8Array.of(0x63, 0x61, 0x66, 0xe9)), 'io/geen-utf8'],
  ])('stopt bij %s', (_, path, code) => {
    expect(codeOf(() => readText(path()))).toBe(code);
  });

  test('leest niets dat groter is dan de grens', () => {
    expect(codeOf(() => readBytes(put('groot', new Uint8Array(11)), 10))).toBe('io/te-groot');
  });
});

describe('requireInside', () => {
  test.each([['a.yaml'], ['diep/a.yaml'], ['diep/../a.yaml']])('laat %s toe', (path) => {
    expect(codeOf(() => requireInside(folder, path))).toBe('gelukt');
  });

  test.each([['../a.yaml'], ['/etc/hosts'], ['a/../../b']])('weigert %s', (path) => {
    expect(codeOf(() => requireInside(folder, path))).toBe('io/buiten-map');
  });

  test.skipIf(process.platform === 'win32')('weigert een koppeling die naar buiten wijst', () => {
    symlinkSync('/etc', join(folder, 'link'));
    expect(codeOf(() => requireInside(folder, 'link/hosts'))).toBe('io/buiten-map');
  });
});

describe('folders', () => {
  test('slaat verborgen bestanden en sloten van Word en Excel over, in vaste volgorde', () => {
    for (const name of ['b.xlsx', 'a.xlsx', '~$a.xlsx', '.verborgen', 'Z.csv']) put(name, '');
    expect(listNames(folder)).toEqual(['Z.csv', 'a.xlsx', 'b.xlsx']);
  });

  test.skipIf(process.platform === 'win32')('volgt geen koppelingen', () => {
    mkdirSync(join(folder, 'in'));
    put('in/a', '');
    symlinkSync('/etc', join(folder, 'uit'));
    expect(listFiles(folder)).toEqual([join(folder, 'in', 'a')]);
  });

  test('stopt bij een bestand waar een map hoort', () => {
    expect(codeOf(() => requireFolder(put('a', '')))).toBe('io/is-bestand');
  });

  test('vindt de dichtstbijzijnde map met tsd.yaml, en anders het pakket', () => {
    mkdirSync(join(folder, 'onderzoeken/x'), { recursive: true });
    expect(findRoot(join(folder, 'onderzoeken/x')).isPackage).toBe(true);
    put('tsd.yaml', 'formaat: 1\nnaam: x\n');
    expect(findRoot(join(folder, 'onderzoeken/x'))).toEqual({ folder, isPackage: false });
  });
});

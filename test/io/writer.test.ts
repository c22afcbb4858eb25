import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { beforeEach, describe, expect, test } from 'vitest';
import { Stop } from '../../src/diagnostics/stop.ts';
import { MACHINE } from '../../src/io/lock.ts';
import { completeInterrupted, writeFiles } from '../../src/io/writer.ts';

/** The number of a process that has ended. */
const DEAD = spawnSync(process.execPath, ['--version']).pid;
let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tsd-schrijver-'));
});
const put = (name: string, text: string) => {
  mkdirSync(join(base, name, '..'), { recursive: true });
  writeFileSync(join(base, name), text);
};
const read = (name: string) => readFileSync(join(base, name), 'utf8');
const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'geschreven',
    (cause: unknown) => (cause instanceof Stop ? cause.diagnostics[0]?.code : String(cause)),
  );

describe('writeFiles', () => {
  test('schrijft alle bestanden en laat niets anders achter', async () => {
    put('a.yaml', 'oud');
    await writeFiles(base, [
      { path: 'a.yaml', content: 'nieuw' },
      { path: 'diep/er/b.yaml', content: ['een', 'twee'] },
    ]);
    expect([read('a.yaml'), read('diep/er/b.yaml')]).toEqual(['nieuw', 'eentwee']);
    expect(readdirSync(base).sort()).toEqual(['a.yaml', 'diep']);
  });

  test('laat een bestand met dezelfde inhoud met rust', async () => {
    put('a.yaml', 'gelijk');
    const before = statSync(join(base, 'a.yaml'), { bigint: true }).mtimeNs;
    expect(await writeFiles(base, [{ path: 'a.yaml', content: 'gelijk' }])).toEqual([]);
    expect(statSync(join(base, 'a.yaml'), { bigint: true }).mtimeNs).toBe(before);
    expect(readdirSync(base)).toEqual(['a.yaml']);
  });

  test('verandert niets als een van de inhouden halverwege mislukt', async () => {
    put('a.yaml', 'oud');
    const broken = (function* () {
      yield 'half';
      throw new Error('stroom brak af');
    })();
    expect(
      await codeOf(
        writeFiles(base, [
          { path: 'a.yaml', content: 'nieuw' },
          { path: 'b.yaml', content: broken },
        ]),
      ),
    ).toBe('Error: stroom brak af');
    expect(read('a.yaml')).toBe('oud');
    expect(readdirSync(base)).toEqual(['a.yaml']);
  });

  test('weigert twee keer hetzelfde bestand: het tweede zou het eerste vervangen', async () => {
    const twice = ['een', 'twee'].map((content) => ({ path: 'a.yaml', content }));
    expect(await codeOf(writeFiles(base, twice))).toBe("Error: tsd would write 'a.yaml' twice");
    expect(readdirSync(base)).toEqual([]);
  });

  test('haalt een bestand weg', async () => {
    put('a.yaml', 'oud');
    await writeFiles(base, [{ path: 'a.yaml', content: undefined }]);
    expect(existsSync(join(base, 'a.yaml'))).toBe(false);
  });

  test.each([['../buiten.yaml'], ['/buiten.yaml'], ['map/../../buiten.yaml']])('weigert het pad %s', async (path) => {
    expect(await codeOf(writeFiles(base, [{ path, content: 'x' }]))).toBe('io/buiten-map');
  });

  test.skipIf(process.platform === 'win32')('weigert een pad door een koppeling naar buiten', async () => {
    symlinkSync(tmpdir(), join(base, 'weg'));
    expect(await codeOf(writeFiles(base, [{ path: 'weg/x.yaml', content: 'x' }]))).toBe('io/buiten-map');
  });

  test('zegt dat de plaats niet te schrijven is', async () => {
    put('a', 'een bestand waar een map hoort');
    expect(await codeOf(writeFiles(base, [{ path: 'a/b.yaml', content: 'x' }]))).toBe('io/niet-schrijfbaar');
    expect(await codeOf(writeFiles(join(base, 'a'), [{ path: 'b.yaml', content: 'x' }]))).toBe('io/niet-schrijfbaar');
  });

  test.skipIf(process.platform !== 'linux')('blijft niet hangen op een plaats waar geen map kan komen', async () => {
    expect(await codeOf(writeFiles('/proc/tsd', [{ path: 'b.yaml', content: 'x' }]))).toBe('io/niet-schrijfbaar');
  });
});

describe('completeInterrupted', () => {
  test('maakt af wat na het dagboek werd afgebroken, en doet het de tweede keer niets', () => {
    put('a.yaml', 'oud');
    put('.tsd/000000000000-77-000000000000/0', 'nieuw a');
    put('.tsd/000000000000-77-000000000000/1', 'nieuw b');
    put(
      '.tsd/dagboek.json',
      JSON.stringify([
        { staged: '.tsd/000000000000-77-000000000000/0', target: 'a.yaml' },
        { staged: '.tsd/000000000000-77-000000000000/1', target: 'b.yaml' },
      ]),
    );
    expect([completeInterrupted(base), completeInterrupted(base)]).toEqual([true, false]);
    expect([read('a.yaml'), read('b.yaml')]).toEqual(['nieuw a', 'nieuw b']);
    expect(readdirSync(base).sort()).toEqual(['a.yaml', 'b.yaml']);
  });

  test.each([
    ['een slot', ['slot']],
    ['een slot, en dat van wie het opruimde', ['slot', 'slot.opruimen']],
    ['alleen het slot van wie opruimde', ['slot.opruimen']],
    ['een slot, en dat van twee die opruimden', ['slot', 'slot.opruimen', 'slot.opruimen.opruimen']],
    ['een dagboek dat niet af is', ['slot', 'dagboek.json.nieuw']],
    ['wat klaar stond', [`${MACHINE}-${DEAD}-000000000000/0`]],
  ])('ruimt op wat een opdracht die is gedood achterliet: %s', async (_, names) => {
    for (const name of names) put(`.tsd/${name}`, `${DEAD} ${MACHINE} hier\n`);
    expect(completeInterrupted(base)).toBe(false);
    expect(readdirSync(base)).toEqual([]);
    for (const name of names) put(`.tsd/${name}`, `${DEAD} ${MACHINE} hier\n`);
    await writeFiles(base, [{ path: 'a', content: 'nieuw' }]);
    expect(readdirSync(base)).toEqual(['a']);
  });

  test('laat met rust wat van een opdracht is die nog loopt', () => {
    put('.tsd/slot', `${process.ppid} ${MACHINE} hier\n`);
    put(`.tsd/${MACHINE}-${process.ppid}-000000000000/0`, 'nieuw');
    expect(completeInterrupted(base)).toBe(false);
    expect(readdirSync(join(base, '.tsd')).sort()).toEqual([`${MACHINE}-${process.ppid}-000000000000`, 'slot']);
  });

  test.skipIf(process.platform === 'win32')('volgt geen koppeling die met een dagboek meekomt', () => {
    const around = mkdtempSync(join(tmpdir(), 'tsd-ontvangen-'));
    base = join(around, 'onderzoek');
    mkdirSync(join(around, '.config'));
    mkdirSync(join(base, '.config'), { recursive: true });
    const staging = '.tsd/000000000000-1-000000000000';
    put(`${staging}/1`, 'kwaad');
    symlinkSync('../../.config', join(base, staging, '0'));
    put(
      '.tsd/dagboek.json',
      JSON.stringify([
        { staged: `${staging}/0`, target: 'a' },
        { staged: `${staging}/1`, target: 'a/kwaad.desktop' },
      ]),
    );
    expect(() => completeInterrupted(base)).toThrow();
    expect(readdirSync(join(around, '.config'))).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')(
    'laat elk bestand oud of nieuw achter, waar de opdracht ook wordt gedood, en maakt het daarna af',
    { timeout: 120_000 },
    () => {
      const writer = join(base, 'writer.mjs');
      buildSync({
        entryPoints: [join(import.meta.dirname, '../../src/io/writer.ts')],
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: writer,
      });
      let killed = true;
      for (let step = 0; killed; step++) {
        const folder = mkdtempSync(join(tmpdir(), 'tsd-gedood-'));
        for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), 'oud');
        killed = killAt(step, folder, writer);
        const states = ['a', 'b', 'c'].map((name) => readFileSync(join(folder, name), 'utf8'));
        expect(states.every((state) => state === 'oud' || state === 'nieuw'.repeat(1000))).toBe(true);
        completeInterrupted(folder);
        expect(readdirSync(folder).sort(), `step ${step}`).toEqual(['a', 'b', 'c']);
        expect(new Set(['a', 'b', 'c'].map((name) => readFileSync(join(folder, name), 'utf8'))).size).toBe(1);
        if (!killed) expect([step > 20, states[0]]).toEqual([true, 'nieuw'.repeat(1000)]);
      }
    },
  );
});

/** Runs the writer in a process of its own that kills itself at the nth call to the file system; says whether it got that far. */
function killAt(step: number, folder: string, writer: string): boolean {
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let calls = 0;
    for (const name of ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'rmdirSync']) {
      const real = fs[name];
      fs[name] = (...args) => { if (calls++ === ${step}) process.kill(process.pid, 'SIGKILL'); return real(...args); };
    }
    syncBuiltinESMExports();
    const { writeFiles } = await import(${JSON.stringify(pathToFileURL(writer).href)});
    await writeFiles(${JSON.stringify(folder)}, ['a', 'b', 'c'].map((path) => ({ path, content: 'nieuw'.repeat(1000) })));
  `;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }).signal === 'SIGKILL';
}

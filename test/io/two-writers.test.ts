import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Stop } from '../../src/diagnostics/stop.ts';
import { exists, listNames, readText } from '../../src/io/files.ts';
import { MACHINE, withLock } from '../../src/io/lock.ts';
import { forgetReading, rememberReading } from '../../src/io/seen.ts';
import { clearAllStaged } from '../../src/io/work-folder.ts';
import { writeFiles } from '../../src/io/writer.ts';

let base = '';
let bundle = '';
beforeAll(() => {
  bundle = join(mkdtempSync(join(tmpdir(), 'tsd-twee-')), 'writer.mjs');
  const entry = join(import.meta.dirname, '../../src/io/writer.ts');
  buildSync({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: bundle });
});
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tsd-twee-'));
});
const read = (name: string) => readFileSync(join(base, name), 'utf8');
const stopOf = async (work: () => unknown) => {
  try {
    await work();
    return 'geschreven';
  } catch (cause) {
    return cause instanceof Stop ? `${cause.diagnostics[0]?.code}: ${cause.diagnostics[0]?.message}` : String(cause);
  }
};

/** A process that writes two files many times, both with the same content. */
function writer(name: string): ChildProcess {
  const script = `
    import { writeFiles } from ${JSON.stringify(pathToFileURL(bundle).href)};
    // On a busy machine one may be told to wait longer than it does: then it tries again, as a person would.
    const isBusy = (cause) => cause.diagnostics?.[0]?.code === 'io/bezet';
    const write = (content) => writeFiles(${JSON.stringify(base)}, ['a', 'b'].map((path) => ({ path, content })));
    for (let i = 0; i < 60; i++)
      for (;;) {
        const refused = await write('${name}' + i).then(() => undefined, (cause) => cause);
        if (refused === undefined) break;
        if (!isBusy(refused)) throw refused;
      }
  `;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] });
}
const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', (code) => resolve(code)));

describe('two commands that write in one folder', () => {
  test('take turns, and leave nothing of both', { timeout: 60_000 }, async () => {
    const writers = [writer('x'), writer('y'), writer('z')].map(ended);
    let running = true;
    const all = Promise.all(writers).finally(() => {
      running = false;
    });
    while (running) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await all).toEqual([0, 0, 0]);
    expect(read('a')).toBe(read('b'));
    expect(readdirSync(base).sort()).toEqual(['a', 'b']);
  });

  test('a killed one does not hold up the next', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await ended(dead);
    mkdirSync(join(base, '.tsd'));
    writeFileSync(join(base, '.tsd/slot'), `${dead.pid} ${MACHINE} hier\n`);
    await writeFiles(base, [{ path: 'a', content: 'nieuw' }]);
    expect([read('a'), readdirSync(base)]).toEqual(['nieuw', ['a']]);
  });

  test('one that was killed before it wrote its name does not hold up the next', async () => {
    mkdirSync(join(base, '.tsd'));
    writeFileSync(join(base, '.tsd/slot'), '');
    utimesSync(join(base, '.tsd/slot'), 1, 1);
    await writeFiles(base, [{ path: 'a', content: 'nieuw' }]);
    expect(read('a')).toBe('nieuw');
  });

  test('says who is busy when waiting takes too long', async () => {
    mkdirSync(join(base, '.tsd'));
    writeFileSync(join(base, '.tsd/slot'), '1 abc elders\n');
    expect(await stopOf(() => withLock(join(base, '.tsd'), () => 1, 100))).toBe(
      'io/bezet: een andere opdracht (proces 1 op elders) schrijft in deze map; er is niets veranderd',
    );
  });
});

describe('what is staged', () => {
  const foreign = '.tsd/0123456789ab-1-0123456789ab';
  const staging = () => {
    mkdirSync(join(base, foreign), { recursive: true });
    writeFileSync(join(base, foreign, '0'), 'van een ander');
  };

  test('on another machine is left alone', async () => {
    staging();
    await writeFiles(base, [{ path: 'a', content: 'nieuw' }]);
    expect([read('a'), read(`${foreign}/0`), readdirSync(join(base, '.tsd'))]).toEqual([
      'nieuw',
      'van een ander',
      ['0123456789ab-1-0123456789ab'],
    ]);
  });

  test('by a killed command of this machine is cleared', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await ended(dead);
    mkdirSync(join(base, `.tsd/${MACHINE}-${dead.pid}-0123456789ab`), { recursive: true });
    await writeFiles(base, [{ path: 'a', content: 'nieuw' }]);
    expect(readdirSync(base)).toEqual(['a']);
  });

  test('stops the command when it is gone, before anything is changed', async () => {
    const content = (function* () {
      yield 'nieuw';
      for (const name of readdirSync(join(base, '.tsd'))) rmSync(join(base, '.tsd', name), { recursive: true });
      mkdirSync(join(base, '.tsd'), { recursive: true });
    })();
    expect(await stopOf(() => writeFiles(base, [{ path: 'a', content }]))).toContain('io/klaargezet-weg');
    expect(readdirSync(base)).toEqual([]);
  });

  test('goes altogether when everything must go', () => {
    staging();
    clearAllStaged(base);
    expect(readdirSync(base)).toEqual([]);
  });
});

describe('what was read', () => {
  afterEach(() => forgetReading([base]));
  const put = (name: string, text: string) => writeFileSync(join(base, name), text);
  const write = () => writeFiles(base, [{ path: 'uit', content: 'x' }]);

  test.each<[string, () => void, () => void, string]>([
    ['a file that changed', () => readText(join(base, 'a')), () => put('a', 'ander'), 'a'],
    ['a file that went', () => readText(join(base, 'a')), () => rmSync(join(base, 'a')), 'a'],
    ['a file that came', () => exists(join(base, 'nieuw')), () => put('nieuw', 'x'), 'nieuw'],
    ['another file in a list', () => listNames(base), () => put('nieuw', 'x'), ''],
  ])('stops writing after %s', async (_, reading, change, name) => {
    put('a', 'eerst');
    rememberReading();
    reading();
    change();
    expect(await stopOf(write)).toBe(
      `io/intussen-gewijzigd: intussen is gewijzigd wat deze opdracht had gelezen: ${name || '.'}`,
    );
    expect(readdirSync(base)).not.toContain('uit');
  });

  test('may be written by the command itself, again and again', async () => {
    put('a', 'eerst');
    rememberReading();
    readText(join(base, 'a'));
    listNames(base);
    await writeFiles(base, [{ path: 'a', content: 'een' }]);
    await writeFiles(base, [{ path: 'a', content: 'twee' }]);
    expect(read('a')).toBe('twee');
  });

  test('does not matter outside the folder that is written in', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'tsd-elders-'));
    writeFileSync(join(elsewhere, 'a'), 'eerst');
    rememberReading();
    readText(join(elsewhere, 'a'));
    writeFileSync(join(elsewhere, 'a'), 'ander');
    expect(await stopOf(write)).toBe('geschreven');
  });
});

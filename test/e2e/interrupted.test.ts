import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { contentOf } from './refusal.ts';
import { PROGRAM, tsd } from './tsd.ts';

type Content = Record<string, string>;

let start: string;
let around: string;
beforeAll(() => {
  start = dirname(copyKlein());
  around = mkdtempSync(join(tmpdir(), 'tsd-gedood-'));
  const header = 'levering;id;bron;gebied;indicator;tekst;bron soort;bron perspectief;bron datum;bron gebieden';
  const rows = Array.from(
    { length: 600 },
    (_, n) => `een;a-${n};b${n % 40};west;weten-waar;Zin ${n};gesprek;burger;2026-02-14;west`,
  );
  writeFileSync(join(start, 'levering.csv'), [header, ...rows, ''].join('\n'));
});
afterAll(() => {
  for (const folder of [start, around]) rmSync(folder, { recursive: true });
});

/** A folder with the small onderzoek in it, as every run begins. */
function fresh(name: string): string {
  const folder = join(around, name);
  cpSync(start, folder, { recursive: true });
  return folder;
}

/** Runs a command and sends it a signal at a moment; says how it ended. */
async function interrupt(args: string[], folder: string, signal: NodeJS.Signals, moment: () => Promise<unknown>) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, received) => resolve({ code, signal: received })),
  );
  await Promise.race([moment(), ended]);
  child.kill(signal);
  return ended;
}

/** Waits until a command has begun to write in a folder. */
async function untilWriting(folder: string): Promise<void> {
  while (!existsSync(join(folder, 'klein/.tsd'))) await setImmediate();
}

/** Waits until a text is on the screen, and the program has turned to the keys. */
async function until(screen: Readable, text: string): Promise<void> {
  let shown = '';
  await new Promise<void>((resolve) => {
    screen.on('data', (data: Buffer) => {
      shown += data.toString();
      if (shown.includes(text)) resolve();
    });
  });
  await setTimeout(200);
}

/** What is neither as before nor as after, the writer's own folder apart. */
function halfDone(found: Content, before: Content, after: Content): string[] {
  const names = new Set([...Object.keys(found), ...Object.keys(before)]);
  return [...names].filter((name) => !name.includes('.tsd') && found[name] !== before[name] && found[name] !== after[name]);
}

describe.skipIf(process.platform === 'win32')('een opdracht die wordt gedood', () => {
  test.each([
    ['ingest', ['waarnemingen', 'ingest', 'klein', 'levering.csv']],
    [
      'select',
      [
        'kader',
        'select',
        'klein',
        '--module',
        'volwassenen/toegang',
        '--module',
        'burgerperspectief',
        '--motivering',
        'Nodig.',
        '--reden',
        'Nieuw signaal.',
        '--vandaag',
        '2026-06-18',
      ],
    ],
    ['report', ['report', 'klein', '--format', 'md,html,json']],
  ])('laat bij %s elk bestand oud of nieuw achter, en nog eens maakt het af', async (name, args) => {
    const whole = fresh(`${name}-heel`);
    const before = contentOf(whole);
    const began = performance.now();
    expect(tsd(args, { cwd: whole }).stderr).not.toContain('  fout  ');
    const duration = performance.now() - began;
    const after = contentOf(whole);
    expect(after).not.toEqual(before);
    const moments = [
      ...[0.2, 0.5, 0.7, 0.85, 0.95].map((share) => () => setTimeout(duration * share)),
      ...[0, 1, 2, 4, 7].map((pause) => async (folder: string) => untilWriting(folder).then(() => setTimeout(pause))),
    ];
    for (const [index, moment] of moments.entries()) {
      const folder = fresh(`${name}-${index}`);
      await interrupt(args, folder, 'SIGKILL', () => moment(folder));
      expect(halfDone(contentOf(folder), before, after), `moment ${index}`).toEqual([]);
      tsd(args, { cwd: folder });
      expect(contentOf(folder), `moment ${index}`).toEqual(after);
    }
  });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  test('tijdens het werk stopt met 130, en laat elk bestand oud of nieuw', async () => {
    const args = ['report', 'klein', '--format', 'md,pdf'];
    const folder = fresh('ctrl-c');
    const before = contentOf(folder);
    const end = await interrupt(args, folder, 'SIGINT', () => setTimeout(250));
    // A shell shows a process that this signal ended as 130.
    expect(end.signal === 'SIGINT' ? 130 : end.code).toBe(130);
    const found = contentOf(folder);
    tsd(args, { cwd: folder });
    expect(halfDone(found, before, contentOf(folder))).toEqual([]);
  });

  const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

  test.runIf(hasScript).each([
    ['onderzoek new nieuw', 'Titel', '\x03'],
    ['onderzoek new nieuw', 'Titel', '\x04'],
    ['kader select klein', 'Wat wilt u doen', '\x03'],
    ['kader concretise klein', 'Wat wilt u doen', '\x03'],
  ])('bij een vraag van tsd %s verandert niets en stopt met 130', async (command, question, key) => {
    const folder = fresh(`vraag-${command.replaceAll(' ', '-')}-${key.charCodeAt(0)}`);
    const before = contentOf(folder);
    const terminal = spawn('script', ['-qec', `"${process.execPath}" "${PROGRAM}" ${command}`, '/dev/null'], { cwd: folder });
    await until(terminal.stdout, question);
    terminal.stdin.write(key);
    expect(await new Promise((resolve) => terminal.once('exit', resolve))).toBe(130);
    expect(contentOf(folder)).toEqual(before);
  });
});

import { appendFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { changesIn } from '../../src/io/watch.ts';

let ending = new AbortController();
afterEach(() => {
  ending.abort();
  ending = new AbortController();
});

/** A folder with these files. */
function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsd-watch-'));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'een');
  }
  return folder;
}

/** Whether a change is seen in the time of a few looks. */
async function isSeen(paths: string[], without: string[], change: () => void): Promise<boolean> {
  const turn = changesIn(() => ({ paths, without }), ending.signal).next();
  change();
  const never = new Promise<false>((resolve) => setTimeout(resolve, 1000, false));
  return Promise.race([turn.then(({ done }) => !done), never]);
}

test('a change is seen in a folder that is reached by a link, and in a file and a folder that are', async () => {
  const folder = folderWith('map/a.yaml');
  const real = folderWith('diep/b.yaml', 'c.yaml');
  symlinkSync(folder, join(real, 'hierheen'));
  symlinkSync(join(real, 'diep'), join(folder, 'link'));
  symlinkSync(join(real, 'c.yaml'), join(folder, 'c.yaml'));
  symlinkSync(join(folder, 'nergens'), join(folder, 'map/dood'));
  for (const [root, changed] of [
    [join(real, 'hierheen'), join(folder, 'map/a.yaml')],
    [folder, join(real, 'diep/b.yaml')],
    [folder, join(real, 'c.yaml')],
  ] as const)
    expect(await isSeen([root], [], () => appendFileSync(changed, 'twee'))).toBe(true);
});

test('a link back to a folder around it ends, and what is passed over is so by every name', async () => {
  const folder = folderWith('a.yaml', 'rapport/b.html');
  mkdirSync(join(folder, 'map'));
  symlinkSync(folder, join(folder, 'map/terug'));
  symlinkSync(join(folder, 'rapport'), join(folder, 'ook-rapport'));
  const change = (name: string) => () => appendFileSync(join(folder, name), 'twee');
  expect(await isSeen([folder], [join(folder, 'ook-rapport')], change('rapport/b.html'))).toBe(false);
  expect(await isSeen([folder], [join(folder, 'rapport')], change('a.yaml'))).toBe(true);
});

test('what comes to be watched later is watched', async () => {
  const folder = folderWith('a.yaml', 'elders/logo.svg');
  const paths = [join(folder, 'a.yaml')];
  const changes = changesIn(() => ({ paths, without: [] }), ending.signal);
  const first = changes.next();
  paths.push(join(folder, 'elders/logo.svg'));
  await first;
  const second = changes.next();
  appendFileSync(join(folder, 'elders/logo.svg'), 'twee');
  expect(await second).toMatchObject({ done: false });
});

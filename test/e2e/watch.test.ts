import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { svg } from '../huisstijl/logos.ts';
import { copyKlein } from '../oordeel/klein.ts';

import { PROGRAM } from './tsd.ts';

const folder = copyKlein();
let child: ChildProcess;
let said = '';

afterAll(() => child?.kill('SIGKILL'));

async function until<T>(find: () => T | undefined | null | false): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What a request gets that may call the server by another name, as a page elsewhere would. */
function get(url: string, host?: string): Promise<{ status: number | undefined; body: string; policy: unknown }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: host ? { host } : {} }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      const policy = response.headers['content-security-policy'];
      response.on('end', () => resolve({ status: response.statusCode, body, policy }));
    })
      .on('error', reject)
      .end();
  });
}

test('--watch maakt bij elke verandering opnieuw, toont ook wat er mis is, en stopt netjes', async () => {
  child = spawn(process.execPath, [PROGRAM, 'report', '.', '--niveau', 'overkoepelend', '--watch'], { cwd: folder });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [url] = await until(() => /http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\//.exec(said));
  await until(() => said.includes('bijgewerkt'));

  const path = join(folder, 'rapport/overkoepelend/overkoepelend.html');
  const { body } = await get(`${url}overkoepelend/overkoepelend?1`);
  expect(body).toBe(readFileSync(path, 'utf8'));
  expect(body).not.toContain('<script');
  expect(await get(url)).toMatchObject({
    status: 200,
    policy: expect.stringContaining("default-src 'none'; script-src 'sha256-"),
  });

  const { origin } = new URL(url);
  expect(await get(url, 'elders.example')).toMatchObject({ status: 403 });
  expect(await get(`${origin}/`)).toMatchObject({ status: 403 });
  for (const name of ['../onderzoek.yaml', '%2e%2e/onderzoek.yaml', '%', 'onderzoek.yaml'])
    expect((await get(`${url}${name}`)).status).toBeGreaterThanOrEqual(403);

  const events: { meldingen: string; gelukt: boolean }[] = [];
  request(`${url}berichten`, (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      const [, data] = /^data: (.*)$/m.exec(text) ?? [];
      if (data) events.push(JSON.parse(JSON.parse(data)));
    });
    response.on('error', () => undefined);
  })
    .on('error', () => undefined)
    .end();
  await until(() => events.length === 1);

  const plan = join(folder, 'onderzoek.yaml');
  const before = readFileSync(plan, 'utf8');
  writeFileSync(plan, before.replace(/^titel:.*$/m, 'titel: Een andere naam'));
  await until(() => events.length === 2);
  expect((await get(`${url}overkoepelend/overkoepelend`)).body).toContain('Een andere naam');

  writeFileSync(plan, `${before}\nonzin: 1\n`);
  await until(() => events.length === 3);
  expect(events[2]).toMatchObject({ gelukt: false, meldingen: expect.stringContaining("'onzin'") });
  expect(said).toContain("'onzin'");
  expect((await get(`${url}overkoepelend/overkoepelend`)).body).toContain('Een andere naam');

  writeFileSync(plan, before);
  await until(() => events.length === 4);
  expect(events[3]).toMatchObject({ gelukt: true });

  child.kill('SIGINT');
  const code = await until(() => child.exitCode ?? undefined);
  expect(code).toBe(130);
  expect(said).not.toMatch(/Error|at .*:\d+/);
}, 60_000);

test('--watch ziet wat door een link, uit een map met een sjabloon en uit een huisstijl elders komt', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'tsd-watch-'));
  const onderzoek = copyKlein();
  symlinkSync(onderzoek, join(cwd, 'koppeling'));
  cpSync(join(import.meta.dirname, '../../templates/brief'), join(cwd, 'mijn'), { recursive: true });
  mkdirSync(join(cwd, 'stijl'));
  const huisstijl = join(cwd, 'stijl/huis.yaml');
  const write = (logo: string): void => writeFileSync(huisstijl, `logo: { bestand: ${logo}, alt: Inspectie }\n`);
  for (const name of ['een', 'twee']) writeFileSync(join(cwd, `stijl/${name}.svg`), svg(`<path id="${name}" d="M0 0h9v9z"/>`));
  write('geen.svg');
  const args = ['--template', 'mijn', '--niveau=overkoepelend', '--huisstijl', 'stijl/huis.yaml', '--out', 'uit'];
  let said = '';
  const own = spawn(
    process.execPath,
    [PROGRAM, 'report', '--watch', '--format', 'json', '--format=md', '--json', ...args, '--', 'koppeling'],
    { cwd },
  );
  own.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const page = (): string => readFileSync(join(cwd, 'uit/overkoepelend/mijn.html'), 'utf8');
  /** Changes something, and waits for what comes of it. */
  const after = async (change: () => void): Promise<void> => {
    said = '';
    change();
    await until(() => said.includes('bijgewerkt'));
  };
  try {
    await until(() => said.includes("'geen.svg' is niet te gebruiken") && said.includes('niet gemaakt; er is nog geen versie'));
    await after(() => write('een.svg'));
    const [, before = ''] = /<img class="logo" src="([^"]+)"/.exec(page()) ?? [];
    expect(before).toContain('data:');
    await after(() => writeFileSync(join(cwd, 'stijl/een.svg'), svg('<path d="M0 0h9v9h-9z"/>')));
    expect(page()).not.toContain(before);
    await after(() => write('twee.svg'));
    await after(() => writeFileSync(join(cwd, 'mijn/template.hbs'), '# Een andere brief\n'));
    expect(page()).toContain('Een andere brief');
    const plan = join(onderzoek, 'onderzoek.yaml');
    await after(() => writeFileSync(plan, readFileSync(plan, 'utf8').replace(/^titel:.*$/m, 'titel: Een andere naam')));
    expect(readFileSync(join(cwd, 'uit/overkoepelend/mijn.md'), 'utf8')).toContain('Een andere');
    expect(() => readFileSync(join(cwd, 'uit/overkoepelend/mijn.json'))).toThrow();
  } finally {
    own.kill('SIGKILL');
  }
}, 60_000);

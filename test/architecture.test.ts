import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const MAX_LINES = 300;

/** The order of the work: a domain folder imports only those before it. */
const DOMAIN = [
  'privacy',
  'taal',
  'kader',
  'onderzoek',
  'waarneming',
  'koppeling',
  'verslag',
  'formulier',
  'bevinding',
  'oordeel',
  'huisstijl',
  'grafiek',
  'rapport',
  'publicatie',
  'herziening',
];
/** What each folder of the foundation may import. */
const FOUNDATION: Record<string, string[]> = {
  diagnostics: [],
  source: ['diagnostics'],
  schema: ['diagnostics', 'source'],
  tabel: ['diagnostics', 'source'],
  xml: ['diagnostics', 'source', 'tabel'],
  word: ['diagnostics', 'source', 'tabel', 'xml'],
  refi: ['diagnostics', 'source', 'tabel', 'xml'],
  io: ['diagnostics', 'source', 'tabel', 'xml', 'word', 'refi'],
};

/** Packages whose door is a folder instead of one file. */
const DOOR_FOLDERS: Record<string, string> = { commander: 'cli', yaml: 'source' };

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.includes('generated/'))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));
const imports = files.flatMap(importsOf);
const own = imports.filter(({ to }) => !to.startsWith('npm:'));

function importsOf(file: string): Import[] {
  const pattern = /(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;
  return [...(text.get(file) ?? '').matchAll(pattern)].map(([, type, fixed, lazy]) => {
    const target = fixed ?? lazy ?? '';
    const to = target.startsWith('.')
      ? relative(SRC, resolve(SRC, dirname(file), target)).replaceAll('\\', '/')
      : `npm:${target}`;
    return { from: file, to, typeOnly: type !== undefined };
  });
}

const folderOf = (path: string) => path.split('/')[0] ?? '';
const describeImport = ({ from, to }: Import) => `${from} → ${to}`;

function allowed({ from, to }: Import): boolean {
  const [here, there] = [folderOf(from), folderOf(to)];
  if (here === there || there in FOUNDATION === false) {
    if (here === there) return true;
    if (here === 'cli') return there === 'commands';
    if (here === 'commands' || here === 'browser') return DOMAIN.includes(there);
    return DOMAIN.includes(here) && DOMAIN.includes(there) && DOMAIN.indexOf(there) < DOMAIN.indexOf(here);
  }
  if (here in FOUNDATION) return FOUNDATION[here]?.includes(there) ?? false;
  return there !== 'io' || here === 'commands' || here === 'cli';
}

describe('the architecture', () => {
  test('imports follow the way of the data', () => {
    expect(own.filter((item) => !allowed(item)).map(describeImport)).toEqual([]);
  });

  test('each package has one door', () => {
    const outside = imports.filter(({ to, typeOnly }) => to.startsWith('npm:') && !to.startsWith('npm:node:') && !typeOnly);
    const doors = new Map<string, Set<string>>();
    for (const { from, to } of outside) {
      const door = folderOf(from) === DOOR_FOLDERS[to.slice(4)] ? folderOf(from) : from;
      doors.set(to, (doors.get(to) ?? new Set()).add(door));
    }
    expect([...doors].filter(([, users]) => users.size > 1).map(([name, users]) => `${name}: ${[...users].join(', ')}`)).toEqual(
      [],
    );
  });

  test('only io touches files and processes', () => {
    const touching = imports.filter(
      ({ from, to }) => /^npm:node:(fs|child_process|worker_threads)/.test(to) && folderOf(from) !== 'io',
    );
    expect(touching.map(describeImport)).toEqual([]);
  });

  test('domain steps know no clock, no chance, no environment and no locale', () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.(env|cwd|argv)|\bIntl\.|localeCompare|toLocale/;
    expect(files.filter((file) => DOMAIN.includes(folderOf(file)) && impure.test(text.get(file) ?? ''))).toEqual([]);
  });

  test('there is no circle of imports', () => {
    expect(circles()).toEqual([]);
  });

  test(`no file is longer than ${MAX_LINES} lines`, () => {
    expect(files.filter((file) => (text.get(file) ?? '').split('\n').length > MAX_LINES)).toEqual([]);
  });

  test('no file exists only to pass on others', () => {
    expect(files.filter((file) => /^(\s*export \* from [^\n]+\n)+$/.test(text.get(file) ?? ''))).toEqual([]);
  });
});

function circles(): string[] {
  const next = new Map(
    files.map((file) => [file, own.filter((item) => item.from === file && !item.typeOnly).map((item) => item.to)]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}

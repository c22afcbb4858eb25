import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDialect } from '../../src/rapport/document/dialect.ts';
import { plainLine } from '../../src/rapport/document/text.ts';
import type { MarkdownNode } from '../../src/rapport/document/tree.ts';
import { inertText } from '../../src/word/inert.ts';
import { readWord } from '../../src/word/read.ts';
import { flaws } from '../rapport/document/docx-structure.ts';
import { HOSTILE, rewriteExample } from './hostile.ts';
import { tsd } from './tsd.ts';

/** In public of everything; for the team, with all that sources said, of one gebied. */
const REPORTS = [
  ['--diepte', 'openbaar'],
  ['--diepte', 'intern', '--gebied', 'fictiehove'],
];

/** The reports of an onderzoek: what they hold, by depth and name. */
function reportsOf(folder: string): Map<string, string> {
  expect(tsd(['check', folder])).toMatchObject({ code: 0, stdout: '' });
  const found = new Map<string, string>();
  for (const flags of REPORTS) {
    const out = mkdtempSync(join(tmpdir(), 'tsd-uit-'));
    const run = tsd(['report', folder, ...flags, '--format', 'md,html,json', '--out', out]);
    expect(run.code, run.stderr).toBe(0);
    for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.\w+$/.test(path))
      .sort())
      found.set(`${flags[1]} ${name.replaceAll('\\', '/')}`, readFileSync(join(out, name), 'utf8'));
  }
  return found;
}

let plain: Map<string, string>;
let hostile: Map<string, string>;
let folder: string;
beforeAll(() => {
  // Equal to each other where the hostile ones are: a report takes equal reasons together.
  plain = reportsOf(rewriteExample((index) => `woord ${index % HOSTILE.length}`));
  folder = rewriteExample((index) => HOSTILE[index % HOSTILE.length] ?? '');
  hostile = reportsOf(folder);
}, 120_000);

/** The reports of one format, each with how it would be without hostile texts. */
const of = (extension: string): [name: string, text: string, plain: string][] =>
  [...hostile].filter(([name]) => name.endsWith(extension)).map(([name, text]) => [name, text, plain.get(name) ?? '']);

/** What is printed of a text: see `plainLine`. */
const printed = HOSTILE.map(plainLine);

/** The kinds of nodes of a tree without its texts: what hostile text must not change. */
function shape(node: MarkdownNode): unknown {
  const children = 'children' in node ? node.children.map(shape) : [];
  return children.length > 0 ? [node.type, ...children] : node.type;
}

function textsOf(node: MarkdownNode): string[] {
  if ('value' in node) return [node.value];
  return 'children' in node ? node.children.flatMap(textsOf) : [];
}

const TAG = /<(?:"[^"]*"|[^">])*>/g;
const ENTITIES: Record<string, string> = { '&#x26;': '&', '&#x3C;': '<', '&amp;': '&', '&lt;': '<' };

/** What a reader sees of a page: tags gone, character references resolved. */
const visible = (html: string) => html.replace(TAG, '').replace(/&#x26;|&#x3C;|&amp;|&lt;/g, (found) => ENTITIES[found] ?? '');

/** The tags of a page with the names of their attributes. */
const tagsOf = (html: string) => [...html.matchAll(TAG)].map(([tag]) => tag.replace(/="[^"]*"/g, '').replace(/\s+/g, ' '));

describe('vastgelegde tekst in een rapport', () => {
  test('er is van elk gebied en van het geheel een rapport, openbaar en intern', () => {
    expect(of('.md')).toHaveLength(5);
    expect([...hostile.keys()]).toEqual([...plain.keys()]);
  });

  test('verandert in Markdown niets aan de opbouw, en komt eruit als zichzelf', () => {
    const seen = new Set<string>();
    for (const [name, text, before] of of('.md')) {
      const { value, diagnostics } = parseDialect(text);
      expect(diagnostics, name).toEqual([]);
      expect(shape(value.tree), name).toEqual(shape(parseDialect(before).value.tree));
      for (const found of textsOf(value.tree)) seen.add(found);
    }
    expect(printed.filter((text) => !seen.has(text))).toEqual([]);
  });

  test('verandert in HTML geen tag en geen attribuut, en is te lezen als zichzelf', () => {
    let seen = '';
    for (const [name, html, before] of of('.html')) {
      expect(tagsOf(html), name).toEqual(tagsOf(before));
      const links = [...html.matchAll(TAG)].filter(
        ([tag]) => /\s(?:href|src)=/.test(tag) && !/\shref="#|rel="schema\.DCTERMS"/.test(tag),
      );
      expect(links, name).toEqual([]);
      seen += visible(html);
    }
    expect(printed.filter((text) => !seen.includes(text))).toEqual([]);
  });

  test('staat in JSON precies zoals zij is vastgelegd', () => {
    const seen = new Set<unknown>();
    for (const [, json] of of('.json')) JSON.parse(json, (_, value) => seen.add(value) && value);
    expect(HOSTILE.filter((text) => !seen.has(text))).toEqual([]);
  });

  test('laat een teken dat richting omkeert nergens achter', () => {
    for (const extension of ['.md', '.html'])
      for (const [name, text] of of(extension)) expect(text, name).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

test('vastgelegde tekst is voor Typst geen opdracht, en wat het lettertype niet heeft wordt gemeld', () => {
  const out = join(folder, '../uit');
  const { code, stdout } = tsd(['report', folder, '--gebied', 'fictiehove', '--format', 'pdf', '--out', out, '--json']);
  const meldingen: { severity: string; message: string }[] = JSON.parse(stdout).meldingen;
  expect(code).toBe(0);
  expect(readFileSync(join(out, 'fictiehove/lokaal.pdf'), 'latin1')).toMatch(/^%PDF-1\.7/);
  expect(meldingen.filter(({ severity }) => severity === 'error')).toEqual([]);
  const messages = meldingen.map(({ message }) => message);
  expect(messages).toContain("het teken '😀' bestaat niet in het lettertype en staat in de PDF als [U+1F600]");
  expect(messages.join('\n')).toContain('[U+0645]');
});

test('vastgelegde tekst staat in Word zoals zij is, en maakt er niets beschadigd aan', () => {
  const out = join(folder, '../word');
  const run = tsd(['report', folder, '--gebied', 'fictiehove', '--diepte', 'intern', '--format', 'docx', '--out', out]);
  expect(run.code, run.stderr).toBe(0);
  const bytes = readFileSync(join(out, 'fictiehove/lokaal.intern.docx'));
  expect(flaws(bytes)).toEqual([]);
  const text = readWord(bytes).value?.text ?? '';
  const [, markdown = ''] = of('.md').find(([name]) => name.startsWith('intern')) ?? [];
  const shown = textsOf(parseDialect(markdown).value.tree).join('\n');
  const there = printed.filter((one) => shown.includes(one));
  expect(there.length).toBeGreaterThan(60);
  expect(there.filter((one) => !text.includes(inertText(one)))).toEqual([]);
});

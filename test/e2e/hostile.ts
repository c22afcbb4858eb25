import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editYaml } from '../../src/source/edit.ts';
import type { Edit } from '../../src/source/edit-value.ts';
import { sha256 } from '../../src/source/fingerprint.ts';
import { toPointer } from '../../src/source/pointer.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { tsd } from './tsd.ts';

/** Texts that one of the formats could take for markup, for a formula or for nothing at all. */
export const HOSTILE: readonly string[] = [
  '{{x}}',
  '{{{x}}}',
  '{{#each x}}',
  '<script>alert(1)</script>',
  '<img src=x onerror=y>',
  '<!-- weg',
  ']]>',
  '# kop',
  '#panic()',
  '#eval("1")',
  '#read("/etc/passwd")',
  '$x$',
  '@x',
  '<label>',
  '= kop',
  '/* weg',
  '// weg',
  ':::x',
  ':::',
  '::anker{#x}',
  '::bijlage',
  ':x[y]{z}',
  '---',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "'=1+1",
  '- punt',
  '1. punt',
  '> citaat',
  '[x](javascript:alert(1))',
  '![x](https://voorbeeld.invalid/x.png)',
  '[x]: https://voorbeeld.invalid',
  '[^1]',
  '[^1]: noot',
  'https://voorbeeld.invalid',
  'www.voorbeeld.invalid',
  'info@voorbeeld.invalid',
  '<https://voorbeeld.invalid>',
  'a | b',
  '|',
  '| --- |',
  '*a* **b** _c_ ~~d~~',
  '`code`',
  '```',
  '~~~',
  'C:\\map\\',
  '\\',
  '\\\\#x',
  '&lt;b&gt;',
  '&#35;',
  '&',
  '%00',
  '%s %d',
  '😀 en 👩‍👧',
  'مرحبا',
  'links\u202erechts\u202c',
  '\u2066los\u2069',
  'geen \ufffe teken \uffff',
  'vast\u00a0gezet',
  'e\u0301e\u0308n met losse accenten',
  `${'zeerlangwoord'.repeat(30)}`,
  '"aanhaling" en \'enkel\'',
  'nee',
  '0014',
  '2026-03-14',
  'null',
];

/** The files in which people write, and the fields. A norm text in the toetsingskader is no one's to change. */
const TEXTS: readonly [file: RegExp, field: RegExp][] = [
  [/^toetsingskader\.yaml$/, /^(?:toespitsing|reden)$/],
  [/^(?:bevindingen|oordelen|werkdossier\/waarnemingen)\/.*\.yaml$/, /^(?:tekst|weging|reden)$/],
  [/^(?:verbeterpunten|onderzoek)\.yaml$/, /^(?:tekst|titel|naam|reden|toelichting|onderwerp|hoofdvraag|omschrijving)$/],
];

/**
 * A copy of the example in which every text that people wrote is another one, fixed and confirmed again: `textOf` gives the
 * nth different text. Texts that were equal stay equal: a motivering stands in the recipe and in what came of it.
 */
export function rewriteExample(textOf: (index: number) => string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tsd-vijandig-')), 'onderzoek');
  cpSync(join(import.meta.dirname, '../../examples/overgang-18-plus'), folder, { recursive: true });
  rmSync(join(folder, 'rapport'), { recursive: true, force: true });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const texts = new Map<string, string>();
  const renew = (before: string) => {
    const text = texts.get(before) ?? textOf(texts.size);
    texts.set(before, text);
    return text;
  };
  for (const name of names.sort()) {
    const [, field] = TEXTS.find(([file]) => file.test(name)) ?? [];
    if (field) rewrite(join(folder, name), field, renew);
  }
  renewManifest(folder);
  for (const args of [
    ['kader', 'concretise', folder, '--vaststellen', '--reden', 'Andere teksten.', '--vandaag', '2026-06-18'],
    ['confirm', folder, '--alles'],
  ]) {
    const { code, stderr } = tsd(args);
    if (code !== 0) throw new Error(stderr);
  }
  return folder;
}

/** The manifest with the content that the werkdossier has now. */
function renewManifest(folder: string): void {
  const path = join(folder, 'werkdossier.manifest.yaml');
  const text = readFileSync(path, 'utf8').replace(
    /pad: "([^"]+)"(\s+)sha256: "[^"]*"/g,
    (_, pad: string, gap: string) => `pad: "${pad}"${gap}sha256: "${sha256(readFileSync(join(folder, 'werkdossier', pad)))}"`,
  );
  writeFileSync(path, text);
}

function rewrite(path: string, field: RegExp, renew: (before: string) => string): void {
  const { value: source } = parseYaml(readFileSync(path, 'utf8'), path);
  if (!source) throw new Error(`${path} is no YAML`);
  const edits = writtenIn(source.value, field, []).map(({ keys, text }): Edit => {
    return { kind: 'replace', pointer: toPointer(keys), value: renew(text) };
  });
  writeFileSync(path, editYaml(source, edits));
}

interface Written {
  keys: string[];
  text: string;
}

function writtenIn(value: unknown, field: RegExp, keys: readonly string[]): Written[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (typeof item !== 'string') return writtenIn(item, field, [...keys, key]);
    return field.test(key) && !keys.includes('gebieden') ? [{ keys: [...keys, key], text: item }] : [];
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../src/rapport/document/html.ts';
import { renderMarkdown } from '../../src/rapport/document/render.ts';
import { reportMarkdown } from '../../src/rapport/markdown.ts';
import { DOCUMENTEN } from '../../src/rapport/model/options.ts';
import { compileTemplate, type TemplateFile } from '../../src/rapport/template-compile.ts';
import type { RapportDocument } from '../../src/schema/generated/types.ts';
import { type ContextName, validateContext } from '../../src/schema/validate-context.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const NAMES = Object.keys(DOCUMENTEN) as ContextName[];
const REPORTS = NAMES.filter((name) => ['lokaal', 'overkoepelend'].includes(name));

const SHARED = JSON.parse(readFileSync(join(TEMPLATES, '../framework/schema/rapport-gedeeld.schema.json'), 'utf8')) as {
  $defs: Record<string, Schema>;
};

type Model = { document: RapportDocument; [field: string]: unknown };

function sample(name: string): Model {
  return JSON.parse(readFileSync(join(TEMPLATES, name, 'voorbeeld.json'), 'utf8')) as Model;
}

function partsIn(folder: string): TemplateFile[] {
  const names = readdirSync(join(TEMPLATES, folder)).filter((file) => file.endsWith('.hbs'));
  return names.map((file) => {
    const text = readFileSync(join(TEMPLATES, folder, file), 'utf8');
    return { name: file.replace('.hbs', ''), file: `templates/${folder}/${file}`, text };
  });
}

/** A concept prints the report of its niveau. */
function within(name: string, { niveau }: Model): TemplateFile[] {
  if (name !== 'concept') return [];
  return partsIn(String(niveau)).map((part) => (part.name === 'template' ? { ...part, name: 'rapport' } : part));
}

function print(name: string, model: Model): string {
  const { value: template, diagnostics } = compileTemplate([...partsIn(name), ...within(name, model), ...partsIn('delen')], name);
  expect(diagnostics).toEqual([]);
  if (!template) throw new Error('geen sjabloon');
  const printed = reportMarkdown(template, model);
  expect(printed.diagnostics).toEqual([]);
  return printed.value;
}

interface Schema {
  $ref?: string;
  required?: string[];
  /** The samples are all on one gebied. */
  then?: Schema;
  properties?: Record<string, Schema>;
}

function context(name: string): Schema {
  return JSON.parse(readFileSync(join(TEMPLATES, name, 'context.schema.json'), 'utf8')) as Schema;
}

/** A model with only what its schema requires, and every list empty. */
function bare(value: unknown, schema: Schema): unknown {
  const [, name] = /#\/\$defs\/(.+)$/.exec(schema.$ref ?? '') ?? [];
  if (name) return bare(value, SHARED.$defs[name] ?? {});
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  const required = [...(schema.required ?? []), ...(schema.then?.required ?? [])];
  const kept = Object.entries(value).filter(([key]) => required.includes(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, bare(item, schema.properties?.[key] ?? {})]));
}

/** The headings of chapters and of what is in them that are followed by another of their level, or by nothing. */
function bareHeadings(markdown: string): string[] {
  const lines = markdown.split('\n').filter((line) => line !== '' && !/^::(ongenummerd|bijlage|anker|inhoud)\b/.test(line));
  const level = (line = '# ') => /^(#+) /.exec(line)?.[1]?.length ?? 9;
  return lines.filter((line, index) => /^##/.test(line) && level(line) >= level(lines[index + 1]));
}

/** Puts a text in the place of every text that is recorded or written by people. */
function poison(value: unknown, text: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => poison(item, text, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, text, name)]));
  const fixed = [
    'anker',
    'criterium_anker',
    'datum',
    'taal',
    'soort',
    'niveau',
    'diepte',
    'indeling',
    'ref',
    'termijn',
    'van',
    'tot',
  ];
  // What a picture is drawn from stays a number, a date or one of its two words.
  const drawn = key === 'regels' && typeof value === 'string' && /^(|ja|–|\d+|\d+ [a-z]+ \d{4})$/.test(value);
  return typeof value === 'string' && !fixed.includes(key) && !drawn ? text : value;
}

/** Every text of a built document. */
function textOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'text' && 'value' in value ? [String(value.value).trim()] : [];
  return [...own, ...Object.values(value).flatMap(textOf)];
}

const HOSTILE = [
  '{{x}} {{{y}}}',
  '<script>alert(1)</script>',
  '# kop',
  '#panic()',
  ':::x',
  '::inhoud',
  '=1+1',
  '- lijst',
  '1. een',
  '| a | b |',
  '[a](javascript:alert(1))',
  '![a](http://x/y.png)',
  '*a* _b_ `c` ~~d~~',
  '&lt; &amp; &#60;',
  '---',
  '[^1]',
  'https://example.org',
  'a"b} {#c}',
];

describe.each(NAMES)('het sjabloon %s', (name) => {
  test('drukt zijn voorbeeld af zoals verwacht', async () => {
    expect(validateContext(name, sample(name))).toEqual([]);
    const markdown = print(name, sample(name));
    await expect(markdown).toMatchFileSnapshot(join(import.meta.dirname, 'expected', `${name}.md`));
    expect(renderMarkdown(markdown).diagnostics).toEqual([]);
  });

  test('kan ook af met een leeg onderzoek, zonder een kop waar niets onder staat', () => {
    const empty = bare(sample(name), context(name)) as Model;
    expect(validateContext(name, empty)).toEqual([]);
    const markdown = print(name, empty);
    expect(renderMarkdown(markdown).diagnostics).toEqual([]);
    expect(bareHeadings(markdown)).toEqual([]);
  });

  test.each(HOSTILE)('laat %j overal gewone tekst', (text) => {
    const model = poison(sample(name), text) as Model;
    const { value: document, diagnostics } = renderMarkdown(print(name, model));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const html = toHtml(document);
    expect(/<(script|img)/.exec(html.replace(/"[^"]*"/g, '""'))?.[0]).toBeUndefined();
    expect(/href="(?!https?:|mailto:|#)[^"]*"/.exec(html)?.[0]).toBeUndefined();
    expect(textOf(document).filter((value) => value === text).length).toBeGreaterThan(REPORTS.includes(name) ? 20 : 4);
  });
});

describe.each(REPORTS)('het rapport %s', (name) => {
  test('zegt alleen dat tegenspraak is gewogen als dat zo is', () => {
    const unweighed = JSON.parse(JSON.stringify(sample(name)).replaceAll('"gewogen":true', '"gewogen":false')) as Model;
    expect(print(name, sample(name))).toContain('tegen; het team heeft dat gewogen.');
    expect(print(name, unweighed)).toContain('*Bronnen spreken elkaar hierover tegen.*');
    expect(print(name, unweighed)).not.toContain('gewogen');
  });
});

test('een concept drukt ook een overkoepelend rapport helemaal af', () => {
  const { reactie, document } = sample('concept');
  const whole = sample('overkoepelend');
  const marks = { watermerk: 'CONCEPT', alineas: 'alle', status: document.status };
  const model = { ...whole, reactie, document: { ...whole.document, ...marks } } as Model;
  expect(validateContext('concept', model)).toEqual([]);
  expect(validateContext('concept', { ...model, gebieden: undefined })).not.toEqual([]);
  const words = (markdown: string) => markdown.replace(/^:+.*$|\]\(#[^)]*\)|\d+/gm, '').replace(/\s+/g, ' ');
  const body = (markdown: string) => words(markdown.split('\n---\n')[1] ?? '');
  expect(body(print('concept', model))).toContain(body(print('overkoepelend', whole)).trim());
});

test('geen sjabloon van het pakket heeft een deel dat ook bij de gedeelde delen staat', () => {
  const names = (folder: string) => partsIn(folder).map(({ name }) => name);
  const shared = names('delen');
  for (const name of NAMES) expect(names(name).filter((part) => shared.includes(part))).toEqual([]);
});

test('zegt bij een citaat dat de bevinding tegenspreekt dat het dat doet, en bij een ander niet', () => {
  const against = (tegen: boolean) =>
    print('lokaal', JSON.parse(JSON.stringify(sample('lokaal')).replaceAll('"tegen":false', `"tegen":${tegen}`)) as Model);
  expect(against(true)).toContain('> — burger, die deze bevinding tegenspreekt\n');
  expect(against(false)).not.toContain('tegenspreekt');
});

import { type Diagnostic, error, type Result } from '../../diagnostics/diagnostic.ts';
import type { DocumentMeta } from './model.ts';
import { plainLine } from './text.ts';

const required = ['titel', 'datum', 'datumtekst', 'taal', 'auteurs', 'omschrijving', 'trefwoorden'] as const;
const optional = ['ondertitel', 'status', 'kenmerk', 'watermerk'] as const;
const lists: readonly string[] = ['auteurs', 'trefwoorden'];
const known: readonly string[] = [...required, ...optional];

/** The parts of a Markdown text: its front matter, and the rest on the lines where it stood. */
export interface SplitMarkdown {
  meta: DocumentMeta;
  body: string;
}

/**
 * Takes the front matter off a Markdown text: lines of `sleutel: "tekst"` (JSON values) between two lines `---`.
 * The body keeps its line numbers. Every missing, unknown or malformed key is an error; the value is then incomplete.
 */
export function splitFrontMatter(markdown: string): Result<SplitMarkdown> {
  const lines = markdown.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const diagnostics: Diagnostic[] = [];
  const values = readLines(lines.slice(1, Math.max(end, 1)), diagnostics);
  if (end < 0)
    diagnostics.push(
      error('document/geen-voorwerk', 'het document begint niet met gegevens tussen twee regels ---', {
        help: 'begin met ---, de titel en de datum, en weer ---',
      }),
    );
  else diagnostics.push(...checkValues(values));
  const body = lines.map((line, index) => (index <= end ? '' : line)).join('\n');
  return { value: { meta: toMeta(values), body }, diagnostics };
}

/** Writes the front matter of a document, so that `splitFrontMatter` reads the same data back. */
export function writeFrontMatter(meta: DocumentMeta): string {
  const values: Record<string, unknown> = { ...meta };
  const lines = known.filter((key) => values[key] !== undefined).map((key) => `${key}: ${JSON.stringify(values[key])}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

type Values = Map<string, { value: unknown; line: number }>;

function readLines(lines: readonly string[], diagnostics: Diagnostic[]): Values {
  const values: Values = new Map();
  lines.forEach((text, index) => {
    const line = index + 2;
    const match = /^([a-z]+):[ \t]+(.+)$/.exec(text);
    const value = match ? parseJson(match[2] ?? '') : undefined;
    if (match && value !== undefined) values.set(match[1] ?? '', { value, line });
    else if (text.trim() !== '') diagnostics.push(malformed(text, line));
  });
  return values;
}

function malformed(text: string, line: number): Diagnostic {
  const help = 'schrijf elke regel als: sleutel: "tekst"';
  return error('document/voorwerk', `de regel '${text}' is niet te lezen`, { position: { line, column: 1 }, help });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkValues(values: Values): Diagnostic[] {
  const missing = required
    .filter((key) => !values.has(key))
    .map((key) => error('document/gegeven-ontbreekt', `'${key}' ontbreekt`, { help: 'zet het bovenaan, tussen de regels ---' }));
  const wrong = [...values].flatMap(([key, { value, line }]) => {
    const message = problem(key, value);
    return message
      ? [error('document/gegeven-onjuist', message, { position: { line, column: 1 }, help: 'pas dit gegeven aan' })]
      : [];
  });
  return [...missing, ...wrong];
}

function problem(key: string, value: unknown): string | undefined {
  if (!known.includes(key)) return `'${key}' is onbekend; verwacht: ${known.join(', ')}`;
  if (lists.includes(key)) return isTexts(value) ? undefined : `'${key}' is geen lijst van teksten`;
  if (typeof value !== 'string' || value.trim() === '') return `'${key}' is geen tekst`;
  if (key === 'taal' && value !== 'nl') return `taal '${value}' wordt niet ondersteund; verwacht: nl`;
  if (key === 'datum' && !isDate(value)) return `datum '${value}' is geen datum zoals 2026-03-14`;
  return undefined;
}

/** Whether a text is an existing day, written as `2026-03-14`. */
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function toMeta(values: Values): DocumentMeta {
  const text = (key: string): string => {
    const value = values.get(key)?.value;
    return typeof value === 'string' ? plainLine(value) : '';
  };
  const texts = (key: string): string[] => {
    const value = values.get(key)?.value;
    return isTexts(value) ? value.map(plainLine) : [];
  };
  const meta: DocumentMeta = {
    titel: text('titel'),
    datum: isDate(text('datum')) ? text('datum') : '1970-01-01',
    datumtekst: text('datumtekst'),
    taal: 'nl',
    auteurs: texts('auteurs'),
    omschrijving: text('omschrijving'),
    trefwoorden: texts('trefwoorden'),
  };
  for (const key of optional) if (values.has(key)) meta[key] = text(key);
  return meta;
}

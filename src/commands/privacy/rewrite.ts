import { extname } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { readWorkbookBytes } from '../../io/workbook.ts';
import type { Pseudonymiser } from '../../privacy/pseudonymise.ts';
import { editYaml } from '../../source/edit.ts';
import { toPointer } from '../../source/pointer.ts';
import { parseYaml } from '../../source/yaml.ts';
import { readCsv } from '../../tabel/csv.ts';
import { editCsv } from '../../tabel/csv-edit.ts';
import { decodeText, detectEncoding } from '../../tabel/encoding.ts';
import type { Table } from '../../tabel/table.ts';
import { editWorkbook } from '../../xml/xlsx-edit.ts';
import type { PrivacyInput } from './input.ts';
import { kindOf } from './kind.ts';

/** A copy of a file with codes in it, or why there is none. */
export interface Rewritten {
  content?: string | Uint8Array;
  diagnostics: Diagnostic[];
}

/** Writes one file anew with codes in place of personal data; layout and everything else stay as they are. */
export async function rewrite(input: PrivacyInput, pseudonymiser: Pseudonymiser): Promise<Rewritten> {
  const kind = kindOf(input);
  if (kind === 'werkmap') return rewriteWorkbook(input, pseudonymiser);
  if (kind !== 'tekst') return { diagnostics: [notWritten(input)] };
  const text = await textOf(input);
  const extension = extname(input.path).toLowerCase();
  if (extension === '.yaml' || extension === '.yml') return rewriteYaml(text, input, pseudonymiser);
  if (extension === '.csv' || extension === '.tsv') return rewriteCsv(text, pseudonymiser);
  const isJson = /^\.(?:json|ndjson|jsonl)$/.test(extension);
  return { content: isJson ? pseudonymiser.json(text) : pseudonymiser.text(text), diagnostics: [] };
}

function notWritten({ file }: PrivacyInput): Diagnostic {
  return error('privacy/onbekend-formaat', 'van dit soort bestand kan geen kopie met codes worden gemaakt', {
    file,
    help: 'geef tekst, Markdown, CSV, Excel (.xlsx), YAML, JSON of NDJSON; sla een Word-bestand eerst op als tekst',
  });
}

/** The text as Unicode; a byte order mark is kept, and other encodings become UTF-8. */
async function textOf(input: PrivacyInput): Promise<string> {
  const bytes = input.bytes();
  const { encoding } = await detectEncoding([bytes]);
  const pieces: string[] = [];
  for await (const piece of decodeText([bytes], encoding)) pieces.push(piece);
  const marked = encoding !== 'utf-8' || (bytes[0] === 0xef && bytes[1] === 0xbb);
  return (marked ? '\uFEFF' : '') + pieces.join('');
}

async function rewriteCsv(text: string, pseudonymiser: Pseudonymiser): Promise<Rewritten> {
  const plain = text.replace(/^\uFEFF/, '');
  const csv = readCsv([new TextEncoder().encode(plain)]);
  for await (const _ of csv.rows) break;
  const declared = /^sep=.\r?\n/i.exec(plain)?.[0] ?? '';
  const edited = editCsv(plain.slice(declared.length), csv.separator, (value, header) => pseudonymiser.text(value, header));
  return { content: (text === plain ? '' : '\uFEFF') + declared + edited, diagnostics: [] };
}

function rewriteYaml(text: string, { file }: PrivacyInput, pseudonymiser: Pseudonymiser): Rewritten {
  const { value: source, diagnostics } = parseYaml(text.replace(/^\uFEFF/, ''), file);
  if (!source) return { diagnostics };
  const edits = scalarsOf(source.value).flatMap(({ value, path }) => {
    const key = path.findLast((part) => typeof part === 'string');
    const coded = pseudonymiser.text(value, typeof key === 'string' ? key : undefined);
    return coded === value ? [] : [{ kind: 'replace' as const, pointer: toPointer(path), value: coded }];
  });
  // What is left after the values stands in comments.
  const content = pseudonymiser.text(editYaml(source, edits));
  return { content, diagnostics: parseYaml(content, file).diagnostics };
}

interface Scalar {
  value: string;
  path: (string | number)[];
}

/** Every text and number within a value, with the keys and indexes that lead to it. */
function scalarsOf(value: unknown, path: (string | number)[] = []): Scalar[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ value: String(value), path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarsOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => scalarsOf(item, [...path, key]));
}

async function rewriteWorkbook(input: PrivacyInput, pseudonymiser: Pseudonymiser): Promise<Rewritten> {
  const bytes = input.bytes();
  const { value, diagnostics } = await readWorkbookBytes(bytes, input.file);
  if (hasErrors(diagnostics) && value.tables.length === 0) return { diagnostics };
  const cells = new Map(value.tables.map((table) => [table.sheet ?? '', changedCells(table, pseudonymiser)]));
  return { content: editWorkbook(bytes, { cells, text: (text) => pseudonymiser.text(text) }), diagnostics: [] };
}

/** The cells of a sheet that get another text, by their place in it (`B14`). */
function changedCells({ headers, rows }: Table, pseudonymiser: Pseudonymiser): Map<string, string> {
  const cells = rows.flatMap(({ row, cells: texts }) =>
    headers.map(({ name, column }) => ({ at: `${column}${row}`, name, text: texts[name] ?? '' })),
  );
  const coded = cells.map(({ at, name, text }) => ({ at, text, code: pseudonymiser.text(text, name) }));
  return new Map(coded.filter(({ text, code }) => code !== text).map(({ at, code }) => [at, code]));
}

import type { Header } from '../tabel/table.ts';
import { short } from '../waarneming/word-list.ts';
import { isMultiple, isTyped, type Vraagkolom } from './inzending-columns.ts';
import type { ExportLabels } from './inzending-labels.ts';
import { decodeName } from './xform-name.ts';

/** A column of an export, with its question. */
export interface AnswerColumn extends Vraagkolom {
  header: Header;
}

/** What was answered to a question: what is recorded of it; `fout` when the export does not say which. */
export type Antwoord = { waarde: string | readonly string[] } | { fout: string; header: Header };

type Cells = Readonly<Record<string, string>>;

/**
 * Reads the answer to one question from its columns: more than one where a form had versions with other groups, or where each
 * choice has a column.
 */
export function answerOf(columns: readonly AnswerColumn[], cells: Cells, labels: () => ExportLabels): Antwoord {
  const whole = columns.filter(({ keuze }) => keuze === undefined);
  const filled = whole.filter(({ header }) => (cells[header.name] ?? '') !== '');
  const [first, ...others] = filled;
  const text = first ? (cells[first.header.name] ?? '') : '';
  const other = others.find(({ header }) => cells[header.name] !== text);
  if (other) return { fout: `hier staat iets anders dan in kolom ${first?.header.column}`, header: other.header };
  const column = first ?? columns[0];
  if (!column || isTyped(column.field)) return { waarde: text };
  if (!isMultiple(column.field)) return { waarde: text === '' ? '' : choice(text, column, labels) };
  return severalOf(
    first,
    text,
    columns.filter(({ keuze }) => keuze !== undefined),
    { cells, labels },
  );
}

function severalOf(
  column: AnswerColumn | undefined,
  text: string,
  split: readonly AnswerColumn[],
  { cells, labels }: { cells: Cells; labels: () => ExportLabels },
): Antwoord {
  const unclear = split.find(({ header }) => yesOrNo(cells[header.name]) === undefined);
  if (unclear)
    return { fout: `hier staat '${short(cells[unclear.header.name] ?? '')}'; verwacht is 0 of 1`, header: unclear.header };
  const taken = split.filter(({ header }) => yesOrNo(cells[header.name]) === true).map(({ keuze = '' }) => keuze);
  if (!column) return { waarde: [...new Set(taken)] };
  if (column.labelled) return split.length > 0 ? { waarde: [...new Set(taken)] } : fromLabels(text, column, labels);
  const named = text.split(/\s+/).map((name) => decodeName(name) ?? name);
  const against = split.find(({ keuze = '', header }) => named.includes(keuze) !== (yesOrNo(cells[header.name]) === true));
  if (against && !allEmpty(split, cells))
    return { fout: `deze kolom en kolom ${column.header.column} spreken elkaar tegen`, header: against.header };
  return { waarde: named };
}

/** A program may leave the columns of the choices empty in a row of an older version. */
function allEmpty(split: readonly AnswerColumn[], cells: Cells): boolean {
  return split.every(({ header }) => (cells[header.name] ?? '') === '');
}

function choice(text: string, { name, labelled }: AnswerColumn, labels: () => ExportLabels): string {
  const byLabel = labelled ? labels().keuzes(name).get(oneLine(text)) : undefined;
  return byLabel ?? decodeName(text) ?? text;
}

/** Labels with a space between, of which each may hold spaces itself; a text that can be read in two ways is left as it is. */
function fromLabels(text: string, { name, header }: AnswerColumn, labels: () => ExportLabels): Antwoord {
  const known = labels().keuzes(name);
  const { ways, row } = waysToRead(oneLine(text), [...known.keys()]);
  if (ways === 0) return { waarde: [text] };
  if (ways > 1) return { fout: 'welke keuzes dit zijn, is aan de opschriften niet te zien', header };
  return { waarde: [...new Set(row.map((label) => known.get(label) ?? label))] };
}

/** In how many ways, two at most, a text is a row of these labels; and when there is one, that row. */
function waysToRead(text: string, labels: readonly string[]): { ways: number; row: string[] } {
  // From the end, so that what follows a label is known: for each place where a label can begin, its ways and its first label.
  const from = new Map<number, { ways: number; label: string }>();
  const waysAt = (at: number) => (at >= text.length ? 1 : (from.get(at)?.ways ?? 0));
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (at > 0 && text[at - 1] !== ' ') continue;
    const fitting = labels.filter((label) => label !== '' && fits(text, label, at) && waysAt(at + label.length + 1) > 0);
    const ways = fitting.reduce((sum, label) => sum + waysAt(at + label.length + 1), 0);
    if (fitting[0] !== undefined) from.set(at, { ways: Math.min(2, ways), label: fitting[0] });
  }
  const row: string[] = [];
  for (let at = 0, next = from.get(0); next; next = from.get(at)) {
    row.push(next.label);
    at += next.label.length + 1;
  }
  return { ways: waysAt(0), row };
}

function fits(text: string, label: string, at: number): boolean {
  const end = at + label.length;
  return text.startsWith(label, at) && (end === text.length || text[end] === ' ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const YES = /^(?:1|1\.0|true|waar|yes|ja)$/i;
const NO = /^(?:|0|0\.0|false|onwaar|no|nee)$/i;

function yesOrNo(text = ''): boolean | undefined {
  if (YES.test(text)) return true;
  return NO.test(text) ? false : undefined;
}

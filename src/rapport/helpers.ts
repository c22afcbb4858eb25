import type { RapportGrafiek, RapportVerwijzing } from '../schema/generated/types.ts';
import { listWords } from '../source/sentence.ts';
import { attribute, block, inline } from './document/escape.ts';
import { figureMarkdown } from './document/figure-markdown.ts';
import { prose } from './document/prose.ts';
import { countWords, dateWords, numberWords, wordsFor } from './wording.ts';

/**
 * A helper of the templates. One with `gives: 'markdown'` makes all it prints inert itself; what any other gives is escaped
 * when it is printed. Arguments that do not fit are reported with the place in the template.
 */
export interface Helper {
  gives: 'markdown' | 'value';
  call(values: readonly unknown[], named: Readonly<Record<string, unknown>>, notes: Notes): unknown;
}

/** The footnotes of one document that its template makes. */
export interface Notes {
  /** Adds a note, in Markdown of which every line but the first is indented, and gives the name by which it is referred to. */
  add(markdown: string): string;
}

/** What a helper throws when it gets something it cannot print; the renderer adds the place. */
export class HelperProblem extends Error {}

/** The helpers, in the order of the documentation (docs/sjablonen.md). */
export const helpers: Readonly<Record<string, Helper>> = {
  tekst: { gives: 'markdown', call: ([value]) => inline(textOf(value)) },
  blok: { gives: 'markdown', call: ([value], { inspringen }) => block(textOf(value), prefixOf(inspringen)) },
  proza: { gives: 'markdown', call: ([value], named) => prose(textOf(value), proseOptions(named)) },
  attribuut: { gives: 'markdown', call: ([value]) => attribute(textOf(value)) },
  verwijzing: { gives: 'markdown', call: ([value, anchor]) => link(textOf(value), textOf(anchor)) },
  voetnoot: { gives: 'markdown', call: ([value], _, notes) => footnote(textOf(value), notes) },
  nummers: { gives: 'value', call: ([value]) => evidence(listOf(value) as RapportVerwijzing[], ({ nr }) => String(nr)) },
  bewijs: { gives: 'markdown', call: ([value]) => evidence(listOf(value) as RapportVerwijzing[], numberLink) },
  grafiek: { gives: 'markdown', call: ([value]) => figureMarkdown(figureOf(value)) },
  lijst: { gives: 'value', call: ([value], { scheiding }) => joined(listOf(value).map(textOf), scheiding) },
  datum: { gives: 'value', call: ([value]) => dateWords(textOf(value)) },
  aantal: { gives: 'value', call: ([count, whole, noun]) => countWords(numberOf(count), numberOf(whole), textOf(noun)) },
  meervoud: { gives: 'value', call: ([value, one, more]) => wordsFor(sizeOf(value), textOf(one), textOf(more)) },
  nummer: { gives: 'value', call: ([value]) => numberWords(numberOf(value)) },
  'als-leeg': { gives: 'value', call: ([value, fallback]) => (isEmpty(value) ? fallback : value) },
  is: { gives: 'value', call: ([value, other]) => value === other },
};

/** What begins each further line of a footnote. */
const NOTE_INDENT = '    ';

const KINDS = { bevinding: 'bevindingen', oordeel: 'oordelen' } as const;

type Shown = (reference: RapportVerwijzing) => string;

const numberLink: Shown = ({ nr, anker }) => link(String(nr), anker);

/** The references a passage rests on: "bevindingen 12, 14 en 15, en oordeel 3"; links where they stand in the same document. */
function evidence(references: readonly RapportVerwijzing[], shown: Shown): string {
  const groups = (['bevinding', 'oordeel'] as const).flatMap((soort) => {
    const links = references.filter((item) => item.soort === soort).map(shown);
    return links.length > 0 ? `${wordsFor<string>(links.length, soort, KINDS[soort])} ${listWords(links)}` : [];
  });
  return groups.join(references.length > groups.length ? ', en ' : ' en ');
}

/** "a, b en c", or with a separator of one's own for parts that hold "en" themselves. */
function joined(items: readonly string[], separator: unknown): string {
  return separator === undefined ? listWords(items) : items.join(textOf(separator));
}

/** A reference to a footnote; without a text there is none. */
function footnote(text: string, notes: Notes): string {
  return text.trim() === '' ? '' : `[^${notes.add(block(text, NOTE_INDENT))}]`;
}

function link(label: string, anchor: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(anchor)) throw new HelperProblem(`'${anchor}' is geen anker`);
  return `[${inline(label)}](#${anchor})`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === null)
    throw new HelperProblem('dit veld is hier leeg; zet er {{#if …}} omheen of gebruik {{als-leeg … "…"}}');
  throw new HelperProblem('dit is geen tekst');
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new HelperProblem('dit is geen getal');
}

/** How many there are: a number itself, or the length of a list. */
function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : numberOf(value);
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new HelperProblem('dit is geen lijst');
}

function figureOf(value: unknown): RapportGrafiek {
  if (typeof value === 'object' && value !== null && 'kop' in value && 'regels' in value) return value as RapportGrafiek;
  throw new HelperProblem('dit is geen figuur; geef er een van grafieken, zoals grafieken.factoren');
}

function prefixOf(value: unknown): string {
  if (value === undefined) return '';
  const prefix = textOf(value);
  if (/^[ >]*$/.test(prefix)) return prefix;
  throw new HelperProblem('inspringen gaat met spaties en >');
}

function proseOptions({ kop, noten }: Readonly<Record<string, unknown>>): { minDepth: number; notePrefix?: string } {
  return { minDepth: kop === undefined ? 3 : numberOf(kop), ...(noten === undefined ? {} : { notePrefix: textOf(noten) }) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

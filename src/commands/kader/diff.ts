import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { compareKaders } from '../../herziening/compare.ts';
import { verschilDocument, verschilMarkdown } from '../../herziening/markdown.ts';
import { verschilText } from '../../herziening/tekst.ts';
import type { Verschil } from '../../herziening/verschil.ts';
import type { Outcome } from '../outcome.ts';
import type { ReadKader } from '../read/kader.ts';
import { readSide, type Side } from '../read/side.ts';
import type { DiffOptions } from './diff-formats.ts';

/** What differs between two sides: per kader, and which kaders only one of them has. */
export interface Verschillen {
  verschillen: Verschil[];
  erbij: ReadKader[];
  weg: ReadKader[];
}

/** `tsd kader diff <a> [<b>]`: what changed in meaning between two folders or revisions, or one and the working tree. */
export async function diffKaders(a: string, b: string | undefined, { format, kader }: DiffOptions): Promise<Outcome> {
  const found = compareSides(readSide(a), readSide(b), kader);
  const data = {
    verschillen: found.verschillen,
    erbij: found.erbij.map((item) => item.kader.id),
    weg: found.weg.map((item) => item.kader.id),
  };
  return { diagnostics: [], data, stdout: await shown(found, data, format) };
}

/** Compares the kaders of two sides by their id; one kader on each side is compared whatever its id. */
export function compareSides(oud: Side, nieuw: Side, kader?: string): Verschillen {
  if (kader !== undefined) requireKader(kader, [oud, nieuw]);
  const [before, after] = [chosen(oud, kader), chosen(nieuw, kader)];
  const [only, another] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && only && another)
    return { verschillen: [compareKaders(only, another)], erbij: [], weg: [] };
  const byId = new Map(before.map((item) => [item.kader.id, item]));
  return {
    verschillen: after.flatMap((item) => {
      const other = byId.get(item.kader.id);
      return other ? [compareKaders(other, item)] : [];
    }),
    erbij: after.filter((item) => !byId.has(item.kader.id)),
    weg: before.filter((item) => after.every((other) => other.kader.id !== item.kader.id)),
  };
}

function chosen({ kaders }: Side, id: string | undefined): ReadKader[] {
  return id === undefined ? kaders : kaders.filter(({ kader }) => kader.id === id);
}

function requireKader(id: string, sides: readonly Side[]): void {
  const ids = [...new Set(sides.flatMap(({ kaders }) => kaders.map(({ kader }) => kader.id)))];
  if (ids.includes(id)) return;
  throw stop('kader/onbekend', `het kader '${id}' staat in geen van beide${didYouMean(id, ids)}`, {
    help: `er zijn: ${ids.join(', ')}`,
  });
}

async function shown({ verschillen, erbij, weg }: Verschillen, data: object, format: DiffOptions['format']): Promise<string> {
  if (format === 'json') return `${JSON.stringify(data, null, 2)}\n`;
  const whole = [
    ...erbij.map(({ kader }) => `${kader.id}, versie ${kader.bron.versie}: een nieuw kader`),
    ...weg.map(({ kader }) => `${kader.id}, versie ${kader.bron.versie}: dit kader is er niet meer`),
  ];
  if (format === 'text') return [...verschillen.map(verschilText), ...whole.map((line) => `${line}\n`)].join('\n');
  const markdown = [...verschillen.map(verschilMarkdown), ...whole.map((line) => `${line}\n`)].join('\n');
  return format === 'markdown' ? markdown : asHtml(markdown, verschillen);
}

/** One page that stands on its own. It is of the day from which the newest of the versions holds: the same input gives the same bytes. */
async function asHtml(markdown: string, verschillen: readonly Verschil[]): Promise<string> {
  const [{ renderMarkdown }, { toHtml }] = await Promise.all([
    import('../../rapport/document/render.ts'),
    import('../../rapport/document/html.ts'),
  ]);
  const datum =
    verschillen
      .map(({ geldig }) => geldig)
      .toSorted()
      .at(-1) ?? NO_DAY;
  return toHtml(renderMarkdown(verschilDocument(markdown, datum)).value);
}

/** Where only whole kaders came or went, no version says from when. */
const NO_DAY = '1970-01-01';

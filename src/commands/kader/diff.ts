import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { compareKaders } from '../../herziening/compare.ts';
import { verschilDocument, verschilMarkdown } from '../../herziening/markdown.ts';
import { verschilText } from '../../herziening/tekst.ts';
import type { Verschil } from '../../herziening/verschil.ts';
import type { Outcome } from '../outcome.ts';
import type { ReadKader } from '../read/kader.ts';
import { readSide } from '../read/side.ts';
import type { DiffOptions } from './diff-formats.ts';
import { pairSides } from './pair-sides.ts';

/** `tsd kader diff <a> [<b>]`: what changed in meaning between two folders or revisions, or one and the working tree. */
export async function diffKaders(a: string, b: string | undefined, { format, kader }: DiffOptions): Promise<Outcome> {
  const { paren, erbij, weg } = pairSides(readSide(a), readSide(b), kader);
  const verschillen = paren.map(({ oud, nieuw }) => compareKaders(oud, nieuw));
  const data = { verschillen, erbij: erbij.map((item) => item.kader.id), weg: weg.map((item) => item.kader.id) };
  if (format === 'json') return { diagnostics: [], stdout: `${JSON.stringify(data, null, 2)}\n` };
  const whole = [
    ...erbij.map((item) => `${versieOf(item)}: een nieuw kader\n`),
    ...weg.map((item) => `${versieOf(item)}: dit kader is er niet meer\n`),
  ];
  if (format === 'text') return { diagnostics: [], stdout: [...verschillen.map(verschilText), ...whole].join('\n') };
  const markdown = [...verschillen.map(verschilMarkdown), ...whole].join('\n');
  return { diagnostics: [], stdout: format === 'markdown' ? markdown : await asHtml(markdown, verschillen) };
}

function versieOf({ kader }: ReadKader): string {
  return `${kader.id}, versie ${kader.bron.versie}`;
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
  const { value, diagnostics } = renderMarkdown(verschilDocument(markdown, datum));
  if (hasErrors(diagnostics)) throw new Error(`tsd wrote a difference that is no document: ${JSON.stringify(diagnostics)}`);
  return toHtml(value);
}

/** Where only whole kaders came or went, no version says from when. */
const NO_DAY = '1970-01-01';

import { GRAFIEKSOORTEN, type Grafiek, type Grafieksoort } from '../../grafiek/model.ts';
import { describeGrafiek, SOORTEN } from '../../grafiek/soorten.ts';
import type { DirectivePlace } from './build-directive.ts';
import { plainText } from './build-inline.ts';
import { errorAt } from './dialect.ts';
import type { Block, Figure, Inline, Table } from './model.ts';
import { plainLine } from './text.ts';
import type { MarkdownDirective } from './tree.ts';

/**
 * Builds a picture of the table that stands in its directive: it is drawn from the printed texts themselves, so that the picture
 * and the table cannot differ. Without an `alt` of its own the table gives one.
 */
export function buildFigure(node: MarkdownDirective, { context, marks, inner }: DirectivePlace): Figure | undefined {
  const refuse = (message: string, help: string): undefined => {
    context.report(errorAt(node, 'document/grafiek', message, help));
  };
  const { soort = '', title = '', alt = '' } = node.attributes;
  if (!isSoort(soort)) return refuse(`de grafiek '${soort}' bestaat niet`, `wat er is: ${GRAFIEKSOORTEN.join(', ')}`);
  if (plainLine(title) === '') return refuse('een grafiek heeft een titel', 'schrijf title="…" tussen de accolades');
  const id = marks.ownId(node);
  const blocks = inner(node.children);
  const tables = blocks.filter((block): block is Table => block.type === 'table');
  const others = blocks.filter((block) => block.type !== 'table' && block.type !== 'paragraph');
  const [table] = tables;
  if (!table || tables.length > 1 || others.length > 0)
    return refuse('in een grafiek staan één tabel en alinea’s', 'zet de tabel met de getallen tussen :::grafiek en :::');
  const grafiek = grafiekOf(soort, table);
  const problem = SOORTEN[soort].problem(grafiek);
  if (problem) return refuse(problem, `pas de tabel van deze grafiek (${soort}) aan`);
  const number = context.structure.figure();
  return {
    type: 'grafiek',
    ...(id && { id }),
    number,
    title: plainLine(title),
    alt: plainLine(alt) || describeGrafiek(grafiek),
    grafiek,
    children: [
      { ...table, name: `De gegevens van figuur ${number}` },
      ...blocks.filter((block): block is Block => block !== table),
    ],
  };
}

function isSoort(name: string): name is Grafieksoort {
  return GRAFIEKSOORTEN.some((soort) => soort === name);
}

function grafiekOf(soort: Grafieksoort, { head, rows }: Table): Grafiek {
  const cell = (inlines: readonly Inline[]): string => plainLine(plainText(inlines));
  return { soort, kop: head.map(cell), regels: rows.map((row) => row.map(cell)) };
}

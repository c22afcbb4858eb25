import type { BuildContext } from './build-context.ts';
import { buildFigure } from './build-figure.ts';
import { errorAt } from './dialect.ts';
import type { Marks } from './marks.ts';
import type { Alinea, Block } from './model.ts';
import { plainLine } from './text.ts';
import type { MarkdownDirective } from './tree.ts';

/** Where a directive is built: the document, the marks that wait there, and how its content is built. */
export interface DirectivePlace {
  context: BuildContext;
  marks: Marks;
  inner(children: readonly unknown[]): Block[];
}

/** Builds the block that a directive stands for; a mark or an unknown one, which are handled elsewhere, gives none. */
export function buildDirective(node: MarkdownDirective, place: DirectivePlace): Block | undefined {
  switch (node.name) {
    case 'inhoud':
      return { type: 'contents' };
    case 'alinea':
      return buildAlinea(node, place);
    case 'kader':
    case 'bewijs': {
      const title = plainLine(node.attributes?.title ?? '');
      const room = roomOf(node, place.context);
      return { type: node.name, ...(title && { title }), ...(room > 0 && { room }), children: place.inner(node.children) };
    }
    case 'grafiek':
      return buildFigure(node, place);
    case 'colofon':
      return { type: 'colofon', children: place.inner(node.children) };
    case 'omslag':
      place.context.report(errorAt(node, 'document/omslag-in-onderdeel', 'een omslag staat binnen een ander onderdeel'));
      return undefined;
    default:
      return undefined;
  }
}

const mostRoom = 40;

/** How many lines there are to write on; none when nothing is said. */
function roomOf(node: MarkdownDirective, { report }: BuildContext): number {
  const given = node.attributes?.regels;
  if (given === undefined) return 0;
  const room = /^[1-9]\d?$/.test(given) ? Number(given) : 0;
  if (room > 0 && room <= mostRoom) return room;
  report(errorAt(node, 'document/regels', `'${given}' is geen aantal regels`, `geef een getal van 1 tot en met ${mostRoom}`));
  return 0;
}

function buildAlinea(node: MarkdownDirective, { context, marks, inner }: DirectivePlace): Alinea {
  const given = node.attributes?.nr ?? undefined;
  const valid = given === undefined || /^[1-9]\d{0,5}$/.test(given);
  const number = context.structure.alinea(valid && given !== undefined ? Number(given) : undefined);
  if (!valid || number === 0) {
    context.report(errorAt(node, 'document/alineanummer', `alineanummer '${given ?? ''}' is geen getal of bestaat al`));
  }
  const id = marks.ownId(node) ?? context.structure.slug(`alinea-${number}`);
  return { type: 'alinea', id, number, children: inner(node.children) };
}

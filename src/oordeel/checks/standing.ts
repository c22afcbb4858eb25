import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import type { Waarneming } from '../../schema/generated/types.ts';
import { at, type Check, writtenNodes } from './context.ts';

/**
 * What the team says rests on waarnemingen that still stand: one that was withdrawn is no ground any more, and of one that is no
 * longer in what was delivered somebody decides whether it still is.
 */
export const checkStanding: Check = ({ chain, sources }) =>
  writtenNodes(chain).flatMap((node) =>
    [...new Set([...node.restsOn, ...node.contradictedBy])].flatMap((ref): Diagnostic[] => {
      const waarneming = sources.waarnemingen.get(ref.slice('waarneming:'.length));
      if (!ref.startsWith('waarneming:') || !waarneming) return [];
      return standing(node.ref, ref, waarneming).map((problem): Diagnostic => ({ ...problem, ...at(node) }));
    }),
  );

function standing(node: string, ref: string, { ingetrokken, verdwenen }: Waarneming): Diagnostic[] {
  if (ingetrokken) {
    const message = `'${node}' noemt ${ref}, en die is ingetrokken op ${ingetrokken.datum} (${ingetrokken.reden})`;
    return [error('oordeel/ingetrokken-waarneming', message, { help: 'haal haar hier weg, en lees of de zin dan nog klopt' })];
  }
  if (verdwenen === undefined) return [];
  const message = `'${node}' noemt ${ref}, en die staat niet meer in ${WHERE[verdwenen]}`;
  const help = 'vraag na waarom; hoort zij er niet meer bij, trek haar dan in met tsd waarnemingen withdraw';
  return [warning('oordeel/verdwenen-waarneming', message, { help })];
}

const WHERE: Readonly<Record<NonNullable<Waarneming['verdwenen']>, string>> = {
  tekst: 'het verslag',
  code: 'het verslag met een code',
  levering: 'haar levering',
};

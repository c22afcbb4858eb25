import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import type { Waarneming } from '../../schema/generated/types.ts';
import type { Chain } from '../chain.ts';
import { at, type Check, writtenNodes } from './context.ts';

/**
 * What the team says rests on bevindingen and waarnemingen that still stand: what was withdrawn is no ground any more, and of a
 * waarneming that is no longer in what was delivered somebody decides whether it still is.
 */
export const checkStanding: Check = ({ chain, sources }) =>
  writtenNodes(chain).flatMap((node) =>
    [...new Set([...node.restsOn, ...node.contradictedBy])].flatMap((ref): Diagnostic[] => {
      const { soort } = chain.nodes.get(ref) ?? {};
      const { verdwenen } = (soort === 'waarneming' && sources.waarnemingen.get(ref.slice('waarneming:'.length))) || {};
      const problem = withdrawn(node.ref, ref, chain) ?? (verdwenen && vanished(node.ref, ref, verdwenen));
      return problem ? [{ ...problem, ...at(node) }] : [];
    }),
  );

/** What is wrong with resting on something that was withdrawn; `undefined` for what still stands. */
export function withdrawn(node: string, ref: string, { nodes }: Chain): Diagnostic | undefined {
  const { ingetrokken } = nodes.get(ref) ?? {};
  if (!ingetrokken) return undefined;
  const { datum, reden } = ingetrokken;
  const [soort] = ref.split(':');
  return error(`oordeel/ingetrokken-${soort}`, `'${node}' noemt ${ref}, en die is ingetrokken op ${datum} (${reden})`, {
    help: 'haal haar hier weg, en lees of de zin dan nog klopt',
  });
}

function vanished(node: string, ref: string, where: NonNullable<Waarneming['verdwenen']>): Diagnostic {
  return warning('oordeel/verdwenen-waarneming', `'${node}' noemt ${ref}, en die staat niet meer in ${WHERE[where]}`, {
    help: 'vraag na waarom; hoort zij er niet meer bij, trek haar dan in met tsd waarnemingen withdraw',
  });
}

const WHERE: Readonly<Record<NonNullable<Waarneming['verdwenen']>, string>> = {
  tekst: 'het verslag',
  code: 'het verslag met een code',
  levering: 'haar levering',
};

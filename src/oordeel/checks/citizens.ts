import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { Perspectief } from '../../schema/generated/types.ts';
import { below } from '../chain.ts';
import type { ChainNode } from '../chain-model.ts';
import type { Check, CheckContext } from './context.ts';

/** Whose voice counts as that of citizens: their own, and that of those close to them. */
const CITIZENS: readonly Perspectief[] = ['burger', 'naaste'];

/** Beside each oordeel on a criterium of a gebied stands what citizens say, or why their voice is missing. */
export const checkCitizens: Check = (context) =>
  context.dossier.oordelen.flatMap(({ file, value }) =>
    value.oordelen.flatMap((oordeel, index): Diagnostic[] => {
      if (!oordeel.criterium || oordeel.tekst === undefined) return [];
      const place = { file, pointer: `/oordelen/${index}` };
      const written = oordeel.burgerperspectief;
      if (!written) {
        const help = 'schrijf onder burgerperspectief wat burgers zeggen, of onder afwezig waarom hun stem hier ontbreekt';
        return [
          warning('oordeel/zonder-burgers', `bij ${oordeel.criterium} ontbreekt het perspectief van burgers`, { ...place, help }),
        ];
      }
      if (written.tekst === undefined || (written.rust_op ?? []).some((ref) => citizensSpeak(ref, context))) return [];
      const message = `bij ${oordeel.criterium} rust het perspectief van burgers op geen waarneming van een burger of naaste`;
      return [warning('oordeel/zonder-burgers', message, { ...place, pointer: `${place.pointer}/burgerperspectief` })];
    }),
  );

/** Whether a citizen is heard in a bevinding: in what supports it, what contradicts it, or in its own bronnen. */
function citizensSpeak(ref: string, { chain, sources, elsewhere }: CheckContext): boolean {
  const node = chain.nodes.get(ref);
  if (!node) return true;
  if (isLost(node, elsewhere)) return true;
  const heard = below(chain, ref, 'bron').map((bron) => sources.bronnen.get(bron.slice('bron:'.length))?.perspectief);
  const named = (node.elders ?? []).map(({ perspectief }) => perspectief);
  return [...heard, ...named].some((perspectief) => perspectief !== undefined && CITIZENS.includes(perspectief));
}

/** Where the werkdossier lies elsewhere nobody can be heard, and nothing is known to be missing. */
function isLost(node: ChainNode, elsewhere: ReadonlySet<string>): boolean {
  return node.restsOn.some((ref) => elsewhere.has(ref));
}

import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { Burgerperspectief, Oordeel, Perspectief } from '../../schema/generated/types.ts';
import { below } from '../chain.ts';
import type { ChainNode } from '../chain-model.ts';
import type { Check, CheckContext } from './context.ts';

/** Where a diagnostic points. */
type Place = { file: string; pointer: string };

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
      return checkWritten(oordeel, written, { ...place, pointer: `${place.pointer}/burgerperspectief` }, context);
    }),
  );

/** The voice of citizens that is written rests on a citizen, and is not said to be missing where one is heard. */
function checkWritten(oordeel: Oordeel, written: Burgerperspectief, place: Place, context: CheckContext): Diagnostic[] {
  if (written.afwezig !== undefined) {
    if (!(oordeel.rust_op ?? []).some((ref) => isHeard(ref, context))) return [];
    const message = `bij ${oordeel.criterium} staat dat de stem van burgers ontbreekt, maar het oordeel rust ook op een burger of naaste`;
    const help = 'schrijf onder burgerperspectief met tekst en rust_op wat burgers zeggen, in plaats van afwezig';
    return [warning('oordeel/burgers-niet-afwezig', message, { ...place, help })];
  }
  if ((written.rust_op ?? []).some((ref) => citizensSpeak(ref, context))) return [];
  const message = `bij ${oordeel.criterium} rust het perspectief van burgers op geen waarneming van een burger of naaste`;
  return [warning('oordeel/zonder-burgers', message, place)];
}

/** Whether a citizen may be heard in a bevinding: one that is missing, or of which the material lies elsewhere, cannot tell. */
function citizensSpeak(ref: string, context: CheckContext): boolean {
  const node = context.chain.nodes.get(ref);
  return !node || isLost(node, context.elsewhere) || isHeard(ref, context);
}

/** Whether a citizen is heard for certain: in what supports a bevinding, what contradicts it, or in its own bronnen. */
function isHeard(ref: string, { chain, sources }: CheckContext): boolean {
  const heard = below(chain, ref, 'bron').map((bron) => sources.bronnen.get(bron.slice('bron:'.length))?.perspectief);
  const bevindingen = [ref, ...below(chain, ref, 'bevinding')];
  const named = bevindingen.flatMap((at) => chain.nodes.get(at)?.elders ?? []).map(({ perspectief }) => perspectief);
  return [...heard, ...named].some((perspectief) => perspectief !== undefined && CITIZENS.includes(perspectief));
}

/** Where the werkdossier lies elsewhere nobody can be heard, and nothing is known to be missing. */
function isLost(node: ChainNode, elsewhere: ReadonlySet<string>): boolean {
  return node.restsOn.some((ref) => elsewhere.has(ref));
}

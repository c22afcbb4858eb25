import { triangulate } from '../../bevinding/triangulate.ts';
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { Bevinding } from '../../schema/generated/types.ts';
import type { Check, CheckContext } from './context.ts';

/** A bevinding that is contradicted, or rests on one bron or one soort of them, says how the team weighed that. */
export const checkWeighing: Check = (context) =>
  context.dossier.bevindingen.flatMap(({ file, value }) =>
    value.bevindingen.flatMap((bevinding, index): Diagnostic[] => {
      const reason = bevinding.weging || bevinding.ingetrokken ? undefined : toWeigh(bevinding, context);
      if (reason === undefined) return [];
      const help = 'schrijf onder weging hoe het team dit heeft gewogen';
      const place = { file, pointer: `/bevindingen/${index}`, help };
      return [warning('bevinding/zonder-weging', `bevinding '${bevinding.id}' ${reason}, zonder weging`, place)];
    }),
  );

function toWeigh(bevinding: Bevinding, { sources }: CheckContext): string | undefined {
  if (bevinding.weersproken_door?.length) return 'wordt tegengesproken';
  const { enkeleSoort, soorten } = triangulate(bevinding, sources);
  const [only, ...more] = bronnenOf(bevinding, sources);
  if (only !== undefined && more.length === 0 && !bevinding.bronnen?.length) return `rust op een enkele bron (${only})`;
  return enkeleSoort ? `rust op een enkele soort bron (${soorten.join('')})` : undefined;
}

/** The bronnen whose waarnemingen support a bevinding, each once. */
function bronnenOf({ steunt_op = [] }: Bevinding, { waarnemingen }: CheckContext['sources']): string[] {
  return [...new Set(steunt_op.flatMap((ref) => waarnemingen.get(ref.slice('waarneming:'.length))?.bron ?? []))];
}

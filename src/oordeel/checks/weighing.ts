import { triangulate } from '../../bevinding/triangulate.ts';
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { Bevinding } from '../../schema/generated/types.ts';
import type { Check, CheckContext } from './context.ts';

/** A bevinding that is contradicted, or rests on one soort of bron, says how the team weighed that. */
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
  return enkeleSoort ? `rust op een enkele soort bron (${soorten.join('')})` : undefined;
}

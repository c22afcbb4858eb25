import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { at, type Check, writtenNodes } from './context.ts';

/** A bevinding on an indicator that the team put aside: one of the two is not meant so. */
export const checkNotApplicable: Check = ({ chain }) =>
  writtenNodes(chain)
    .filter(({ soort }) => soort === 'bevinding')
    .flatMap((node) =>
      node.about.flatMap((ref): Diagnostic[] => {
        const reason = chain.norms.get(ref)?.nietVanToepassing;
        if (reason === undefined) return [];
        const message = `'${node.ref}' gaat over '${ref}', en die is niet van toepassing (${reason})`;
        const help = 'leg haar bij een andere indicator, trek haar in, of haal “niet van toepassing” weg in het toetsingskader';
        return [warning('oordeel/niet-van-toepassing', message, { ...at(node), help })];
      }),
    );

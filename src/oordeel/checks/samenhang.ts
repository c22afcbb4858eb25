import { error } from '../../diagnostics/diagnostic.ts';
import { resolveReference } from '../../kader/reference.ts';
import type { Check } from './context.ts';

/** The samenhang of an oordeel names another criterium of the toetsingskader. */
export const checkSamenhang: Check = ({ dossier, chain }) => {
  const criteria = [...chain.norms.values()].filter(({ soort }) => soort === 'criterium');
  const files = [...dossier.oordelen, ...(dossier.overkoepelend ? [dossier.overkoepelend] : [])];
  if (criteria.length === 0) return [];
  return files.flatMap((bestand) =>
    bestand.value.oordelen.flatMap((oordeel, nummer) =>
      (oordeel.samenhang ?? []).flatMap(({ criterium }, index) => {
        const place = { file: bestand.file, pointer: `/oordelen/${nummer}/samenhang/${index}/criterium` };
        const { found, problem } = resolveReference(criterium, criteria, chain.weggelaten);
        if (!found)
          return [
            error('oordeel/buiten-toetsingskader', problem, {
              ...place,
              help: 'noem een ander criterium uit toetsingskader.yaml',
            }),
          ];
        const own = oordeel.criterium !== undefined && resolveReference(oordeel.criterium, criteria).found === found;
        return own
          ? [
              error('oordeel/samenhang-met-zichzelf', 'samenhang gaat over een ander criterium dan dit', {
                ...place,
                help: 'noem het criterium waarmee dit samenhangt',
              }),
            ]
          : [];
      }),
    ),
  );
};

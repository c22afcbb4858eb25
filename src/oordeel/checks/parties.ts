import { error } from '../../diagnostics/diagnostic.ts';
import { didYouMean, nearest } from '../../diagnostics/suggest.ts';
import type { Partij } from '../../schema/generated/types.ts';
import { slug } from '../../source/slug.ts';
import type { Check } from './context.ts';

/** A verbeterpunt is addressed to, and led by, parties of the onderzoek. */
export const checkParties: Check = ({ dossier }) => {
  const { verbeterpunten, onderzoek } = dossier;
  const { partijen = [] } = onderzoek.value;
  const ids = partijen.map(({ id }) => id);
  if (!verbeterpunten) return [];
  return verbeterpunten.value.verbeterpunten.flatMap(({ gericht_aan, regie }, index) => {
    const pointer = `/verbeterpunten/${index}`;
    const named = gericht_aan.map((id, nummer) => ({ id, pointer: `${pointer}/gericht_aan/${nummer}` }));
    return [...named, { id: regie, pointer: `${pointer}/regie` }]
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, pointer: where }) => {
        const help =
          partijen.length > 0 ? `kies uit: ${ids.join(', ')}` : 'zet de partijen eerst in onderzoek.yaml, onder partijen';
        const message = `partij '${id}' staat niet onder partijen in onderzoek.yaml${meant(id, partijen)}`;
        return error('oordeel/onbekende-partij', message, { file: verbeterpunten.file, pointer: where, help });
      });
  });
};

/** A partij may have been named by its name instead of its id, or by either written otherwise. */
function meant(written: string, partijen: readonly Partij[]): string {
  const named = partijen.find(({ naam }) => slug(naam) === slug(written) || slug(written).endsWith(slug(naam)));
  const name = named
    ? undefined
    : nearest(
        written,
        partijen.map(({ naam }) => naam),
      );
  const { id } = named ?? partijen.find(({ naam }) => naam === name) ?? {};
  return id === undefined
    ? didYouMean(
        written,
        partijen.map((partij) => partij.id),
      )
    : `; bedoelt u '${id}'?`;
}

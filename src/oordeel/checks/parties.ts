import { error } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Check } from './context.ts';

/** A verbeterpunt is addressed to, and led by, parties of the onderzoek. */
export const checkParties: Check = ({ dossier }) => {
  const { verbeterpunten, onderzoek } = dossier;
  const ids = (onderzoek.value.partijen ?? []).map(({ id }) => id);
  if (!verbeterpunten) return [];
  return verbeterpunten.value.verbeterpunten.flatMap(({ gericht_aan, regie }, index) => {
    const pointer = `/verbeterpunten/${index}`;
    const named = gericht_aan.map((id, nummer) => ({ id, pointer: `${pointer}/gericht_aan/${nummer}` }));
    return [...named, { id: regie, pointer: `${pointer}/regie` }]
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, pointer: where }) => {
        const message = `partij '${id}' staat niet onder partijen in onderzoek.yaml${didYouMean(id, ids)}`;
        return error('oordeel/onbekende-partij', message, { file: verbeterpunten.file, pointer: where });
      });
  });
};

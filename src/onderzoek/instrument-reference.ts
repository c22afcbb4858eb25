import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import { normaliseText } from '../source/fingerprint.ts';

/** An instrument as far as it can be pointed at; a row that is not complete may lack its name. */
export interface KnownInstrument {
  id: string;
  naam?: string | undefined;
}

/**
 * The id of the instrument that is meant by its id or its name, whatever the case. The problem is a Dutch clause, which
 * suggests the id of an instrument of which the id or the name is near.
 */
export function resolveInstrument(
  written: string | undefined,
  instrumenten: readonly KnownInstrument[],
): { id: string; problem?: undefined } | { id?: undefined; problem: string } {
  if (!written) return { problem: 'hier ontbreekt het instrument' };
  const plain = (text = '') => normaliseText(text).toLowerCase();
  const byId = instrumenten.find(({ id }) => id === plain(written));
  if (byId) return { id: byId.id };
  const named = [...new Set(instrumenten.filter(({ naam }) => plain(naam) === plain(written)).map(({ id }) => id))];
  const [first, second] = named;
  if (first && !second) return { id: first };
  if (first) return { problem: `'${written}' is de naam van meer dan een instrument; schrijf de id: ${named.join(' of ')}` };
  const ids = instrumenten.map(({ id }) => id);
  const near = nearest(
    written,
    instrumenten.flatMap(({ naam }) => naam ?? []),
  );
  const byName = instrumenten.find(({ naam }) => naam === near);
  const meant = near !== undefined && byName ? `; bedoelt u '${byName.id}'?` : didYouMean(written, ids);
  return { problem: `instrument '${written}' bestaat niet${meant}` };
}

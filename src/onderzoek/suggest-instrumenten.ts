import type { Instrument, Perspectief, Respondenttype } from '../schema/generated/types.ts';
import { byText } from '../source/order.ts';
import type { ToetsCriterium } from './toetsing.ts';

const SUGGESTIES: [string, string, Perspectief][] = [
  ['inwoner', 'inwoner', 'burger'],
  ['naaste', 'naaste', 'naaste'],
  ['professional', 'professional', 'professional'],
  ['gemeente', 'medewerker van de gemeente', 'gemeente'],
];

/** The respondenttypen to begin with: those that the toetsingskader names, or else the usual ones. */
export function suggestRespondenttypen(criteria: readonly ToetsCriterium[]): Respondenttype[] {
  const named = new Set(criteria.flatMap((criterium) => criterium.indicatoren.flatMap(({ aanWie }) => aanWie)));
  const known = SUGGESTIES.map(([id, naam, perspectief]) => ({ id, naam, perspectief }));
  if (named.size === 0) return known;
  return [...named]
    .sort(byText)
    .map((id) => known.find((type) => type.id === id) ?? { id, naam: id.replaceAll('-', ' '), perspectief: 'overig' });
}

/** The instrument to begin with for a respondenttype: a guide for a conversation of an hour. */
export function suggestInstrument({ id, naam }: Respondenttype): Instrument {
  return {
    id: `gesprek-${id}`,
    soort: 'gespreksleidraad',
    bronsoort: 'gesprek',
    naam: `Gespreksleidraad ${naam}`,
    respondenttypen: [id],
    maximum_minuten: 60,
  };
}

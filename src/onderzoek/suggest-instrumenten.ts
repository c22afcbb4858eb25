import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import { enumeration } from '../schema/enumeration.ts';
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
    .map((id) => known.find((type) => type.id === id) ?? { id, naam: id.replaceAll('-', ' '), perspectief: perspectiefOf(id) });
}

/** A respondenttype that is named after a perspectief has it; of any other a person must say whose look it is. */
function perspectiefOf(id: string): Perspectief {
  return enumeration('perspectief').find((perspectief) => perspectief === id) ?? 'overig';
}

/** A warning for the respondenttypen that are new and were not given a perspectief: nobody counts them as burger or professional. */
export function warnOverig(wie: readonly Respondenttype[], known: readonly Respondenttype[] = []): Diagnostic[] {
  const open = wie.filter(({ id, perspectief }) => perspectief === 'overig' && !known.some((type) => type.id === id));
  if (open.length === 0) return [];
  const names = open.map(({ naam }) => `'${naam}'`).join(', ');
  const message = `${names} ${open.length === 1 ? 'staat' : 'staan'} op perspectief 'overig' en ${open.length === 1 ? 'telt' : 'tellen'} niet als burger of professional`;
  return [warning('instrumenten/overig', message, { help: 'kies in blad Respondenttypen van de matrix wiens blik het is' })];
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

import { findBsn } from '../privacy/bsn.ts';
import type { BronInhoud, WaarnemingInhoud } from '../schema/generated/types.ts';
import { readDate } from '../source/date.ts';

/** What still has to be done in a field before it can be read in. */
export interface Gebrek<K extends PropertyKey> {
  veld: K;
  melding: string;
}

/** What a bron still lacks. */
export function bronGebreken(bron: BronInhoud): Gebrek<keyof BronInhoud>[] {
  const needed: [keyof BronInhoud, string][] = [
    ['soort', 'Kies wat voor bron dit is.'],
    ['perspectief', 'Kies wiens blik dit is.'],
    ['datum', 'Vul de datum in.'],
    ['gebieden', 'Kies ten minste één gebied.'],
  ];
  const missing = needed.filter(([veld]) => (bron[veld] ?? '').length === 0).map(([veld, melding]) => ({ veld, melding }));
  const { datum, casus } = bron;
  if (datum && readDate(datum) === undefined) missing.push({ veld: 'datum', melding: 'Deze datum bestaat niet.' });
  if (casus && !CASUS.test(casus))
    missing.push({ veld: 'casus', melding: 'Een casuscode bestaat uit kleine letters, cijfers, punt en koppelteken.' });
  return missing;
}

const CASUS = /^[a-z0-9][a-z0-9.-]{0,79}$/;

/** What the problems of a waarneming depend on: the bronnen that there are, and the indicatoren of this form. */
export interface Omgeving {
  bron(id: string): BronInhoud | undefined;
  kentIndicator(ref: string): boolean;
  /** The fixed answers of an item; none where it has none. */
  antwoorden(item: string): readonly string[];
}

/** What a waarneming still lacks. */
export function waarnemingGebreken(item: WaarnemingInhoud, omgeving: Omgeving): Gebrek<keyof WaarnemingInhoud>[] {
  const { tekst = '', antwoord, bron, gebied, indicatoren = [] } = item;
  const found: Gebrek<keyof WaarnemingInhoud>[] = [];
  if (tekst.trim() === '' && !antwoord) found.push({ veld: 'tekst', melding: 'Vul in wat er is gezegd, gelezen of gezien.' });
  if (antwoord && !omgeving.antwoorden(item.item ?? '').includes(antwoord))
    found.push({ veld: 'antwoord', melding: 'Dit antwoord hoort niet bij deze vraag; kies een ander.' });
  const known = bron === undefined ? undefined : omgeving.bron(bron);
  if (!known) found.push({ veld: 'bron', melding: bron ? 'Deze bron is verwijderd; kies een andere.' : 'Kies een bron.' });
  const gebieden = known?.gebieden ?? [];
  if (gebied ? known && !gebieden.includes(gebied) : gebieden.length > 1)
    found.push({ veld: 'gebied', melding: 'Kies een van de gebieden van deze bron.' });
  if (!indicatoren.every((ref) => omgeving.kentIndicator(ref)))
    found.push({ veld: 'indicatoren', melding: 'Er staat een indicator die dit formulier niet meer kent.' });
  return found;
}

/** A typed text as it may be recorded, and why it differs from what was typed. */
export interface Bewaarbaar {
  tekst: string;
  melding?: string;
}

/** Makes a text fit to be recorded: what may never be recorded, is not kept for a moment, and all the rest is. */
export function recordable(typed: string): Bewaarbaar {
  const text = typed.replace(/\r\n?|\x0b|\x0c/g, '\n').replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\p{Surrogate}]/gu, '');
  const found = findBsn(text);
  if (found.length === 0) return { tekst: text };
  return {
    tekst: found.reduceRight((kept, { from, to }) => `${kept.slice(0, from)}${LEFT_OUT}${kept.slice(to)}`, text),
    melding: BSN,
  };
}

const LEFT_OUT = '[nummer weggelaten]';
const BSN =
  'Dit lijkt een burgerservicenummer. Dat mag niet worden vastgelegd, en het is niet bewaard: haal het weg en gebruik een casuscode. De rest van de tekst is wel bewaard.';

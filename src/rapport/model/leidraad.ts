import { openingLines } from '../../formulier/leidraad-texts.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { type ToetsCriterium, toetsCriteria } from '../../onderzoek/toetsing.ts';
import type {
  ContextGespreksleidraadBestand,
  Instrument,
  Item,
  RapportDocument,
  RapportItem,
  RapportLeidraad,
  Respondenttype,
  ToetsingskaderBestand,
} from '../../schema/generated/types.ts';
import { capital, dateWords } from '../wording.ts';
import { present } from './numbering.ts';
import { documentPart, onderzoekPart } from './onderzoek.ts';
import type { RapportOptions } from './options.ts';
import { fixedOn } from './toetsingskader.ts';

/** The model of the guide for one respondenttype. */
export type LeidraadModel = ContextGespreksleidraadBestand;

/** Lines to write notes on, by how long an item takes. */
const ROOM = { least: 3, most: 10 };

/** The respondenttypen of whom something is asked, in the order of instrumenten.yaml. */
export function askedTypes({ instrumenten }: Dossier): Respondenttype[] {
  const { respondenttypen = [], instrumenten: means = [], items = [] } = instrumenten?.value ?? {};
  const used = means.filter(({ id }) => items.some(({ instrument }) => instrument === id));
  return respondenttypen.filter(({ id }) => used.some((mean) => mean.respondenttypen.some((wie) => wie === id)));
}

/** Builds the guide for a respondenttype: for each instrument the introduction and the items, with room for notes. */
export function buildLeidraad(
  dossier: Dossier,
  toetsingskader: ToetsingskaderBestand,
  wie: Respondenttype,
  words: Pick<RapportOptions, 'termen'>,
): LeidraadModel {
  const { instrumenten: means = [], items = [] } = dossier.instrumenten?.value ?? {};
  const criteria = toetsCriteria(toetsingskader, dossier.kaders);
  const leidraden = means
    .filter(({ respondenttypen }) => respondenttypen.some((id) => id === wie.id))
    .map((mean) => ({ mean, own: items.filter(({ instrument }) => instrument === mean.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ mean, own }) => guide(mean, own, criteria));
  return {
    formaat: 1,
    document: documentOf(dossier, fixedOn(dossier.onderzoek.value, toetsingskader.versies), wie, leidraden),
    onderzoek: onderzoekPart(dossier.onderzoek.value, words),
    respondenttype: wie.naam,
    opening: openingLines(dossier).map(([kop, tekst]) => ({ kop, tekst })),
    leidraden,
  };
}

function documentOf(
  { onderzoek }: Dossier,
  datum: string,
  { naam }: Respondenttype,
  leidraden: readonly RapportLeidraad[],
): RapportDocument {
  const plan = onderzoek.value;
  const soort = leidraden.some(({ gesprek }) => gesprek) ? 'Gespreksleidraad' : 'Leidraad';
  return {
    ...documentPart(plan, { diepte: 'openbaar' }),
    titel: `${soort} – ${capital(naam)}`,
    ondertitel: plan.titel,
    datum,
    datumtekst: dateWords(datum),
    omschrijving: `Wat in het onderzoek ${plan.titel} wordt gevraagd of bekeken: ${naam}.`,
    trefwoorden: ['toezicht', 'leidraad'],
    status: 'Voor wie het onderzoek doet; niet vooraf openbaar',
  };
}

function guide(mean: Instrument, items: readonly Item[], criteria: readonly ToetsCriterium[]): RapportLeidraad {
  const minuten = items.reduce((sum, item) => sum + (item.minuten ?? 0), 0);
  return {
    naam: mean.naam,
    soort: capital(mean.soort),
    gesprek: ['gesprek', 'bijeenkomst'].includes(mean.bronsoort),
    items: guideItems(items, criteria),
    ...present('introductie', mean.introductie),
    ...present('minuten', minuten > 0 ? minuten : undefined),
    ...present('maximum_minuten', mean.maximum_minuten),
  };
}

function guideItems(items: readonly Item[], criteria: readonly ToetsCriterium[]): RapportItem[] {
  let begin = 0;
  return items.map(({ tekst, antwoorden = [], indicatoren, minuten }, index) => {
    const vanaf = begin;
    begin += minuten ?? 0;
    return {
      nummer: index + 1,
      tekst,
      antwoorden,
      waarover: criteria.filter(({ ref }) => indicatoren.some((one) => one.startsWith(`${ref}/`))).map(({ titel }) => titel),
      regels: Math.min(ROOM.most, Math.max(ROOM.least, minuten ?? 0)),
      ...(minuten ? { minuten, vanaf } : {}),
    };
  });
}

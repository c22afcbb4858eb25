import type { Dossier } from '../../onderzoek/dossier.ts';
import { type ToetsCriterium, toetsCriteria } from '../../onderzoek/toetsing.ts';
import type {
  ContextToetsingskaderBestand,
  OnderzoekBestand,
  RapportDocument,
  RapportNorm,
  RapportNormgroep,
  ToetsingskaderBestand,
  Toetsingskaderversie,
} from '../../schema/generated/types.ts';
import { groupBy } from '../../source/order.ts';
import { capital, dateWords, wordsFor } from '../wording.ts';
import { foundations, planPart, versions } from './annexes.ts';
import { introduction } from './chapters.ts';
import { choicePart } from './choice.ts';
import { normPart } from './criterium.ts';
import { definitionsIn } from './definitions.ts';
import { type KaderName, kaderNames, withKader } from './kaders.ts';
import { present } from './numbering.ts';
import { documentPart, onderzoekPart } from './onderzoek.ts';
import type { RapportOptions } from './options.ts';

/** The model of the toetsingskader as it is published before anything is found. */
export type ToetsingskaderModel = ContextToetsingskaderBestand;

/** Builds the document that says beforehand what is looked at and why; it needs no bevindingen and no oordelen. */
export function buildToetsingskader(
  dossier: Dossier,
  toetsingskader: ToetsingskaderBestand,
  words: Pick<RapportOptions, 'termen'>,
): ToetsingskaderModel {
  const criteria = toetsCriteria(toetsingskader, dossier.kaders);
  const onderzoek = onderzoekPart(dossier.onderzoek.value, words);
  const kaderVan = kaderNames(criteria, dossier);
  const { keuze, weggelaten } = choicePart({ dossier, toetsingskader, criteria, kaderVan });
  const body = {
    themas: normGroups(dossier, criteria, kaderVan),
    weggelaten,
    ...asked(dossier, criteria),
    ...planPart(dossier),
  };
  return {
    formaat: 1,
    document: documentOf(dossier, toetsingskader),
    onderzoek,
    versie: toetsingskader.versie,
    vastgesteld: toetsingskader.status === 'vastgesteld',
    keuze,
    ...body,
    definities: definitionsIn([onderzoek, keuze, body], dossier.kaders),
    grondslagen: foundations(dossier),
    vaststellingen: (toetsingskader.versies ?? []).map(({ versie, datum, reden }) => ({ versie, datum, reden })),
    versies: versions({ dossier, toetsingskader }),
  };
}

function documentOf({ onderzoek }: Dossier, { status, versie, versies = [] }: ToetsingskaderBestand): RapportDocument {
  const plan = onderzoek.value;
  const datum = fixedOn(plan, versies);
  const whole = documentPart(plan, { diepte: 'openbaar' });
  const words = wordsFor(plan.inspecties.length, 'de inspectie onderzoekt', 'de inspecties onderzoeken');
  const afmeten = wordsFor(plan.inspecties.length, 'waaraan zij dat afmeet', 'waaraan zij dat afmeten');
  const fixed = status === 'vastgesteld';
  return {
    ...whole,
    titel: `Toetsingskader – ${plan.titel}`,
    ondertitel: `Wat ${words} en ${afmeten}`,
    datum,
    datumtekst: dateWords(datum),
    omschrijving: `${capital(plan.onderwerp)} Wat ${words}, ${afmeten} en waarom.`,
    trefwoorden: ['toetsingskader', ...whole.trefwoorden],
    status: fixed ? `Versie ${versie}, vastgesteld op ${dateWords(datum)}` : 'Concept, nog niet vastgesteld',
    ...present('watermerk', fixed ? undefined : 'CONCEPT'),
  };
}

/** The day on which the last version was made final; before that, the day of the report. */
export function fixedOn({ datum }: OnderzoekBestand, versies: readonly Toetsingskaderversie[] = []): string {
  return versies.at(-1)?.datum ?? datum;
}

function normGroups(dossier: Dossier, criteria: readonly ToetsCriterium[], kaderVan: KaderName): RapportNormgroep[] {
  return [...groupBy(criteria, ({ thema }) => thema.ref)].map(([ref, group]) => ({
    titel: withKader(group[0]?.thema.titel ?? ref, ref, kaderVan),
    ...present('inleiding', introduction(ref, dossier)),
    criteria: group.map((criterium) => norm(criterium, dossier, kaderVan)),
  }));
}

function norm(criterium: ToetsCriterium, { onderzoek }: Dossier, kaderVan: KaderName): RapportNorm {
  const { gebieden } = onderzoek.value;
  return {
    ...normPart(criterium),
    ...present('kader', kaderVan(criterium.ref)),
    lokale_situaties: criterium.lokaleContext.map(({ gebied, tekst }) => ({
      gebied: gebieden.find(({ id }) => id === gebied)?.naam ?? gebied,
      tekst,
    })),
    ...present('motivering', criterium.motivering),
  };
}

type Asked = Pick<ToetsingskaderModel, 'bevraging' | 'onderwerpen'>;

/** Who is asked by what means, and about which criteria; the questions stay out, so that they lead no answer. */
function asked({ instrumenten }: Dossier, criteria: readonly ToetsCriterium[]): Asked {
  const { respondenttypen = [], instrumenten: means = [], items = [] } = instrumenten?.value ?? {};
  const groups = respondenttypen.flatMap(({ id, naam }) => {
    const own = means.filter((instrument) => instrument.respondenttypen.some((wie) => wie === id));
    const about = items
      .filter(({ instrument }) => own.some((mean) => mean.id === instrument))
      .flatMap((item) => item.indicatoren);
    return about.length > 0 ? [{ wie: capital(naam), hoe: own.map((mean) => mean.naam), about }] : [];
  });
  const reached = ({ ref }: ToetsCriterium) =>
    groups.filter(({ about }) => about.some((indicator) => indicator.startsWith(`${ref}/`))).map(({ wie }) => wie);
  return {
    bevraging: groups.map(({ wie, hoe }) => ({ wie, hoe })),
    onderwerpen: groups.length > 0 ? criteria.map((item) => ({ criterium: item.titel, wie: reached(item) })) : [],
  };
}

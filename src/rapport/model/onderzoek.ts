import type {
  Gebied,
  OnderzoekBestand,
  Partij,
  RapportDocument,
  RapportGebied,
  RapportOnderzoek,
  RapportPartij,
} from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { listWords, sentence } from '../../source/sentence.ts';
import { areaNoun, capital, dateWords, wordsFor } from '../wording.ts';
import { AANLEIDINGEN, STATUS } from './labels.ts';
import { present } from './numbering.ts';
import type { RapportOptions } from './options.ts';

/** What says how the gebieden are called. */
type Words = { termen?: RapportOptions['termen'] | undefined };

/** The plan of the onderzoek as a report tells it; with a gebied only the partijen of that gebied. */
export function onderzoekPart(plan: OnderzoekBestand, { termen }: Words, gebied?: Gebied): RapportOnderzoek {
  const partijen = (plan.partijen ?? []).filter((partij) => !gebied || partij.gebieden.includes(gebied.id));
  return {
    titel: plan.titel,
    onderwerp: plan.onderwerp,
    hoofdvraag: plan.hoofdvraag,
    deelvragen: (plan.deelvragen ?? []).map(({ tekst }, index) => ({ nummer: index + 1, tekst })),
    aanleiding_soort: occasionWords(plan),
    aanleiding: plan.aanleiding.toelichting,
    doelgroep: plan.doelgroep.omschrijving,
    datum: plan.datum,
    inspecties: leadFirst(plan).map(({ naam, rol }) => ({ naam, rol: rol === 'leidend' ? 'leidende inspectie' : 'inspectie' })),
    partners: (plan.partners ?? []).map(({ naam, soort }) => ({ naam, rol: soort })),
    gebiedswoord: {
      ...areaNoun(
        plan.gebieden.map(({ soort }) => soort),
        termen,
      ),
    },
    gebieden: plan.gebieden.map(areaPart),
    partijen: partijen.map((partij) => partyPart(partij, plan)),
    ...present('toezichtlijn', plan.toezichtlijn),
  };
}

/** A gebied as a report shows it. */
export function areaPart({ id, naam, soort, reden }: Gebied): RapportGebied {
  return { id, naam, soort, reden };
}

/** The data of the document itself, of one gebied or of all of them together. */
export function documentPart(
  plan: OnderzoekBestand,
  { diepte, termen }: Pick<RapportOptions, 'diepte' | 'termen'>,
  gebied?: Gebied,
): RapportDocument {
  const namen = gebied ? [gebied.naam] : plan.gebieden.map(({ naam }) => naam);
  const saw = wordsFor(
    plan.inspecties.length,
    'Wat de inspectie zag en hoe zij dat beoordeelt',
    'Wat de inspecties zagen en hoe zij dat beoordelen',
  );
  return {
    titel: gebied ? `${plan.titel} – ${gebied.naam}` : plan.titel,
    ondertitel: subtitle(plan, { termen }, gebied),
    datum: plan.datum,
    datumtekst: dateWords(plan.datum),
    taal: 'nl',
    auteurs: leadFirst(plan).map(({ naam }) => naam),
    omschrijving: `${sentence(capital(plan.onderwerp))} ${saw} in ${listWords(namen)}.`,
    trefwoorden: ['toezicht', 'sociaal domein', ...namen],
    ...present('status', STATUS[diepte]),
  };
}

function subtitle({ gebieden }: OnderzoekBestand, { termen }: Words, gebied?: Gebied): string {
  // Whether a word of one's own takes 'de' or 'het' nobody says.
  const own = gebied && termen?.[gebied.soort]?.een;
  if (gebied) return `Rapport over ${own ?? `de ${gebied.soort}`} ${gebied.naam}`;
  const { een, meer } = areaNoun(
    gebieden.map(({ soort }) => soort),
    termen,
  );
  return `Overkoepelend rapport over ${countOf(gebieden.length, een, meer)}`;
}

function occasionWords({ aanleiding, inspecties }: OnderzoekBestand): string {
  return wordsFor(inspecties.length, ...AANLEIDINGEN[aanleiding.soort]);
}

function leadFirst({ inspecties }: OnderzoekBestand): OnderzoekBestand['inspecties'] {
  return [...inspecties.filter(({ rol }) => rol === 'leidend'), ...inspecties.filter(({ rol }) => rol !== 'leidend')];
}

function partyPart({ naam, soort, gebieden, reden }: Partij, plan: OnderzoekBestand): RapportPartij {
  const namen = plan.gebieden.filter(({ id }) => gebieden.includes(id)).map((gebied) => gebied.naam);
  return { naam, soort, gebieden: namen, reden };
}

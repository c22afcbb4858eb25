import { criteriaOf, type Kader, type KaderCriterium, type KaderThema } from '../../kader/model.ts';
import type {
  ContextKaderBestand,
  RapportDocument,
  RapportKadercriterium,
  RapportKaderthema,
  Vindplaats,
} from '../../schema/generated/types.ts';
import { sentence } from '../../source/sentence.ts';
import { capital, dateWords } from '../wording.ts';
import { anchorOf } from './criterium.ts';
import { present } from './numbering.ts';

/** The model of a whole kader. */
export type KaderModel = ContextKaderBestand;

/** Builds the document of a kader: from a framework, or the copy that an onderzoek pinned. */
export function buildKaderDocument(kader: Kader): KaderModel {
  const { bron, themas, modules, definities } = kader;
  return {
    formaat: 1,
    document: documentOf(kader),
    reflectie: bron.soort === 'reflectie',
    versie: bron.versie,
    hoofdvraag: bron.hoofdvraag,
    opsteller: bron.opsteller,
    geldig_van: bron.geldigheid.van,
    ...present('geldig_tot', bron.geldigheid.tot),
    ...present('inleiding', bron.inleiding),
    uitgangspunten: bron.uitgangspunten.map(({ titel, toelichting }) => ({ titel, toelichting })),
    themas: themas.map((thema) => themaPart(kader, thema)),
    modules: modules.map(({ bron: { titel, reden, verplicht } }) => ({ titel, reden, verplicht: verplicht === 'ja' })),
    definities: definities.map(({ term, tekst }) => ({ term, tekst })),
    grondslagen: bron.grondslagen.map(({ titel, soort, toelichting, vindplaats }) => {
      return { titel, soort: capital(soort), toelichting, vindplaats: placeWords(kader, vindplaats) };
    }),
    documenten: bron.documenten.map(({ titel, uitgever, datum, toelichting }) => ({
      titel,
      uitgever,
      ...present('datum', datum),
      ...present('toelichting', toelichting),
    })),
    redactie: (bron.redactie ?? []).map(({ plaats, tekst }) => ({ plaats, tekst })),
  };
}

const STATUS = {
  concept: { status: 'Concept; nog niet vastgesteld', watermerk: 'CONCEPT' },
  consultatie: { status: 'Ligt voor ter consultatie; nog niet vastgesteld', watermerk: 'CONCEPT' },
  vastgesteld: {},
  vervallen: { status: 'Vervallen; alleen nog voor eerdere onderzoeken', watermerk: 'VERVALLEN' },
} as const;

function documentOf({ bron }: Kader): RapportDocument {
  return {
    titel: bron.titel,
    ondertitel: `Versie ${bron.versie}`,
    datum: bron.geldigheid.van,
    datumtekst: dateWords(bron.geldigheid.van),
    taal: 'nl',
    auteurs: [bron.opsteller],
    omschrijving: bron.hoofdvraag,
    trefwoorden: ['toezicht', 'sociaal domein', bron.soort === 'reflectie' ? 'reflectiekader' : 'toezichtkader'],
    ...STATUS[bron.status],
  };
}

function themaPart(kader: Kader, thema: KaderThema): RapportKaderthema {
  const around = kader.themas.find(({ ref }) => ref === thema.binnen);
  return {
    nummer: thema.nummer,
    titel: thema.bron.titel,
    criteria: criteriaOf(kader, thema).map((criterium) => criteriumPart(kader, criterium)),
    ...present('toelichting', paragraphs(thema.bron.toelichting)),
    ...present('binnen', around?.bron.titel),
  };
}

function criteriumPart(kader: Kader, { ref, nummer, bron, indicatoren }: KaderCriterium): RapportKadercriterium {
  const whole = kader.criteria.find((other) => other.bron.id === bron.onderdeel_van);
  return {
    nummer,
    titel: bron.titel,
    anker: anchorOf(ref),
    norm: bron.tekst,
    toelichting: paragraphs(bron.toelichting) ?? '',
    vindplaats: sentence(placeWords(kader, bron.vindplaats)),
    indicatoren: indicatoren.map((indicator) => ({
      nummer: indicator.nummer,
      tekst: indicator.bron.tekst,
      aandachtspunten: indicator.aandachtspunten.map((punt) => punt.bron.tekst),
      ...present('toelichting', indicator.bron.toelichting),
    })),
    duiding: (bron.duiding ?? []).map(({ grondslag, tekst, auteur, status }) => ({
      grondslag: kader.bron.grondslagen.find(({ id }) => id === grondslag)?.titel ?? grondslag,
      tekst,
      auteur,
      status,
    })),
    redactie: (bron.redactie ?? []).map(({ tekst }) => tekst),
    ...present('onderdeel_van', bron.onderdeel_van && (whole?.bron.titel ?? bron.onderdeel_van)),
  };
}

/** In folded YAML an empty line becomes one line end: each is a paragraph. */
function paragraphs(text: string | undefined): string | undefined {
  return text?.trim().replace(/\n+/g, '\n\n');
}

function placeWords({ bron }: Kader, { document, plaats }: Vindplaats): string {
  const titel = bron.documenten.find(({ id }) => id === document)?.titel;
  return [titel, plaats].filter(Boolean).join(', ');
}

import { criteriaOf, type Kader, type KaderCriterium, type KaderIndicator, type KaderItem } from './model.ts';

/** A whole kader as data: `{id, versie, themas: [{id, titel, criteria: [{id, tekst, toelichting, indicatoren}]}], definities}`. */
export function kaderJson(kader: Kader): Record<string, unknown> {
  const themas = kader.themas.map((thema) => ({
    id: thema.bron.id,
    titel: thema.bron.titel,
    criteria: criteriaOf(kader, thema).map(criteriumJson),
  }));
  const { titel, soort, status, hoofdvraag, grondslagen } = kader.bron;
  return {
    id: kader.id,
    versie: kader.bron.versie,
    titel,
    soort,
    status,
    hoofdvraag,
    grondslagen,
    themas,
    definities: kader.definities,
  };
}

/** A thema, criterium, indicator or aandachtspunt as data, with its reference and number. */
export function itemJson(item: KaderItem): Record<string, unknown> {
  const { ref, nummer } = item;
  if (item.soort === 'criterium') return { ref, nummer, ...criteriumJson(item) };
  if (item.soort === 'indicator') return { ref, nummer, ...indicatorJson(item) };
  return { ref, nummer, ...item.bron };
}

function criteriumJson({ bron, indicatoren }: KaderCriterium): Record<string, unknown> {
  const { id, titel, tekst, toelichting, vindplaats, kenmerken, duiding = [], redactie = [] } = bron;
  return { id, titel, tekst, toelichting, vindplaats, kenmerken, duiding, redactie, indicatoren: indicatoren.map(indicatorJson) };
}

function indicatorJson({ bron, aandachtspunten }: KaderIndicator): Record<string, unknown> {
  const { id, tekst, kort, toelichting, vindplaats, kenmerken, redactie = [] } = bron;
  return {
    id,
    tekst,
    kort,
    toelichting,
    vindplaats,
    kenmerken,
    redactie,
    aandachtspunten: aandachtspunten.map((punt) => ({ id: punt.bron.id, tekst: punt.bron.tekst })),
  };
}

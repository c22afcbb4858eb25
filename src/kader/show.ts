import type { Kader, KaderCriterium, KaderIndicator, KaderItem, KaderModule, KaderThema } from './model.ts';

/** What a command shows of an item: as text and as data. */
export interface Shown {
  stdout: string;
  data: Record<string, unknown>;
}

/** One kader in a list: title, version and modules. */
export function listText(kader: Kader): string {
  const { titel, soort, versie, status } = kader.bron;
  const head = `${kader.id}  ${titel}\n  ${soort === 'reflectie' ? 'reflectiekader (over het toezicht zelf)' : 'toezichtkader'}, versie ${versie}, ${status}; ${kader.criteria.length} criteria\n`;
  return (
    head +
    kader.modules
      .map(({ bron }) => `  module ${bron.id}${bron.verplicht === 'ja' ? ' (verplicht)' : ''}: ${bron.titel}\n`)
      .join('')
  );
}

/** A whole kader as an outline. */
export function describeKader(kader: Kader): string {
  const lines = kader.themas.flatMap((thema) => [
    `\n${thema.nummer} ${thema.bron.titel}  [${thema.ref}]`,
    ...criteriaOf(kader, thema).flatMap(outline),
  ]);
  return `${kader.bron.titel} (versie ${kader.bron.versie})\n${kader.bron.hoofdvraag}\n${lines.join('\n')}\n`;
}

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

/** A thema, criterium, indicator or aandachtspunt as text and as data. */
export function describeItem(item: KaderItem): Shown {
  const titel = 'titel' in item.bron ? item.bron.titel : item.bron.tekst;
  const head = `${item.soort} ${item.nummer}  ${titel}\n[${item.ref}]\n`;
  if (item.soort === 'criterium')
    return { stdout: head + criteriumText(item), data: { ref: item.ref, nummer: item.nummer, ...criteriumJson(item) } };
  if (item.soort === 'indicator')
    return { stdout: head + indicatorText(item), data: { ref: item.ref, nummer: item.nummer, ...indicatorJson(item) } };
  const text = item.soort === 'thema' && item.bron.toelichting ? `\n${item.bron.toelichting}\n` : '';
  return { stdout: head + text, data: { ref: item.ref, nummer: item.nummer, ...item.bron } };
}

/** A module as text and as data. */
export function describeModule(module: KaderModule): Shown {
  const { titel, reden, keuze } = module.bron;
  return {
    stdout: `module ${titel}\n[${module.ref}]\n\n${reden}\n\n${keuze.map((ref) => `  ${ref}\n`).join('')}`,
    data: { ref: module.ref, ...module.bron },
  };
}

function criteriaOf(kader: Kader, thema: KaderThema): KaderCriterium[] {
  return kader.criteria.filter((criterium) => criterium.thema === thema);
}

function outline(criterium: KaderCriterium): string[] {
  return [
    `  ${criterium.nummer} ${criterium.bron.tekst}  [${criterium.ref}]`,
    ...criterium.indicatoren.map((i) => `    ${i.nummer} ${i.bron.tekst}  [${i.ref}]`),
  ];
}

function criteriumText({ bron, indicatoren }: KaderCriterium): string {
  const signs = indicatoren.flatMap((i) => [
    `  ${i.nummer} ${i.bron.tekst}`,
    ...i.aandachtspunten.map((punt) => `        – ${punt.bron.tekst}`),
  ]);
  const notes = (bron.redactie ?? []).map(({ tekst }) => `  ${tekst}\n`);
  return `\nWanneer is het goed?\n  ${bron.tekst}\n\nWaaraan kun je dat zien?\n${signs.join('\n')}\n\nWaarom is dit belangrijk?\n  ${bron.toelichting.replaceAll('\n', '\n  ')}\n\nVindplaats: ${bron.vindplaats.plaats} (${bron.vindplaats.document})\n${notes.length > 0 ? `Redactie:\n${notes.join('')}` : ''}`;
}

function indicatorText(item: KaderIndicator): string {
  return `${item.aandachtspunten.map((punt) => `  – ${punt.bron.tekst}\n`).join('')}\nBij criterium ${item.criterium}\n`;
}

function criteriumJson({ bron, indicatoren }: KaderCriterium): Record<string, unknown> {
  const { id, titel, tekst, toelichting, vindplaats, kenmerken, duiding = [], redactie = [] } = bron;
  return { id, titel, tekst, toelichting, vindplaats, kenmerken, duiding, redactie, indicatoren: indicatoren.map(indicatorJson) };
}

function indicatorJson({ bron, aandachtspunten }: KaderIndicator): Record<string, unknown> {
  const { id, tekst, kort, vindplaats, redactie = [] } = bron;
  return {
    id,
    tekst,
    kort,
    vindplaats,
    redactie,
    aandachtspunten: aandachtspunten.map((punt) => ({ id: punt.bron.id, tekst: punt.bron.tekst })),
  };
}

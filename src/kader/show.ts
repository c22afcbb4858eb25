import type { Kenmerken } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import {
  criteriaOf,
  type Kader,
  type KaderCriterium,
  type KaderIndicator,
  type KaderItem,
  type KaderModule,
  type KaderThema,
} from './model.ts';
import { columns, section, wrap } from './show-lines.ts';

/** One kader in a list: title, version and modules. */
export function listText({ id, bron, criteria, modules }: Kader): string {
  const soort = bron.soort === 'reflectie' ? 'reflectiekader (over het toezicht zelf)' : 'toezichtkader';
  const lines = [
    `${id}  ${bron.titel}`,
    `  ${soort}, versie ${bron.versie}, ${bron.status}; ${countOf(criteria.length, 'criterium', 'criteria')}`,
    ...modules.map(
      ({ bron: module }) => `  module ${module.id}${module.verplicht === 'ja' ? ' (verplicht)' : ''}: ${module.titel}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** A whole kader as an outline. */
export function kaderText(kader: Kader): string {
  const themas = kader.themas.flatMap((thema) => [
    '',
    `${thema.nummer} ${thema.bron.titel}  [${thema.ref}]`,
    ...criteriaOf(kader, thema).flatMap(outline),
  ]);
  return `${[`${kader.bron.titel} (versie ${kader.bron.versie})`, ...wrap(kader.bron.hoofdvraag), ...themas].join('\n')}\n`;
}

function outline({ nummer, bron, ref, indicatoren }: KaderCriterium): string[] {
  return [
    `  ${nummer} ${bron.tekst}  [${ref}]`,
    ...indicatoren.map((indicator) => `    ${indicator.nummer} ${indicator.bron.tekst}  [${indicator.ref}]`),
  ];
}

/** A thema, criterium, indicator or aandachtspunt on one screen: its text, and all that is recorded with it. */
export function itemText(kader: Kader, item: KaderItem): string {
  const full = 'titel' in item.bron ? item.bron.titel : item.bron.tekst;
  const head = [...wrap(`${item.soort} ${item.nummer}  ${full}`), `[${item.ref}]`];
  return `${[...head, ...bodyOf(kader, item)].join('\n')}\n`;
}

function bodyOf(kader: Kader, item: KaderItem): string[] {
  if (item.soort === 'thema') return themaBody(kader, item);
  if (item.soort === 'criterium') return criteriumBody(kader, item);
  if (item.soort === 'indicator') return indicatorBody(kader, item);
  const indicator = kader.items.get(item.ref.slice(0, item.ref.lastIndexOf('/')));
  return [...(indicator ? [`bij indicator ${indicator.nummer} ${titleOf(indicator)}`] : []), ...remarks(item.bron.redactie)];
}

/** The shortest text that says what an item is about. */
function titleOf({ bron }: KaderItem): string {
  if ('titel' in bron) return bron.titel;
  return 'kort' in bron ? bron.kort : bron.tekst;
}

function themaBody(kader: Kader, thema: KaderThema): string[] {
  const inside = kader.themas.filter(({ binnen }) => binnen === thema.ref);
  return [
    ...(thema.bron.toelichting ? ['', ...wrap(thema.bron.toelichting)] : []),
    ...section("Thema's", columns(inside.map(({ nummer, bron, ref }) => [nummer, `${bron.titel}  [${ref}]`]))),
    ...section('Criteria', columns(criteriaOf(kader, thema).map(({ nummer, bron, ref }) => [nummer, `${bron.titel}  [${ref}]`]))),
  ];
}

function criteriumBody(kader: Kader, { bron, thema, indicatoren }: KaderCriterium): string[] {
  const own = indicatoren.flatMap(({ nummer, bron: { kenmerken } }) => kenmerkenOf(kenmerken, ` (bij ${nummer})`));
  return [
    `thema ${thema.nummer} ${thema.bron.titel}, in ${kader.id} versie ${kader.bron.versie}`,
    ...(bron.onderdeel_van ? [`onderdeel van ${bron.onderdeel_van}`] : []),
    ...section('Wanneer is het goed?', wrap(bron.tekst, 2)),
    ...section('Waaraan kun je dat zien?', columns(indicatoren.flatMap(signs))),
    ...section('Waarom is dit belangrijk?', wrap(bron.toelichting, 2)),
    ...section('Kenmerken', columns([...kenmerkenOf(bron.kenmerken), ...own])),
    ...section('Duiding (hoe iemand dit leest; geen norm)', duidingen(kader, bron.duiding)),
    ...section('Vindplaats', found(kader, bron.vindplaats)),
    ...remarks(bron.redactie),
  ];
}

function signs({ nummer, bron, aandachtspunten }: KaderIndicator): [string, string][] {
  return [[nummer, bron.tekst], ...aandachtspunten.map((punt): [string, string] => ['', `– ${punt.bron.tekst}`])];
}

function indicatorBody(kader: Kader, { bron, criterium, aandachtspunten }: KaderIndicator): string[] {
  const above = kader.criteria.find(({ ref }) => ref === criterium);
  const shared = above ? kenmerkenOf(above.bron.kenmerken, ' (van het criterium)') : [];
  return [
    ...(above ? wrap(`bij criterium ${above.nummer} ${above.bron.titel}  [${criterium}]`) : []),
    ...section('Aandachtspunten', columns(aandachtspunten.map((punt) => ['–', punt.bron.tekst]))),
    ...section('Kort, voor in formulieren', wrap(bron.kort, 2)),
    ...section('Toelichting', bron.toelichting ? wrap(bron.toelichting, 2) : []),
    ...section('Kenmerken', columns([...kenmerkenOf(bron.kenmerken), ...shared])),
    ...section('Vindplaats', found(kader, bron.vindplaats ?? above?.bron.vindplaats)),
    ...remarks(bron.redactie),
  ];
}

function kenmerkenOf(kenmerken: Kenmerken = {}, where = ''): [string, string][] {
  return Object.entries(kenmerken).map(([name, values]: [string, string[]]) => [name, values.join(', ') + where]);
}

function duidingen(kader: Kader, list: KaderCriterium['bron']['duiding'] = []): string[] {
  return list.flatMap(({ grondslag, tekst, auteur, status }) => {
    const titel = kader.bron.grondslagen.find(({ id }) => id === grondslag)?.titel ?? grondslag;
    return [...wrap(`${titel} (${auteur}; ${status})`, 2), ...wrap(tekst, 4)];
  });
}

function found(kader: Kader, at: KaderCriterium['bron']['vindplaats'] | undefined): string[] {
  if (!at) return [];
  const titel = kader.bron.documenten.find(({ id }) => id === at.document)?.titel;
  return wrap(`${at.plaats}, in ${titel ? `${titel} (${at.document})` : at.document}`, 2);
}

function remarks(list: { tekst: string }[] = []): string[] {
  return section('Redactie', columns(list.map(({ tekst }) => ['–', tekst])));
}

/** A module on one screen: its reason, and what it chooses with number and title. */
export function moduleText(kader: Kader, { ref, bron }: KaderModule): string {
  const chosen = bron.keuze.map((part): [string, string] => {
    const item = kader.items.get(`${kader.id}/${part}`);
    return [item?.nummer ?? '?', `${item ? titleOf(item) : ''}  [${part}]`.trimStart()];
  });
  const head = [`module ${bron.titel}${bron.verplicht === 'ja' ? ' (verplicht)' : ''}`, `[${ref}]`];
  return `${[...head, ...section('Waarom', wrap(bron.reden, 2)), ...section('Kiest', columns(chosen))].join('\n')}\n`;
}

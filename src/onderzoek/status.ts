import { resolveReference } from '../kader/reference.ts';
import type { Oordeel } from '../schema/generated/types.ts';
import type { Dossier } from './dossier.ts';
import { type ToetsCriterium, toetsCriteria } from './toetsing.ts';

/** One step of an onderzoek: where it stands, and the command that takes it further. */
export interface Stap {
  stap: string;
  stand: 'klaar' | 'bezig' | 'nog niet';
  telling: string;
  opdracht?: string;
}

/** What cannot be seen in the dossier itself: the name by which a user calls the onderzoek, and the reports that lie there. */
export interface Omgeving {
  naam: string;
  rapporten: number;
}

/** The steps of an onderzoek in order, with counts. */
export function describeStatus(dossier: Dossier, { naam, rapporten }: Omgeving): Stap[] {
  const criteria = dossier.toetsingskader ? toetsCriteria(dossier.toetsingskader.value, dossier.kaders) : [];
  return [
    plan(dossier),
    toetsingskader(dossier, criteria, naam),
    toespitsing(dossier, criteria, naam),
    instrumenten(dossier, naam),
    waarnemingen(dossier, criteria, naam),
    bevindingen(dossier, naam),
    oordelen(dossier, criteria, naam),
    verbeterpunten(dossier, naam),
    rapport(rapporten, naam),
  ];
}

/** The first step that is not done, to work on next. */
export function nextStep(stappen: readonly Stap[]): Stap | undefined {
  return stappen.find(({ stand, opdracht }) => stand !== 'klaar' && opdracht !== undefined);
}

function plan({ onderzoek }: Dossier): Stap {
  const { deelvragen = [], gebieden, partijen = [] } = onderzoek.value;
  const telling = [
    count(gebieden.length, 'gebied', 'gebieden'),
    count(partijen.length, 'partij', 'partijen'),
    count(deelvragen.length, 'deelvraag', 'deelvragen'),
  ];
  return { stap: 'plan', stand: 'klaar', telling: telling.join(', ') };
}

function toetsingskader({ toetsingskader: bestand }: Dossier, criteria: readonly ToetsCriterium[], naam: string): Stap {
  const opdracht = `tsd kader select ${naam} --format xlsx --out keuzelijst.xlsx`;
  if (!bestand) return { stap: 'toetsingskader', stand: 'nog niet', telling: 'nog niets gekozen', opdracht };
  const { status, versie } = bestand.value;
  const indicatoren = criteria.reduce((sum, criterium) => sum + criterium.indicatoren.length, 0);
  const telling = `${count(criteria.length, 'criterium', 'criteria')}, ${count(indicatoren, 'indicator', 'indicatoren')}; ${status}, versie ${versie}`;
  return { stap: 'toetsingskader', stand: 'klaar', telling };
}

function toespitsing({ toetsingskader: bestand }: Dossier, criteria: readonly ToetsCriterium[], naam: string): Stap {
  const items = criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  const done = items.filter(({ toespitsing: tekst, nietVanToepassing }) => tekst || nietVanToepassing);
  const opdracht = `tsd kader concretise ${naam} --format xlsx --out matrix.xlsx`;
  const fixed = bestand?.value.status === 'vastgesteld';
  const telling = `${done.length} van ${items.length} criteria en indicatoren toegespitst${fixed ? '; vastgesteld' : ''}`;
  if (fixed) return { stap: 'toespitsing', stand: 'klaar', telling };
  if (done.length === 0) return { stap: 'toespitsing', stand: 'nog niet', telling, ...(bestand ? { opdracht } : {}) };
  const fix = `tsd kader concretise ${naam} --vaststellen`;
  return { stap: 'toespitsing', stand: 'bezig', telling, opdracht: done.length < items.length / 2 ? opdracht : fix };
}

function instrumenten({ instrumenten: bestand, toetsingskader: kader }: Dossier, naam: string): Stap {
  if (!bestand?.value.items.length) {
    const opdracht = kader ? { opdracht: `tsd kader concretise ${naam} --format xlsx --out matrix.xlsx` } : {};
    return { stap: 'instrumenten', stand: 'nog niet', telling: 'nog geen items', ...opdracht };
  }
  const { instrumenten: list, items, respondenttypen } = bestand.value;
  const telling = `${count(list.length, 'instrument', 'instrumenten')}, ${count(items.length, 'item', 'items')}, ${count(respondenttypen.length, 'respondenttype', 'respondenttypen')}`;
  return { stap: 'instrumenten', stand: 'klaar', telling };
}

function waarnemingen({ waarnemingen: list, bronnen }: Dossier, criteria: readonly ToetsCriterium[], naam: string): Stap {
  const indicatoren = criteria.flatMap((criterium) =>
    criterium.indicatoren.filter(({ nietVanToepassing }) => !nietVanToepassing),
  );
  const seen = new Set(list.flatMap((waarneming) => waarneming.indicatoren));
  const blank = indicatoren.filter(({ ref }) => !seen.has(ref)).length;
  const uncoded = list.filter((waarneming) => waarneming.indicatoren.length === 0).length;
  if (list.length === 0)
    return {
      stap: 'waarnemingen',
      stand: 'nog niet',
      telling: 'nog geen waarnemingen',
      opdracht: `tsd waarnemingen form ${naam} --format xlsx --out formulier.xlsx`,
    };
  const parts = [
    `${count(list.length, 'waarneming', 'waarnemingen')} uit ${count(bronnen.length, 'bron', 'bronnen')}`,
    ...(uncoded > 0 ? [`${uncoded} nog zonder indicator`] : []),
    ...(blank > 0 ? [`${count(blank, 'indicator', 'indicatoren')} zonder waarneming`] : []),
  ];
  const opdracht = `tsd waarnemingen ingest ${naam} <bestanden>`;
  return { stap: 'waarnemingen', stand: 'klaar', telling: parts.join('; '), opdracht };
}

function bevindingen({ bevindingen: bestanden, onderzoek }: Dossier, naam: string): Stap {
  const total = bestanden.reduce((sum, { value }) => sum + value.bevindingen.length, 0);
  const opdracht = `tsd bevindingen draft ${naam}`;
  if (total === 0) return { stap: 'bevindingen', stand: 'nog niet', telling: 'nog geen bevindingen', opdracht };
  const done = new Set(bestanden.filter(({ value }) => value.bevindingen.length > 0).map(({ value }) => value.gebied)).size;
  const places = onderzoek.value.gebieden.length;
  const telling = `${count(total, 'bevinding', 'bevindingen')} over ${done} van ${count(places, 'gebied', 'gebieden')}`;
  return { stap: 'bevindingen', stand: done < places ? 'bezig' : 'klaar', telling, opdracht };
}

function oordelen(
  { oordelen: bestanden, overkoepelend, onderzoek }: Dossier,
  criteria: readonly ToetsCriterium[],
  naam: string,
): Stap {
  const gebieden = onderzoek.value.gebieden.map(({ id }) => id);
  const asked = criteria.filter(({ nietVanToepassing }) => !nietVanToepassing);
  const wholeRef = referenceReader(criteria);
  const finished = ({ tekst, niet_beoordeeld: nee }: Oordeel) => tekst !== undefined || nee !== undefined;
  const own = bestanden.filter(({ value }) => gebieden.includes(value.gebied));
  const done = own.flatMap(({ value }) => {
    const judged = new Set(value.oordelen.filter(finished).map(({ criterium = '' }) => wholeRef(criterium)));
    return asked.filter(({ ref }) => judged.has(ref));
  }).length;
  const conclusies = own.filter(({ value }) => value.conclusie !== undefined).length;
  const wanted = gebieden.length * asked.length;
  const opdracht = `tsd oordeel draft ${naam}`;
  if (done === 0) return { stap: 'oordelen', stand: 'nog niet', telling: 'nog geen oordelen', opdracht };
  const whole = overkoepelend?.value.conclusie !== undefined;
  const telling = `${done} van ${wanted} oordelen, ${conclusies} van ${count(gebieden.length, 'conclusie', 'conclusies')}; overkoepelend ${whole ? 'geschreven' : 'nog niet'}`;
  const complete = done === wanted && conclusies === gebieden.length && whole;
  return { stap: 'oordelen', stand: complete ? 'klaar' : 'bezig', telling, opdracht };
}

/** Reads a reference as the chain of evidence does: any end of it that fits one thema, criterium or indicator only. */
function referenceReader(criteria: readonly ToetsCriterium[]): (written: string) => string | undefined {
  const items = criteria.flatMap(({ ref, thema, indicatoren }) => [thema.ref, ref, ...indicatoren.map((item) => item.ref)]);
  const known = [...new Set(items)].map((ref) => ({ ref }));
  return (written) => resolveReference(written, known).found?.ref;
}

function verbeterpunten({ verbeterpunten: bestand }: Dossier, naam: string): Stap {
  const total = bestand?.value.verbeterpunten.length ?? 0;
  if (total === 0)
    return {
      stap: 'verbeterpunten',
      stand: 'nog niet',
      telling: 'nog geen verbeterpunten',
      opdracht: `tsd oordeel draft ${naam}`,
    };
  return { stap: 'verbeterpunten', stand: 'klaar', telling: count(total, 'verbeterpunt', 'verbeterpunten') };
}

function rapport(rapporten: number, naam: string): Stap {
  const opdracht = `tsd report ${naam}`;
  if (rapporten === 0) return { stap: 'rapport', stand: 'nog niet', telling: 'nog geen rapport', opdracht };
  return { stap: 'rapport', stand: 'klaar', telling: count(rapporten, 'bestand in rapport/', 'bestanden in rapport/'), opdracht };
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

import { countOf } from '../source/count.ts';
import type { Dossier } from './dossier.ts';
import type { Stap } from './status-step.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** What is investigated, where and with whom; an onderzoek begins with it. */
export function plan({ onderzoek }: Dossier): Stap {
  const { deelvragen = [], gebieden, partijen = [] } = onderzoek.value;
  const telling = [
    countOf(gebieden.length, 'gebied', 'gebieden'),
    countOf(partijen.length, 'partij', 'partijen'),
    countOf(deelvragen.length, 'deelvraag', 'deelvragen'),
  ];
  return { stap: 'plan', stand: 'klaar', telling: telling.join(', ') };
}

/** Which criteria and indicatoren were chosen. */
export function toetsingskader({ toetsingskader: bestand }: Dossier, criteria: readonly ToetsCriterium[], naam: string): Stap {
  const opdracht = `tsd kader select ${naam} --format xlsx --out keuzelijst.xlsx`;
  if (!bestand) return { stap: 'toetsingskader', stand: 'nog niet', telling: 'nog niets gekozen', opdracht };
  const { status, versie } = bestand.value;
  const indicatoren = criteria.reduce((sum, criterium) => sum + criterium.indicatoren.length, 0);
  const chosen = [countOf(criteria.length, 'criterium', 'criteria'), countOf(indicatoren, 'indicator', 'indicatoren')];
  return { stap: 'toetsingskader', stand: 'klaar', telling: `${chosen.join(', ')}; ${status}, versie ${versie}` };
}

/** How much of it was sharpened for the subject, and whether it was fixed. */
export function toespitsing({ toetsingskader: bestand }: Dossier, criteria: readonly ToetsCriterium[], naam: string): Stap {
  if (!bestand) return { stap: 'toespitsing', stand: 'nog niet', telling: 'nog niets toegespitst' };
  const items = criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  const done = items.filter(({ toespitsing: tekst, nietVanToepassing }) => tekst || nietVanToepassing);
  const opdracht = matrix(naam);
  const fixed = bestand.value.status === 'vastgesteld';
  const telling = `${done.length} van ${items.length} criteria en indicatoren toegespitst${fixed ? '; vastgesteld' : ''}`;
  if (fixed) return { stap: 'toespitsing', stand: 'klaar', telling };
  if (done.length === 0) return { stap: 'toespitsing', stand: 'nog niet', telling, opdracht };
  const fix = `tsd kader concretise ${naam} --vaststellen`;
  return { stap: 'toespitsing', stand: 'bezig', telling, opdracht: done.length < items.length / 2 ? opdracht : fix };
}

/** What is asked, of whom and how. */
export function instrumenten({ instrumenten: bestand, toetsingskader: kader }: Dossier, naam: string): Stap {
  if (!bestand?.value.items.length) {
    const opdracht = kader ? { opdracht: matrix(naam) } : {};
    return { stap: 'instrumenten', stand: 'nog niet', telling: 'nog geen items', ...opdracht };
  }
  const { instrumenten: list, items, respondenttypen } = bestand.value;
  const telling = [
    countOf(list.length, 'instrument', 'instrumenten'),
    countOf(items.length, 'item', 'items'),
    countOf(respondenttypen.length, 'respondenttype', 'respondenttypen'),
  ];
  return { stap: 'instrumenten', stand: 'klaar', telling: telling.join(', ') };
}

/** What was recorded in the field, what of it is not coded yet, and about what nothing was seen. */
export function waarnemingen(dossier: Dossier, criteria: readonly ToetsCriterium[], naam: string): Stap {
  const { waarnemingen: list, bronnen, vernietiging } = dossier;
  if (vernietiging) {
    const { datum, telling } = vernietiging.value;
    const gone = `${countOf(telling.waarnemingen, 'waarneming', 'waarnemingen')} uit ${countOf(telling.bronnen, 'bron', 'bronnen')}`;
    return { stap: 'waarnemingen', stand: 'klaar', telling: `werkdossier vernietigd op ${datum}: ${gone}` };
  }
  if (list.length === 0) {
    const opdracht = `tsd waarnemingen form ${naam} --format xlsx --out formulier.xlsx`;
    return { stap: 'waarnemingen', stand: 'nog niet', telling: 'nog geen waarnemingen', opdracht };
  }
  const asked = criteria.flatMap(({ indicatoren }) => indicatoren.filter(({ nietVanToepassing }) => !nietVanToepassing));
  const seen = new Set(list.flatMap(({ indicatoren }) => indicatoren));
  const blank = asked.filter(({ ref }) => !seen.has(ref)).length;
  const uncoded = list.filter(({ indicatoren }) => indicatoren.length === 0).length;
  const telling = [
    `${countOf(list.length, 'waarneming', 'waarnemingen')} uit ${countOf(bronnen.length, 'bron', 'bronnen')}`,
    ...(uncoded > 0 ? [`${uncoded} nog zonder indicator`] : []),
    ...(blank > 0 ? [`${countOf(blank, 'indicator', 'indicatoren')} zonder waarneming`] : []),
  ];
  const opdracht = `tsd waarnemingen ingest ${naam} <bestanden>`;
  return { stap: 'waarnemingen', stand: 'klaar', telling: telling.join('; '), opdracht };
}

function matrix(naam: string): string {
  return `tsd kader concretise ${naam} --format xlsx --out matrix.xlsx`;
}

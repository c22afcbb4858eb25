import type { InstrumentenBestand } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { unaskedIndicatoren } from './check-instrumenten.ts';
import { type Dossier, speakingBronnen } from './dossier.ts';
import { openVerslagen } from './open-verslagen.ts';
import type { Omgeving, Stap } from './status-step.ts';
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
export function toetsingskader(
  { toetsingskader: bestand }: Dossier,
  criteria: readonly ToetsCriterium[],
  { naam, keuzelijst }: Omgeving,
): Stap {
  const opdracht = `tsd kader select ${naam} ${keuzelijst}`;
  if (!bestand) return { stap: 'toetsingskader', stand: 'nog niet', telling: 'nog niets gekozen', opdracht };
  const { status, versie } = bestand.value;
  const indicatoren = criteria.reduce((sum, criterium) => sum + criterium.indicatoren.length, 0);
  const chosen = [countOf(criteria.length, 'criterium', 'criteria'), countOf(indicatoren, 'indicator', 'indicatoren')];
  return { stap: 'toetsingskader', stand: 'klaar', telling: `${chosen.join(', ')}; ${status}, versie ${versie}` };
}

/** How much of it was sharpened for the subject, and whether it was fixed. */
export function toespitsing(
  { toetsingskader: bestand, instrumenten: vragen }: Dossier,
  criteria: readonly ToetsCriterium[],
  omgeving: Omgeving,
): Stap {
  if (!bestand) return { stap: 'toespitsing', stand: 'nog niet', telling: 'nog niets toegespitst' };
  const items = criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  const done = items.filter(({ toespitsing: tekst, nietVanToepassing }) => tekst || nietVanToepassing);
  const fixed = bestand.value.status === 'vastgesteld';
  const telling = `${done.length} van ${items.length} criteria en indicatoren toegespitst${fixed ? '; vastgesteld' : ''}`;
  if (fixed) return { stap: 'toespitsing', stand: 'klaar', telling };
  // What nobody is asked about is not ready to be fixed; the same matrix asks for it.
  const opdracht = isReady(vragen?.value, criteria) ? `tsd kader concretise ${omgeving.naam} --vaststellen` : matrix(omgeving);
  const begun = done.length > 0 || Boolean(vragen?.value.items.length);
  return { stap: 'toespitsing', stand: begun ? 'bezig' : 'nog niet', telling, opdracht };
}

/** Whether there is something to ask, and somebody is asked about every indicator. */
function isReady(instrumenten: InstrumentenBestand | undefined, criteria: readonly ToetsCriterium[]): boolean {
  return Boolean(instrumenten?.items.length) && unaskedIndicatoren(instrumenten, criteria).length === 0;
}

/** What is asked, of whom and how. */
export function instrumenten(
  { instrumenten: bestand, toetsingskader: kader }: Dossier,
  criteria: readonly ToetsCriterium[],
  omgeving: Omgeving,
): Stap {
  if (!bestand?.value.items.length) {
    const opdracht = kader ? { opdracht: matrix(omgeving) } : {};
    return { stap: 'instrumenten', stand: 'nog niet', telling: 'nog geen items', ...opdracht };
  }
  const { instrumenten: list, items, respondenttypen } = bestand.value;
  const telling = [
    countOf(list.length, 'instrument', 'instrumenten'),
    countOf(items.length, 'item', 'items'),
    countOf(respondenttypen.length, 'respondenttype', 'respondenttypen'),
  ].join(', ');
  const unasked = unaskedIndicatoren(bestand.value, criteria).length;
  // With the toetsingskader fixed the team has decided that it is enough.
  if (unasked === 0 || kader?.value.status === 'vastgesteld') return { stap: 'instrumenten', stand: 'klaar', telling };
  const open = `${telling}; naar ${countOf(unasked, 'indicator', 'indicatoren')} wordt nog niemand gevraagd`;
  return { stap: 'instrumenten', stand: 'bezig', telling: open, opdracht: matrix(omgeving) };
}

/** What was recorded in the field, what of it is not coded yet, and about what nothing was seen. */
export function waarnemingen(dossier: Dossier, criteria: readonly ToetsCriterium[], omgeving: Omgeving): Stap {
  const { waarnemingen: list, bronnen, vernietiging } = dossier;
  if (vernietiging) {
    const { datum, telling } = vernietiging.value;
    const gone = `${countOf(telling.waarnemingen, 'waarneming', 'waarnemingen')} uit ${countOf(telling.bronnen, 'bron', 'bronnen')}`;
    return { stap: 'waarnemingen', stand: 'klaar', telling: `werkdossier vernietigd op ${datum}: ${gone}` };
  }
  if (omgeving.elders)
    return { stap: 'waarnemingen', stand: 'klaar', telling: 'het werkdossier met de waarnemingen ligt niet op deze plaats' };
  if (list.length === 0)
    return { stap: 'waarnemingen', stand: 'nog niet', telling: 'nog geen waarnemingen', opdracht: firstForm(omgeving) };
  const asked = criteria.flatMap(({ indicatoren }) => indicatoren.filter(({ nietVanToepassing }) => !nietVanToepassing));
  const living = list.filter(({ ingetrokken }) => !ingetrokken);
  const seen = new Set(living.flatMap(({ indicatoren }) => indicatoren));
  const blank = asked.filter(({ ref }) => !seen.has(ref)).length;
  const uncoded = living.filter(({ indicatoren }) => indicatoren.length === 0).length;
  const open = openVerslagen(bronnen).length;
  const telling = [
    `${countOf(living.length, 'waarneming', 'waarnemingen')} uit ${countOf(speakingBronnen(dossier).length, 'bron', 'bronnen')}`,
    ...(living.length < list.length ? [`${list.length - living.length} ingetrokken`] : []),
    ...(uncoded > 0 ? [`${uncoded} nog zonder indicator`] : []),
    ...(blank > 0 ? [`${countOf(blank, 'indicator', 'indicatoren')} zonder waarneming`] : []),
    ...(open > 0 ? [`${countOf(open, 'verslag', 'verslagen')} nog niet akkoord`] : []),
  ];
  const opdracht = `tsd waarnemingen ingest ${omgeving.naam} <bestanden>`;
  return { stap: 'waarnemingen', stand: 'klaar', telling: telling.join('; '), opdracht };
}

function matrix({ naam, matrix: flags }: Omgeving): string {
  return `tsd kader concretise ${naam} ${flags}`;
}

/** A form is filled in where git does not see it, and each team has its own. */
export function firstForm({ naam, formulier, formulieren }: Pick<Omgeving, 'naam' | 'formulier' | 'formulieren'>): string {
  if (formulieren !== undefined) return `tsd waarnemingen ingest ${naam} ${formulieren}`;
  return `tsd waarnemingen form ${naam} --levering team-1 --out ${formulier}`;
}

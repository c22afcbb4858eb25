import { someOf } from '../diagnostics/some-of.ts';
import { resolveReference } from '../kader/reference.ts';
import type { Oordeel } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { type Dossier, livingBevindingen } from './dossier.ts';
import type { Omgeving, Stap } from './status-step.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** The sentences that the team stands for, and in how many gebieden there are any. */
export function bevindingen({ bevindingen: bestanden, onderzoek }: Dossier, omgeving: Omgeving): Stap {
  const total = bestanden.reduce((sum, { value }) => sum + livingBevindingen(value.bevindingen).length, 0);
  const opdracht = omgeving.elders ? unpack(omgeving) : `tsd bevindingen draft ${omgeving.naam}`;
  if (total === 0) return { stap: 'bevindingen', stand: 'nog niet', telling: 'nog geen bevindingen', opdracht };
  const done = new Set(
    bestanden.filter(({ value }) => livingBevindingen(value.bevindingen).length > 0).map(({ value }) => value.gebied),
  ).size;
  const places = onderzoek.value.gebieden.length;
  const telling = `${countOf(total, 'bevinding', 'bevindingen')} over ${done} van ${countOf(places, 'gebied', 'gebieden')}`;
  return { stap: 'bevindingen', stand: done < places ? 'bezig' : 'klaar', telling, opdracht };
}

/** How many oordelen and conclusies were written, of all that are wanted, and whether there is one over all gebieden. */
export function oordelen(dossier: Dossier, criteria: readonly ToetsCriterium[], { naam }: Omgeving): Stap {
  const gebieden = dossier.onderzoek.value.gebieden.map(({ id }) => id);
  const asked = criteria.filter(({ nietVanToepassing }) => !nietVanToepassing);
  const own = dossier.oordelen.filter(({ value }) => gebieden.includes(value.gebied));
  const wholeRef = referenceReader(criteria);
  const done = own.flatMap(({ value }) => {
    const judged = new Set(value.oordelen.filter(isFinished).map(({ criterium = '' }) => wholeRef(criterium)));
    return asked.filter(({ ref }) => judged.has(ref));
  }).length;
  const roomy = own.length === gebieden.length && (gebieden.length === 1 || dossier.overkoepelend !== undefined);
  const opdracht = roomy ? writing(dossier, naam) : `tsd oordeel draft ${naam}`;
  if (done === 0) return { stap: 'oordelen', stand: 'nog niet', telling: 'nog geen oordelen', opdracht };
  const conclusies = own.filter(({ value }) => value.conclusie?.tekst !== undefined).length;
  const wanted = gebieden.length * asked.length;
  const whole = dossier.overkoepelend?.value.conclusie?.tekst !== undefined;
  const counts = `${done} van ${wanted} oordelen, ${conclusies} van ${countOf(gebieden.length, 'conclusie', 'conclusies')}`;
  const telling = `${counts}; overkoepelend ${whole ? 'geschreven' : 'nog niet'}`;
  const complete = done === wanted && conclusies === gebieden.length && (whole || gebieden.length === 1);
  return { stap: 'oordelen', stand: complete ? 'klaar' : 'bezig', telling, opdracht };
}

/** What can be better, and who is to act. */
export function verbeterpunten({ verbeterpunten: bestand }: Dossier, { naam }: Omgeving): Stap {
  const total = bestand?.value.verbeterpunten.length ?? 0;
  const telling = 'nog geen verbeterpunten';
  if (!bestand) return { stap: 'verbeterpunten', stand: 'nog niet', telling, opdracht: `tsd oordeel draft ${naam}` };
  if (total === 0) return { stap: 'verbeterpunten', stand: 'nog niet', telling: `${telling}; schrijf ze in verbeterpunten.yaml` };
  return { stap: 'verbeterpunten', stand: 'klaar', telling: countOf(total, 'verbeterpunt', 'verbeterpunten') };
}

/** The reports that lie there, and those among them that tsd would make otherwise now, where that could be compared. */
export function rapport(omgeving: Omgeving): Stap {
  const { naam, rapporten, verouderd, elders } = omgeving;
  const opdracht = elders ? unpack(omgeving) : `tsd report ${naam}`;
  if (rapporten === 0) return { stap: 'rapport', stand: 'nog niet', telling: 'nog geen rapport', opdracht };
  const telling = countOf(rapporten, 'bestand in rapport/', 'bestanden in rapport/');
  if (!verouderd)
    return { stap: 'rapport', stand: 'klaar', telling: `${telling}; niet vergeleken met wat er nu staat`, opdracht };
  const { bestanden, vlaggen } = verouderd;
  if (bestanden.length === 0) return { stap: 'rapport', stand: 'klaar', telling, opdracht };
  const stale = `${telling}; verouderd: ${someOf(bestanden)}`;
  return { stap: 'rapport', stand: 'bezig', telling: stale, opdracht: `${opdracht} ${vlaggen}` };
}

function unpack({ naam }: Omgeving): string {
  return `tsd werkdossier unpack ${naam} <bestand.age>`;
}

/** Where there is room for everything it is for people to fill: in these files. The check says where in them. */
function writing({ oordelen: bestanden, overkoepelend }: Dossier, naam: string): string {
  const open = bestanden.filter(({ value }) => !value.conclusie?.tekst || !value.oordelen.every(isFinished));
  const whole = overkoepelend && !overkoepelend.value.conclusie?.tekst ? [overkoepelend] : [];
  const files = [...open, ...whole].map(({ file }) => file);
  const what = files.length > 0 ? `schrijf wat nog open is in ${someOf(files)}; ` : '';
  return `${what}tsd check ${naam}${what ? ' zegt waar' : ''}`;
}

function isFinished({ tekst, niet_beoordeeld: nee }: Oordeel): boolean {
  return tekst !== undefined || nee !== undefined;
}

/** Reads a reference as the chain of evidence does: any end of it that fits one thema, criterium or indicator only. */
function referenceReader(criteria: readonly ToetsCriterium[]): (written: string) => string | undefined {
  const items = criteria.flatMap(({ ref, thema, indicatoren }) => [thema.ref, ref, ...indicatoren.map((item) => item.ref)]);
  const known = [...new Set(items)].map((ref) => ({ ref }));
  return (written) => resolveReference(written, known).found?.ref;
}

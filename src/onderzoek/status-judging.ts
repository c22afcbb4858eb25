import { someOf } from '../diagnostics/some-of.ts';
import { resolveReference } from '../kader/reference.ts';
import type { Oordeel } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { type Dossier, livingBevindingen } from './dossier.ts';
import type { Omgeving, Stap } from './status-step.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** The sentences that the team stands for, in how many gebieden there are any, and what was recorded that none rests on. */
export function bevindingen({ bevindingen: bestanden, onderzoek }: Dossier, omgeving: Omgeving): Stap {
  const written = bestanden.filter(({ value }) => livingBevindingen(value.bevindingen).length > 0).map(({ value }) => value);
  const total = written.reduce((sum, value) => sum + livingBevindingen(value.bevindingen).length, 0);
  const gebieden = onderzoek.value.gebieden.map(({ id }) => id);
  const done = new Set(written.map(({ gebied }) => gebied));
  const { naam, elders, concepten, ongebruikt = 0 } = omgeving;
  const opdracht = elders ? unpack(omgeving) : bevindingenOpdracht({ naam, gebieden, done, ...(concepten && { concepten }) });
  if (total === 0) {
    const telling = `nog geen bevindingen${concepten?.length ? '; het werkdocument ligt klaar' : ''}`;
    return { stap: 'bevindingen', stand: 'nog niet', telling, ...(opdracht === undefined ? {} : { opdracht }) };
  }
  const counted = `${countOf(total, 'bevinding', 'bevindingen')} over ${done.size} van ${countOf(gebieden.length, 'gebied', 'gebieden')}`;
  const telling = ongebruikt > 0 ? `${counted}; ${countOf(ongebruikt, 'waarneming', 'waarnemingen')} in geen bevinding` : counted;
  if (opdracht === undefined || done.size >= gebieden.length) return { stap: 'bevindingen', stand: 'klaar', telling };
  return { stap: 'bevindingen', stand: 'bezig', telling, opdracht };
}

/** Of which gebieden there are bevindingen, and what lies there to be filled in. */
interface Bevindingenstand extends Pick<Omgeving, 'naam' | 'concepten'> {
  gebieden: readonly string[];
  done: ReadonlySet<string>;
}

/** The command that brings bevindingen on the gebieden that have none; `undefined` when all have. A draft that lies there is read. */
export function bevindingenOpdracht({ naam, gebieden, done, concepten = [] }: Bevindingenstand): string | undefined {
  const open = gebieden.filter((id) => !done.has(id));
  if (open.length === 0) return undefined;
  const drafts = concepten.filter((concept) => concept.gebieden.some((id) => open.includes(id)));
  if (drafts.length > 0) return `tsd bevindingen ingest ${[naam, ...drafts.map(({ bestand }) => bestand)].join(' ')}`;
  const only = open.length < gebieden.length ? open.map((id) => ` --gebied ${id}`).join('') : '';
  return `tsd bevindingen draft ${naam}${only}`;
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
  const files = countOf(rapporten, 'bestand in rapport/', 'bestanden in rapport/');
  if (!verouderd) return { stap: 'rapport', stand: 'klaar', telling: `${files}; niet vergeleken met wat er nu staat`, opdracht };
  const { bestanden, vlaggen, gemengd } = verouderd;
  const telling = gemengd.length > 0 ? `${files}; niet alle in dezelfde indeling: ${someOf(gemengd)}` : files;
  if (bestanden.length === 0) return { stap: 'rapport', stand: 'klaar', telling, opdracht };
  const stale = `${telling}; verouderd: ${someOf(bestanden)}`;
  return { stap: 'rapport', stand: 'bezig', telling: stale, opdracht: `${opdracht} ${vlaggen}` };
}

/** How the werkdossier comes back to this place. */
export function unpack({ naam, pakket = '<bestand.age>' }: Pick<Omgeving, 'naam' | 'pakket'>): string {
  return `tsd werkdossier unpack ${naam} ${pakket}`;
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

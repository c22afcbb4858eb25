import { someOf } from '../diagnostics/some-of.ts';
import type { Dossier } from './dossier.ts';
import { bevindingen, oordelen, rapport, verbeterpunten } from './status-judging.ts';
import { instrumenten, plan, toespitsing, toetsingskader, waarnemingen } from './status-preparing.ts';
import type { Omgeving, Stap } from './status-step.ts';
import { toetsCriteria } from './toetsing.ts';

/** The steps of an onderzoek in order, with counts. */
export function describeStatus(dossier: Dossier, omgeving: Omgeving): Stap[] {
  const criteria = dossier.toetsingskader ? toetsCriteria(dossier.toetsingskader.value, dossier.kaders) : [];
  const stappen = [
    plan(dossier),
    toetsingskader(dossier, criteria, omgeving),
    toespitsing(dossier, criteria, omgeving),
    instrumenten(dossier, criteria, omgeving),
    waarnemingen(dossier, criteria, omgeving),
    bevindingen(dossier, omgeving),
    oordelen(dossier, criteria, omgeving),
    verbeterpunten(dossier, omgeving),
    rapport(omgeving),
  ];
  const unread = [...(omgeving.onleesbaar ?? []), ...lostCopies(dossier)];
  return stappen.map((stap) => withUnread(stap, unread));
}

/** The first step that is not done, to work on next. */
export function nextStep(stappen: readonly Stap[]): Stap | undefined {
  return stappen.find(({ stand, opdracht }) => stand !== 'klaar' && opdracht !== undefined);
}

/** The files by which a step knows what to count. */
const CHOSEN = /^(?:toetsingskader\.|kader\/)/;
const COUNTS_CRITERIA: ReadonlySet<string> = new Set(['toetsingskader', 'toespitsing', 'oordelen']);

/** The files that a step counts. */
const FILES: Record<string, RegExp> = {
  instrumenten: /^instrumenten\./,
  waarnemingen: /^werkdossier\//,
  bevindingen: /^bevindingen\//,
  oordelen: /^oordelen\//,
  verbeterpunten: /^verbeterpunten\./,
};

/** What could not be read may hold what seems to be missing: the step names it, and sends nobody to make it anew. */
function withUnread(stap: Stap, onleesbaar: readonly string[]): Stap {
  const chosen = COUNTS_CRITERIA.has(stap.stap) ? onleesbaar.filter((file) => CHOSEN.test(file)) : [];
  const files = [...chosen, ...onleesbaar.filter((file) => FILES[stap.stap]?.test(file))];
  if (files.length === 0) return stap;
  const unread = `niet te lezen: ${someOf(files)}`;
  // Without what was chosen every count is wrong.
  const telling = stap.stand === 'nog niet' || chosen.length > 0 ? unread : `${stap.telling}; ${unread}`;
  return { stap: stap.stap, stand: 'bezig', telling };
}

/** The copies of kaders that were pinned and are not there. */
function lostCopies({ toetsingskader, kaders }: Dossier): string[] {
  const lost = (toetsingskader?.value.kaders ?? []).filter(
    (pin) => !kaders.some(({ id, bron }) => id === pin.id && bron.versie === pin.versie),
  );
  return lost.map(({ id, versie }) => `kader/${id}@${versie}`);
}

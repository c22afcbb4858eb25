import type { Bewerking } from '../schema/generated/types.ts';
import { by, byText } from '../source/order.ts';

/** One version of what was recorded. Without `inhoud` it says that it was removed. */
export interface Versie<I> {
  bewerking: Bewerking;
  inhoud?: I;
}

/** A bron or waarneming: the version that is shown, and others among which a person has yet to choose. */
export interface Vastlegging<I> extends Versie<I> {
  id: string;
  anders?: Versie<I>[];
}

/**
 * Where a change is made: the moment, and the stamp of this device and this stretch of work. A stretch ends when a file is
 * made of it, so that nobody has two different versions with one stamp.
 */
export interface Werkblok {
  nu: string;
  stempel: string;
}

/** How a record from elsewhere was taken in. */
export type Opname = 'nieuw' | 'gelijk' | 'bijgewerkt' | 'ouder' | 'twee-versies';

/** A new record. */
export function create<I>(id: string, inhoud: I, { nu, stempel }: Werkblok): Vastlegging<I> {
  return { id, bewerking: { stempel, eerder: [], gemaakt: nu, gewijzigd: nu }, inhoud };
}

/**
 * The record with another content, or without one: removed. It rests on every version that said what was shown; what said
 * something else, still has to be chosen from.
 */
export function change<I>(record: Vastlegging<I>, inhoud: I | undefined, werkblok: Werkblok): Vastlegging<I> {
  const all = versionsOf(record);
  const seen = all.filter((version) => key(version.inhoud) === key(record.inhoud));
  const anders = all.filter((version) => !seen.includes(version));
  return { ...restingOn(record, seen, inhoud, werkblok), ...(anders.length > 0 ? { anders } : {}) };
}

/** Settles on one of the `choicesOf` a record, by its index; it now rests on all versions. */
export function choose<I>(record: Vastlegging<I>, index: number, werkblok: Werkblok): Vastlegging<I> {
  const chosen = choicesOf(record)[index] ?? record;
  return restingOn(record, versionsOf(record), chosen.inhoud, werkblok);
}

/** The record as made in another stretch of work; only for a version that was never passed on. */
export function restamp<I>(record: Vastlegging<I>, stempel: string): Vastlegging<I> {
  return { ...record, bewerking: { ...record.bewerking, stempel } };
}

/** Every version of a record, the one shown first. */
export function versionsOf<I>({ bewerking, inhoud, anders = [] }: Vastlegging<I>): [Versie<I>, ...Versie<I>[]] {
  return [{ bewerking, ...(inhoud === undefined ? {} : { inhoud }) }, ...anders];
}

/** The versions that say something different, the newest of each. Two people who wrote the same have nothing to choose. */
export function choicesOf<I>(record: Vastlegging<I>): Versie<I>[] {
  const all = versionsOf(record);
  return all.filter((version, index) => all.findIndex((other) => key(other.inhoud) === key(version.inhoud)) === index);
}

/** Whether a person still has to choose. */
export function isOpen(record: Vastlegging<unknown>): boolean {
  return record.anders !== undefined && choicesOf(record).length > 1;
}

/**
 * Joins a record with the same one from elsewhere. A version on which another rests gives way to it; what is left are
 * versions that were made apart: all stay, the newest first. The outcome does not depend on who reads in whose file.
 */
export function join<I>(own: Vastlegging<I> | undefined, other: Vastlegging<I>): { record: Vastlegging<I>; opname: Opname } {
  if (!own) return { record: other, opname: 'nieuw' };
  const before = versionsOf(own);
  const [shown = before[0], ...anders] = latest([...before, ...versionsOf(other)]);
  const record = { id: own.id, ...shown, ...(anders.length > 0 ? { anders } : {}) };
  return { record, opname: opnameOf(own, other, record) };
}

function opnameOf<I>(own: Vastlegging<I>, other: Vastlegging<I>, joined: Vastlegging<I>): Opname {
  if (stampsOf(joined) !== stampsOf(own)) return isOpen(joined) ? 'twee-versies' : 'bijgewerkt';
  return stampsOf(other) === stampsOf(own) ? 'gelijk' : 'ouder';
}

function stampsOf(record: Vastlegging<unknown>): string {
  return versionsOf(record)
    .map(({ bewerking }) => bewerking.stempel)
    .join(' ');
}

/** The versions on which no other rests, the newest first. Of one stamp only the newest can have been passed on. */
function latest<I>(versions: readonly Versie<I>[]): Versie<I>[] {
  const byStamp = new Map<string, Versie<I>>();
  for (const version of [...versions].sort(newestFirst))
    if (!byStamp.has(version.bewerking.stempel)) byStamp.set(version.bewerking.stempel, version);
  const once = [...byStamp.values()];
  return once.filter(({ bewerking }) => !once.some((other) => other.bewerking.eerder.includes(bewerking.stempel)));
}

function restingOn<I>(
  { id, bewerking: { gemaakt } }: Vastlegging<I>,
  versions: readonly Versie<I>[],
  inhoud: I | undefined,
  { nu, stempel }: Werkblok,
): Vastlegging<I> {
  const stamps = versions.flatMap(({ bewerking }) => [...bewerking.eerder, bewerking.stempel]);
  const eerder = [...new Set(stamps)].filter((stamp) => stamp !== stempel).sort(byText);
  return { id, bewerking: { stempel, eerder, gemaakt, gewijzigd: nu }, ...(inhoud === undefined ? {} : { inhoud }) };
}

/** The same for the same content, in whatever order its fields were filled in. */
function key(inhoud: unknown): string {
  if (typeof inhoud !== 'object' || inhoud === null) return '';
  return JSON.stringify(Object.entries(inhoud).sort(by(([name]) => name)));
}

function newestFirst<I>(a: Versie<I>, b: Versie<I>): number {
  return byText(b.bewerking.gewijzigd, a.bewerking.gewijzigd) || byText(b.bewerking.stempel, a.bewerking.stempel);
}

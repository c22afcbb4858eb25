import type { InstrumentenBestand, ToetsingskaderBestand } from '../schema/generated/types.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { joinCell } from '../tabel/table.ts';
import type { Keuzeruimte } from './space.ts';

/** What tells the members of the lists apart, and what people know them by. */
interface Named {
  id: string;
  naam?: string;
  tekst?: string;
}

/** What sharpening changes, per criterium and indicator, in Dutch lines that say what each field becomes. */
export function describeToespitsing(
  before: ToetsingskaderBestand,
  after: ToetsingskaderBestand,
  { criteria }: Keuzeruimte,
): string[] {
  const names = new Map(
    criteria.flatMap((criterium): [string, string][] => [
      [criterium.ref, `criterium ${criterium.nummer} ${criterium.titel}`],
      ...criterium.indicatoren.map(({ ref, nummer, kort }): [string, string] => [ref, `indicator ${nummer} ${kort}`]),
    ]),
  );
  const old = itemsIn(before);
  return [...itemsIn(after)].flatMap(([ref, item]) => {
    const changed = changedFields(old.get(ref) ?? {}, item);
    return changed.length > 0 ? [`~ ${names.get(ref) ?? ''} [${ref}]: ${changed.join('; ')}`] : [];
  });
}

/** What changes in the respondenttypen, the instruments and their items, in Dutch lines. */
export function describeInstrumenten(before: InstrumentenBestand | undefined, after: InstrumentenBestand): string[] {
  const lists: [string, readonly Named[], readonly Named[]][] = [
    ['respondenttype', before?.respondenttypen ?? [], after.respondenttypen],
    ['instrument', before?.instrumenten ?? [], after.instrumenten],
    ['item', before?.items ?? [], after.items],
  ];
  const lines = lists.flatMap(([name, old, fresh]) => listLines(name, old, fresh));
  const moved = lists.filter(([, old, fresh]) => !sameOrder(old, fresh)).map(([name]) => `~ de volgorde: ${name}`);
  return [...lines, ...moved];
}

function listLines(name: string, old: readonly Named[], fresh: readonly Named[]): string[] {
  const byId = new Map(old.map((item) => [item.id, item]));
  const ids = new Set(fresh.map(({ id }) => id));
  return [
    ...fresh.flatMap((item) => {
      const was = byId.get(item.id);
      if (!was) return [`+ ${name} ${item.id}: ${item.tekst ?? item.naam}`];
      const changed = changedFields(was, item);
      return changed.length > 0 ? [`~ ${name} ${item.id}: ${changed.join('; ')}`] : [];
    }),
    ...old.filter(({ id }) => !ids.has(id)).map((item) => `- ${name} ${item.id}: ${item.tekst ?? item.naam}`),
  ];
}

/** Whether what was there before stands in the order it had. */
function sameOrder(old: readonly Named[], fresh: readonly Named[]): boolean {
  const known = new Set(old.map(({ id }) => id));
  const order = fresh.filter(({ id }) => known.has(id)).map(({ id }) => id);
  return order.join(' ') === old.map(({ id }) => id).join(' ');
}

/** The criteria and indicatoren of a toetsingskader, each without what lies under it. */
function itemsIn({ criteria }: ToetsingskaderBestand): Map<string, object> {
  const items = criteria.flatMap(({ indicatoren, ...criterium }): { ref: string }[] => [criterium, ...indicatoren]);
  return new Map(items.map((item) => [item.ref, item]));
}

function changedFields(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const fresh = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((key) => canonicalJson(old.get(key) ?? null) !== canonicalJson(fresh.get(key) ?? null))
    .map((key) => fieldLine(key, fresh.get(key)));
}

function fieldLine(key: string, value: unknown): string {
  const name = key.replaceAll('_', ' ');
  if (key === 'vingerafdruk') return 'gewijzigde tekst bevestigd';
  if (value === undefined) return `${name} vervalt`;
  return `${name} wordt ${shown(value)}`;
}

function shown(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? `“${value}”` : String(value);
  const parts = value.map((item: unknown) => {
    const { gebied, tekst } = (typeof item === 'object' ? item : {}) as { gebied?: string; tekst?: string };
    return gebied === undefined ? String(item) : `${gebied}: ${tekst}`;
  });
  return `“${joinCell(parts)}”`;
}

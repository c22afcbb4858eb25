import type {
  GekozenCriterium,
  GekozenIndicator,
  Keuze,
  LokaleContext,
  ToetsingskaderBestand,
  Weggelaten,
} from '../schema/generated/types.ts';
import { byText } from '../source/order.ts';
import { evaluateKeuze, type Uitkomst } from './evaluate.ts';
import type { Keuzeruimte, RuimteCriterium, RuimteIndicator } from './space.ts';

/** What a recipe comes to: the lists of a toetsingskader. */
export type Selectie = Pick<ToetsingskaderBestand, 'criteria' | 'weggelaten'>;

/** What stood in a toetsingskader before a change. */
export type Eerder = Pick<ToetsingskaderBestand, 'keuze' | 'criteria' | 'weggelaten'>;

/** What people wrote with a criterium or indicator, whether it is chosen or left out. */
interface Geschreven {
  motivering?: string;
  toespitsing?: string;
  deelvragen?: string[];
  lokale_context?: LokaleContext[];
  aan_wie?: string[];
  niet_van_toepassing?: string;
}

/**
 * Works a recipe out into what is chosen and what is left out, both in the order of the kaders. What people wrote before
 * goes with its criterium or indicator, and so does the fingerprint of the text that was chosen then.
 */
export function selectCriteria(ruimte: Keuzeruimte, keuze: Keuze, before?: Eerder): Selectie {
  const outcomes = evaluateKeuze(ruimte, keuze);
  const memory = before ? remember(ruimte, keuze, before) : EMPTY;
  const criteria = ruimte.criteria.filter(({ ref }) => outcomes.get(ref)?.gekozen);
  return {
    criteria: criteria.map((criterium) => choose(criterium, outcomes, memory)),
    weggelaten: [...ruimte.criteria.flatMap((criterium) => leaveOut(criterium, outcomes, memory)), ...gone(ruimte, memory)],
  };
}

/** Whether people wrote anything with what a kader holds. */
export function hasGeschreven({ criteria, weggelaten }: Selectie, kader: string): boolean {
  const all = [...criteria, ...criteria.flatMap(({ indicatoren }) => indicatoren), ...weggelaten];
  return all.some((item) => item.ref.startsWith(`${kader}/`) && Object.keys(texts(item)).length > 0);
}

interface Memory {
  geschreven: Map<string, Geschreven>;
  /** What the old recipe gave as motivering, for when the new one gives none. */
  motivering: Map<string, string>;
  /** Of these, the texts that no rule of the new recipe holds any longer. */
  vervallen: Set<string>;
  /** Why something was left out, for when the new recipe does not say. */
  reden: Map<string, string>;
  vingerafdruk: Map<string, string>;
}

const EMPTY: Memory = {
  geschreven: new Map(),
  motivering: new Map(),
  vervallen: new Set(),
  reden: new Map(),
  vingerafdruk: new Map(),
};

type Item = GekozenCriterium | GekozenIndicator | Weggelaten;

function remember(ruimte: Keuzeruimte, keuze: Keuze, before: Eerder): Memory {
  const chosen = computedMotiveringen(ruimte, before);
  const all: [Item, string | undefined][] = [...chosen, ...before.weggelaten.map((item): [Item, undefined] => [item, undefined])];
  const geschreven = all.map(([item, made]): [string, Geschreven] => {
    const { motivering, ...rest } = texts(item);
    const byHand = motivering === made ? undefined : motivering;
    const keep = keptMotivering(byHand, exactMotivering(before.keuze, item.ref), exactMotivering(keuze, item.ref));
    return [item.ref, { ...(keep === undefined ? {} : { motivering: keep }), ...rest }];
  });
  const lapsed = before.keuze.met.flatMap(({ motivering }) => (motivering && !holds(keuze, motivering) ? motivering : []));
  return {
    geschreven: new Map(geschreven),
    motivering: new Map(all.flatMap(([{ ref, motivering }]): [string, string][] => (motivering ? [[ref, motivering]] : []))),
    vervallen: new Set(lapsed),
    reden: new Map(before.weggelaten.flatMap(({ ref, reden }): [string, string][] => (reden ? [[ref, reden]] : []))),
    vingerafdruk: new Map(chosen.map(([{ ref, vingerafdruk }]) => [ref, vingerafdruk])),
  };
}

/** What was chosen before, each with the motivering that the recipe of then gave it. */
function computedMotiveringen(
  ruimte: Keuzeruimte,
  { keuze, criteria }: Eerder,
): [GekozenCriterium | GekozenIndicator, string | undefined][] {
  const outcomes = evaluateKeuze(ruimte, keuze);
  const given = (ref: string) => outcomes.get(ref)?.motivering;
  return criteria.flatMap((criterium): [GekozenCriterium | GekozenIndicator, string | undefined][] => [
    [criterium, given(criterium.ref)],
    ...criterium.indicatoren.map((indicator): [GekozenIndicator, string | undefined] => [
      indicator,
      unlessSaid(given(indicator.ref), [criterium.motivering, given(criterium.ref)]),
    ]),
  ]);
}

/** What people wrote stays until the recipe gives another motivering for this very item; what leaves the recipe stays too. */
function keptMotivering(byHand: string | undefined, old: string | undefined, fresh: string | undefined): string | undefined {
  if (fresh !== undefined && fresh !== old) return undefined;
  return byHand ?? (fresh === undefined ? old : undefined);
}

function holds({ met }: Keuze, motivering: string): boolean {
  return met.some((rule) => rule.motivering === motivering);
}

function exactMotivering(keuze: Keuze, ref: string): string | undefined {
  return keuze.met.find((rule) => rule.ref === ref && rule.soort !== 'module')?.motivering;
}

function texts(item: Item): Geschreven {
  const { motivering, toespitsing, deelvragen, niet_van_toepassing } = item;
  const lokaal = 'lokale_context' in item ? item.lokale_context : undefined;
  const aanWie = 'aan_wie' in item ? item.aan_wie : undefined;
  return {
    ...(motivering ? { motivering } : {}),
    ...(toespitsing ? { toespitsing } : {}),
    ...(deelvragen?.length ? { deelvragen } : {}),
    ...(lokaal?.length ? { lokale_context: lokaal } : {}),
    ...(aanWie?.length ? { aan_wie: aanWie } : {}),
    ...(niet_van_toepassing ? { niet_van_toepassing } : {}),
  };
}

/** A motivering that the criterium does not say already; nor did so by its rules, when people wrote another one there. */
function unlessSaid(motivering: string | undefined, above: readonly (string | undefined)[]): string | undefined {
  return motivering !== undefined && above.some((text) => text?.includes(motivering)) ? undefined : motivering;
}

function choose(criterium: RuimteCriterium, outcomes: Map<string, Uitkomst>, memory: Memory): GekozenCriterium {
  const own = withTexts(criterium, [], outcomes, memory);
  const above = [own.motivering, outcomes.get(criterium.ref)?.motivering];
  const chosen = criterium.indicatoren.filter(({ ref }) => outcomes.get(ref)?.gekozen);
  return { ...own, indicatoren: chosen.map((indicator) => withTexts(indicator, above, outcomes, memory)) };
}

/** What people wrote goes before what the recipe says; what the recipe said before stays when it says nothing now. */
function withTexts(
  item: RuimteCriterium | RuimteIndicator,
  above: readonly (string | undefined)[],
  outcomes: Map<string, Uitkomst>,
  memory: Memory,
): GekozenIndicator {
  const { motivering: kept, ...rest } = memory.geschreven.get(item.ref) ?? {};
  const computed = outcomes.get(item.ref)?.motivering;
  const motivering = kept ?? (computed === undefined ? memory.motivering.get(item.ref) : unlessSaid(computed, above));
  return {
    ref: item.ref,
    vingerafdruk: memory.vingerafdruk.get(item.ref) ?? item.vingerafdruk,
    ...(motivering === undefined ? {} : { motivering }),
    ...rest,
  };
}

function leaveOut(criterium: RuimteCriterium, outcomes: Map<string, Uitkomst>, memory: Memory): Weggelaten[] {
  const items = [criterium, ...criterium.indicatoren].filter(({ ref }) => !outcomes.get(ref)?.gekozen);
  return items.map(({ ref }) => {
    const reden = outcomes.get(ref)?.reden ?? memory.reden.get(ref);
    const before = memory.motivering.get(ref);
    const motivering = before !== undefined && memory.vervallen.has(before) ? { motivering: before } : {};
    return { ref, ...(reden === undefined ? {} : { reden }), ...motivering, ...memory.geschreven.get(ref) };
  });
}

/** What people wrote with something that the kader no longer holds. */
function gone(ruimte: Keuzeruimte, { geschreven }: Memory): Weggelaten[] {
  const known = new Set(ruimte.items.map(({ ref }) => ref));
  const lost = [...geschreven].filter(([ref, item]) => !known.has(ref) && Object.keys(item).length > 0);
  return lost.map(([ref, item]) => ({ ref, ...item })).sort((a, b) => byText(a.ref, b.ref));
}

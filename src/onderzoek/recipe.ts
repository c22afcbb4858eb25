import type { EigenCriterium, Keuze, Keuzeregel, Weglating } from '../schema/generated/types.ts';
import { byText } from '../source/order.ts';
import { EIGEN } from './toetsing.ts';

/** What one command changes in a recipe; every reference is a full one. */
export interface Keuzewijziging {
  met: Keuzeregel[];
  zonder: Weglating[];
  eigen: EigenCriterium[];
  /** Start again instead of adding. Own criteria stay recorded, because their texts were written. */
  replace?: boolean;
  /** Why all else in the kaders that are chosen from is left out; it takes nothing away that was chosen. */
  rest?: string | undefined;
  /** The criteria whose own rules, and those of their indicatoren, are dropped first. */
  vervangt?: string[];
}

const ORDER: Keuzeregel['soort'][] = ['kader', 'module', 'thema', 'criterium', 'indicator', 'kenmerk', 'eigen'];

/**
 * Changes a recipe: what is chosen is added and takes its own `zonder` away; what is left out is added and takes away the
 * criteria and indicatoren that were chosen one by one under it; a whole kader takes away all that was chosen from it. The order in which rules are given does not matter.
 * `isUnder` says whether a reference lies under another.
 */
export function changeKeuze(keuze: Keuze, change: Keuzewijziging, isUnder: (ref: string, above: string) => boolean): Keuze {
  const before = change.replace ? { met: [], zonder: [] } : withoutOwnRules(keuze, change.vervangt ?? []);
  const eigen = mergeEigen(keuze.eigen ?? [], change.eigen);
  const ownRules = change.eigen.map(({ id }): Keuzeregel => ({ soort: 'eigen', ref: `${EIGEN}/${id}` }));
  const added = dedupeMet([...change.met, ...ownRules]);
  const left = dedupeZonder(change.zonder);
  const goesOut = (rule: Keuzeregel) =>
    left.some((out) => out.soort !== 'module' && (isKader(out.ref) ? inKader(rule, out.ref) : isChosenUnder(rule, out.ref)));
  const isChosenUnder = ({ soort, ref }: Keuzeregel, out: string) =>
    (soort === 'criterium' || soort === 'indicator') && out !== ref && isUnder(ref, out);
  const met = dedupeMet([...before.met.filter((rule) => !goesOut(rule)), ...added]);
  const comesBack = (out: Weglating) =>
    added.some((rule) => rule.ref === out.ref && (rule.soort === 'module') === (out.soort === 'module'));
  const rest = change.rest === undefined ? [] : withoutRest(met, change.rest);
  const zonder = dedupeZonder([...(before.zonder ?? []).filter((out) => !comesBack(out)), ...left, ...rest]);
  return { met, ...(zonder.length > 0 ? { zonder } : {}), ...(eigen.length > 0 ? { eigen } : {}) };
}

/** One reason on each kader that is chosen from in part: whatever is chosen in it lies nearer, and stays. */
function withoutRest(met: readonly Keuzeregel[], reden: string): Weglating[] {
  const whole = new Set(met.flatMap(({ soort, ref }) => (soort === 'kader' ? [ref] : [])));
  const kaders = new Set(met.flatMap(({ soort, ref }) => (soort === 'eigen' ? [] : (ref.split('/')[0] ?? []))));
  return [...kaders].filter((kader) => kader !== EIGEN && !whole.has(kader)).map((ref) => ({ ref, reden }));
}

function isKader(ref: string): boolean {
  return !ref.includes('/');
}

function inKader({ soort, ref }: Keuzeregel, kader: string): boolean {
  return soort !== 'eigen' && (ref === kader || ref.startsWith(`${kader}/`));
}

function withoutOwnRules(keuze: Keuze, criteria: readonly string[]): Pick<Keuze, 'met' | 'zonder'> {
  const own = ({ soort, ref }: { soort?: string; ref: string }) =>
    soort !== 'module' && criteria.some((criterium) => ref === criterium || ref.startsWith(`${criterium}/`));
  return { met: keuze.met.filter((rule) => !own(rule)), zonder: (keuze.zonder ?? []).filter((rule) => !own(rule)) };
}

/** One rule for each thing chosen, in a fixed order; a later motivering wins, an absent one keeps what there was. */
function dedupeMet(rules: readonly Keuzeregel[]): Keuzeregel[] {
  const byKey = new Map<string, Keuzeregel>();
  for (const rule of rules) {
    const key = `${rule.soort} ${rule.ref}`;
    byKey.set(key, { ...byKey.get(key), ...rule });
  }
  return [...byKey.values()].sort((a, b) => ORDER.indexOf(a.soort) - ORDER.indexOf(b.soort) || byText(a.ref, b.ref));
}

function dedupeZonder(rules: readonly Weglating[]): Weglating[] {
  const byKey = new Map(rules.map((rule) => [`${rule.ref} ${rule.soort ?? ''}`, rule]));
  return [...byKey.keys()].sort(byText).flatMap((key) => byKey.get(key) ?? []);
}

function mergeEigen(before: readonly EigenCriterium[], added: readonly EigenCriterium[]): EigenCriterium[] {
  const byId = new Map(before.map((criterium) => [criterium.id, criterium]));
  for (const criterium of added) byId.set(criterium.id, criterium);
  return [...byId.values()];
}

import type { Keuze, Keuzeregel, Weglating } from '../schema/generated/types.ts';
import { covered, type Keuzeruimte, type RuimteCriterium, under } from './space.ts';

/** What a recipe says about one indicator or criterium. */
export interface Uitkomst {
  gekozen: boolean;
  /** Why it was chosen, when it was. */
  motivering?: string;
  /** Why it was left out, when it was. */
  reden?: string;
}

interface Rule {
  strength: number;
  covers: Set<string>;
  tekst?: string | undefined;
}

const STRENGTH: Record<Keuzeregel['soort'], number> = {
  kader: 0,
  kenmerk: 0.1,
  module: 0.2,
  thema: 1,
  eigen: 2,
  criterium: 2,
  indicator: 3,
};

/** A reason for leaving a module out explains; it takes nothing away that was chosen otherwise. */
const EXPLAINS_ONLY = -1;

/**
 * What a recipe comes to, for every criterium and indicator by reference. The nearest rule decides: one on an indicator
 * before one on its criterium, its thema, and what was chosen at once by module, kenmerk or kader. Of a choice and an
 * omission that are equally near, the omission holds.
 */
export function evaluateKeuze(ruimte: Keuzeruimte, keuze: Keuze): Map<string, Uitkomst> {
  const zonder = (keuze.zonder ?? []).map((rule) => omission(ruimte, rule));
  const modulesOut = new Set((keuze.zonder ?? []).flatMap((rule) => (rule.soort === 'module' ? [rule.ref] : [])));
  const met = keuze.met
    .filter((rule) => rule.soort !== 'module' || !modulesOut.has(rule.ref))
    .map((rule) => ({
      strength: STRENGTH[rule.soort] + depth(ruimte, rule),
      covers: new Set(covered(ruimte, rule)),
      tekst: rule.motivering ?? ownReason(ruimte, rule),
    }));
  return new Map(ruimte.criteria.flatMap((criterium) => judge(criterium, met, zonder)));
}

/** What a verplichte module is for stands in it; why it was taken need not be said again. */
function ownReason({ modules }: Keuzeruimte, { soort, ref }: Keuzeregel): string | undefined {
  const module = soort === 'module' ? modules.find((item) => item.ref === ref) : undefined;
  return module?.bron.verplicht === 'ja' ? module.bron.reden : undefined;
}

function omission(ruimte: Keuzeruimte, rule: Weglating): Rule {
  if (rule.soort === 'module')
    return { strength: EXPLAINS_ONLY, covers: new Set(covered(ruimte, { soort: 'module', ref: rule.ref })), tekst: rule.reden };
  const soort = ruimte.items.find((item) => item.ref === rule.ref && item.soort !== 'module')?.soort ?? 'indicator';
  const strength = soort === 'aandachtspunt' ? STRENGTH.indicator : STRENGTH[soort] + depth(ruimte, { soort, ref: rule.ref });
  return { strength, covers: new Set(under(ruimte, rule.ref)), tekst: rule.reden };
}

/** A thema within a thema is nearer to what lies in both. */
function depth(ruimte: Keuzeruimte, { soort, ref }: Pick<Keuzeregel, 'soort' | 'ref'>): number {
  if (soort !== 'thema') return 0;
  const levels = ruimte.criteria.flatMap(({ themas }) => {
    const index = themas.findIndex((thema) => thema.ref === ref);
    return index < 0 ? [] : [themas.length - 1 - index];
  });
  return Math.min(9, levels[0] ?? 0) / 10;
}

function judge(criterium: RuimteCriterium, met: readonly Rule[], zonder: readonly Rule[]): [string, Uitkomst][] {
  const refs = criterium.indicatoren.map(({ ref }) => ref);
  const chosen = new Set(refs.filter((ref) => strongest(met, ref) > Math.max(strongest(zonder, ref), EXPLAINS_ONLY)));
  const whole = textOf(
    chosen.size > 0 ? met : zonder,
    (rule) =>
      rule.strength <= STRENGTH.criterium &&
      (chosen.size > 0 ? overlaps(rule, chosen) : refs.every((ref) => rule.covers.has(ref))),
  );
  const leaves = refs.map((ref): [string, Uitkomst] => {
    const gekozen = chosen.has(ref);
    const tekst = textOf(gekozen ? met : zonder, (rule) => rule.covers.has(ref));
    return [ref, { gekozen, ...(tekst === undefined ? {} : { [gekozen ? 'motivering' : 'reden']: tekst }) }];
  });
  const sameSide = leaves.filter(([, leaf]) => leaf.gekozen === chosen.size > 0);
  const shared = new Set(sameSide.map(([, leaf]) => leaf.motivering ?? leaf.reden));
  const tekst = whole ?? (shared.size === 1 ? [...shared][0] : undefined);
  const key = chosen.size > 0 ? 'motivering' : 'reden';
  return [[criterium.ref, { gekozen: chosen.size > 0, ...(tekst === undefined ? {} : { [key]: tekst }) }], ...leaves];
}

function strongest(rules: readonly Rule[], ref: string): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...rules.filter(({ covers }) => covers.has(ref)).map(({ strength }) => strength));
}

function overlaps(rule: Rule, refs: ReadonlySet<string>): boolean {
  return [...refs].some((ref) => rule.covers.has(ref));
}

/** The texts of the nearest rules that have one, each once. */
function textOf(rules: readonly Rule[], counts: (rule: Rule) => boolean): string | undefined {
  const telling = rules.filter((rule) => rule.tekst !== undefined && counts(rule));
  const top = Math.max(...telling.map(({ strength }) => strength));
  const texts = new Set(telling.filter(({ strength }) => strength === top).flatMap(({ tekst }) => tekst ?? []));
  return texts.size === 0 ? undefined : [...texts].reduce(joinReasons);
}

/** Two reasons stay apart for a reader, whether they were written as sentences or not. */
function joinReasons(before: string, reason: string): string {
  return `${before}${/[.!?…]$/.test(before) ? '' : ';'} ${reason}`;
}

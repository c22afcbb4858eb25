import type { Dossier } from '../onderzoek/dossier.ts';
import { type ToetsIndicator, toetsCriteria } from '../onderzoek/toetsing.ts';
import { enumeration } from '../schema/enumeration.ts';
import type {
  Bron,
  Item,
  MateriaalBijEenCriterium,
  MateriaalBijEenIndicator,
  MateriaalWaarneming,
  Perspectief,
  Waarneming,
} from '../schema/generated/types.ts';
import { groupBy } from '../source/order.ts';

/** The waarnemingen of one gebied, laid side by side for the team. */
export interface Materiaal {
  gebied: string;
  criteria: MateriaalBijEenCriterium[];
  /** What is coded to no indicator of the toetsingskader. */
  ongecodeerd: MateriaalWaarneming[];
}

/** Whose views are shown in which order: citizens first. */
export const PERSPECTIEVEN: readonly Perspectief[] = enumeration('perspectief');

interface Spoken {
  waarneming: Waarneming;
  bron: Bron | undefined;
  item: Item | undefined;
}

/**
 * Lays the waarnemingen of a gebied side by side: by criterium, indicator and perspectief in the order of the toetsingskader,
 * with where they contradict each other and which perspectieven did not speak.
 */
export function gatherMateriaal(dossier: Dossier, gebied: string): Materiaal {
  const bronnen = new Map(dossier.bronnen.map((bron) => [bron.id, bron]));
  const items = new Map(dossier.instrumenten?.value.items.map((item) => [item.id, item]));
  const spoken = dossier.waarnemingen
    .filter((waarneming) => waarneming.gebied === gebied && !waarneming.ingetrokken)
    .map(
      (waarneming): Spoken => ({
        waarneming,
        bron: bronnen.get(waarneming.bron),
        item: items.get(waarneming.item ?? ''),
      }),
    );
  const coded = spoken.flatMap((item) => item.waarneming.indicatoren.map((ref) => ({ ref, item })));
  const byIndicator = groupBy(coded, ({ ref }) => ref);
  const criteria = dossier.toetsingskader ? toetsCriteria(dossier.toetsingskader.value, dossier.kaders) : [];
  const known = new Set(criteria.flatMap(({ indicatoren }) => indicatoren.map(({ ref }) => ref)));
  const expected = expectedPerspectives(dossier);
  return {
    gebied,
    criteria: criteria.map(({ ref, nummer, titel, indicatoren, nietVanToepassing }) => ({
      criterium: ref,
      titel: `${nummer} ${titel}`,
      indicatoren: indicatoren
        .filter((indicator) => byIndicator.has(indicator.ref) || !(nietVanToepassing ?? indicator.nietVanToepassing))
        .map((indicator) => {
          const about = byIndicator.get(indicator.ref) ?? [];
          return materialOf(
            indicator,
            about.map(({ item }) => item),
            expected(indicator),
          );
        }),
    })),
    ongecodeerd: spoken
      .filter(({ waarneming }) => !waarneming.indicatoren.some((ref) => known.has(ref)))
      .map((item) => ({ ...toMaterial(item), ...(item.bron ? { perspectief: item.bron.perspectief } : {}) })),
  };
}

/** Who should have spoken: those the indicator is asked of, else everybody who spoke anywhere; always the citizen. */
function expectedPerspectives(dossier: Dossier): (indicator: ToetsIndicator) => Perspectief[] {
  const types = new Map(dossier.instrumenten?.value.respondenttypen.map((type) => [type.id, type.perspectief]));
  const heard = dossier.bronnen.map(({ perspectief }) => perspectief);
  return ({ aanWie }) => {
    const asked = aanWie.flatMap((id) => types.get(id) ?? []);
    return ['burger', ...(asked.length > 0 ? asked : heard)];
  };
}

function materialOf(indicator: ToetsIndicator, spoken: readonly Spoken[], expected: Perspectief[]): MateriaalBijEenIndicator {
  const groups = groupBy(spoken, ({ bron }) => bron?.perspectief ?? 'overig');
  const tegenspraak = contradictions(spoken);
  const antwoorden = answers(spoken);
  const zwijgt = PERSPECTIEVEN.filter((item) => expected.includes(item) && !groups.has(item));
  return {
    indicator: indicator.ref,
    tekst: `${indicator.nummer} ${indicator.tekst}`,
    ...(indicator.toespitsing ? { toespitsing: indicator.toespitsing } : {}),
    ...(tegenspraak.length > 0 ? { tegenspraak } : {}),
    ...(antwoorden.length > 0 ? { antwoorden } : {}),
    ...(zwijgt.length > 0 ? { zwijgt } : {}),
    perspectieven: PERSPECTIEVEN.flatMap((perspectief) => {
      const items = groups.get(perspectief);
      return items ? [{ perspectief, waarnemingen: items.map((item) => toMaterial(item)) }] : [];
    }),
  };
}

/** Who says that it goes well beside who says that it can be better; empty when nobody contradicts anybody. */
function contradictions(spoken: readonly Spoken[]): string[] {
  const sides = (['gaat goed', 'kan beter'] as const).map((strekking) => ({
    strekking,
    items: spoken.filter(({ waarneming }) => waarneming.strekking === strekking),
  }));
  if (sides.some(({ items }) => items.length === 0)) return [];
  return sides.map(({ strekking, items }) => {
    const groups = groupBy(items, ({ bron }) => bron?.perspectief ?? 'overig');
    const parts = PERSPECTIEVEN.flatMap((perspectief) => {
      const ids = groups.get(perspectief)?.map(({ waarneming }) => waarneming.id);
      return ids ? [`${perspectief} (${ids.join(', ')})`] : [];
    });
    return `${strekking}: ${parts.join(', ')}`;
  });
}

/** Of each item with fixed answers how often each was given, in the order of the item: “Is er een plan? ja 3, nee 2”. */
function answers(spoken: readonly Spoken[]): string[] {
  const given = spoken.filter(({ waarneming }) => waarneming.antwoord !== undefined);
  return [...groupBy(given, ({ waarneming }) => waarneming.item ?? '')].map(([id, group]) => {
    const item = group[0]?.item;
    const counts = groupBy(group, ({ waarneming }) => waarneming.antwoord ?? '');
    const order = [...new Set([...(item?.antwoorden ?? []), ...counts.keys()])];
    const parts = order.flatMap((antwoord) => {
      const many = counts.get(antwoord)?.length;
      return many === undefined ? [] : [`${antwoord}: ${many}`];
    });
    return `${item?.tekst ?? id} ${parts.join(' · ')}`;
  });
}

function toMaterial({ waarneming, bron, item }: Spoken): MateriaalWaarneming {
  const { id, tekst, antwoord, strekking, vertrouwelijk } = waarneming;
  return {
    waarneming: `waarneming:${id}`,
    soort: bron?.soort ?? 'overig',
    ...(bron?.casus ? { casus: bron.casus } : {}),
    ...(strekking ? { strekking } : {}),
    ...(vertrouwelijk ? { vertrouwelijk } : {}),
    ...(antwoord === undefined ? {} : { ...(item ? { vraag: item.tekst } : {}), antwoord }),
    tekst,
  };
}

import type { KaderItem } from '../../kader/model.ts';
import { resolveReference } from '../../kader/reference.ts';
import type { ToetsCriterium, ToetsIndicator } from '../../onderzoek/toetsing.ts';
import type {
  Keuzeregel,
  RapportKaderregel,
  RapportKeuzeregel,
  RapportToetsingskader,
  RapportWeglating,
  RapportWeglatingdeel,
} from '../../schema/generated/types.ts';
import { groupBy } from '../../source/order.ts';
import { withKader } from './kaders.ts';
import type { Material } from './material.ts';
import { present } from './numbering.ts';

type Chosen = Pick<Material, 'toetsingskader' | 'dossier' | 'criteria' | 'kaderVan'>;

/** What was chosen from the kaders and what was left out, with the reasons. */
export function choicePart(material: Chosen): RapportToetsingskader {
  return {
    keuze: material.toetsingskader.keuze.met.map((rule) => recipeLine(rule, material)),
    gekozen: [...groupBy(material.criteria, ({ thema }) => thema.ref)].map(([ref, criteria]) => ({
      titel: withKader(criteria[0]?.thema.titel ?? '', ref, material.kaderVan),
      regels: criteria.flatMap(chosenLines),
    })),
    weggelaten: leftOut(material),
  };
}

const WORDS: Readonly<Record<Keuzeregel['soort'], string>> = {
  kader: 'Kader',
  module: 'Module',
  thema: 'Thema',
  criterium: 'Criterium',
  indicator: 'Indicator',
  kenmerk: 'Kenmerk',
  eigen: 'Eigen criterium',
};

function recipeLine({ soort, ref, motivering }: Keuzeregel, material: Chosen): RapportKeuzeregel {
  const why = motivering ?? (soort === 'module' ? ownReason(ref, material) : undefined);
  return { wat: `${WORDS[soort]}: ${titleOf(soort, ref, material)}`, ...present('motivering', why) };
}

/** What a verplichte module is for stands in the kader; a team that takes it need not say so again. */
function ownReason(ref: string, { dossier }: Chosen): string | undefined {
  const { found } = resolveReference(
    ref,
    dossier.kaders.flatMap((kader) => kader.modules),
  );
  return found?.bron.verplicht === 'ja' ? found.bron.reden : undefined;
}

function titleOf(soort: Keuzeregel['soort'], ref: string, { dossier, criteria, kaderVan }: Chosen): string {
  const { kaders } = dossier;
  if (soort === 'kader') return kaders.find(({ id }) => id === ref)?.bron.titel ?? ref;
  if (soort === 'eigen') return criteria.find((criterium) => criterium.ref.endsWith(ref))?.titel ?? ref;
  if (soort === 'module') {
    const modules = kaders.flatMap((kader) => kader.modules);
    const { found } = resolveReference(ref, modules);
    return found ? withKader(found.bron.titel, found.ref, kaderVan) : ref;
  }
  const items = kaders.flatMap((kader) => [...kader.items.values()]);
  const { found } = resolveReference(ref, items);
  return found ? withKader(itemTitle(found), found.ref, kaderVan) : ref;
}

function itemTitle(item: KaderItem): string {
  if (item.soort === 'thema' || item.soort === 'criterium') return item.bron.titel;
  const points = item.soort === 'indicator' ? (item.bron.aandachtspunten ?? []) : [];
  return [item.bron.tekst, points.map(({ tekst }) => tekst).join('; ')].filter(Boolean).join(' ');
}

function chosenLines(criterium: ToetsCriterium): RapportKaderregel[] {
  return [chosenLine('criterium', criterium), ...criterium.indicatoren.flatMap(indicatorLines)];
}

function indicatorLines(indicator: ToetsIndicator): RapportKaderregel[] {
  const points = indicator.aandachtspunten.map((tekst, index): RapportKaderregel => {
    return { soort: 'aandachtspunt', nummer: `${indicator.nummer}.${index + 1}`, tekst };
  });
  return [chosenLine('indicator', indicator), ...points];
}

function chosenLine(soort: RapportKaderregel['soort'], item: ToetsCriterium | ToetsIndicator): RapportKaderregel {
  return {
    soort,
    nummer: item.nummer,
    tekst: item.tekst,
    ...present('toespitsing', item.toespitsing),
    ...present('motivering', item.motivering),
    ...present('niet_van_toepassing', item.nietVanToepassing),
  };
}

/** What is left out per kader; an indicator is not named where its criterium is left out for the same reason. */
function leftOut({ toetsingskader, dossier }: Chosen): RapportWeglatingdeel[] {
  const reasons = new Map(toetsingskader.weggelaten.map(({ ref, reden }) => [ref, reden]));
  return dossier.kaders.flatMap((kader) => {
    const regels = toetsingskader.weggelaten.flatMap(({ ref, reden }): RapportWeglating[] => {
      const item = kader.items.get(ref);
      if (!item || item.soort === 'aandachtspunt') return [];
      const covered = item.soort === 'indicator' && reasons.has(item.criterium) && reasons.get(item.criterium) === reden;
      return covered ? [] : [{ nummer: item.nummer, tekst: itemTitle(item), ...present('reden', reden) }];
    });
    return regels.length > 0 ? [{ kader: kader.bron.titel, regels }] : [];
  });
}

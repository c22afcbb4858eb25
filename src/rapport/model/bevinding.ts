import { type SourceKind, type Sources, triangulate } from '../../bevinding/triangulate.ts';
import type {
  RapportBevinding,
  RapportCitaat,
  RapportVerwijzing,
  RapportWaarneming,
  Waarneming,
} from '../../schema/generated/types.ts';
import { groupBy } from '../../source/order.ts';
import { listWords } from '../../source/sentence.ts';
import { said } from '../../waarneming/said.ts';
import { BRONSOORTEN, PERSPECTIEFNAMEN } from './labels.ts';
import type { BevindingItem, Material } from './material.ts';
import { present } from './numbering.ts';

/** The bevindingen of one place in a report, and where those stand that were printed before. */
export interface BevindingenPart {
  bevindingen: RapportBevinding[];
  bevindingen_elders: RapportVerwijzing[];
}

/** Prints each bevinding where the report first comes to it; later places refer to it. */
export function printBevindingen(items: readonly BevindingItem[], material: Material): BevindingenPart {
  const before = items.filter(({ ref }) => material.printed.has(ref));
  return {
    bevindingen_elders: before.flatMap(({ ref }) => material.numbering.placeOf(ref) ?? []),
    bevindingen: items.filter((item) => !before.includes(item)).map((item) => toBevinding(item, material)),
  };
}

function toBevinding({ ref, bevinding }: BevindingItem, material: Material): RapportBevinding {
  material.printed.add(ref);
  const { voor, tegen, enkeleSoort } = triangulate(bevinding, material.sources);
  const { tekst, strekking, weging } = bevinding;
  const { diepte } = material.options;
  return {
    ref,
    ...material.numbering.take(ref),
    tekst,
    tegenspraak: (bevinding.weersproken_door ?? []).length > 0,
    gewogen: weging !== undefined,
    een_soort: enkeleSoort,
    citaten: quotations(bevinding, material.sources),
    ...present('strekking', strekking),
    ...(diepte === 'openbaar'
      ? {}
      : { ...present('weging', weging), bronsoorten: kindWords(voor), bronsoorten_tegen: kindWords(tegen) }),
    ...(diepte === 'intern' ? { waarnemingen: observations(bevinding, material) } : {}),
  };
}

/** Kinds of sources in words, each with whose view it was: "gesprekken (burgers en naasten)". */
function kindWords(kinds: readonly SourceKind[]): string[] {
  return [...groupBy(kinds, ({ soort }) => soort)].map(([, group]) => {
    const [first] = group;
    const views = group.map(({ perspectief }) => PERSPECTIEFNAMEN[perspectief]);
    return first ? `${BRONSOORTEN[first.soort]} (${listWords(views)})` : '';
  });
}

/** What may leave the team in the words of a respondent: only what is citeerbaar, and never what is vertrouwelijk. */
export function quotations(bevinding: BevindingItem['bevinding'], sources: Sources): RapportCitaat[] {
  return linked(bevinding, sources.waarnemingen).flatMap(({ waarneming, tegen }) => {
    const bron = sources.bronnen.get(waarneming.bron);
    const open = waarneming.citeerbaar === 'ja' && waarneming.vertrouwelijk !== 'ja';
    return open && bron ? [{ tekst: waarneming.tekst, perspectief: bron.perspectief, tegen }] : [];
  });
}

function observations(bevinding: BevindingItem['bevinding'], { sources }: Material): RapportWaarneming[] {
  return linked(bevinding, sources.waarnemingen).flatMap(({ waarneming, tegen }) => {
    const bron = sources.bronnen.get(waarneming.bron);
    if (!bron) return [];
    const { respondenttype, casus } = bron;
    return [
      {
        id: waarneming.id,
        tekst: said(waarneming),
        bron: bron.id,
        soort: bron.soort,
        perspectief: bron.perspectief,
        datum: bron.datum,
        tegen,
        vertrouwelijk: waarneming.vertrouwelijk === 'ja',
        ...present('respondenttype', respondenttype),
        ...present('casus', casus),
        ...present('strekking', waarneming.strekking),
      },
    ];
  });
}

function linked(
  { steunt_op = [], weersproken_door = [] }: BevindingItem['bevinding'],
  waarnemingen: ReadonlyMap<string, Waarneming>,
): { waarneming: Waarneming; tegen: boolean }[] {
  const find = (tegen: boolean) => (ref: string) => {
    const waarneming = waarnemingen.get(ref.slice('waarneming:'.length));
    return waarneming ? [{ waarneming, tegen }] : [];
  };
  return [...steunt_op.flatMap(find(false)), ...weersproken_door.flatMap(find(true))];
}

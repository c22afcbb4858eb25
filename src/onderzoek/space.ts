import type { Kader, KaderCriterium, KaderModule, KaderThema } from '../kader/model.ts';
import type { EigenCriterium, Keuzeregel } from '../schema/generated/types.ts';
import { EIGEN, eigenFingerprints } from './toetsing.ts';

/** An indicator that can be chosen. */
export interface RuimteIndicator {
  ref: string;
  nummer: string;
  tekst: string;
  kort: string;
  aandachtspunten: string[];
  /** `doelgroep=jongvolwassenen`, … */
  kenmerken: string[];
  vingerafdruk: string;
}

/** A criterium that can be chosen, from a kader or of the team's own making. */
export interface RuimteCriterium {
  ref: string;
  nummer: string;
  titel: string;
  tekst: string;
  toelichting: string;
  /** The first part of its reference: the id of its kader, or `eigen`. */
  kader: string;
  /** The themas it lies in, the innermost first. */
  themas: { ref: string; nummer: string; titel: string }[];
  kenmerken: string[];
  vingerafdruk: string;
  indicatoren: RuimteIndicator[];
}

/** What a reference in a choice can point at. */
export interface RuimteItem {
  soort: 'kader' | 'module' | 'thema' | 'criterium' | 'indicator' | 'aandachtspunt';
  ref: string;
  titel: string;
}

/** Everything that can be chosen: the criteria of the kaders in order, then the team's own. */
export interface Keuzeruimte {
  kaders: Kader[];
  criteria: RuimteCriterium[];
  items: RuimteItem[];
  modules: KaderModule[];
}

/** Makes the space of choice of some kaders and own criteria; the kaders stand in the order of their ids. */
export function buildRuimte(kaders: readonly Kader[], eigen: readonly EigenCriterium[] = []): Keuzeruimte {
  const ordered = [...kaders].sort((a, b) => (a.id < b.id ? -1 : 1));
  const criteria = [...ordered.flatMap((kader) => kader.criteria.map((criterium) => fromKader(kader, criterium))), ...own(eigen)];
  const modules = ordered.flatMap((kader) => kader.modules);
  const items: RuimteItem[] = [
    ...ordered.flatMap((kader) => [
      { soort: 'kader' as const, ref: kader.id, titel: kader.bron.titel },
      ...[...kader.items.values()].map((item): RuimteItem => {
        const titel = item.soort === 'thema' || item.soort === 'criterium' ? item.bron.titel : item.bron.tekst;
        return { soort: item.soort, ref: item.ref, titel };
      }),
    ]),
    ...modules.map(({ ref, bron }) => ({ soort: 'module' as const, ref, titel: bron.titel })),
    ...own(eigen).flatMap((criterium) => [
      { soort: 'criterium' as const, ref: criterium.ref, titel: criterium.titel },
      ...criterium.indicatoren.map(({ ref, tekst }) => ({ soort: 'indicator' as const, ref, titel: tekst })),
    ]),
  ];
  return { kaders: ordered, criteria, items, modules };
}

/** The references of the indicatoren that a rule covers. */
export function covered(ruimte: Keuzeruimte, { soort, ref }: Pick<Keuzeregel, 'soort' | 'ref'>): string[] {
  if (soort === 'module') {
    const module = ruimte.modules.find((candidate) => candidate.ref === ref);
    const kader = ref.split('/')[0] ?? '';
    return (module?.bron.keuze ?? []).flatMap((part) => under(ruimte, `${kader}/${part}`));
  }
  if (soort === 'kenmerk') return withKenmerk(ruimte, ref);
  return under(ruimte, ref);
}

/** The references of the indicatoren under a kader, thema or criterium, or of the indicator itself. */
export function under(ruimte: Keuzeruimte, ref: string): string[] {
  return ruimte.criteria.flatMap((criterium) => {
    const whole = criterium.kader === ref || criterium.ref === ref || criterium.themas.some((thema) => thema.ref === ref);
    return criterium.indicatoren.filter((indicator) => whole || indicator.ref === ref).map((indicator) => indicator.ref);
  });
}

/** Whether a criterium or indicator lies under a kader, thema or criterium. */
export function isUnder(ruimte: Keuzeruimte, ref: string, above: string): boolean {
  const criterium = ruimte.criteria.find((item) => item.ref === ref);
  if (criterium) return criterium.kader === above || criterium.themas.some((thema) => thema.ref === above);
  return under(ruimte, above).includes(ref);
}

function withKenmerk(ruimte: Keuzeruimte, ref: string): string[] {
  const slash = ref.indexOf('/');
  const kader = ref.slice(0, slash);
  const kenmerk = ref.slice(slash + 1);
  return ruimte.criteria
    .filter((criterium) => criterium.kader === kader)
    .flatMap((criterium) =>
      criterium.indicatoren
        .filter((indicator) => criterium.kenmerken.includes(kenmerk) || indicator.kenmerken.includes(kenmerk))
        .map((indicator) => indicator.ref),
    );
}

function fromKader(kader: Kader, { ref, nummer, bron, thema, indicatoren, vingerafdruk }: KaderCriterium): RuimteCriterium {
  return {
    ref,
    nummer,
    titel: bron.titel,
    tekst: bron.tekst,
    toelichting: bron.toelichting,
    kader: kader.id,
    themas: around(kader, thema),
    kenmerken: pairs(bron.kenmerken),
    vingerafdruk,
    indicatoren: indicatoren.map((indicator) => ({
      ref: indicator.ref,
      nummer: indicator.nummer,
      tekst: indicator.bron.tekst,
      kort: indicator.bron.kort,
      aandachtspunten: indicator.aandachtspunten.map((punt) => punt.bron.tekst),
      kenmerken: pairs(indicator.bron.kenmerken ?? {}),
      vingerafdruk: indicator.vingerafdruk,
    })),
  };
}

function around(kader: Kader, thema: KaderThema): RuimteCriterium['themas'] {
  const outer = kader.themas.find(({ ref }) => ref === thema.binnen);
  const own = { ref: thema.ref, nummer: thema.nummer, titel: thema.bron.titel };
  return [own, ...(outer ? around(kader, outer) : [])];
}

function pairs(kenmerken: Record<string, string[]> | object): string[] {
  return Object.entries(kenmerken).flatMap(([name, values]: [string, string[]]) => values.map((value) => `${name}=${value}`));
}

function own(eigen: readonly EigenCriterium[]): RuimteCriterium[] {
  return eigen.map((bron, index) => {
    const ref = `${EIGEN}/${bron.id}`;
    const prints = eigenFingerprints(bron);
    return {
      ref,
      nummer: `E${index + 1}`,
      titel: bron.titel,
      tekst: bron.tekst,
      toelichting: bron.toelichting,
      kader: EIGEN,
      themas: [],
      kenmerken: [],
      vingerafdruk: prints.get(ref) ?? '',
      indicatoren: bron.indicatoren.map(({ id, tekst, kort = tekst }, place) => ({
        ref: `${ref}/${id}`,
        nummer: `E${index + 1}.${place + 1}`,
        tekst,
        kort,
        aandachtspunten: [],
        kenmerken: [],
        vingerafdruk: prints.get(`${ref}/${id}`) ?? '',
      })),
    };
  });
}

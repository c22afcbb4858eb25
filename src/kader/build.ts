import type {
  Criterium,
  DefinitiesBestand,
  Indicator,
  KaderBestand,
  ModuleBestand,
  ThemaBestand,
} from '../schema/generated/types.ts';
import { fingerprint } from '../source/fingerprint.ts';
import { by } from '../source/order.ts';
import type { Kader, KaderCriterium, KaderIndicator, KaderItem, KaderModule, KaderThema } from './model.ts';

/** A parsed and valid file of a kader. */
export interface KaderPart<T> {
  file: string;
  value: T;
}

/** The files of one kader. */
export interface KaderParts {
  kader: KaderPart<KaderBestand>;
  themas: KaderPart<ThemaBestand>[];
  modules: KaderPart<ModuleBestand>[];
  definities: KaderPart<DefinitiesBestand> | undefined;
  /** Every name in the thema files, also in those with mistakes; absent when one of them is not YAML at all. */
  names?: ReadonlySet<string>;
}

/**
 * Puts the files of a kader together, in the order that kader.yaml gives. Of two items with one reference the first stays;
 * `checkKader` reports the second.
 */
export function buildKader(parts: KaderParts): Kader {
  const { id } = parts.kader.value;
  const byId = new Map(parts.themas.toReversed().map((part) => [part.value.id, part]));
  // Naming a thema twice is an error of kader.yaml, and of nothing else.
  const ordered = [...new Set(parts.kader.value.themas)].flatMap((themaId) => byId.get(themaId) ?? []);
  const criteria: KaderCriterium[] = [];
  const themas = ordered.flatMap((part, index) =>
    buildThema(part.value, { kader: id, file: part.file, pointer: '', nummer: `${index + 1}` }, criteria),
  );
  return {
    id,
    bron: parts.kader.value,
    themas,
    criteria,
    modules: buildModules(id, parts.modules),
    definities: parts.definities?.value.definities ?? [],
    items: byReference([...themas, ...criteria.flatMap(withParts)]),
    vingerafdruk: kaderFingerprint(criteria),
  };
}

function buildModules(kader: string, parts: KaderParts['modules']): KaderModule[] {
  const modules = parts.map(({ file, value }) => ({
    soort: 'module' as const,
    ref: `${kader}/${value.id}`,
    bron: value,
    file,
    pointer: '',
  }));
  return modules.sort(by(({ ref }) => ref));
}

/** Of two items with one reference the first. */
function byReference(items: readonly KaderItem[]): Map<string, KaderItem> {
  return new Map(items.toReversed().map((item) => [item.ref, item]));
}

function kaderFingerprint(criteria: readonly KaderCriterium[]): string {
  return fingerprint(
    criteria.map((criterium) => [
      criterium.ref,
      criterium.vingerafdruk,
      criterium.indicatoren.map((i) => [i.ref, i.vingerafdruk]),
    ]),
  );
}

/** A criterium with everything under it, in order. */
export function withParts(criterium: KaderCriterium): KaderItem[] {
  return [criterium, ...criterium.indicatoren.flatMap((indicator) => [indicator, ...indicator.aandachtspunten])];
}

interface Place {
  kader: string;
  file: string;
  pointer: string;
  nummer: string;
}

function buildThema(bron: ThemaBestand, at: Place, criteria: KaderCriterium[], binnen?: string): KaderThema[] {
  const ref = `${at.kader}/${bron.id}`;
  const thema: KaderThema = {
    soort: 'thema',
    ref,
    nummer: at.nummer,
    bron,
    file: at.file,
    pointer: at.pointer,
    ...(binnen ? { binnen } : {}),
  };
  const child = (list: string, index: number, offset = 0): Place => ({
    ...at,
    pointer: `${at.pointer}/${list}/${index}`,
    nummer: `${at.nummer}.${offset + index + 1}`,
  });
  for (const [index, criterium] of (bron.criteria ?? []).entries())
    criteria.push(buildCriterium(criterium, child('criteria', index), thema));
  const nested = bron.themas ?? [];
  return [
    thema,
    ...nested.flatMap((sub, index) => buildThema(sub, child('themas', index, bron.criteria?.length ?? 0), criteria, ref)),
  ];
}

function buildCriterium(bron: Criterium, at: Place, thema: KaderThema): KaderCriterium {
  const ref = `${at.kader}/${bron.id}`;
  const indicatoren = bron.indicatoren.map((indicator, index) =>
    buildIndicator(indicator, ref, { ...at, pointer: `${at.pointer}/indicatoren/${index}`, nummer: `${at.nummer}.${index + 1}` }),
  );
  const vingerafdruk = fingerprint({ tekst: bron.tekst, toelichting: bron.toelichting });
  return {
    soort: 'criterium',
    ref,
    nummer: at.nummer,
    bron,
    thema,
    indicatoren,
    vingerafdruk,
    file: at.file,
    pointer: at.pointer,
  };
}

function buildIndicator(bron: Indicator, criterium: string, at: Place): KaderIndicator {
  const ref = `${criterium}/${bron.id}`;
  const aandachtspunten = (bron.aandachtspunten ?? []).map((punt, index) => ({
    soort: 'aandachtspunt' as const,
    ref: `${ref}/${punt.id}`,
    nummer: `${at.nummer}.${index + 1}`,
    bron: punt,
    file: at.file,
    pointer: `${at.pointer}/aandachtspunten/${index}`,
  }));
  const vingerafdruk = fingerprint({
    tekst: bron.tekst,
    toelichting: bron.toelichting,
    aandachtspunten: bron.aandachtspunten?.map((punt) => punt.tekst),
  });
  return {
    soort: 'indicator',
    ref,
    nummer: at.nummer,
    bron,
    criterium,
    aandachtspunten,
    vingerafdruk,
    file: at.file,
    pointer: at.pointer,
  };
}

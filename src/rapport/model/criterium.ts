import type { ToetsCriterium, ToetsIndicator } from '../../onderzoek/toetsing.ts';
import type {
  Burgerperspectief,
  Oordeel,
  RapportBurgers,
  RapportCriterium,
  RapportGebiedsburgers,
  RapportIndicator,
  RapportPassage,
  RapportSamenhang,
  RapportVerbeterverwijzing,
  RapportVerklaring,
} from '../../schema/generated/types.ts';
import { sentence } from '../../source/sentence.ts';
import type { BevindingenPart } from './bevinding.ts';
import { withKader } from './kaders.ts';
import { FACTOREN } from './labels.ts';
import type { Material } from './material.ts';
import { type Numbering, present } from './numbering.ts';

/** Where the oordelen of a chapter come from, and what stands beside them. */
export interface CriteriumSources {
  /** `overkoepelend`, or the id of the gebied. */
  waar: string;
  /** Prints the bevindingen of a criterium here, after its oordeel. */
  bevindingen(criterium: string): BevindingenPart;
  /** The verbeterpunten at a criterium. */
  kanBeter(criterium: string): RapportVerbeterverwijzing[];
  /** The oordelen per gebied; none in a local report. */
  gebieden(criterium: string): RapportCriterium['gebieden'];
  /** The perspectief van burgers per gebied; none in a local report. */
  burgers(criterium: string): RapportGebiedsburgers[];
}

/** Everything a report says of one criterium; makes its passages in the order in which they are printed. */
export function criteriumPart(criterium: ToetsCriterium, from: CriteriumSources, material: Material): RapportCriterium {
  const { numbering } = material;
  const oordeel = material.oordeel(from.waar, criterium.ref);
  const context = criterium.lokaleContext.find(({ gebied }) => gebied === from.waar)?.tekst;
  const part: RapportCriterium = {
    ...normPart(criterium),
    ...present('kader', material.kaderVan(criterium.ref)),
    ...present('lokale_context', context),
    ...verdictPart(oordeel, from.waar, criterium.ref, numbering),
    gebieden: from.gebieden(criterium.ref),
    ...from.bevindingen(criterium.ref),
    ...citizensPart(oordeel?.burgerperspectief, numbering),
    ...present('burgers_gebieden', some(from.burgers(criterium.ref))),
    gaat_goed: (oordeel?.gaat_goed ?? []).flatMap((item) => numbering.passage(item) ?? []),
    kan_beter: from.kanBeter(criterium.ref),
    verklaringen: explanations(oordeel, numbering),
    samenhang: relations(oordeel, material),
  };
  return criterium.nietVanToepassing && isUntold(part) ? { ...part, buiten_beoordeling: true } : part;
}

/** Whether nothing is said about a criterium besides its norm. */
function isUntold({ oordeel, niet_beoordeeld, burgers, burgers_gebieden, ...lists }: RapportCriterium): boolean {
  if (oordeel || niet_beoordeeld || burgers || burgers_gebieden) return false;
  const { bevindingen, bevindingen_elders, gebieden, gaat_goed, kan_beter, verklaringen, samenhang } = lists;
  return [bevindingen, bevindingen_elders, gebieden, gaat_goed, kan_beter, verklaringen, samenhang].every(
    (list) => list.length === 0,
  );
}

/** The place of a criterium in the document. */
export function anchorOf(ref: string): string {
  return `criterium-${ref.replaceAll('/', '-')}`;
}

/** The oordeel on a criterium or thema as a passage, or why there is none. */
export function verdictPart(
  oordeel: Oordeel | undefined,
  waar: string,
  about: string,
  numbering: Numbering,
): { oordeel?: RapportPassage; niet_beoordeeld?: string } {
  if (oordeel?.niet_beoordeeld) return { niet_beoordeeld: oordeel.niet_beoordeeld.reden };
  return present('oordeel', numbering.passage(oordeel, `oordeel:${waar}/${about}`));
}

type Norm = Pick<
  RapportCriterium,
  | 'ref'
  | 'nummer'
  | 'titel'
  | 'anker'
  | 'norm'
  | 'vindplaats'
  | 'toelichting'
  | 'indicatoren'
  | 'toespitsing'
  | 'niet_van_toepassing'
>;

/** The norm of a criterium word for word, with the sharpened text. */
export function normPart({ ref, nummer, titel, tekst, vindplaats, toelichting, indicatoren, ...written }: ToetsCriterium): Norm {
  return {
    ref,
    nummer,
    titel,
    anker: anchorOf(ref),
    norm: tekst,
    vindplaats: sentence(vindplaats),
    // In folded YAML an empty line becomes one line end: each is a paragraph.
    toelichting: toelichting.trim().replace(/\n+/g, '\n\n'),
    indicatoren: indicatoren.map(indicatorPart),
    ...sharpened(written),
  };
}

function indicatorPart({ ref, nummer, tekst, aandachtspunten, ...written }: ToetsIndicator): RapportIndicator {
  return { ref, nummer, tekst, aandachtspunten, ...sharpened(written) };
}

function sharpened({ toespitsing, nietVanToepassing }: Pick<ToetsCriterium, 'toespitsing' | 'nietVanToepassing'>): {
  toespitsing?: string;
  niet_van_toepassing?: string;
} {
  return { ...present('toespitsing', toespitsing), ...present('niet_van_toepassing', nietVanToepassing) };
}

function citizensPart(from: Burgerperspectief | undefined, numbering: Numbering): { burgers?: RapportBurgers } {
  return present('burgers', citizens(from, numbering));
}

/** What citizens saw as a passage, or why they are not heard; nothing when neither was written. */
export function citizens(from: Burgerperspectief | undefined, numbering: Numbering): RapportBurgers | undefined {
  const passage = numbering.passage(from);
  if (passage) return { passage };
  return from?.afwezig === undefined ? undefined : { afwezig: from.afwezig };
}

function some<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined;
}

function explanations(oordeel: Oordeel | undefined, numbering: Numbering): RapportVerklaring[] {
  return (oordeel?.verklaringen ?? []).flatMap((item) => {
    const passage = numbering.passage(item);
    return passage ? [{ ...passage, ...present('factor', item.factor && FACTOREN[item.factor]) }] : [];
  });
}

function relations(oordeel: Oordeel | undefined, { numbering, criteria, kaderVan }: Material): RapportSamenhang[] {
  return (oordeel?.samenhang ?? []).flatMap((item) => {
    const passage = numbering.passage(item);
    const other = criteria.find(({ ref }) => ref === item.criterium || ref.endsWith(`/${item.criterium}`));
    const criterium = other ? withKader(other.titel, other.ref, kaderVan) : item.criterium;
    return passage ? [{ ...passage, criterium, ...present('criterium_anker', other && anchorOf(other.ref)) }] : [];
  });
}

import type { Bestand, Dossier } from '../onderzoek/dossier.ts';
import type {
  Bevinding,
  BevindingenBestand,
  Bron,
  OordelenBestand,
  OverkoepelendBestand,
  VerbeterpuntenBestand,
  Vingerafdrukken,
  Waarneming,
} from '../schema/generated/types.ts';
import { fingerprint } from '../source/fingerprint.ts';
import { byText } from '../source/order.ts';
import { waarnemingFingerprint, waarnemingTextFingerprint } from '../waarneming/fingerprint.ts';
import { said } from '../waarneming/said.ts';
import { type ChainNode, type NodeSoort, OVERKOEPELEND, oordeelRef, PUNTEN } from './chain-model.ts';
import { conclusiePassages, mainPassage, oordeelPassages } from './passages.ts';

/** Every node of a dossier in the order of the work; `whole` makes a short reference to a norm whole. */
export function nodesOf(dossier: Dossier, whole: (ref: string) => string): ChainNode[] {
  const bronnen = new Map(dossier.bronnen.map((bron) => [bron.id, bron]));
  return [
    ...dossier.bronnen.map(bronNode),
    ...dossier.waarnemingen.map((waarneming) => waarnemingNode(waarneming, bronnen.get(waarneming.bron), whole)),
    ...dossier.bevindingen.flatMap((bestand) => bevindingNodes(bestand, whole)),
    ...dossier.oordelen.flatMap((bestand) => oordeelNodes(bestand, bestand.value.gebied, whole)),
    ...(dossier.overkoepelend ? overkoepelendNodes(dossier.overkoepelend, whole) : []),
    ...(dossier.verbeterpunten ? verbeterpuntNodes(dossier.verbeterpunten) : []),
  ];
}

function bronNode(bron: Bron): ChainNode {
  const tekst = bron.omschrijving ?? [bron.soort, bron.casus].filter(Boolean).join(' ');
  return { ...base(`bron:${bron.id}`, 'bron'), tekst };
}

function waarnemingNode(waarneming: Waarneming, bron: Bron | undefined, whole: (ref: string) => string): ChainNode {
  return {
    ...base(`waarneming:${waarneming.id}`, 'waarneming'),
    tekst: said(waarneming),
    passages: [
      { soort: 'tekst', label: 'waarneming', tekst: said(waarneming), restsOn: [`bron:${waarneming.bron}`], pointer: '' },
    ],
    prints: { whole: waarnemingFingerprint(waarneming, bron), text: waarnemingTextFingerprint(waarneming) },
    about: waarneming.indicatoren.map(whole),
    gebied: waarneming.gebied,
    ...(waarneming.ingetrokken ? { ingetrokken: waarneming.ingetrokken } : {}),
  };
}

function bevindingNodes(bestand: Bestand<BevindingenBestand>, whole: (ref: string) => string): ChainNode[] {
  const { gebied, bevindingen } = bestand.value;
  return bevindingen.map((bevinding, index) => {
    const pointer = `/bevindingen/${index}`;
    return {
      ...base(`bevinding:${bevinding.id}`, 'bevinding'),
      tekst: bevinding.tekst,
      passages: [{ soort: 'tekst', label: 'bevinding', tekst: bevinding.tekst, restsOn: bevinding.steunt_op ?? [], pointer }],
      contradictedBy: bevinding.weersproken_door ?? [],
      about: bevinding.indicatoren.map(whole),
      gebied,
      ...confirmed(bevinding),
      ...(bevinding.bronnen ? { elders: bevinding.bronnen } : {}),
      ...(bevinding.ingetrokken ? { ingetrokken: bevinding.ingetrokken } : {}),
      prints: { whole: bevindingFingerprint(bevinding), text: fingerprint({ tekst: bevinding.tekst }) },
      place: { bestand, pointer },
    };
  });
}

/** A sentence of which a ground falls away or is contradicted is another case for what rests on it, also with the same words. */
function bevindingFingerprint({ tekst, steunt_op: voor = [], weersproken_door: tegen = [] }: Bevinding): string {
  return fingerprint({ tekst, steunt_op: [...voor].sort(byText), weersproken_door: [...tegen].sort(byText) });
}

function oordeelNodes(
  bestand: Bestand<OordelenBestand | OverkoepelendBestand>,
  gebied: string,
  whole: (ref: string) => string,
): ChainNode[] {
  const where = gebied === OVERKOEPELEND ? {} : { gebied };
  const nodes = bestand.value.oordelen.map((oordeel, index): ChainNode => {
    const about = whole(oordeel.criterium ?? oordeel.thema ?? '');
    const pointer = `/oordelen/${index}`;
    return {
      ...base(oordeelRef(gebied, about), 'oordeel'),
      ...where,
      tekst: oordeel.tekst ?? oordeel.niet_beoordeeld?.reden ?? '',
      passages: oordeelPassages(oordeel, pointer),
      about: [about],
      ...confirmed(oordeel),
      ...(oordeel.niet_beoordeeld ? { nietBeoordeeld: true } : {}),
      place: { bestand, pointer },
    };
  });
  return [...nodes, ...conclusieNodes(bestand, gebied).map((node) => ({ ...node, ...where }))];
}

/** The conclusie of a file as a list of one, or empty while there is none. */
function conclusieNodes(bestand: Bestand<OordelenBestand | OverkoepelendBestand>, gebied: string): ChainNode[] {
  const { conclusie } = bestand.value;
  if (!conclusie) return [];
  const node: ChainNode = {
    ...base(oordeelRef(gebied, 'conclusie'), 'conclusie'),
    tekst: conclusie.tekst ?? '',
    passages: conclusiePassages(conclusie),
    ...confirmed(conclusie),
    place: { bestand, pointer: '/conclusie' },
  };
  return [node];
}

function overkoepelendNodes(bestand: Bestand<OverkoepelendBestand>, whole: (ref: string) => string): ChainNode[] {
  const punten = PUNTEN.flatMap(([lijst, woord]) =>
    (bestand.value[lijst] ?? []).map((punt, index): ChainNode => {
      const pointer = `/${lijst}/${index}`;
      return {
        ...base(oordeelRef(OVERKOEPELEND, punt.id), 'punt'),
        tekst: punt.tekst,
        passages: mainPassage(punt, pointer, woord),
        ...confirmed(punt),
        place: { bestand, pointer },
      };
    }),
  );
  return [...oordeelNodes(bestand, OVERKOEPELEND, whole), ...punten];
}

function verbeterpuntNodes(bestand: Bestand<VerbeterpuntenBestand>): ChainNode[] {
  return bestand.value.verbeterpunten.map((punt, index) => {
    const pointer = `/verbeterpunten/${index}`;
    return {
      ...base(`verbeterpunt:${punt.id}`, 'verbeterpunt'),
      tekst: punt.tekst,
      passages: mainPassage(punt, pointer, 'verbeterpunt'),
      ...confirmed(punt),
      place: { bestand, pointer },
    };
  });
}

function base(ref: string, soort: NodeSoort): ChainNode {
  return { ref, soort, tekst: '', passages: [], restsOn: [], contradictedBy: [], about: [] };
}

function confirmed({ vingerafdrukken }: { vingerafdrukken?: Vingerafdrukken }): Pick<ChainNode, 'confirmed'> {
  return vingerafdrukken ? { confirmed: vingerafdrukken } : {};
}

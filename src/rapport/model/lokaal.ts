import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Chain } from '../../oordeel/chain.ts';
import type { ContextLokaalBestand, Gebied, ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { annexes } from './annexes.ts';
import { printBevindingen } from './bevinding.ts';
import { chapters, verdict } from './chapters.ts';
import { grafieken } from './grafieken.ts';
import { bevindingenAbout, gatherMaterial, type Material } from './material.ts';
import { present } from './numbering.ts';
import { areaPart, documentPart, onderzoekPart } from './onderzoek.ts';
import type { RapportOptions } from './options.ts';
import { reportSources } from './sources-table.ts';
import { numberVerbeterpunten } from './verbeterpunten.ts';

/** The model of the report on one gebied. */
export type LokaalModel = ContextLokaalBestand;

/** Builds the report on one gebied of an onderzoek that holds together; `toetsingskader` is that of the dossier. */
export function buildLokaal(
  dossier: Dossier,
  chain: Chain,
  toetsingskader: ToetsingskaderBestand,
  gebied: Gebied,
  options: RapportOptions,
): LokaalModel {
  const material = gatherMaterial(dossier, chain, toetsingskader, options);
  const plan = dossier.onderzoek.value;
  const body = bodyPart(material, gebied);
  const onderzoek = onderzoekPart(plan, options, gebied);
  const bronnen = reportSources(dossier, gebied.id, options);
  return {
    formaat: 1,
    niveau: 'lokaal',
    diepte: options.diepte,
    indeling: options.indeling,
    document: documentPart(plan, options, gebied),
    onderzoek,
    gebied: areaPart(gebied),
    ...body,
    grafieken: grafieken(material, gebied.id),
    bijlagen: annexes(material, bronnen, [onderzoek, body]),
  };
}

type Body = Pick<LokaalModel, 'samenvatting' | 'context' | 'oordeel' | 'hoofdstukken' | 'verbeterpunten'>;

/** What the team wrote about the gebied, numbered in the order of the report. */
function bodyPart(material: Material, { id }: Gebied): Body {
  const { oordelen, teksten } = material.dossier;
  const conclusie = oordelen.find(({ value }) => value.gebied === id)?.value.conclusie;
  const verbeterpunten = numberVerbeterpunten(material, id);
  const from = {
    waar: id,
    bevindingen: (ref: string) => printBevindingen(bevindingenAbout(material, ref, id), material),
    kanBeter: verbeterpunten.at,
    gebieden: () => [],
    burgers: () => [],
  };
  const oordeel = verdict(conclusie, id, material);
  const hoofdstukken = chapters(conclusie, from, material);
  material.numbering.finish();
  return {
    ...present('samenvatting', teksten.get(`${id}-samenvatting`)),
    ...present('context', teksten.get(`${id}-context`)),
    oordeel,
    hoofdstukken,
    verbeterpunten: verbeterpunten.groepen,
  };
}

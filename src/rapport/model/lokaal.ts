import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Chain } from '../../oordeel/chain.ts';
import type { ContextLokaalBestand, Gebied, ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { annexes } from './annexes.ts';
import { printBevindingen } from './bevinding.ts';
import { chapters, verdict } from './chapters.ts';
import { bevindingenAbout, gatherMaterial } from './material.ts';
import { present } from './numbering.ts';
import { areaPart, documentPart, onderzoekPart } from './onderzoek.ts';
import { DREMPEL, type RapportOptions } from './options.ts';
import { localSources } from './sources-table.ts';
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
  const conclusie = dossier.oordelen.find(({ value }) => value.gebied === gebied.id)?.value.conclusie;
  const verbeterpunten = numberVerbeterpunten(material, gebied.id);
  const from = {
    waar: gebied.id,
    bevindingen: (ref: string) => printBevindingen(bevindingenAbout(material, ref, gebied.id), material),
    kanBeter: verbeterpunten.at,
    gebieden: () => [],
  };
  const oordeel = verdict(conclusie, gebied.id, material);
  const hoofdstukken = chapters(conclusie, from, material);
  material.numbering.finish();
  const texts = {
    ...present('samenvatting', dossier.teksten.get(`${gebied.id}-samenvatting`)),
    ...present('context', dossier.teksten.get(`${gebied.id}-context`)),
  };
  const rules = { drempel: dossier.instellingen.privacy?.drempel ?? DREMPEL, open: options.diepte === 'intern' };
  const bronnen = localSources(dossier.bronnen, gebied.id, rules);
  return {
    formaat: 1,
    niveau: 'lokaal',
    ...options,
    document: documentPart(dossier.onderzoek.value, options, gebied),
    onderzoek: onderzoekPart(dossier.onderzoek.value, gebied),
    gebied: areaPart(gebied),
    ...texts,
    oordeel,
    hoofdstukken,
    verbeterpunten: verbeterpunten.groepen,
    bijlagen: annexes(material, bronnen, [texts, oordeel, hoofdstukken, verbeterpunten.groepen]),
  };
}

import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Chain } from '../../oordeel/chain.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import type {
  ContextOverkoepelendBestand,
  OverkoepelendBestand,
  Punt,
  RapportAanbeveling,
  RapportBevindingengroep,
  RapportGebiedsburgers,
  RapportGebiedsdeel,
  RapportGebiedsoordeel,
  RapportPunt,
  ToetsingskaderBestand,
} from '../../schema/generated/types.ts';
import { areaNoun } from '../wording.ts';
import { annexes } from './annexes.ts';
import { printBevindingen } from './bevinding.ts';
import { chapters, themaVerdicts, verdict } from './chapters.ts';
import { citizens, verdictPart } from './criterium.ts';
import { grafieken } from './grafieken.ts';
import { withKader } from './kaders.ts';
import { areasOf, bevindingenAbout, gatherMaterial, type Material } from './material.ts';
import { present } from './numbering.ts';
import { documentPart, onderzoekPart } from './onderzoek.ts';
import type { RapportOptions } from './options.ts';
import { reportSources } from './sources-table.ts';
import { numberVerbeterpunten } from './verbeterpunten.ts';

/** The model of the report on all gebieden together. */
export type OverkoepelendModel = ContextOverkoepelendBestand;

/** Builds the report on all gebieden of an onderzoek that holds together; `toetsingskader` is that of the dossier. */
export function buildOverkoepelend(
  dossier: Dossier,
  chain: Chain,
  toetsingskader: ToetsingskaderBestand,
  options: RapportOptions,
): OverkoepelendModel {
  const material = gatherMaterial(dossier, chain, toetsingskader, options);
  const plan = dossier.onderzoek.value;
  const body = bodyPart(material);
  const onderzoek = onderzoekPart(plan, options);
  const bronnen = reportSources(dossier, OVERKOEPELEND, options);
  return {
    formaat: 1,
    niveau: 'overkoepelend',
    diepte: options.diepte,
    indeling: options.indeling,
    document: documentPart(plan, options),
    onderzoek,
    ...body,
    grafieken: grafieken(material),
    bijlagen: annexes(material, bronnen, [onderzoek, body]),
  };
}

type Body = Points &
  Pick<OverkoepelendModel, 'samenvatting' | 'beschouwing' | 'oordeel' | 'hoofdstukken' | 'gebieden' | 'verbeterpunten'>;

/** What the team wrote about all gebieden, numbered in the order of the report. */
function bodyPart(material: Material): Body {
  const { overkoepelend, teksten } = material.dossier;
  const written = overkoepelend?.value;
  const verbeterpunten = numberVerbeterpunten(material);
  const from = {
    waar: OVERKOEPELEND,
    bevindingen: () => ({ bevindingen: [], bevindingen_elders: [] }),
    kanBeter: verbeterpunten.at,
    gebieden: (ref: string) => areaVerdicts(ref, material),
    burgers: (ref: string) => areaCitizens(ref, material),
  };
  const oordeel = verdict(written?.conclusie, OVERKOEPELEND, material);
  const points = pointsPart(written, material);
  const hoofdstukken = chapters(written?.conclusie, from, material);
  const gebieden = areaParts(material);
  material.numbering.finish();
  return {
    ...present('samenvatting', teksten.get('samenvatting')),
    ...present('beschouwing', teksten.get('beschouwing')),
    oordeel,
    ...points,
    hoofdstukken,
    gebieden,
    verbeterpunten: verbeterpunten.groepen,
  };
}

type Points = Pick<OverkoepelendModel, 'patronen' | 'risicos' | 'kansen' | 'aanbevelingen'>;

function pointsPart(written: OverkoepelendBestand | undefined, material: Material): Points {
  const list = (items: readonly Punt[] = []) => items.flatMap((item) => pointPart(item, material));
  return {
    patronen: list(written?.patronen),
    risicos: list(written?.risicos),
    kansen: list(written?.kansen),
    aanbevelingen: (written?.aanbevelingen ?? []).flatMap((item): RapportAanbeveling[] => {
      const passage = material.numbering.passage(item, `oordeel:${OVERKOEPELEND}/${item.id}`);
      return passage ? [{ ...passage, gericht_aan: item.gericht_aan }] : [];
    }),
  };
}

/** A point with the gebieden that it rests on: "3 van de 5 gemeenten". */
function pointPart(item: Punt, material: Material): RapportPunt[] {
  const all = material.dossier.onderzoek.value.gebieden;
  const areas = areasOf(material, item.rust_op);
  const passage = material.numbering.passage(item, `oordeel:${OVERKOEPELEND}/${item.id}`);
  const { meer } = areaNoun(
    all.map(({ soort }) => soort),
    material.options.termen,
  );
  const gebieden = { aantal: areas.length, van: all.length, soort: meer, namen: areas.map(({ naam }) => naam) };
  return passage ? [{ ...passage, gebieden }] : [];
}

function areaVerdicts(criterium: string, material: Material): RapportGebiedsoordeel[] {
  return material.dossier.onderzoek.value.gebieden.flatMap(({ id, naam }) => {
    const { oordeel, niet_beoordeeld } = verdictPart(material.oordeel(id, criterium), id, criterium, material.numbering);
    if (!oordeel && niet_beoordeeld === undefined) return [];
    return [{ gebied: naam, ...present('passage', oordeel), ...present('niet_beoordeeld', niet_beoordeeld) }];
  });
}

/** What citizens saw in each gebied: an oordeel over all of them is no reason for their voice to fall silent. */
function areaCitizens(criterium: string, material: Material): RapportGebiedsburgers[] {
  return material.dossier.onderzoek.value.gebieden.flatMap(({ id, naam }) => {
    const found = citizens(material.oordeel(id, criterium)?.burgerperspectief, material.numbering);
    return found ? [{ gebied: naam, ...found }] : [];
  });
}

/** Per gebied its conclusie and all its bevindingen, so that everything the report rests on stands in it. */
function areaParts(material: Material): RapportGebiedsdeel[] {
  const { dossier, numbering, criteria } = material;
  return dossier.onderzoek.value.gebieden.map(({ id, naam }) => {
    const conclusie = dossier.oordelen.find(({ value }) => value.gebied === id)?.value.conclusie;
    return {
      naam,
      ...present('conclusie', numbering.passage(conclusie, `oordeel:${id}/conclusie`)),
      themas: themaVerdicts(id, material),
      groepen: criteria.flatMap(({ ref, titel }): RapportBevindingengroep[] => {
        const { bevindingen } = printBevindingen(bevindingenAbout(material, ref, id), material);
        return bevindingen.length > 0 ? [{ criterium: withKader(titel, ref, material.kaderVan), bevindingen }] : [];
      }),
    };
  });
}

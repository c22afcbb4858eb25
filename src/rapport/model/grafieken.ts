import { describeGrafiek } from '../../grafiek/soorten.ts';
import type { Factor, RapportGrafiek, RapportGrafieken } from '../../schema/generated/types.ts';
import { areaNoun, dateWords } from '../wording.ts';
import { spokenAbout } from './grafiek-perspectieven.ts';
import { heatMap } from './grafiek-waarnemingen.ts';
import { FACTOREN } from './labels.ts';
import type { Material } from './material.ts';
import { present } from './numbering.ts';
import { countVerbeterpunten } from './verbeterpunten.ts';

/** Up to so many gebieden have numbers of their own in a picture. */
const FEW = 4;

/** A picture before it is described; `leeg` is said when there is nothing to show. */
export interface Cijfers extends Omit<RapportGrafiek, 'alt'> {
  leeg: string;
}

/** The pictures of the report on a gebied, by its id, or on all of them together. */
export function grafieken(material: Material, gebied?: string): RapportGrafieken {
  const { diepte } = material.options;
  return {
    perspectieven: described(spokenAbout(material, gebied)),
    goed_en_beter: described(goodAndBetter(material, gebied)),
    factoren: described(factors(material, gebied)),
    tijdlijn: described(timeline(material)),
    ...present('waarnemingen', diepte === 'intern' ? described(heatMap(material, gebied)) : undefined),
  };
}

function described({ leeg, ...cijfers }: Cijfers): RapportGrafiek {
  return { ...cijfers, alt: cijfers.regels.length === 0 ? leeg : describeGrafiek(cijfers) };
}

/** Counted are passages and verbeterpunten as the local reports have them. */
function goodAndBetter(material: Material, gebied?: string): Cijfers {
  const { gebieden } = material.dossier.onderzoek.value;
  const shown = gebied === undefined ? gebieden : gebieden.filter(({ id }) => id === gebied);
  const { een, meer } = areaNoun(
    gebieden.map(({ soort }) => soort),
    material.options.termen,
  );
  const apart = shown.length > 1 && shown.length <= FEW;
  const good = (criterium: string, ids: readonly string[]): number =>
    ids.reduce((total, id) => total + (material.oordeel(id, criterium)?.gaat_goed?.length ?? 0), 0);
  const better = (criterium: string, id?: string): number => countVerbeterpunten(material, criterium, id);
  const ids = shown.map(({ id }) => id);
  const counted = material.criteria.map(({ ref, titel }) => ({ ref, titel, goed: good(ref, ids), beter: better(ref, gebied) }));
  const told = counted.filter(({ goed, beter }) => goed + beter > 0);
  const note = 'Het aantal zegt hoeveel er is opgeschreven, niet hoe goed het gaat.';
  return {
    soort: 'goed-en-beter',
    titel: apart ? `Wat gaat goed en wat kan beter, per criterium en ${een}` : 'Wat gaat goed en wat kan beter, per criterium',
    kop: [
      'Criterium',
      ...(apart
        ? shown.flatMap(({ naam }) => [`${naam}: gaat goed`, `${naam}: kan beter`])
        : ['Wat gaat goed', 'Verbeterpunten']),
    ],
    regels: told.map(({ ref, titel, goed, beter }) => [
      titel,
      ...(apart ? shown.flatMap(({ id }) => [good(ref, [id]), better(ref, id)]) : [goed, beter]).map(String),
    ]),
    toelichting: shown.length > FEW ? `${note} Geteld is over alle ${shown.length} ${meer} samen.` : note,
    leeg: 'Er is nog niets vastgelegd over wat goed gaat en wat beter kan.',
  };
}

function factors(material: Material, gebied?: string): Cijfers {
  const { oordelen, overkoepelend } = material.dossier;
  const files = gebied === undefined ? [...oordelen, ...(overkoepelend ? [overkoepelend] : [])] : oordelen;
  const mine = files.filter(({ value }) => gebied === undefined || ('gebied' in value && value.gebied === gebied));
  const named = mine.flatMap(({ value }) => value.oordelen.flatMap(({ verklaringen = [] }) => verklaringen));
  const count = (factor: Factor | undefined): number => named.filter((item) => item.factor === factor).length;
  const rows = (Object.keys(FACTOREN) as Factor[]).map((factor) => [FACTOREN[factor], String(count(factor))]);
  return {
    soort: 'factoren',
    titel: 'Verklarende factoren',
    kop: ['Factor', 'Verklaringen'],
    regels:
      named.length === 0 ? [] : [...rows, ...(count(undefined) > 0 ? [['Geen factor genoemd', String(count(undefined))]] : [])],
    toelichting:
      gebied === undefined
        ? 'Geteld zijn de verklaringen bij de criteria, in de lokale rapporten en in dit rapport.'
        : 'Geteld zijn de verklaringen bij de criteria.',
    leeg: 'Er zijn geen verklaringen vastgelegd.',
  };
}

function timeline({ dossier }: Material): Cijfers {
  return {
    soort: 'tijdlijn',
    titel: 'De stappen van het onderzoek',
    kop: ['Stap', 'Van', 'Tot en met'],
    regels: (dossier.onderzoek.value.planning ?? []).map(({ stap, van, tot }) => [
      stap,
      dateWords(van),
      tot === undefined || tot <= van ? '' : dateWords(tot),
    ]),
    leeg: 'Er is geen planning vastgelegd.',
  };
}

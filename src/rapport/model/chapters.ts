import type { Dossier } from '../../onderzoek/dossier.ts';
import type { ToetsCriterium } from '../../onderzoek/toetsing.ts';
import type {
  Conclusie,
  RapportAntwoord,
  RapportHoofdstuk,
  RapportOordeel,
  RapportPassage,
  RapportThemaoordeel,
} from '../../schema/generated/types.ts';
import { groupBy } from '../../source/order.ts';
import { anchorOf, type CriteriumSources, criteriumPart, verdictPart } from './criterium.ts';
import { withKader } from './kaders.ts';
import type { Material } from './material.ts';
import { present } from './numbering.ts';

/** The judgement as a whole; answers and oordelen on themas stand here unless the chapters are made of them. */
export function verdict(conclusie: Conclusie | undefined, waar: string, material: Material): RapportOordeel {
  const { numbering, options, dossier } = material;
  const deelvragen = dossier.onderzoek.value.deelvragen ?? [];
  const byThema = options.indeling === 'thema';
  return {
    ...present('conclusie', numbering.passage(conclusie, `oordeel:${waar}/conclusie`)),
    antwoorden: byThema
      ? deelvragen.map(({ id, tekst }, index): RapportAntwoord => {
          return { nummer: index + 1, vraag: tekst, ...present('antwoord', answerTo(id, conclusie, material)) };
        })
      : [],
    themas: byThema ? [] : themaVerdicts(waar, material),
  };
}

/** The chapters of a report: per thema in the order of the kader, or per deelvraag in that of the plan. */
export function chapters(conclusie: Conclusie | undefined, from: CriteriumSources, material: Material): RapportHoofdstuk[] {
  return material.options.indeling === 'thema' ? chaptersByThema(from, material) : chaptersByQuestion(conclusie, from, material);
}

function chaptersByThema(from: CriteriumSources, material: Material): RapportHoofdstuk[] {
  return [...groupBy(material.criteria, ({ thema }) => thema.ref)].map(([ref, criteria]) => {
    const { oordeel } = verdictPart(material.oordeel(from.waar, ref), from.waar, ref, material.numbering);
    return {
      titel: withKader(criteria[0]?.thema.titel ?? ref, ref, material.kaderVan),
      ...present('inleiding', introduction(ref, material.dossier)),
      ...present('oordeel', oordeel),
      criteria: criteria.map((criterium) => criteriumPart(criterium, from, material)),
      elders: [],
    };
  });
}

/** What a thema is about, in the words of its kader. */
export function introduction(ref: string, { kaders }: Pick<Dossier, 'kaders'>): string | undefined {
  const thema = kaders.flatMap(({ themas }) => themas).find((item) => item.ref === ref);
  return thema?.bron.toelichting;
}

/** Each criterium stands in full under the first deelvraag that it serves; the other chapters refer to it. */
function chaptersByQuestion(conclusie: Conclusie | undefined, from: CriteriumSources, material: Material): RapportHoofdstuk[] {
  const deelvragen = material.dossier.onderzoek.value.deelvragen ?? [];
  const placed = new Set<string>();
  const found = deelvragen.map(({ id, tekst }, index): RapportHoofdstuk => {
    const serving = material.criteria.filter((criterium) => serves(criterium, id));
    const here = serving.filter(({ ref }) => !placed.has(ref));
    for (const { ref } of here) placed.add(ref);
    return {
      titel: `Deelvraag ${index + 1}: ${tekst}`,
      ...present('antwoord', answerTo(id, conclusie, material)),
      criteria: here.map((criterium) => criteriumPart(criterium, from, material)),
      elders: serving
        .filter((item) => !here.includes(item))
        .map(({ ref, titel }) => ({ titel: withKader(titel, ref, material.kaderVan), anker: anchorOf(ref) })),
    };
  });
  const rest = material.criteria.filter(({ ref }) => !placed.has(ref));
  if (rest.length === 0) return found;
  const criteria = rest.map((criterium) => criteriumPart(criterium, from, material));
  return [...found, { titel: 'Overige criteria', criteria, elders: [] }];
}

function serves({ deelvragen, indicatoren }: ToetsCriterium, id: string): boolean {
  return deelvragen.includes(id) || indicatoren.some((indicator) => indicator.deelvragen.includes(id));
}

function answerTo(id: string, conclusie: Conclusie | undefined, { numbering }: Material): RapportPassage | undefined {
  return numbering.passage(conclusie?.antwoorden?.find(({ deelvraag }) => deelvraag === id));
}

/** The oordelen on themas as a whole; `waar` is `overkoepelend` or the id of a gebied. */
export function themaVerdicts(waar: string, material: Material): RapportThemaoordeel[] {
  return [...groupBy(material.criteria, ({ thema }) => thema.ref)].flatMap(([ref, [first]]) => {
    const { oordeel } = verdictPart(material.oordeel(waar, ref), waar, ref, material.numbering);
    const thema = withKader(first?.thema.titel ?? ref, ref, material.kaderVan);
    return oordeel ? [{ thema, passage: oordeel }] : [];
  });
}

import { countLeading } from '../source/order.ts';
import type { Alinea, Codering, GecodeerdeTekst, Gelezen, Passage } from './model.ts';

/**
 * The part of a text that a codering is about, without white space around it; `undefined` when no text is left of it. A codering at
 * one place, without a part of the text, is about its whole paragraph.
 */
export function rangeOf(
  { start, end }: Codering,
  { tekst, alineas }: GecodeerdeTekst,
): { start: number; end: number } | undefined {
  if (start === end) {
    const around = alineas[countLeading(alineas, (alinea) => alinea.end < start)];
    return around && around.start <= start ? trimmed(around, tekst) : undefined;
  }
  return trimmed({ start, end }, tekst);
}

function trimmed({ start, end }: { start: number; end: number }, tekst: string): { start: number; end: number } | undefined {
  const part = tekst.slice(start, end);
  const text = part.trim();
  if (text === '') return undefined;
  const from = start + part.indexOf(text);
  return { start: from, end: from + text.length };
}

/** The first and last paragraph of a part of the text, counted from 1; the paragraphs stand in the order of the text. */
export function alineasOf(start: number, end: number, alineas: readonly Alinea[]): { eerste: number; laatste: number } {
  const eerste = countLeading(alineas, (alinea) => alinea.end <= start) + 1;
  const laatste = countLeading(alineas, (alinea) => alinea.start < end);
  if (eerste <= laatste) return { eerste, laatste };
  const before = Math.max(
    1,
    countLeading(alineas, (alinea) => alinea.start <= start),
  );
  return { eerste: before, laatste: before };
}

/**
 * The passages of a text, in its order: what several people coded on the very same part is one passage. The `aantekeningen` are
 * passages also when nobody coded them.
 */
export function joinPassages(
  tekst: GecodeerdeTekst,
  gelezen: readonly (Gelezen & { start: number; end: number })[],
  aantekeningen: readonly Alinea[] = [],
): Passage[] {
  const passages = new Map<string, Passage>();
  const at = ({ start, end }: Alinea): Passage => {
    const key = `${start}-${end}`;
    const part = tekst.tekst.slice(start, end);
    const passage = passages.get(key) ?? { start, end, tekst: part, ...alineasOf(start, end, tekst.alineas), gelezen: [] };
    passages.set(key, passage);
    return passage;
  };
  for (const { start, end, ...one } of gelezen) at({ start, end }).gelezen.push(one);
  for (const alinea of aantekeningen) {
    const range = trimmed(alinea, tekst.tekst);
    if (range) at(range);
  }
  return [...passages.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** How many paragraphs have no passage in them at all. */
export function countUncoded(alineas: readonly Alinea[], passages: readonly { start: number; end: number }[]): number {
  return uncodedAlineas(alineas, passages).length;
}

/** The paragraphs that have no passage in them at all; both stand in the order of the text, and passages may overlap. */
export function uncodedAlineas(alineas: readonly Alinea[], passages: readonly { start: number; end: number }[]): Alinea[] {
  let [next, furthest] = [0, 0];
  return alineas.filter(({ start, end }) => {
    for (let passage = passages[next]; passage && passage.start < end; passage = passages[next]) {
      furthest = Math.max(furthest, passage.end);
      next += 1;
    }
    return furthest <= start;
  });
}

/** How the place of a passage is written: “12”, or “12-14”. */
export function alineaText({ eerste, laatste }: Pick<Passage, 'eerste' | 'laatste'>): string {
  return eerste === laatste ? `${eerste}` : `${eerste}-${laatste}`;
}

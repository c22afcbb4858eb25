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
    const around = alineas.find((alinea) => alinea.start <= start && start <= alinea.end);
    return around && trimmed(around, tekst);
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

/** The first and last paragraph of a part of the text, counted from 1. */
export function alineasOf(start: number, end: number, alineas: readonly Alinea[]): { eerste: number; laatste: number } {
  const touched = alineas.flatMap((alinea, index) => (alinea.start < end && alinea.end > start ? [index + 1] : []));
  const before = alineas.filter((alinea) => alinea.start <= start).length;
  return { eerste: touched[0] ?? Math.max(1, before), laatste: touched.at(-1) ?? Math.max(1, before) };
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

/** The paragraphs that have no passage in them at all. */
export function uncodedAlineas(alineas: readonly Alinea[], passages: readonly { start: number; end: number }[]): Alinea[] {
  return alineas.filter(({ start, end }) => !passages.some((passage) => passage.start < end && passage.end > start));
}

/** How the place of a passage is written: “12”, or “12-14”. */
export function alineaText({ eerste, laatste }: Pick<Passage, 'eerste' | 'laatste'>): string {
  return eerste === laatste ? `${eerste}` : `${eerste}-${laatste}`;
}

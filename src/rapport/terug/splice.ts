import { hunksBetween } from './words.ts';

/**
 * Makes a change in text as it is written in a file (Markdown, or a YAML scalar), where it has marks and line ends that the text itself
 * has not: only the words that differ are replaced, so that all else stays as it was laid out. The result may not say what was meant
 * where the marks stand in the way: the caller reads it back. Nothing when the text cannot be found in what is written.
 */
export function spliceText(written: string, before: string, after: string, inert: (text: string) => string): string | undefined {
  const places = alignment(written, before);
  if (!places) return undefined;
  const at = (index: number): number => places[index] ?? written.length;
  const endOf = (index: number): number => (index === 0 ? (places[0] ?? 0) : (places[index - 1] ?? 0) + 1);
  return hunksBetween(before, after).reduceRight((text, { start, end, text: piece }) => {
    const from = start === end && !isSpaceBefore(before, start) ? endOf(start) : at(start);
    const to = start === end ? from : Math.max(from, isSpaceBefore(before, end) ? at(end) : endOf(end));
    return text.slice(0, from) + inert(piece) + text.slice(to);
  }, written);
}

/** A run of white space in the file stands for one space of the text, and goes as a whole. */
function isSpaceBefore(text: string, end: number): boolean {
  return /\s/.test(text[end - 1] ?? '');
}

/** For each sign of a text its place in what is written; what is written may hold other signs between them. */
function alignment(written: string, text: string): number[] | undefined {
  const places: number[] = [];
  let at = 0;
  for (const sign of text.split('')) {
    const isSpace = /\s/.test(sign);
    while (at < written.length && !(isSpace ? /\s/.test(written[at] ?? '') : written[at] === sign)) at += 1;
    if (at === written.length) return undefined;
    places.push(at);
    at += 1;
  }
  return places;
}

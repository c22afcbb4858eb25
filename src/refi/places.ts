import type { RefiSelection } from './model.ts';
import type { RawSelection } from './project.ts';

/** A way of counting the characters of a text: the text of which a place is a number of code points. */
interface Counting {
  text: string;
  /** The place in UTF-16 code units of each code point, and that of the end. */
  places: Uint32Array;
  /** What a place is more than the code points before it. */
  shift: number;
}

/** Selections with their places in the text as it is shown. */
export interface Placed {
  text: string;
  selections: RefiSelection[];
  outside: number;
  doubtful: boolean;
}

/**
 * Finds the passages of a text. Places are code points, but programs do not agree whether a line break of Windows is one or two
 * of them, and whether a byte order mark counts. The names they give to selections are often the beginning of the passage: the
 * way of counting is taken with which most of these fit; without any such name, that of the program that wrote it.
 */
export function placeSelections(written: string, selections: readonly RawSelection[], origin: string): Placed {
  const ways = countings(written, origin);
  const named = selections.filter(({ name, start, end }) => isExcerpt(name) && end > start);
  const fits = ways.map((way) => named.filter((selection) => fitsName(selection, way)).length);
  const most = Math.max(...fits);
  const way = ways[fits.indexOf(most)] ?? { text: '', places: new Uint32Array(1), shift: 0 };
  return { ...placeAll(way, selections), doubtful: named.length > 1 && most === 0 && looksLikeExcerpts(named, way) };
}

function countings(written: string, origin: string): Counting[] {
  const bare = written.replace(/^\ufeff/, '');
  const unix = bare.replace(/\r\n?/g, '\n');
  const texts = /atlas/i.test(origin) ? [unix, bare] : [bare, unix];
  return texts.flatMap((text) => {
    const places = codePointPlaces(text);
    return [0, 1].map((shift) => ({ text, places, shift }));
  });
}

/** Enough of a text to recognise it; a number or a single word may be anything. */
function isExcerpt(name: string): boolean {
  return flat(name).length >= 12 && flat(name).includes(' ');
}

function fitsName({ name, start, end }: RawSelection, way: Counting): boolean {
  if (end - way.shift >= way.places.length) return false;
  return flat(way.text.slice(way.places[start - way.shift], way.places[end - way.shift])).startsWith(flat(name));
}

/** Names that stand in the text, but at none of the places that were said. */
function looksLikeExcerpts(named: readonly RawSelection[], { text }: Counting): boolean {
  const whole = flat(text);
  return named.some(({ name }) => whole.includes(flat(name)));
}

function flat(text: string): string {
  return text
    .replace(/(?:\.{3}|…)\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function placeAll({ text, places, shift }: Counting, selections: readonly RawSelection[]): Omit<Placed, 'doubtful'> {
  const shown = text.replace(/\r\n?/g, '\n');
  const lost = lostBefore(text);
  const found = selections.flatMap(({ start, end, codings }): RefiSelection[] => {
    const [from, to] = [places[start - shift], places[end - shift]];
    if (start < 0 || end <= start || from === undefined || to === undefined) return [];
    return [{ start: from - lost(from), end: to - lost(to), codings }];
  });
  return { text: shown, selections: found, outside: selections.length - found.length };
}

function codePointPlaces(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    places[count] = at;
    count += 1;
    if ((text.codePointAt(at) ?? 0) > 0xffff) at += 1;
  }
  places[count] = text.length;
  return places.subarray(0, count + 1);
}

/** How many carriage returns before a place are gone from the text as it is shown. */
function lostBefore(text: string): (place: number) => number {
  const gone = [...text.matchAll(/\r(?=\n)/g)].map(({ index }) => index);
  if (gone.length === 0) return () => 0;
  return (place) => {
    let [low, high] = [0, gone.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((gone[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

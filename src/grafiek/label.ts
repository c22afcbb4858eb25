import { LINE, TYPE } from './house.ts';

// Of Source Sans 3 Semibold, in thousandths of its size, from the space to the tilde: no style that pictures use is wider.
const ADVANCES = [
  200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513, 513, 513,
  513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745, 657, 674, 582, 674,
  592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263,
  522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
];
const LATIN = 860;
// A character that the font may lack is printed in a PDF as its number: `[U+1F600]`.
const NUMBERED = 4500;

/** How wide a text is at most, in pixels: the same on every machine, which a measurement of its own fonts is not. */
export function textWidth(text: string, size: number = TYPE): number {
  let width = 0;
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    width += ADVANCES[code - 0x20] ?? (code < 0x250 || (code >= 0x2010 && code < 0x2040) ? LATIN : NUMBERED);
  }
  return (width * size) / 1000;
}

/** The text of one line as it is drawn in the space there is: cut with "…" when it is too long. */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Breaks a text into lines that fit, at spaces and behind hyphens and slashes, and a word that is longer than a line wherever
 * the line ends. What does not fit in `most` lines is cut with "…": the table beside a picture has the whole text.
 */
export function wrap(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < most - 1 && textWidth(rest) > width) {
    const end = lineEnd(rest, width);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? lines : [...lines, shorten(rest, width)];
}

/** Where the first line of a text ends, as an index into it; at least one character further than its beginning. */
function lineEnd(text: string, width: number): number {
  let [at, breakAt] = [0, 0];
  for (const character of text) {
    if (at > 0 && textWidth(text.slice(0, at) + (character === ' ' ? '' : character)) > width) break;
    at += character.length;
    if (/[ /-]/.test(character)) breakAt = at;
  }
  return breakAt || at;
}

/** Labels of an axis, and the space that they take. */
export interface Labels {
  /** A value for each row or column, different for each, which `expression` turns into the lines of its label. */
  values: string[];
  /** In pixels. */
  width: number;
  height: number;
}

/** The Vega expression that draws a value of `Labels`. Texts reach Vega as data only, never within an expression. */
export const LABEL = "slice(split(datum.value, '\\n'), 1)";

/** Makes labels of at most so many pixels wide and so many lines high. */
export function labelsOf(texts: readonly string[], width: number, most: number): Labels {
  const lines = texts.map((text) => wrap(text, width, most));
  const widest = lines.flat().reduce((wide, line) => Math.max(wide, textWidth(line)), 0);
  const highest = lines.reduce((high, { length }) => Math.max(high, length), 1);
  return {
    values: lines.map((parts, index) => [index, ...parts].join('\n')),
    width: Math.ceil(widest),
    height: highest * LINE,
  };
}

/** What a page holds of rows, in pixels, beside their headings and the legend; and what separates them when there are few. */
const ROOM = 760;
const GAP = 8;

/** Labels of rows with the height that each row has: the more rows there are, the fewer lines a label may take. */
export function rowLabels(texts: readonly string[], width: number, most: number): Labels & { step: number } {
  const room = Math.floor(ROOM / texts.length);
  const labels = labelsOf(texts, width, Math.max(1, Math.min(most, Math.floor((room - GAP) / LINE))));
  return { ...labels, step: Math.max(LINE + 1, Math.min(labels.height + GAP, room)) };
}

/** The axis along which rows have their names, to the left of them and aligned left; their middle is that of the row. */
export function rowAxis({ width, height }: Labels): object {
  const lines = Array.from({ length: height / LINE }, (_, index) => index + 1);
  const condition = lines.map((count) => ({
    test: `length(split(datum.value, '\\n')) === ${count + 1}`,
    value: ((1 - count) * LINE) / 2,
  }));
  const labelOffset = { condition, value: 0 };
  return { labelExpr: LABEL, labelAlign: 'left', labelBaseline: 'middle', labelPadding: width + 16, labelOffset };
}

/** The axis along which columns have their names, above them, upright. */
export function columnAxis({ height }: Labels): object {
  return { orient: 'top', labelExpr: LABEL, labelAngle: 0, labelBaseline: 'bottom', labelPadding: height - LINE + 6 };
}

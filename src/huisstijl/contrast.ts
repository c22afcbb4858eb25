/** Of text against what it stands on, WCAG 2.2 level AA; sizes of text that would need less are not told apart. */
export const TEXT_CONTRAST = 4.5;

/** What the standard look keeps, and what a colour that is made of another gets: level AAA. */
export const EASY_CONTRAST = 7;

/** The contrast of two colours (`#rrggbb`) as WCAG 2.2 defines it: from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** A mixture of two colours (`#rrggbb`): `share` of the second, from 0 to 1. */
export function mix(one: string, other: string, share: number): string {
  const second = channels(other);
  const mixed = channels(one).map((value, index) => Math.round(value + ((second[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The colour nearest to one, darker or lighter, that has a contrast on each of the backgrounds: of one hundred steps to black and to
 * white the first. `undefined` where neither can be read on all of them.
 */
export function nearestReadable(colour: string, backgrounds: readonly string[], contrast: number): string | undefined {
  const isReadable = (candidate: string): boolean => backgrounds.every((other) => contrastOf(candidate, other) >= contrast);
  for (let step = 0; step <= 100; step++) {
    const found = ['#000000', '#ffffff'].map((end) => mix(colour, end, step / 100)).find(isReadable);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A contrast as it is written: "4,49 : 1". It is cut, not rounded, so that what is too little never reads as enough. */
export function contrastWords(contrast: number): string {
  return `${String(Math.floor(contrast * 100) / 100).replace('.', ',')} : 1`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** Colours relative to the white of D50, as ICC reckons them (X, Y, Z). */
const WHITE = [0.9642, 1, 0.8249];
const PRIMARIES = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
};
/** So many points of the curve from stored values to light. */
const POINTS = 256;
const HEADER = 128;

/**
 * An ICC profile (ICC.1:2001-04, version 2.1) of the colour space sRGB (IEC 61966-2-1), made from its definition. As bytes, one
 * character each.
 */
export function srgbProfile(): string {
  const curve = tagged(
    'curv',
    number(POINTS, 4) + Array.from({ length: POINTS }, (_, index) => number(light(index), 2)).join(''),
  );
  const tags: (readonly [string, string])[] = [
    ['desc', description('sRGB')],
    ['cprt', tagged('text', 'No copyright\0')],
    ['wtpt', colour(WHITE)],
    ...Object.entries(PRIMARIES).map(([name, xyz]) => [name, colour(xyz)] as const),
    ...['rTRC', 'gTRC', 'bTRC'].map((name) => [name, curve] as const),
  ];
  const { table, data } = laidOut(tags);
  return header(HEADER + table.length + data.length) + table + data;
}

/** The three curves are one: what was laid out already is pointed at again. */
function laidOut(tags: readonly (readonly [string, string])[]): { table: string; data: string } {
  const first = HEADER + 4 + tags.length * 12;
  const places = new Map<string, number>();
  let data = '';
  const entries = tags.map(([name, content]) => {
    const at = places.get(content) ?? first + data.length;
    if (!places.has(content)) data += padded(content);
    places.set(content, at);
    return name + number(at, 4) + number(content.length, 4);
  });
  return { table: number(tags.length, 4) + entries.join(''), data };
}

function header(size: number): string {
  const date = [2026, 1, 1, 0, 0, 0].map((part) => number(part, 2)).join('');
  const fields = `${number(size, 4)}${number(0, 4)}${number(0x02100000, 4)}mntrRGB XYZ ${date}acsp`;
  // Platform, flags, device and intent say nothing; then the white of the connection space.
  return (fields + number(0, 28) + WHITE.map(fixed).join('')).padEnd(HEADER, '\0');
}

/** The light that a stored value stands for, of 65535 (IEC 61966-2-1). */
function light(index: number): number {
  const stored = index / (POINTS - 1);
  const linear = stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4;
  return Math.round(linear * 65535);
}

function description(text: string): string {
  return tagged('desc', `${number(text.length + 1, 4)}${text}\0`.padEnd(4 + text.length + 1 + 78, '\0'));
}

function colour(xyz: readonly number[]): string {
  return tagged('XYZ ', xyz.map(fixed).join(''));
}

function tagged(type: string, content: string): string {
  return type + number(0, 4) + content;
}

/** A number with sixteen bits before the point and sixteen behind it. */
function fixed(value: number): string {
  return number(Math.round(value * 65536), 4);
}

function padded(content: string): string {
  return content.padEnd(Math.ceil(content.length / 4) * 4, '\0');
}

/** A whole number in so many bytes, the largest first. */
function number(value: number, bytes: number): string {
  let text = '';
  for (let rest = value, left = bytes; left > 0; left -= 1, rest = Math.floor(rest / 256))
    text = String.fromCharCode(rest % 256) + text;
  return text;
}

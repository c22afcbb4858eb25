import { parseXml, type XmlAttributes } from '../xml/parse.ts';
import { encodeXml } from '../xml/xml-text.ts';

/** An SVG written anew of what draws in it, and its size. */
export interface Svg {
  content: string;
  width: number;
  height: number;
}

const SVG = 'http://www.w3.org/2000/svg';
/** An attribute of SVG itself has no namespace; one that has is of another program, but for the older form of `href`. */
const OWN = 'eigen';
const NAMESPACES = { [SVG]: '', '': OWN, 'http://www.w3.org/1999/xlink': 'xlink' };

const SHAPES = ['svg', 'g', 'defs', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];
const DRAWS: ReadonlySet<string> = new Set([...SHAPES, 'linearGradient', 'radialGradient', 'stop', 'clipPath']);
/** What says something of the picture, and draws nothing. */
const SAYS: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['id', 'd', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'fx', 'fy', 'r', 'rx', 'ry', 'width', 'height', 'points'],
  ...['viewBox', 'preserveAspectRatio', 'transform', 'opacity', 'display', 'visibility', 'color'],
  ...['fill', 'fill-rule', 'fill-opacity', 'clip-path', 'clip-rule', 'clipPathUnits'],
  ...['stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'offset', 'stop-color', 'stop-opacity'],
  ...['gradientUnits', 'gradientTransform', 'spreadMethod', 'href'],
]);

/** How many CSS pixels go into a unit of length. */
const PIXELS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

/** Why an element is refused, and what to do. */
const HELP: Readonly<Record<string, string>> = {
  script: 'een script',
  style: 'een opmaakblad (<style>); exporteer het logo met presentatiekenmerken, of als PNG',
  text: 'tekst (<text>), die er overal anders uitziet; zet de letters om in contouren',
  image: 'een ander beeld (<image>); exporteer het logo als PNG',
  use: 'een symbool (<use>); exporteer het logo zonder symbolen, of als PNG',
  foreignObject: 'een ander soort document (<foreignObject>)',
};

/**
 * Reads an SVG and writes anew what draws in it: shapes and gradients, with nothing that runs, is fetched or depends on fonts. Gives a
 * Dutch clause that says why it cannot be used.
 */
export function readSvgLogo(source: string): Svg | string {
  const writer = createWriter();
  const problem = parseXml(source, NAMESPACES, { open: writer.open, close: writer.close });
  if (problem !== undefined) return `is niet te lezen: ${problem}`;
  if (writer.problem() !== undefined) return `bevat ${writer.problem()}`;
  const [width = 0, height = 0] = sizeOf(writer.root());
  if (![width, height].every((side) => Number.isFinite(side) && side > 0)) return 'heeft geen afmetingen (viewBox)';
  return { content: writer.content(), width, height };
}

function sizeOf({ viewBox, width, height }: Readonly<Record<string, string>>): (number | undefined)[] {
  if (viewBox === undefined) return [pixelsOf(width), pixelsOf(height)];
  const sides = viewBox.trim().split(/[\s,]+/);
  return sides.length === 4 ? sides.slice(2).map(Number) : [];
}

/** A length as a number of pixels; nothing for one that depends on what is around it, such as a percentage. */
function pixelsOf(length = ''): number | undefined {
  const [, number = '', unit = ''] = /^\s*([\d.]+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length) ?? [];
  const pixels = PIXELS[unit.toLowerCase()];
  return number === '' || pixels === undefined ? undefined : Number(number) * pixels;
}

function createWriter() {
  const parts: string[] = [];
  let [skipping, depth] = [0, 0];
  let refused: string | undefined;
  let top: Record<string, string> = {};
  const refuse = (why: string): void => {
    refused ??= why;
  };
  return {
    open(written: string, attributes: XmlAttributes): void {
      const name = written.replace(/^:/, '');
      // What programs keep for themselves has a namespace of its own.
      if (skipping > 0 || written === name || SAYS.has(name)) {
        skipping += 1;
        return;
      }
      if (!DRAWS.has(name) || (depth === 0) !== (name === 'svg')) {
        refuse(HELP[name] ?? `een onderdeel <${name}>`);
        return;
      }
      depth += 1;
      const kept = keptAttributes(attributes, refuse);
      if (depth === 1) top = kept;
      const all = depth === 1 ? { xmlns: SVG, ...withoutSize(kept) } : kept;
      parts.push(
        `<${name}${Object.entries(all)
          .map(([key, value]) => ` ${key}="${encodeXml(value)}"`)
          .join('')}>`,
      );
    },
    close(written: string): void {
      if (skipping > 0) skipping -= 1;
      else if (refused === undefined) {
        depth -= 1;
        parts.push(`</${written.replace(/^:/, '')}>`);
      }
    },
    problem: () => refused,
    root: () => top,
    content: () => parts.join(''),
  };
}

/** A huisstijl says how large a logo is: of the SVG only its proportions count, as a viewBox gives them. */
function withoutSize({ width, height, ...kept }: Readonly<Record<string, string>>): Record<string, string> {
  return { viewBox: `0 0 ${pixelsOf(width)} ${pixelsOf(height)}`, ...kept };
}

function keptAttributes(attributes: XmlAttributes, refuse: (why: string) => void): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of inForce(attributes)) {
    if (/^on/i.test(name)) refuse(`een opdracht (${name})`);
    if (!ATTRIBUTES.has(name)) continue;
    if (pointsOutside(name, value)) refuse(`een verwijzing naar elders (${name}="${value.slice(0, 40)}")`);
    kept[name] = value;
  }
  return kept;
}

/** What an element says of itself; of what it says twice the last is in force: `href` above its older form, and a `style` above all. */
function inForce({ 'xlink:href': older, ...attributes }: XmlAttributes): [string, string][] {
  const own = Object.entries(attributes).flatMap(([written, value]): [string, string][] =>
    written.startsWith(`${OWN}:`) ? [[written.slice(OWN.length + 1), value]] : [],
  );
  return [
    ...(older === undefined ? [] : [['href', older] as [string, string]]),
    ...own,
    ...declarations(attributes[`${OWN}:style`]),
  ];
}

const IMPORTANT = /!\s*important\s*$/i;

/** The declarations of a `style` as the attributes that mean the same, the important ones last. */
function declarations(style = ''): [string, string][] {
  const pairs = style.split(';').map((declaration): [string, string] => {
    const [name = '', ...value] = declaration.split(':');
    return [name.trim(), value.join(':').trim()];
  });
  const important = pairs.filter(([, value]) => IMPORTANT.test(value));
  return [...pairs.filter(([, value]) => !IMPORTANT.test(value)), ...important]
    .map(([name, value]): [string, string] => [name, value.replace(IMPORTANT, '').trim()])
    .filter(([, value]) => value !== '');
}

function pointsOutside(name: string, value: string): boolean {
  if (name === 'href') return !/^#[\w-]+$/.test(value);
  const urls = value.match(/url\s*\(/gi) ?? [];
  const inside = value.match(/url\(\s*["']?#[\w-]+["']?\s*\)/gi) ?? [];
  return urls.length !== inside.length || value.includes('\\');
}

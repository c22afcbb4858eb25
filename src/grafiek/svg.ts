import { parseXml } from '../xml/parse.ts';
import { encodeXml } from '../xml/xml-text.ts';
import type { Beeld, SvgElement } from './model.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The attributes that draw something; what Vega adds for scripts and for itself goes. */
const DRAWN: ReadonlySet<string> = new Set([
  ...['width', 'height', 'viewBox', 'transform', 'd', 'x', 'y', 'dx', 'dy', 'x1', 'y1', 'x2', 'y2'],
  ...['fill', 'stroke', 'stroke-width', 'stroke-miterlimit', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor'],
]);

/** Reads a picture that Vega drew, and keeps of it only what is seen. Throws when there is no picture in it, which is a bug. */
export function readSvg(source: string): Beeld {
  const top: SvgElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  const problem = parseXml(
    source,
    { [SVG]: '' },
    {
      open: (written, attributes) => {
        const name = written.replace(':', '');
        const shown = Object.entries(attributes).map(([key, value]) => [key.replace(':', ''), rounded(value)] as const);
        const kept = shown.filter(([key]) => DRAWN.has(key));
        const element: SvgElement = { name, attributes: Object.fromEntries(kept), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      close: () => void open.pop(),
      text: (data) => void open.at(-1)?.children.push(data),
    },
  );
  const [root] = top.children;
  if (problem || root === undefined || typeof root === 'string') throw new Error(`no picture: ${problem ?? 'empty'}`);
  const { width, height } = root.attributes;
  return { root: { ...root, children: root.children.flatMap(seen) }, width: Number(width), height: Number(height) };
}

/** Numbers in hundredths of a pixel: what comes after is the rounding of a processor, and nobody sees it. */
function rounded(value: string): string {
  return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

/** An element without what draws nothing: empty groups, and shapes without an outline or a size. */
function seen(node: SvgElement | string): (SvgElement | string)[] {
  if (typeof node === 'string') return [node];
  const children = node.children.flatMap(seen);
  const { fill, stroke } = node.attributes;
  const isBare =
    (node.name === 'path' && fill === undefined && stroke === undefined) || (node.name === 'g' && children.length === 0);
  if (isBare) return [];
  const only = node.name === 'g' && Object.keys(node.attributes).length === 0;
  return only ? children : [{ ...node, children }];
}

/** Writes a picture as SVG that stands on its own, with its name and its description for who does not see it. */
export function writeSvg({ root }: Beeld, { titel, alt }: { titel?: string; alt?: string } = {}): string {
  const named = [titel === undefined ? undefined : text('title', titel), alt === undefined ? undefined : text('desc', alt)];
  const children = [...named.flatMap((element) => element ?? []), ...root.children];
  return write({
    ...root,
    attributes: { xmlns: SVG, ...(alt === undefined ? {} : { role: 'img' }), ...root.attributes },
    children,
  });
}

function text(name: string, value: string): SvgElement {
  return { name, attributes: {}, children: [value] };
}

function write(node: SvgElement | string): string {
  if (typeof node === 'string') return encodeXml(node);
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${encodeXml(value)}"`);
  const begin = `<${node.name}${attributes.join('')}`;
  return node.children.length === 0 ? `${begin}/>` : `${begin}>${node.children.map(write).join('')}</${node.name}>`;
}

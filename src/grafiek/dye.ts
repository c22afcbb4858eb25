import type { Kleuren } from '../huisstijl/model.ts';
import { COLOURS } from './house.ts';
import type { Beeld, SvgElement } from './model.ts';

/** Gives a picture the colours of a huisstijl. It is drawn with those of `COLOURS` alone, so each of them stands for a name. */
export function dye(beeld: Beeld, kleuren: Kleuren): Beeld {
  const names = Object.keys(COLOURS) as (keyof typeof COLOURS)[];
  const dyes = new Map<string, string>(names.map((name) => [COLOURS[name], kleuren[name]]));
  const dyed = (node: SvgElement): SvgElement => {
    const attributes = Object.entries(node.attributes).map(([key, value]) => [key, dyes.get(value) ?? value]);
    const children = node.children.map((child) => (typeof child === 'string' ? child : dyed(child)));
    return { ...node, attributes: Object.fromEntries(attributes), children };
  };
  return { ...beeld, root: dyed(beeld.root) };
}

import { BuilderElement, type XmlComponent } from './engine.ts';

/** An element that the library has no class for; a text in it stands as it is. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly (XmlComponent | string)[] = [],
): BuilderElement {
  const keyed = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }]));
  // The library's type leaves out the texts that it does take.
  return new BuilderElement({ name, attributes: keyed, children: children as readonly XmlComponent[] });
}

import { parseXml } from '../xml/parse.ts';
import { WORD_NAMESPACES } from './names.ts';

/** Reads `docProps/custom.xml`: the properties that somebody added, by name; a text is the clause that says why it cannot be read. */
export function readProperties(xml: string): Record<string, string> | string {
  const properties: Record<string, string> = Object.create(null);
  let name: string | undefined;
  const problem = parseXml(xml, WORD_NAMESPACES, {
    open(element, attributes) {
      if (element === 'prop:property') name = attributes.name;
    },
    close(element) {
      if (element === 'prop:property') name = undefined;
    },
    text(data) {
      if (name !== undefined) properties[name] = (properties[name] ?? '') + data;
    },
  });
  return problem ?? properties;
}

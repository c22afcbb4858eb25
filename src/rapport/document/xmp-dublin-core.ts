import { encodeXml } from '../../xml/xml-text.ts';
import type { DocumentMeta } from './model.ts';

/**
 * What Dublin Core says of a document besides the title, creator, description, language and format that Typst writes: an element for the
 * XMP of its PDF, with the containers that XMP asks of each (ISO 16684-1, 8.3).
 */
export function dublinCoreXmp({ auteurs, datum, trefwoorden }: DocumentMeta): string {
  const fields = [
    field('date', 'Seq', [datum]),
    field('publisher', 'Bag', auteurs),
    field('subject', 'Bag', trefwoorden),
    field('type', 'Bag', ['Text']),
  ];
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">${fields.join('')}</rdf:Description>`;
}

function field(name: string, container: 'Bag' | 'Seq', values: readonly string[]): string {
  if (values.length === 0) return '';
  const items = values.map((value) => `<rdf:li>${encodeXml(value)}</rdf:li>`).join('');
  return `<dc:${name}><rdf:${container}>${items}</rdf:${container}></dc:${name}>`;
}

import { normaliseZip } from '../tabel/zip.ts';
import { Document, type IPropertiesOptions, Packer } from './engine.ts';

/** What a Word document holds beside what the library writes. */
export interface PackOptions {
  /** ISO; it is the only date in the document. */
  date: string;
  /** `word/styles.xml`. */
  styles: string;
  /** The addresses that are linked to, and their ids without `rId`, of the body and of the footnotes. */
  links: Readonly<Record<'body' | 'notes', ReadonlyMap<string, string>>>;
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Writes a Word document with styles of its own. The same options give the same bytes. */
export async function packWord(options: IPropertiesOptions, { date, styles, links }: PackOptions): Promise<Uint8Array> {
  // With styles, even without any, the library leaves its own out.
  const document = new Document({ ...options, styles: {} });
  for (const [address, id] of links.body) document.Document.Relationships.addRelationship(id, HYPERLINK, address, 'External');
  for (const [address, id] of links.notes) document.FootNotes.Relationships.addRelationship(id, HYPERLINK, address, 'External');
  return normaliseZip(await Packer.toBuffer(document), date, (name, xml) => {
    if (name === 'word/styles.xml') return styles;
    return name === 'docProps/core.xml' ? xml.replace('</cp:coreProperties>', '<dc:language>nl-NL</dc:language>$&') : xml;
  });
}

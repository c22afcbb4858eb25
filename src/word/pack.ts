import { normaliseZip } from '../tabel/zip.ts';
import { openArchive } from '../xml/archive.ts';
import { Document, type IPropertiesOptions, Packer } from './engine.ts';
import { SEAL_PROPERTY, sealOf } from './seal.ts';

/** What a Word document holds beside what the library writes. */
export interface PackOptions {
  /** ISO; it is the only date in the document. */
  date: string;
  /** `word/styles.xml`. */
  styles: string;
  /** `word/theme/theme1.xml`: the fonts and colours that the styles name, where they name any. */
  theme?: string | undefined;
  /** The addresses that are linked to, and their ids without `rId`, of the body and of the footnotes. */
  links: Readonly<Record<'body' | 'notes', ReadonlyMap<string, string>>>;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const THEME_TYPE = 'application/vnd.openxmlformats-officedocument.theme+xml';
/** Takes the place of the seal until it is known. */
const UNSEALED = '0'.repeat(64);

/** Writes a Word document with styles of its own, sealed as it was made. The same options give the same bytes. */
export async function packWord(options: IPropertiesOptions, { date, styles, theme, links }: PackOptions): Promise<Uint8Array> {
  const customProperties = [...(options.customProperties ?? []), { name: SEAL_PROPERTY, value: UNSEALED }];
  // With styles, even without any, the library leaves its own out.
  const document = new Document({ ...options, styles: {}, customProperties });
  const { Relationships: ofBody } = document.Document;
  const { Relationships: ofNotes } = document.FootNotes;
  for (const [address, id] of links.body) ofBody.addRelationship(id, `${RELATIONSHIPS}/hyperlink`, address, 'External');
  for (const [address, id] of links.notes) ofNotes.addRelationship(id, `${RELATIONSHIPS}/hyperlink`, address, 'External');
  // The library's type knows only the relationships that it makes itself.
  if (theme !== undefined)
    ofBody.addRelationship('Thema', `${RELATIONSHIPS}/theme` as `${typeof RELATIONSHIPS}/styles`, 'theme/theme1.xml');
  const packed = await Packer.toBuffer(document);
  const archive = openArchive(packed);
  const seal = archive ? sealOf(archive) : UNSEALED;
  const edits: Readonly<Record<string, (xml: string) => string>> = {
    'word/styles.xml': () => styles,
    'docProps/core.xml': (xml) => xml.replace('</cp:coreProperties>', '<dc:language>nl-NL</dc:language>$&'),
    'docProps/custom.xml': (xml) => xml.replace(UNSEALED, seal),
    '[Content_Types].xml': (xml) => (theme === undefined ? xml : xml.replace('</Types>', `${themeOverride}$&`)),
  };
  const more = theme === undefined ? {} : { 'word/theme/theme1.xml': theme };
  return normaliseZip(packed, date, (name, xml) => edits[name]?.(xml) ?? xml, more);
}

const themeOverride = `<Override ContentType="${THEME_TYPE}" PartName="/word/theme/theme1.xml"/>`;

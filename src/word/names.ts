import type { KnownNamespaces } from '../xml/parse.ts';

/** The namespaces of WordprocessingML, in the transitional and the strict edition. */
export const WORD_NAMESPACES: KnownNamespaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'prop',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'prop',
};

/** How the bookmarks begin by which a document of ours is found its way in again; Word shows no bookmark that begins so. */
export const OWN_BOOKMARK = '_tsd_';

/** Whether a setting of the form `<w:x/>` is on. */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

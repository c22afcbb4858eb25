const UA = 'http://www.aiim.org/pdfua/ns/id/';
const EXTENSION = 'http://www.aiim.org/pdfa/ns/';

/** The claim of PDF/UA-1 in XMP (ISO 14289-1, 5). */
export const UA_CLAIM = `<rdf:Description rdf:about="" xmlns:pdfuaid="${UA}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`;

/**
 * The claim of PDF/A-2a in XMP (ISO 19005-2, 6.6.4), and the description of the schema of the other claim, which an archive cannot
 * know of itself (6.6.2.3.3).
 */
export const ARCHIVE_CLAIM =
  `<rdf:Description rdf:about="" xmlns:pdfaid="${EXTENSION}id/"><pdfaid:part>2</pdfaid:part>` +
  '<pdfaid:conformance>A</pdfaid:conformance></rdf:Description>' +
  `<rdf:Description rdf:about="" xmlns:pdfaExtension="${EXTENSION}extension/" xmlns:pdfaSchema="${EXTENSION}schema#"` +
  ` xmlns:pdfaProperty="${EXTENSION}property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
  `<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>${UA}</pdfaSchema:namespaceURI>` +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>';

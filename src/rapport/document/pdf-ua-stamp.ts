/**
 * Adds the claim of PDF/UA-1 (ISO 14289-1) to a tagged PDF: `pdfuaid:part` in its XMP metadata and DisplayDocTitle in its
 * catalogue. It is an incremental update (ISO 32000-1, 7.5.6): the PDF stays as it is and two objects are replaced
 * behind it. Reads PDFs as Typst writes them, with a classic cross-reference table; throws for any other.
 */
export function stampPdfUa(pdf: Uint8Array): Uint8Array {
  const text = latin1(pdf);
  const previous = Number(required(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1], 'startxref'));
  const trailer = required(/trailer\s*<<([\s\S]*)>>\s*startxref\s+\d+\s+%%EOF\s*$/.exec(text.slice(previous))?.[1], 'trailer');
  const root = Number(required(/\/Root (\d+) 0 R/.exec(trailer)?.[1], '/Root'));
  const catalogue = objectText(text, root);
  const metadata = Number(required(/\/Metadata (\d+) 0 R/.exec(catalogue)?.[1], '/Metadata'));
  const update = [
    { number: root, body: withDocTitle(catalogue) },
    { number: metadata, body: metadataObject(withClaim(streamOf(objectText(text, metadata)))) },
  ];
  return concat(
    pdf,
    appended(
      pdf.length,
      update.sort((a, b) => a.number - b.number),
      trailer.replace(/\/Prev \d+/, ''),
      previous,
    ),
  );
}

interface UpdatedObject {
  number: number;
  /** The object as bytes, one character each. */
  body: string;
}

function appended(length: number, objects: readonly UpdatedObject[], trailer: string, previous: number): string {
  let update = '\n';
  const entries = objects.map(({ number, body }) => {
    const offset = String(length + update.length).padStart(10, '0');
    update += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${offset} 00000 n \n`;
  });
  const start = length + update.length;
  return `${update}xref\n${entries.join('')}trailer\n<<${trailer}/Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
}

function withDocTitle(catalogue: string): string {
  if (catalogue.includes('/DisplayDocTitle')) return catalogue;
  if (/\/ViewerPreferences\s*<</.test(catalogue))
    return catalogue.replace(/\/ViewerPreferences\s*<</, '$& /DisplayDocTitle true');
  return catalogue.replace(/>>\s*$/, '/ViewerPreferences << /DisplayDocTitle true >> >>');
}

function withClaim(xmp: string): string {
  if (xmp.includes('pdfuaid:part')) return xmp;
  const claim =
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>';
  return xmp.replace('</rdf:RDF>', `${claim}</rdf:RDF>`);
}

function metadataObject(xmp: string): string {
  return `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`;
}

function objectText(text: string, number: number): string {
  const start = required(new RegExp(`(?:^|\\n)${number} 0 obj\\s`).exec(text), `object ${number}`);
  const from = start.index + start[0].length;
  return text.slice(from, text.indexOf('endobj', from)).trimEnd();
}

function streamOf(object: string): string {
  return required(/stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1], 'stream');
}

function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`PDF without ${what}`);
  return value;
}

/** One character for each byte, so that positions in the text are positions in the file. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function concat(pdf: Uint8Array, update: string): Uint8Array {
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(update, 'latin1')]));
}

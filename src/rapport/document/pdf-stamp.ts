import { srgbProfile } from './srgb-profile.ts';
import { ARCHIVE_CLAIM, UA_CLAIM } from './xmp-claims.ts';

/** What a PDF is to claim besides PDF/UA-1. */
export interface Claims {
  /** PDF/A-2a (ISO 19005-2), for the archive. */
  archief?: boolean | undefined;
  /** What else is to stand in its XMP: whole `rdf:Description` elements. */
  xmp?: string | undefined;
}

/**
 * Adds claims to a tagged PDF: that of PDF/UA-1 (ISO 14289-1), with DisplayDocTitle in its catalogue, and where asked that of
 * PDF/A-2a (ISO 19005-2), with the colour space that its colours are meant in. It is an incremental update (ISO 32000-1, 7.5.6):
 * the PDF stays as it is, and objects are replaced and added behind it. Reads PDFs as Typst writes them, with a classic
 * cross-reference table; throws for any other.
 */
export function stampPdf(pdf: Uint8Array, { archief = false, xmp: more = '' }: Claims = {}): Uint8Array {
  const text = latin1(pdf);
  const { previous, trailer } = lastTrailer(text);
  const root = Number(required(/\/Root (\d+) 0 R/.exec(trailer)?.[1], '/Root'));
  const size = Number(required(/\/Size (\d+)/.exec(trailer)?.[1], '/Size'));
  const catalogue = withDocTitle(objectText(text, root));
  const metadata = Number(required(/\/Metadata (\d+) 0 R/.exec(catalogue)?.[1], '/Metadata'));
  const xmp = withClaims(streamOf(objectText(text, metadata)), [UA_CLAIM, ...(archief ? [ARCHIVE_CLAIM] : []), asBytes(more)]);
  const objects = [
    { number: root, body: archief ? withOutputIntent(catalogue, size) : catalogue },
    { number: metadata, body: stream('/Type /Metadata /Subtype /XML', xmp) },
    ...(archief ? [{ number: size, body: stream('/N 3', srgbProfile()) }] : []),
  ];
  return concat(pdf, appended(pdf.length, objects, trailer, previous));
}

interface UpdatedObject {
  number: number;
  /** The object as bytes, one character each. */
  body: string;
}

function lastTrailer(text: string): { previous: number; trailer: string } {
  const previous = Number(required(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1], 'startxref'));
  const found = /trailer\s*<<([\s\S]*)>>\s*startxref\s+\d+\s+%%EOF\s*$/.exec(text.slice(previous))?.[1];
  return { previous, trailer: required(found, 'trailer') };
}

function appended(length: number, objects: readonly UpdatedObject[], before: string, previous: number): string {
  let update = '\n';
  const entries = [...objects]
    .sort((a, b) => a.number - b.number)
    .map(({ number, body }) => {
      const offset = String(length + update.length).padStart(10, '0');
      update += `${number} 0 obj\n${body}\nendobj\n`;
      return `${number} 1\n${offset} 00000 n \n`;
    });
  const start = length + update.length;
  const size = Math.max(...objects.map(({ number }) => number + 1));
  const trailer = before
    .replace(/\/Prev \d+/, '')
    .replace(/\/Size (\d+)/, (_, known: string) => `/Size ${Math.max(size, Number(known))}`);
  return `${update}xref\n${entries.join('')}trailer\n<<${trailer}/Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
}

function withDocTitle(catalogue: string): string {
  if (catalogue.includes('/DisplayDocTitle')) return catalogue;
  if (/\/ViewerPreferences\s*<</.test(catalogue))
    return catalogue.replace(/\/ViewerPreferences\s*<</, '$& /DisplayDocTitle true');
  return catalogue.replace(/>>\s*$/, '/ViewerPreferences << /DisplayDocTitle true >> >>');
}

/** Says that the colours of the document are those of sRGB, by the profile in another object. */
function withOutputIntent(catalogue: string, profile: number): string {
  const intent =
    '<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1)' +
    ` /DestOutputProfile ${profile} 0 R >>`;
  return catalogue.replace(/>>\s*$/, `/OutputIntents [${intent}] >>`);
}

/** By a function, since a name may hold what means something in a replacement: `$&`. */
function withClaims(xmp: string, claims: readonly string[]): string {
  return xmp.replace('</rdf:RDF>', (end) => `${claims.join('')}${end}`);
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
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

/** The bytes of a text in UTF-8, one character each. */
function asBytes(text: string): string {
  return latin1(Buffer.from(text, 'utf8'));
}

function concat(pdf: Uint8Array, update: string): Uint8Array {
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(update, 'latin1')]));
}

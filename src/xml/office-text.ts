import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { openArchive } from './archive.ts';
import { attributeTexts, targetText } from './office-attributes.ts';
import { parseXml, type XmlAttributes } from './parse.ts';
import { decodeXml } from './xml-text.ts';

/** A text of a Word file or a workbook; `number` counts from 1 in its part: of paragraphs in the text of a Word file. */
export interface OfficeText {
  /** What a reader calls the place: an `alinea` of the text itself, a `cel`, a `voetnoot`. */
  part: string;
  number: number;
  text: string;
}

/** What a reader calls the texts of a part. Every other part is read as well. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, 'alinea'],
  [/^word\/footnotes\.xml$/, 'voetnoot'],
  [/^word\/endnotes\.xml$/, 'eindnoot'],
  [/^word\/comments\.xml$/, 'opmerking'],
  [/^word\/(?:header|footer)\d*\.xml$/, 'kop- of voettekst'],
  [/^xl\/(?:comments\d*|comments\/comment\d*|threadedComments\/[^/]+)\.xml$/, 'opmerking'],
  [/^xl\/drawings\/drawing\d+\.xml$/, 'tekstvak'],
  [/^xl\/(?:sharedStrings|worksheets\/[^/]+)\.xml$/, 'cel'],
  [/^docProps\//, 'bestandseigenschap'],
  [/\.rels$/, 'koppeling'],
];
const HIDDEN = 'onderdeel dat niet in beeld is';

/** Elements whose texts together are one text, which ends with an element of `ENDS`. */
const RUNS = new Set(['t', 'delText', 'text']);
const ENDS = new Set(['p', 'comment', 'threadedComment', 'si', 'is']);
/** The code of a field, which Word may cut into runs. */
const CODES = new Set(['instrText', 'delInstrText']);
const SPACES: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n' };
/** What a reader calls the text of an element, wherever it stands. */
const ELEMENTS: Readonly<Record<string, string>> = { f: 'formule', definedName: 'gedefinieerde naam' };

/** After inflating, in bytes: as much as a workbook may hold (`WORKBOOK_LIMITS`), so that what is read as a table is read here. */
export const MOST_UNPACKED = 200_000_000;

/**
 * Every text in the XML of a Word file or a workbook, wherever it stands: paragraphs, the values and formulas of cells, codes of
 * fields, targets of links, and attributes in which a person may have written. `undefined` when the bytes are no such file. A
 * part that cannot be read is an error.
 */
export function readOfficeTexts(bytes: Uint8Array): { texts: OfficeText[]; diagnostics: Diagnostic[] } | undefined {
  const archive = openArchive(bytes, MOST_UNPACKED);
  if (!archive?.names.some((name) => name === 'word/document.xml' || name === 'xl/workbook.xml')) return undefined;
  const texts: OfficeText[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of archive.names.filter((part) => /\.(?:xml|rels|vml)$/i.test(part))) {
    const { text: xml = '', problem } = archive.read(name);
    const read = problem === undefined ? textsOf(name, xml) : problem;
    if (typeof read !== 'string') for (const text of read) texts.push(text);
    else diagnostics.push(damagedPart(name, read));
  }
  return { texts, diagnostics };
}

function damagedPart(name: string, problem: string): Diagnostic {
  const help = 'open het in Office of LibreOffice en sla het opnieuw op';
  return error('tabel/beschadigd', `onderdeel ${name} is niet te lezen: ${problem}`, { help });
}

function textsOf(name: string, xml: string): OfficeText[] | string {
  const part = PARTS.find(([pattern]) => pattern.test(name))?.[1] ?? HIDDEN;
  const reader = new PartReader(part);
  const problem = parseXml(xml, {}, reader);
  if (problem === undefined) return reader.end();
  // Excel itself writes VML that is no XML.
  if (/\.vml$/i.test(name)) return [{ part, number: 1, text: decodeXml(xml.replace(/<[^<>]*>/g, ' ')) }];
  return problem;
}

/** Gathers the texts of one part. */
class PartReader {
  readonly #part: string;
  readonly #texts: OfficeText[] = [];
  /** For each open element its name and its own text. */
  readonly #open: { name: string; own: string }[] = [];
  #number = 1;
  #run = '';
  #code = '';
  /** The type of the cell around it. */
  #cell: string | undefined;

  constructor(part: string) {
    this.#part = part;
  }

  open(name: string, attributes: XmlAttributes): void {
    this.#open.push({ name, own: '' });
    const { t: type = 'n', Target: target = '' } = attributes;
    if (name === 'c') this.#cell = type;
    this.#run += SPACES[name] ?? '';
    if (name === 'Relationship') this.#add('koppeling', targetText(target));
    else for (const text of attributeTexts(name, attributes)) this.#add(HIDDEN, text);
  }

  text(data: string): void {
    const element = this.#open.at(-1);
    if (element === undefined) return;
    if (RUNS.has(element.name)) this.#run += data;
    else if (CODES.has(element.name)) this.#code += data;
    else element.own += data;
  }

  close(name: string): void {
    const own = this.#open.pop()?.own ?? '';
    // The value of a cell with a shared text is the number of that text.
    if (!(name === 'v' && this.#cell === 's')) this.#add(ELEMENTS[name] ?? this.#part, plainNumber(own));
    if (name === 'c') this.#cell = undefined;
    if (ENDS.has(name)) this.#endOfText();
  }

  end(): OfficeText[] {
    if (this.#run !== '' || this.#code !== '') this.#endOfText();
    return this.#texts;
  }

  #endOfText(): void {
    this.#add(this.#part, this.#run);
    this.#add(this.#part === 'alinea' ? `veld in alinea ${this.#number}` : 'veld', this.#code);
    this.#run = '';
    this.#code = '';
    this.#number += 1;
  }

  #add(part: string, text: string): void {
    if (text.trim() !== '') this.#texts.push({ part, number: this.#number, text });
  }
}

/** A number as it is shown: some programs write all of them with an exponent. */
export function plainNumber(text: string): string {
  return /^\d[\d.]*E[+-]?\d{1,2}$/i.test(text) ? String(Number(text)) : text;
}

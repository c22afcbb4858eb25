import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';

const SAVE_AS = 'open het bestand in Word of LibreOffice en kies Opslaan als › Word-document (.docx)';
const MAIN = /^word\/document\d*\.xml$/;

/** The name of the main part of a Word document among those of a ZIP file. */
export function mainPart(names: readonly string[]): string | undefined {
  return names.find((name) => MAIN.test(name));
}

/** Whether bytes begin as a document that Word can open, of a kind that is not read: an old .doc, RTF or OpenDocument. */
export function isOtherText(bytes: Uint8Array, names: readonly string[] | undefined): boolean {
  return explain(bytes, names) !== undefined;
}

/** Says what a file that is no Word document (.docx) seems to be, and what to do with it. */
export function explainNoWord(bytes: Uint8Array, names: readonly string[] | undefined): Diagnostic {
  if (latin1(bytes.subarray(0, 2)) === 'PK' && names === undefined) return damagedWord('het einde ontbreekt');
  return explain(bytes, names) ?? refuse('een ander soort bestand', SAVE_AS);
}

function explain(bytes: Uint8Array, names: readonly string[] | undefined): Diagnostic | undefined {
  const start = latin1(bytes.subarray(0, 8));
  if (start.startsWith('{\\rtf')) return refuse('een RTF-bestand', SAVE_AS);
  if (names?.includes('content.xml') && latin1(bytes.subarray(30, 100)).includes('opendocument.text'))
    return refuse('een OpenDocument-tekst (.odt)', SAVE_AS);
  if (!start.startsWith('\xd0\xcf\x11\xe0')) return undefined;
  return latin1(bytes).includes(wide('WordDocument')) ? refuse('een document in het oude formaat (.doc)', SAVE_AS) : undefined;
}

/** The diagnostic for a document that cannot be read to its end. */
export function damagedWord(reason: string): Diagnostic {
  return error('word/beschadigd', `dit Word-document is beschadigd: ${reason}`, {
    help: 'open het in Word (dat herstelt het zo nodig), sla het op en probeer opnieuw; lukt dat niet, vraag het dan opnieuw op',
  });
}

function refuse(what: string, help: string): Diagnostic {
  return error('word/geen-docx', `dit is geen Word-document (.docx), het lijkt ${what}`, { help });
}

function wide(text: string): string {
  return [...text].map((char) => `${char}\0`).join('');
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

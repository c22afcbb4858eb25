import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { ZipEntry } from './zip.ts';

const SAVE_AS = 'open het bestand in Excel of LibreOffice en kies Opslaan als › Excel-werkmap (.xlsx)';

/** Says what a file that is no ZIP seems to be, and what to do with it. */
export function explainNoZip(bytes: Uint8Array): Diagnostic {
  if (bytes.length === 0) return error('tabel/leeg', 'dit bestand is leeg', { help: 'kopieer of download het bestand opnieuw' });
  const start = latin1(bytes.subarray(0, 1024));
  if (start.startsWith('\xd0\xcf\x11\xe0')) return explainOle(bytes);
  if (start.startsWith('%PDF')) return refuse('een PDF', 'vraag de afzender om het Excel-bestand zelf');
  if (start.startsWith('PK')) return damaged('het einde ontbreekt');
  if (/<html|<table|<!doctype html/i.test(start)) return refuse('een webpagina', SAVE_AS);
  if (/^\s*<\?xml/.test(start)) return refuse('een XML-bestand, misschien uit een oude versie van Excel', SAVE_AS);
  if (!/[\0-\x08\x0e-\x1f]/.test(start)) return refuse('een tekstbestand', 'is het een CSV, geef het dan de extensie .csv');
  return refuse('een ander soort bestand', SAVE_AS);
}

/** Says which other document a ZIP file is; undefined when it looks like an XLSX workbook. */
export function explainOtherZip(entries: readonly ZipEntry[]): Diagnostic | undefined {
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has('xl/workbook.bin')) return refuse('een binaire werkmap (.xlsb)', SAVE_AS);
  if (names.has('word/document.xml')) return refuse('een Word-document', 'geef hier een Excel-bestand op');
  if (names.has('ppt/presentation.xml')) return refuse('een presentatie', 'geef hier een Excel-bestand op');
  if (names.has('content.xml')) return refuse('een OpenDocument-bestand', SAVE_AS);
  if (entries.some((entry) => entry.encrypted)) return refuse('een ZIP-bestand met een wachtwoord', 'pak het eerst uit');
  if (!names.has('[Content_Types].xml')) return refuse('een ZIP-bestand', 'pak het eerst uit en geef de bestanden daarin op');
  return undefined;
}

/** The diagnostic for a workbook that cannot be read to its end. */
export function damaged(reason: string): Diagnostic {
  return error('tabel/xlsx-beschadigd', `dit Excel-bestand is beschadigd: ${reason}`, {
    help: 'open het in Excel (dat herstelt het zo nodig), sla het op en probeer opnieuw; lukt dat niet, vraag het dan opnieuw op',
  });
}

// Both an old .xls and an encrypted .xlsx are OLE containers; only the names inside tell them apart.
function explainOle(bytes: Uint8Array): Diagnostic {
  if (latin1(bytes).includes(wide('EncryptedPackage'))) {
    return refuse('een Excel-bestand met een wachtwoord', 'open het in Excel, verwijder het wachtwoord en sla het op als .xlsx');
  }
  return refuse('een werkmap in het oude formaat (.xls)', SAVE_AS);
}

function refuse(what: string, help: string): Diagnostic {
  return error('tabel/geen-xlsx', `dit is geen Excel-werkmap (.xlsx), het lijkt ${what}`, { help });
}

function wide(text: string): string {
  return [...text].map((char) => `${char}\0`).join('');
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

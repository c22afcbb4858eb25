import { type Diagnostic, error, type Result, warning } from '../diagnostics/diagnostic.ts';
import { reportComments } from './xlsx-comments.ts';
import { damaged, explainNoZip, explainOtherZip } from './xlsx-recognise.ts';
import { createSheetScan } from './xlsx-scan.ts';
import { inflateBounded, keepEntries, listZip, type ZipEntry } from './zip.ts';

/** What a workbook may hold: bytes after inflating, over all parts; rows and columns of the used range of a sheet. */
export interface WorkbookLimits {
  bytes: number;
  rows: number;
  columns: number;
}

/** Generous for real deliveries, and small enough for any laptop. */
export const WORKBOOK_LIMITS: WorkbookLimits = { bytes: 200_000_000, rows: 200_000, columns: 500 };

/** In cells, used or not: the parser makes room for each, and refuses more than this. */
const MAX_AREA = 20_000_000;

/**
 * Inspects a workbook before it is parsed: nothing is inflated further than it declares, and no cell lies outside
 * the limits. Gives the workbook without the parts that hold no cells (pictures, macros, links to other files), or
 * undefined with an error.
 */
export function inspectArchive(bytes: Uint8Array, limits: WorkbookLimits): Result<Uint8Array | undefined> {
  const entries = listZip(bytes);
  const refusal = entries === undefined ? explainNoZip(bytes) : (explainOtherZip(entries) ?? tooLarge(entries, limits));
  if (entries === undefined || refusal) return { value: undefined, diagnostics: refusal ? [refusal] : [] };
  const kept = entries.filter((entry) => holdsCells(entry.name));
  for (const entry of kept) {
    const problem = inspectPart(bytes, entry, limits);
    if (problem) return { value: undefined, diagnostics: [problem] };
  }
  return { value: keepEntries(bytes, kept), diagnostics: [...ignoredParts(entries), ...reportComments(bytes, entries)] };
}

const WITHOUT_CELLS =
  /^(?:docProps|customXml|customUI)\/|\/(?:_rels\/(?!workbook)[^/]*|media|drawings|charts|embeddings|externalLinks|pivotTables|pivotCache|slicers|slicerCaches|timelines|timelineCaches|theme|threadedComments|persons|tables|printerSettings|ctrlProps|activeX|richData|diagrams)\/|comments\d*\.xml$|metadata\.xml$|cellimages\.xml$/i;

function holdsCells(name: string): boolean {
  return /\.(?:xml|rels)$/.test(name) && !WITHOUT_CELLS.test(name);
}

function tooLarge(entries: readonly ZipEntry[], limits: WorkbookLimits): Diagnostic | undefined {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total <= limits.bytes) return undefined;
  return error(
    'tabel/xlsx-te-groot',
    `uitgepakt is dit bestand ${megabytes(total)} MB; de grens is ${megabytes(limits.bytes)} MB`,
    {
      help: 'verwijder afbeeldingen en lege opgemaakte rijen, verdeel het over meer bestanden, of sla het op als CSV',
    },
  );
}

function inspectPart(bytes: Uint8Array, entry: ZipEntry, limits: WorkbookLimits): Diagnostic | undefined {
  const scan = createSheetScan();
  const outcome = inflateBounded(bytes, entry, scan.push);
  if (outcome === 'damaged') return damaged(`onderdeel ${entry.name} is niet uit te pakken`);
  if (outcome === 'too-large') return damaged(`onderdeel ${entry.name} is groter dan het zegt te zijn`);
  if (scan.found.doctype) return damaged(`onderdeel ${entry.name} bevat een DOCTYPE, en dat hoort niet in een werkmap`);
  if (scan.found.rows > limits.rows) return outside(entry, `rij ${scan.found.rows}`, `rij ${limits.rows}`);
  if (scan.found.columns > limits.columns) return outside(entry, `kolom ${scan.found.columns}`, `kolom ${limits.columns}`);
  const area = scan.found.rows * scan.found.columns;
  return area > MAX_AREA ? outside(entry, `${area} cellen`, `${MAX_AREA} cellen`) : undefined;
}

function outside(entry: ZipEntry, found: string, limit: string): Diagnostic {
  return error('tabel/xlsx-te-ver', `een werkblad (${entry.name}) is gebruikt tot en met ${found}; de grens is ${limit}`, {
    help: 'verwijder in Excel alle rijen en kolommen onder en naast de tabel (Ctrl+End wijst de laatste cel aan) en sla het op',
  });
}

function ignoredParts(entries: readonly ZipEntry[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (entries.some((entry) => entry.name.endsWith('vbaProject.bin'))) {
    found.push(warning('tabel/xlsx-macro', 'dit bestand bevat macro’s; ze zijn niet uitgevoerd en niet gelezen'));
  }
  if (entries.some((entry) => entry.name.includes('externalLinks/'))) {
    found.push(
      warning(
        'tabel/xlsx-koppeling',
        'dit bestand verwijst naar andere bestanden; die zijn niet gelezen, de laatst getoonde waarden wel',
      ),
    );
  }
  return found;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

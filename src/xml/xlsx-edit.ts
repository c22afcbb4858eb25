import { editZip } from '../tabel/zip.ts';
import { openArchive } from './archive.ts';
import { MOST_UNPACKED } from './office-text.ts';
import { parseXml } from './parse.ts';
import { type ChangeText, editPart } from './part-edit.ts';
import { editShared, editSheet } from './sheet-edit.ts';

/** The new text of a cell, or of any text in a workbook that is not a cell of a table. */
export interface WorkbookEdits {
  /** Per sheet name and cell (`B14`) the text that replaces its value. */
  cells: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Changes every other text: those of cells that are not named, formulas, comments, text boxes, links, headers. */
  text: ChangeText;
}

/**
 * Changes texts in a workbook and leaves everything else in it as it is: layout, formulas, widths, drop-downs. A text with
 * parts in another font becomes one part when it changes; a cell whose formula or outcome changes keeps its outcome only. Who
 * made the workbook is left out. The bytes must be a workbook that `readWorkbook` reads. The same input gives the same bytes.
 */
export function editWorkbook(bytes: Uint8Array, edits: WorkbookEdits): Uint8Array {
  const archive = openArchive(bytes, MOST_UNPACKED);
  const read = (name: string) => archive?.read(name).text ?? '';
  const renewed = new Map<number, string>();
  const names = sheetNames(read('xl/workbook.xml'), read(WORKBOOK_RELATIONS));
  // All sheets first: a cell may ask for another text of those that they share.
  const sheets = new Map(
    [...names].map(([part, name]) => [part, editSheet(read(part), edits.cells.get(name) ?? new Map(), edits.text, renewed)]),
  );
  const fewerFormulas = [...sheets.values()].some(({ dropped }) => dropped);
  return editZip(bytes, (name, xml) => {
    if (fewerFormulas && name === CHAIN) return undefined;
    const kept = fewerFormulas && HOLDS_CHAIN.has(name) ? xml.replace(NAMES_CHAIN, '') : xml;
    if (name === 'xl/sharedStrings.xml') return editShared(kept, renewed, edits.text);
    if (name === 'docProps/core.xml') return editPart(withoutMakers(kept), edits.text);
    return sheets.get(name)?.xml ?? editPart(kept, edits.text);
  });
}

const WORKBOOK_RELATIONS = 'xl/_rels/workbook.xml.rels';
/** The order of reckoning. Excel takes a workbook for damaged when a cell in it has no formula, and makes it anew when it is missing. */
const CHAIN = 'xl/calcChain.xml';
const HOLDS_CHAIN = new Set(['[Content_Types].xml', WORKBOOK_RELATIONS]);
const NAMES_CHAIN = /<(?:\w+:)?(?:Override|Relationship)\s[^<>]*calcChain\.xml[^<>]*\/>/g;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** The name of the sheet in each part. */
function sheetNames(workbook: string, relations: string): Map<string, string> {
  const targets = new Map<string, string>();
  parseXml(
    relations,
    {},
    {
      open: (name, { Id = '', Target = '' }) => name === 'Relationship' && targets.set(Id, Target),
    },
  );
  const names = new Map<string, string>();
  parseXml(
    workbook,
    { [RELATIONS]: 'r', [STRICT_RELATIONS]: 'r' },
    {
      open(element, attributes) {
        if (element !== 'sheet') return;
        const { 'r:id': id = '', name = '' } = attributes;
        const target = targets.get(id) ?? '';
        names.set(target.startsWith('/') ? target.slice(1) : `xl/${target}`, name);
      },
    },
  );
  return names;
}

function withoutMakers(xml: string): string {
  return xml.replace(/(<(?:dc:creator|cp:lastModifiedBy)>)[^<]*/g, '$1');
}

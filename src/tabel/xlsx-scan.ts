/** What a scan met: the furthest row and column, counted from 1, and whether there is a DOCTYPE. */
export interface SheetExtent {
  rows: number;
  columns: number;
  doctype: boolean;
}

/** A tag that has not ended after this many characters is not one of those looked for. */
const LONGEST_TAG = 4096;
const TAG = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])(?:[^<>]*?\sr\s*=\s*["']([A-Za-z]*)(\d*))?|<!DOCTYPE/g;

/**
 * Looks through the XML of a sheet, in pieces, for the extent of its cells: a reader that makes room for every cell
 * between the first and the last must know before it starts.
 */
export function createSheetScan(): { push: (piece: Uint8Array) => void; found: SheetExtent } {
  const found: SheetExtent = { rows: 0, columns: 0, doctype: false };
  const decoder = new TextDecoder('latin1');
  let rest = '';
  let row = 0;
  let column = 0;
  const take = (tag: string | undefined, letters: string, digits: string) => {
    if (tag === undefined) found.doctype = true;
    row = digits === '' ? row + (tag === 'row' ? 1 : 0) : Number(digits);
    column = tag === 'row' ? 0 : letters === '' ? column + 1 : columnNumber(letters);
    found.rows = Math.max(found.rows, row);
    found.columns = Math.max(found.columns, column);
  };
  return {
    found,
    push(piece) {
      const text = rest + decoder.decode(piece, { stream: true });
      const open = text.lastIndexOf('<');
      const whole = open < 0 || text.includes('>', open) || text.length - open > LONGEST_TAG;
      const end = whole ? text.length : open;
      TAG.lastIndex = 0;
      for (let match = TAG.exec(text); match && match.index < end; match = TAG.exec(text)) {
        take(match[1], match[2] ?? '', match[3] ?? '');
      }
      rest = text.slice(end);
    },
  };
}

/** The number of a column from its letters, counted from 1: `A` → 1. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at += 1) number = number * 26 + (letters.charCodeAt(at) & 0x1f);
  return number;
}

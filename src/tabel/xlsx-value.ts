import { cellText } from './table.ts';
import type { CellValue } from './xlsx-engine.ts';

/** The text of a cell's value; `onImpossible` is called for a date that is none. */
export function valueText(value: CellValue | undefined, onImpossible: () => void): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'number') return numberText(value);
  const text = dateText(value);
  if (text === undefined) onImpossible();
  return text ?? '';
}

// Fifteen digits is what a spreadsheet keeps and shows: 0.1 + 0.2 is stored with a seventeenth.
function numberText(value: number): string {
  return String(Number(value.toPrecision(15)) || 0);
}

/** `2026-03-14`, with `T10:30` where there is a time, or only `10:30` where there is no date. */
function dateText(value: Date): string | undefined {
  const milliseconds = Math.round(value.getTime() / 1000) * 1000;
  const year = new Date(milliseconds).getUTCFullYear();
  if (Number.isNaN(year) || year < 1899 || year > 9999) return undefined;
  const [date = '', time = ''] = new Date(milliseconds).toISOString().split('T');
  const shown = time.startsWith('00:00:00') ? '' : time.slice(0, time.slice(6, 8) === '00' ? 5 : 8);
  if (year < 1900) return shown || '00:00';
  return shown === '' ? date : `${date}T${shown}`;
}

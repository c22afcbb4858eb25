/**
 * The door to the XLSX library. What it leaves to its caller, and where that happens: bounds on what a file may
 * hold (`xlsx-archive.ts`), text that looks like an escape or an error value and the same bytes each time
 * (`xlsx-write.ts`).
 */
export type {
  Cell,
  CellStyle,
  CellValue,
  DataValidation,
  Sheet,
  Workbook,
  WriteSheet,
} from 'hucre/xlsx';
export { readXlsx, writeXlsx } from 'hucre/xlsx';

import { error, type Result } from '../diagnostics/diagnostic.ts';
import type { WorkbookContent, WorkbookOptions } from '../tabel/xlsx-read.ts';
import { askBounded, type Bounds, READING_BOUNDS } from './bounded.ts';
import { readBytes, shownPath } from './files.ts';

/** What the thread is given. */
export interface WorkbookTask {
  bytes: Uint8Array;
  options: WorkbookOptions;
}

/**
 * Reads a workbook in a thread that is ended when it takes too long or too much memory, so that no delivered file can hang
 * or crash tsd. Stops when the file is missing, a folder or too large; every other problem is a diagnostic that names the file.
 */
export async function readWorkbookFile(
  path: string,
  options: WorkbookOptions = {},
  bounds: Partial<Bounds> = {},
): Promise<Result<WorkbookContent>> {
  return readWorkbookBytes(readBytes(path), shownPath(path), options, bounds);
}

/** As `readWorkbookFile`, for bytes that were read already; `file` is the name for messages. */
export async function readWorkbookBytes(
  bytes: Uint8Array,
  file: string,
  options: WorkbookOptions = {},
  bounds: Partial<Bounds> = {},
): Promise<Result<WorkbookContent>> {
  const task: WorkbookTask = { bytes, options };
  const read = await askBounded<WorkbookTask, Result<WorkbookContent>>('workbook-worker', task, { ...READING_BOUNDS, ...bounds });
  const { value, diagnostics } = 'answer' in read ? read.answer : failed(read.reason);
  return { value, diagnostics: diagnostics.map((d) => ({ ...d, file })) };
}

function failed(reason: string): Result<WorkbookContent> {
  const help = 'verwijder opmaak en lege rijen, verdeel het over meer bestanden, of sla het op als CSV';
  return { value: { tables: [], properties: {} }, diagnostics: [error('tabel/xlsx-te-groot', reason, { help })] };
}

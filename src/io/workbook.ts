import { error, type Result } from '../diagnostics/diagnostic.ts';
import type { WorkbookContent, WorkbookOptions } from '../tabel/xlsx-read.ts';
import { readBytes, shownPath } from './files.ts';
import { startThread } from './thread.ts';

/** What the thread is given. */
export interface WorkbookTask {
  bytes: Uint8Array;
  options: WorkbookOptions;
}

/** How long reading may take, in milliseconds, and how much memory, in megabytes, before the thread is ended. */
export interface WorkbookBounds {
  milliseconds: number;
  megabytes: number;
}

const BOUNDS: WorkbookBounds = { milliseconds: 120_000, megabytes: 900 };

/**
 * Reads a workbook in a thread that is ended when it takes too long or too much memory, so that no delivered file can hang
 * or crash tsd. Stops when the file is missing, a folder or too large; every other problem is a diagnostic that names the file.
 */
export async function readWorkbookFile(
  path: string,
  options: WorkbookOptions = {},
  bounds: Partial<WorkbookBounds> = {},
): Promise<Result<WorkbookContent>> {
  return readWorkbookBytes(readBytes(path), shownPath(path), options, bounds);
}

/** As `readWorkbookFile`, for bytes that were read already; `file` is the name for messages. */
export async function readWorkbookBytes(
  bytes: Uint8Array,
  file: string,
  options: WorkbookOptions = {},
  bounds: Partial<WorkbookBounds> = {},
): Promise<Result<WorkbookContent>> {
  const result = await inThread({ bytes, options }, { ...BOUNDS, ...bounds });
  return { value: result.value, diagnostics: result.diagnostics.map((d) => ({ ...d, file })) };
}

async function inThread(task: WorkbookTask, { milliseconds, megabytes }: WorkbookBounds): Promise<Result<WorkbookContent>> {
  const thread = startThread<WorkbookTask, Result<WorkbookContent>>('workbook-worker', { maxOldGenerationSizeMb: megabytes });
  const late = timeLimit(milliseconds);
  try {
    return await Promise.race([thread.ask(task), late.passed]);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw cause;
    return failed(`het lezen kost meer dan ${megabytes} MB geheugen`);
  } finally {
    late.clear();
    thread.end();
  }
}

function timeLimit(milliseconds: number): { passed: Promise<Result<WorkbookContent>>; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<Result<WorkbookContent>>((resolve) => {
    const reason = `het lezen duurt langer dan ${Math.round(milliseconds / 1000)} seconden`;
    timer = setTimeout(() => resolve(failed(reason)), milliseconds);
  });
  return { passed, clear: () => clearTimeout(timer) };
}

function failed(reason: string): Result<WorkbookContent> {
  const help = 'verwijder opmaak en lege rijen, verdeel het over meer bestanden, of sla het op als CSV';
  return { value: { tables: [], properties: {} }, diagnostics: [error('tabel/xlsx-te-groot', reason, { help })] };
}

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { error, type Result } from '../diagnostics/diagnostic.ts';
import type { WorkbookContent, WorkbookOptions } from '../tabel/xlsx-read.ts';
import { readBytes, shownPath } from './files.ts';
import { packageFolder } from './root.ts';

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

function inThread(task: WorkbookTask, { milliseconds, megabytes }: WorkbookBounds): Promise<Result<WorkbookContent>> {
  const worker = new Worker(join(packageFolder(), 'dist', 'workbook-worker.js'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end(failed(`het lezen duurt langer dan ${Math.round(milliseconds / 1000)} seconden`)),
      milliseconds,
    );
    const end = (result: Result<WorkbookContent>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    worker.once('message', end);
    worker.once('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') end(failed(`het lezen kost meer dan ${megabytes} MB geheugen`));
      else reject(cause);
    });
  });
}

function failed(reason: string): Result<WorkbookContent> {
  const help = 'verwijder opmaak en lege rijen, verdeel het over meer bestanden, of sla het op als CSV';
  return { value: { tables: [], properties: {} }, diagnostics: [error('tabel/xlsx-te-groot', reason, { help })] };
}

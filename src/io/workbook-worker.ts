import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from '../tabel/xlsx-read.ts';
import type { WorkbookTask } from './workbook.ts';

/** Runs in a thread of its own: reads one workbook and hands back its content. */
const { bytes, options } = workerData as WorkbookTask;
parentPort?.postMessage(await readWorkbook(bytes, options));

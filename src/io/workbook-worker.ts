import { readWorkbook } from '../tabel/xlsx-read.ts';
import { answerQuestions } from './thread.ts';
import type { WorkbookTask } from './workbook.ts';

// Runs in a thread of its own: reads a workbook and hands back its content.
answerQuestions(({ bytes, options }: WorkbookTask) => readWorkbook(bytes, options));

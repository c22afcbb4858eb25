import { extname } from 'node:path';
import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import type { RefiProject } from '../refi/model.ts';
import { isRefiProject } from '../refi/read.ts';
import { listZip } from '../tabel/zip.ts';
import type { WordDocument } from '../word/model.ts';
import { isOtherText, mainPart } from '../word/recognise.ts';
import { askBounded, type Bounds, READING_BOUNDS } from './bounded.ts';
import { readBytes, shownPath } from './files.ts';

/** The kinds of document that hold coded text. */
export type DocumentKind = 'word' | 'refi';

/** What the thread is given. */
export interface DocumentTask {
  bytes: Uint8Array;
  kind: DocumentKind;
}

/** What the thread gives back. */
export interface DocumentAnswer {
  word?: Result<WordDocument | undefined>;
  refi?: Result<RefiProject | undefined>;
}

/**
 * What kind of coded document a file is by what it holds; `undefined` when it is none. A text document of a kind that is not read
 * counts as Word, so that the message is about that; where nothing shows what a file is, its name does.
 */
export function documentKind(path: string): DocumentKind | undefined {
  const bytes = readBytes(path);
  const names = listZip(bytes)?.map(({ name }) => name);
  if (names && isRefiProject(names)) return 'refi';
  if ((names && mainPart(names) !== undefined) || isOtherText(bytes, names)) return 'word';
  return names === undefined ? BY_NAME[extname(path).toLowerCase()] : undefined;
}

const BY_NAME: Readonly<Record<string, DocumentKind>> = { '.docx': 'word', '.docm': 'word', '.doc': 'word', '.qdpx': 'refi' };

/** Reads a Word document in a thread that is ended when it takes too long or too much memory; problems name the file. */
export async function readWordFile(path: string, bounds: Partial<Bounds> = {}): Promise<Result<WordDocument | undefined>> {
  const { word, diagnostics = [] } = await inThread(path, 'word', bounds);
  return named(word ?? { value: undefined, diagnostics }, path);
}

/** As `readWordFile`, for a REFI-QDA project. */
export async function readRefiFile(path: string, bounds: Partial<Bounds> = {}): Promise<Result<RefiProject | undefined>> {
  const { refi, diagnostics = [] } = await inThread(path, 'refi', bounds);
  return named(refi ?? { value: undefined, diagnostics }, path);
}

async function inThread(
  path: string,
  kind: DocumentKind,
  bounds: Partial<Bounds>,
): Promise<DocumentAnswer & { diagnostics?: Diagnostic[] }> {
  const task: DocumentTask = { bytes: readBytes(path), kind };
  const read = await askBounded<DocumentTask, DocumentAnswer>('document-worker', task, { ...READING_BOUNDS, ...bounds });
  if ('answer' in read) return read.answer;
  return { diagnostics: [error('verslag/te-groot', read.reason, { help: 'verdeel het over meer bestanden' })] };
}

function named<T>({ value, diagnostics }: Result<T>, path: string): Result<T> {
  return { value, diagnostics: diagnostics.map((problem) => ({ ...problem, file: shownPath(path) })) };
}

import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { wideEncoding } from '../../tabel/encoding.ts';
import { listZip } from '../../tabel/zip.ts';
import type { PrivacyInput } from './input.ts';

/** How a file is looked through; `binair`: it holds no text. */
export type FileKind = 'tekst' | 'werkmap' | 'word' | 'binair';

/** The largest file that is looked through, in bytes. */
const LARGEST = 200 * 1024 * 1024;
/** So many bytes tell whether a file is text. */
const SAMPLE = 1 << 16;

const PICTURE = /\.(?:png|jpe?g|gif|webp|ico|svgz|ttf|otf|woff2?|wasm|node|mp[34]|m4a|wav|mov|avi|exe|dll|so)$/i;

/** What kind of file this is, by its content; or a message about a document that cannot be looked through. */
export function kindOf(input: PrivacyInput): FileKind | Diagnostic {
  const { path, file, size } = input;
  if (PICTURE.test(path)) return 'binair';
  if (size > LARGEST)
    return error('privacy/te-groot', 'dit bestand is te groot om te doorzoeken', { file, help: 'splits het bestand' });
  const bytes = input.bytes();
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('PK')) return kindOfZip(bytes, file);
  if (start.startsWith('%PDF')) return unread(file, 'een PDF');
  if (start.startsWith('\xd0\xcf\x11\xe0')) return unread(file, 'een oud of beveiligd Office-bestand');
  return hasText(bytes) ? 'tekst' : 'binair';
}

function kindOfZip(bytes: Uint8Array, file: string): FileKind | Diagnostic {
  const names = new Set(listZip(bytes)?.map(({ name }) => name));
  if (names.has('word/document.xml')) return 'word';
  if (names.has('xl/workbook.xml')) return 'werkmap';
  return unread(file, 'een ingepakt bestand');
}

function unread(file: string, what: string): Diagnostic {
  return warning('privacy/niet-doorzocht', `dit is ${what}; er is niet in gekeken`, {
    file,
    help: 'kijk het zelf na, of sla het op als .docx, .xlsx of tekst',
  });
}

function hasText(bytes: Uint8Array): boolean {
  return wideEncoding(bytes) !== undefined || !bytes.subarray(0, SAMPLE).includes(0);
}

import { sha256 } from '../source/fingerprint.ts';
import { openArchive, type TextArchive } from '../xml/archive.ts';
import { readProperties } from './properties.ts';

/** The property of a report that holds the SHA-256 of the Markdown that it was made of. */
export const SOURCE_PROPERTY = 'tsd-bron';

/** The property of a document of ours that says what it held when it was made. */
export const SEAL_PROPERTY = 'tsd-inhoud';

const HELD = ['word/document.xml', 'word/footnotes.xml', 'word/comments.xml'];

/** The SHA-256 of what a document holds: its text, footnotes and comments. */
export function sealOf({ read }: TextArchive): string {
  return sha256(HELD.map((name) => read(name).text ?? '').join('\0'));
}

/** Whether a document is still as it was made: not changed, and not saved by another program. */
export function isAsMade(bytes: Uint8Array): boolean {
  const archive = openArchive(bytes);
  return archive !== undefined && ownProperty(archive, SEAL_PROPERTY) === sealOf(archive);
}

/** A property that somebody added to a document. */
export function propertyOf(bytes: Uint8Array, name: string): string | undefined {
  const archive = openArchive(bytes);
  return archive && ownProperty(archive, name);
}

function ownProperty({ read }: TextArchive, name: string): string | undefined {
  const properties = readProperties(read('docProps/custom.xml').text ?? '');
  return typeof properties === 'string' ? undefined : properties[name];
}

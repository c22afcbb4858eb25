import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { exists, isEmptyFolder, isFolder, isInside, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import { CodeBook } from '../../privacy/code-book.ts';
import { distinctCopies, type NamedCopy } from '../../privacy/copy-names.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import { createPseudonymiser, type Find, namesIn, type Pseudonymiser } from '../../privacy/pseudonymise.ts';
import { countOf } from '../../source/count.ts';
import type { Outcome } from '../outcome.ts';
import { newReading } from '../read/yaml.ts';
import { guardFinder } from './guard.ts';
import { filesAt, type PrivacyInput } from './input.ts';
import { readKey, requireKeyPlace, writeKey } from './key.ts';
import { type Rewritten, rewrite } from './rewrite.ts';
import { lookThrough } from './scan.ts';

/** Where the copies go, and the key when it is kept. */
export interface PseudonymiseOptions {
  out: string;
  sleutel?: string | undefined;
}

interface Original {
  input: PrivacyInput;
  /** Its path under the folder of the copies. */
  name: string;
  guard: PrivacyGuard;
}

/** `tsd privacy pseudonymise <files…> --out <folder>`: copies with a code for each value, the same one in every file. */
export async function pseudonymise(paths: readonly string[], { out, sleutel }: PseudonymiseOptions): Promise<Outcome> {
  const target = resolve(out);
  requireNewFolder(target, paths);
  if (sleutel !== undefined) requireKeyPlace(sleutel, target);
  const reading = newReading();
  const book = new CodeBook(sleutel === undefined ? [] : readKey(sleutel, reading.diagnostics));
  const guardFor = guardFinder(reading);
  const originals = namedOriginals(paths).map((original): Original => ({ ...original, guard: guardFor(original.input.path) }));
  // Once to find every name, and once more to replace it wherever it stands.
  for (const original of originals) await rewrite(original.input, pseudonymiserFor(original, book));
  const names = namesIn(book);
  const diagnostics: Diagnostic[] = [...reading.diagnostics];
  const files: FileChange[] = [];
  const copies = distinctCopies(originals.map((original) => namedCopy(original, pseudonymiserFor(original, book, names))));
  for (const [index, original] of originals.entries()) {
    const rewritten = await rewrite(original.input, pseudonymiserFor(original, book, names));
    diagnostics.push(...rewritten.diagnostics, ...(await leftIn(rewritten, original)));
    const path = join(target, copies[index] ?? original.name);
    if (rewritten.content !== undefined) files.push({ path, content: rewritten.content });
  }
  const codes = book.entries();
  const failed = hasErrors(diagnostics);
  return {
    diagnostics: failed ? diagnostics : diagnostics.filter(({ severity }) => severity === 'error'),
    files,
    base: target,
    ...(sleutel === undefined
      ? {}
      : { apart: { base: dirname(resolve(sleutel)), files: [{ path: resolve(sleutel), content: writeKey(codes) }] } }),
    data: { bestanden: files.length, codes: codes.length },
    messages: messagesOf(files.length, codes.length, target, sleutel),
  };
}

function pseudonymiserFor({ input, guard }: Original, book: CodeBook, names?: RegExp) {
  const find: Find = (text, label) => guard.judge(text, { file: input.path, label }).map(({ finding }) => finding);
  return createPseudonymiser(book, find, names);
}

/** In the name of a file an underscore is a space; without personal data in it, the copy has the same name. */
function namedCopy({ name }: Original, pseudonymiser: Pseudonymiser): NamedCopy {
  const spaced = name.replaceAll('_', ' ');
  const coded = pseudonymiser.text(spaced);
  return { name, copy: coded === spaced ? name : coded };
}

/** The files with the names of their copies: of a folder the paths within it, of a file its name. */
function namedOriginals(paths: readonly string[]): Omit<Original, 'guard'>[] {
  const found = paths.flatMap((path) => {
    const base = isFolder(path) ? resolve(path) : dirname(resolve(path));
    return filesAt([path]).map((input) => ({ input, name: relative(base, input.path) }));
  });
  const seen = new Map<string, string>();
  for (const { input, name } of found) {
    const other = seen.get(name);
    if (other !== undefined && other !== input.path)
      throw stop(
        'privacy/zelfde-naam',
        `twee bestanden heten '${basename(name)}', en hun kopieën zouden over elkaar heen komen`,
        {
          file: input.file,
          help: 'geef de map waar ze allebei in liggen, of doe ze apart',
        },
      );
    seen.set(name, input.path);
  }
  return found.filter(({ input }, index) => found.findIndex((other) => other.input.path === input.path) === index);
}

/** The copies never come to lie over or among other files, the originals least of all. */
function requireNewFolder(target: string, paths: readonly string[]): void {
  const file = shownPath(target);
  if (exists(target) && !isFolder(target))
    throw stop('io/is-bestand', 'dit is een bestand; er hoort een map', { file, help: 'noem bij --out een map' });
  if (exists(target) && !isEmptyFolder(target))
    throw stop('privacy/niet-leeg', 'deze map is niet leeg', { file, help: 'kies met --out een nieuwe of een lege map' });
  const within = paths.find((path) => isFolder(path) && isInside(path, target));
  if (within !== undefined)
    throw stop('privacy/in-zichzelf', 'de kopieën zouden tussen de bestanden zelf komen', {
      file,
      help: 'kies met --out een map daarbuiten',
    });
}

/** What is still found in a copy: then something stands where no code can be put, and nothing is written. */
async function leftIn({ content }: Rewritten, { input, guard }: Original): Promise<Diagnostic[]> {
  if (content === undefined) return [];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const left = await lookThrough({ ...input, size: bytes.length, bytes: () => bytes }, guard);
  return (left ?? []).map(({ code, message, severity: _, help: __, ...place }) =>
    error(code, `${message}; daar kan geen code worden gezet`, { ...place, help: 'haal het daar zelf weg' }),
  );
}

function messagesOf(files: number, codes: number, target: string, sleutel: string | undefined): string[] {
  const kept = sleutel === undefined ? 'er is geen sleutel bewaard' : `de sleutel staat in ${shownPath(resolve(sleutel))}`;
  return [
    `${countOf(files, 'kopie', 'kopieën')} in ${shownPath(target)}, met ${countOf(codes, 'code', 'codes')}; ${kept}`,
    'lees de kopieën na: wat geen vaste vorm heeft, zoals een naam zonder mevrouw of meneer ervoor, wordt niet altijd herkend',
  ];
}

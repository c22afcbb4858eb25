import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { toPointer } from '../../source/pointer.ts';
import { textProblem } from '../../waarneming/text-guard.ts';
import { beside, type Check } from './context.ts';

/** No text that people wrote, in whatever field of whatever file, holds a burgerservicenummer or a character that is no text. */
export const checkPrivacy: Check = ({ dossier }) => [
  ...writtenFiles(dossier).flatMap(({ file, value }) =>
    textsOf(value).flatMap(({ text, path }) => refused(text, { file, pointer: toPointer(path) })),
  ),
  ...[...dossier.teksten].flatMap(([name, text]) => refused(text, { file: beside(dossier, `teksten/${name}.md`) })),
];

function writtenFiles(dossier: Dossier): Bestand<unknown>[] {
  const { onderzoek, toetsingskader, instrumenten, bevindingen, oordelen, overkoepelend, verbeterpunten } = dossier;
  const files = [onderzoek, toetsingskader, instrumenten, ...bevindingen, ...oordelen, overkoepelend, verbeterpunten];
  return files.filter((bestand) => bestand !== undefined);
}

interface Found {
  text: string;
  path: (string | number)[];
}

/** Every text within a value, with where it stands. */
function textsOf(value: unknown, path: (string | number)[] = []): Found[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key]));
}

/** A fingerprint, or an id made of one: what tsd computed, in which nine digits in a row mean nothing. */
const HASH = /(?:^v1:|-)(?=[0-9a-f]*[a-f])[0-9a-f]{12,64}$/;

function refused(text: string, place: Pick<Diagnostic, 'file' | 'pointer'>): Diagnostic[] {
  const problem = textProblem(text.replace(HASH, ''));
  return problem ? [error(problem.code, problem.message, { ...place, help: problem.help })] : [];
}

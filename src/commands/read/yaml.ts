import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readText, shownPath } from '../../io/files.ts';
import { mend } from '../../schema/mend.ts';
import { type Content, type Format, validate } from '../../schema/validate.ts';
import { parseYaml, type Source } from '../../source/yaml.ts';

/** Collects what is read for one command: the sources, for positions, and every problem. */
export interface Reading {
  sources: Source[];
  diagnostics: Diagnostic[];
  /** How a file is called in messages; without it by its path. */
  nameOf?: (path: string) => string;
}

/** A file that was read and is valid. */
export interface ReadFile<F extends Format> {
  path: string;
  file: string;
  source: Source;
  value: Content<F>;
}

/** A file that may have mistakes, in the shape of its format: only to look at what else is wrong. */
export interface RoughFile<F extends Format> {
  file: string;
  value: Content<F>;
  /** Where the mistakes are. */
  mended: readonly string[];
}

/** Starts an empty reading. */
export function newReading(): Reading {
  return { sources: [], diagnostics: [] };
}

/** Reads one YAML file against the schema of its format. Problems go into the reading; then there is no value. */
export function readYaml<F extends Format>(path: string, format: F, reading: Reading): ReadFile<F> | undefined {
  const source = readSource(path, reading);
  if (!source) return undefined;
  const checked = validate(format, source);
  reading.diagnostics.push(...checked.diagnostics);
  return checked.value === undefined ? undefined : { path, file: source.file, source, value: checked.value };
}

/** Reads one YAML file as `readYaml` does, and gives it the shape of its format where it has mistakes. */
export function readRough<F extends Format>(path: string, format: F, reading: Reading): RoughFile<F> | undefined {
  const source = readSource(path, reading);
  if (!source) return undefined;
  const checked = validate(format, source);
  reading.diagnostics.push(...checked.diagnostics);
  if (checked.value !== undefined) return { file: source.file, value: checked.value, mended: [] };
  const mended = mend(format, source.value);
  return mended && { file: source.file, value: mended.value, mended: mended.pointers };
}

/** How a file is called in the messages of a reading. */
export function nameIn({ nameOf = shownPath }: Reading, path: string): string {
  return nameOf(path);
}

function readSource(path: string, reading: Reading): Source | undefined {
  const { value: source, diagnostics } = parseYaml(readText(path), nameIn(reading, path));
  reading.diagnostics.push(...diagnostics);
  if (source) reading.sources.push(source);
  return source;
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readText, shownPath } from '../io/files.ts';
import { type Content, type Format, validate } from '../schema/validate.ts';
import { parseYaml, type Source } from '../source/yaml.ts';

/** Collects what is read for one command: the sources, for positions, and every problem. */
export interface Reading {
  sources: Source[];
  diagnostics: Diagnostic[];
}

/** A file that was read and is valid. */
export interface ReadFile<F extends Format> {
  path: string;
  file: string;
  source: Source;
  value: Content<F>;
}

/** Starts an empty reading. */
export function newReading(): Reading {
  return { sources: [], diagnostics: [] };
}

/** Reads one YAML file against the schema of its format. Problems go into the reading; then there is no value. */
export function readYaml<F extends Format>(path: string, format: F, reading: Reading): ReadFile<F> | undefined {
  const file = shownPath(path);
  const { value: source, diagnostics } = parseYaml(readText(path), file);
  reading.diagnostics.push(...diagnostics);
  if (!source) return undefined;
  reading.sources.push(source);
  const checked = validate(format, source);
  reading.diagnostics.push(...checked.diagnostics);
  return checked.value === undefined ? undefined : { path, file, source, value: checked.value };
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../io/writer.ts';
import type { Source } from '../source/yaml.ts';

/**
 * What a use case hands to the command line. Files are written only when no diagnostic is an error: all of them or none.
 * `stdout` is data for a pipe, `data` is what `--json` prints, `messages` is talk for the screen after writing.
 */
export interface Outcome {
  diagnostics: Diagnostic[];
  sources?: Iterable<Source>;
  stdout?: string;
  data?: Record<string, unknown>;
  messages?: string[];
  files?: FileChange[];
  /** The folder in which all `files` lie. */
  base?: string;
  /** Files that must lie apart from the others, in a folder of their own; written after them. */
  apart?: { base: string; files: FileChange[] };
}

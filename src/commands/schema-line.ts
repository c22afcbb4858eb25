import { dirname, join, relative, sep } from 'node:path';
import { exists, isFolder } from '../io/files.ts';
import { findRoot } from '../io/root.ts';
import { SCHEMA_FOLDER, schemaLineTo } from '../onderzoek/schema-line.ts';
import type { Format } from '../schema/validate.ts';

/**
 * The first line of a new file, by which an editor finds the schema of its format: that of the onderzoek in which the file
 * lies or else of `onderzoek`, or that of the kader repository around it. Empty where there is none to point at.
 */
export function schemaLine(path: string, format: Format, onderzoek?: string): string {
  const folder = dirname(path);
  const around = onderzoekAround(folder) ?? onderzoek;
  const schemas = around === undefined ? undefined : join(around, SCHEMA_FOLDER);
  const found = schemas !== undefined && isFolder(schemas) ? schemas : ofRepository(folder);
  return found === undefined ? '' : schemaLineTo(relative(folder, found).split(sep).join('/'), format);
}

/** The nearest folder, going up, that holds an onderzoek.yaml. */
function onderzoekAround(from: string): string | undefined {
  if (exists(join(from, 'onderzoek.yaml'))) return from;
  return dirname(from) === from ? undefined : onderzoekAround(dirname(from));
}

/** The schemas of the package are no place to point at: it lies elsewhere on every machine. */
function ofRepository(from: string): string | undefined {
  const { folder, isPackage } = findRoot(from);
  return isPackage ? undefined : join(folder, 'framework', 'schema');
}

import type { Format } from '../schema/validate.ts';

/**
 * Where the schemas lie in an onderzoek: beside the copies of the kaders. A copy keeps its bytes, and the first lines of its
 * files (`../schema/…`) find the schemas here as they did in the framework.
 */
export const SCHEMA_FOLDER = 'kader/schema';

/** The first line of a YAML file of an onderzoek, by which an editor finds its schema; `pad` is its path there, with `/`. */
export function schemaLineIn(pad: string, format: Format): string {
  const up = '../'.repeat(pad.split('/').length - 1);
  return schemaLineTo(`${up}${SCHEMA_FOLDER}`, format);
}

/** The first line of a YAML file, by which an editor finds the schema of its format; `folder` is the way to the schemas. */
export function schemaLineTo(folder: string, format: Format): string {
  return `# yaml-language-server: $schema=${folder}/${format}.schema.json\n`;
}

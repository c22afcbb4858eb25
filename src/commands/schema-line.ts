import { dirname } from 'node:path';
import type { Format } from '../schema/validate.ts';
import { schemaPath } from './schema-path.ts';

/** The first line of a new file, by which an editor finds the schema of its format; empty outside a kader repository. */
export function schemaLine(path: string, format: Format): string {
  const schema = schemaPath(dirname(path));
  return schema === undefined ? '' : `# yaml-language-server: $schema=${schema}/${format}.schema.json\n`;
}

import { join } from 'node:path';
import { listNames, readBytes } from '../io/files.ts';
import { packageFolder } from '../io/root.ts';
import type { FileChange } from '../io/writer.ts';
import { SCHEMA_FOLDER } from '../onderzoek/schema-line.ts';

/** Schemas of what lies in a kader repository, in a template or in a delivered file, and never as YAML in an onderzoek. */
const ELSEWHERE = ['huisstijl', 'kenmerken', 'rapport-gedeeld', 'tsd', 'waarnemingenformulier'].map(
  (name) => `${name}.schema.json`,
);

/** The schemas that an onderzoek carries for editors, as this version of tsd has them: wherever it lies, they lie with it. */
export function schemaFiles(folder: string): FileChange[] {
  const own = join(packageFolder(), 'framework', 'schema');
  const names = listNames(own).filter((name) => !ELSEWHERE.includes(name));
  return names.map((name) => ({ path: join(folder, SCHEMA_FOLDER, name), content: readBytes(join(own, name)) }));
}

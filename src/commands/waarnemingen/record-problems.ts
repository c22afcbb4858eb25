import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { mend } from '../../schema/mend.ts';
import { validate } from '../../schema/validate.ts';
import { valueAt } from '../../source/value.ts';
import type { Source } from '../../source/yaml.ts';

/** What the schema says of one record. */
export interface RecordProblems {
  problems: Diagnostic[];
  /** The pointers of the fields that it is about: nothing more need be said of those. */
  fields: Set<string>;
}

/** A record in one of the two lists of a file, and the field in it. */
const RECORD = /^(\/(?:bronnen|waarnemingen)\/\d+)(\/[^/]+)?/;

/** What is wrong with a file by its schema: for each record, by its pointer, and for the file around them. */
export function problemsByRecord(
  format: 'aanlevering' | 'waarnemingenformulier',
  source: Source,
): { records: Map<string, RecordProblems>; ofFile: Diagnostic[] } {
  const records = new Map<string, RecordProblems>();
  const ofFile: Diagnostic[] = [];
  const { diagnostics } = validate(format, source);
  for (const problem of diagnostics) {
    const [, record, field] = RECORD.exec(problem.pointer ?? '') ?? [];
    if (record === undefined) {
      ofFile.push(problem);
      continue;
    }
    const entry = records.get(record) ?? { problems: [], fields: new Set() };
    records.set(record, entry);
    entry.problems.push(problem);
    if (field !== undefined) entry.fields.add(record + field);
  }
  // Of a field that is missing the schema speaks at the record: filling it in shows which it is.
  for (const pointer of diagnostics.length > 0 ? (mend(format, source.value)?.pointers ?? []) : []) {
    const [, record = '', field] = RECORD.exec(pointer) ?? [];
    if (field !== undefined) records.get(record)?.fields.add(record + field);
  }
  return { records, ofFile };
}

/** The records in a list of a file; none where no list stands. */
export function listIn({ value }: Source, list: 'bronnen' | 'waarnemingen'): readonly unknown[] {
  const found = valueAt(value, [list]);
  return Array.isArray(found) ? found : [];
}

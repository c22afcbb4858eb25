import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { formProblems } from '../../onderzoek/form.ts';
import { STAND } from '../../onderzoek/stand.ts';
import { contentFingerprint } from '../../onderzoek/versions.ts';
import type { WorkbookContent } from '../../tabel/xlsx-read.ts';

/**
 * Whether a form belongs to this onderzoek, and to the state it is in now. One that remembers what it was filled in with says
 * more exactly where it is older.
 */
export function kaderFormProblems({ properties, tables }: WorkbookContent, dossier: Dossier, file: string): Diagnostic[] {
  const remembers = tables.some(({ sheet }) => sheet === STAND);
  const before = remembers ? undefined : dossier.toetsingskader?.value;
  const { vingerafdruk: _, ...rest } = properties;
  const now = { onderzoek: dossier.onderzoek.value.id, ...(before ? { vingerafdruk: contentFingerprint(before) } : {}) };
  return formProblems(remembers ? rest : properties, now, OLDER).map((problem) => ({ ...problem, file }));
}

const OLDER = 'wat het formulier zegt, gaat voor; kijk met --dry-run wat er verandert';

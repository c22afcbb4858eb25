import { extname } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { readBytes, shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Returned } from '../../rapport/terug/change.ts';
import { differencesIn } from '../../rapport/terug/differences.ts';
import { type EditedWord, readEdited } from '../../word/edited.ts';
import { SOURCE_PROPERTY } from '../../word/seal.ts';
import { type Origin, readOrigin } from './origin.ts';
import { type Remade, remakerOf } from './remake.ts';

/** Reads Word documents back, each beside what it was made of as that is now. `template` stands in for a template of one's own. */
export async function readReturned(
  dossier: Dossier,
  paths: readonly string[],
  template: string | undefined,
): Promise<{ returned: Returned[]; diagnostics: Diagnostic[] }> {
  const remake = remakerOf(dossier, template);
  const returned: Returned[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const read = readDocument(path, dossier);
    diagnostics.push(...read.diagnostics);
    if (read.value) returned.push(besideNow(read.value, await remake(read.value.origin, read.value.file)));
  }
  return { returned, diagnostics };
}

interface ReadDocument {
  file: string;
  word: EditedWord;
  origin: Origin;
}

function readDocument(path: string, dossier: Dossier): { value?: ReadDocument; diagnostics: Diagnostic[] } {
  const file = shownPath(path);
  const bytes = readBytes(path);
  const kind = extname(path).toLowerCase();
  const { value: word, diagnostics } = readEdited(bytes);
  if (!word) return { diagnostics: diagnostics.map((item) => ({ ...item, file })) };
  const origin = readOrigin(word.properties);
  if (!origin) return { diagnostics: [noReport(word, file, kind)] };
  const { id } = dossier.onderzoek.value;
  if (origin.onderzoek === id) return { value: { file, word, origin }, diagnostics: [] };
  const message = `dit rapport is van onderzoek '${origin.onderzoek}', niet van '${id}'`;
  return { diagnostics: [error('terug/ander-onderzoek', message, { file, help: 'lees het in bij dat onderzoek' })] };
}

function noReport({ properties }: EditedWord, file: string, kind: string): Diagnostic {
  const { formulier } = properties;
  const message = formulier
    ? `dit is een formulier (${formulier}), geen rapport`
    : 'dit Word-document is niet door tsd report gemaakt';
  const help = formulier
    ? 'lees een ingevuld formulier in met tsd waarnemingen ingest'
    : `of wat het daarvan onthield, is weg; maak het rapport opnieuw met tsd report, en zet de wijzigingen daarin${kind === '.docx' ? '' : ' (als .docx)'}`;
  return error('terug/geen-rapport', message, { file, help });
}

function besideNow({ file, word }: ReadDocument, { title, source, made }: Remade): Returned {
  const current = word.properties[SOURCE_PROPERTY] === source;
  const { fresh, ...compared } = differencesIn(word, { ...made, current });
  return { file, title, now: { passages: made.passages, fresh }, ...compared, comments: word.comments };
}

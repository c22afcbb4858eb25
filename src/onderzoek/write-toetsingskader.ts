import type { InstrumentenBestand, ToetsingskaderBestand } from '../schema/generated/types.ts';
import { commentsLost } from '../source/comments.ts';
import { type Source, stringifyYaml } from '../source/yaml.ts';
import { rewriteYaml } from './rewrite.ts';
import { schemaLineIn } from './schema-line.ts';

const HEADINGS: Record<string, string> = {
  keuze: '# Het recept: wat is gekozen (met), weggelaten (zonder) en zelf toegevoegd (eigen). Wijzig het met tsd kader select.',
  criteria: '# Het resultaat, in de volgorde van de kaders. Toespitsen kan hier, of met tsd kader concretise.',
  weggelaten: '# Wat uit deze kaders niet is gekozen. Wat erbij geschreven was, blijft hier bewaard.',
  instrumenten: '# Gespreksleidraden, formulieren, vragenlijsten en andere manieren om waarnemingen te doen.',
  items: '# De vragen, onderwerpen en dossieritems, in volgorde.',
};

const TITLES = {
  toetsingskader: '# Het toetsingskader van dit onderzoek.',
  instrumenten: '# Wat aan wie wordt gevraagd, en met welk instrument.',
};

/** The text of a toetsingskader or of instruments: an edit of what stands there, or a new file with its comments. */
export function writeBestand(
  name: keyof typeof TITLES,
  value: ToetsingskaderBestand | InstrumentenBestand,
  source: Source | undefined,
): string {
  if (source) return withLost(source.text, rewriteYaml(source, value));
  const body = stringifyYaml(value).replace(/^(\w+):/gm, (line, key: string) =>
    HEADINGS[key] ? `\n${HEADINGS[key]}\n${line}` : line,
  );
  return `${schemaLineIn(`${name}.yaml`, name)}${TITLES[name]}\n${body}`;
}

const LOST = '# Opmerkingen die stonden bij wat er niet meer is:';

/** What a person wrote in a comment is kept at the end of the file when the place where it stood is gone. */
function withLost(before: string, after: string): string {
  const lost = commentsLost(before, after);
  if (lost.length === 0) return after;
  const heading = after.includes(`${LOST}\n`) ? '' : `${LOST}\n`;
  return `${after.endsWith('\n') ? after : `${after}\n`}${heading}${lost.map((comment) => `# ${comment}\n`).join('')}`;
}

import { dirname, join, resolve } from 'node:path';
import { shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { suggestInstrument, suggestRespondenttypen, warnOverig } from '../../onderzoek/suggest-instrumenten.ts';
import { toespitsingOf } from '../../onderzoek/toespitsing.ts';
import { type ToetsCriterium, toetsCriteria } from '../../onderzoek/toetsing.ts';
import { type Comment, withComments } from '../../oordeel/comments.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { stringifyYaml } from '../../source/yaml.ts';
import { calledAs, typed } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import type { Reading } from '../read/yaml.ts';
import { refuseOverwrite } from '../refuse-overwrite.ts';
import { schemaLine } from '../schema-line.ts';

/** `tsd kader concretise --format yaml`: writes what is sharpened as toespitsing.yaml, and the instruments beside it. */
export function writeToespitsing(
  dossier: Dossier,
  bestand: Bestand<ToetsingskaderBestand>,
  out: string | undefined,
  reading: Reading,
): Outcome {
  const path = out ? resolve(out) : join(dossier.folder, 'toespitsing.yaml');
  const beside = path.replace(/(\.ya?ml)$/i, '-instrumenten$1');
  const criteria = toetsCriteria(bestand.value, dossier.kaders);
  const known = dossier.instrumenten?.value;
  const begin = schemaLine(beside, 'instrumenten', dossier.folder);
  const files = [
    { path, content: schemaLine(path, 'toespitsing', dossier.folder) + toespitsingText(bestand.value, criteria) },
    { path: beside, content: begin + (known ? stringifyYaml(known) : firstInstrumenten(criteria)) },
  ];
  for (const file of files) refuseOverwrite(file.path, file.content);
  return {
    ...reading,
    diagnostics: [...reading.diagnostics, ...(known ? [] : warnOverig(suggestRespondenttypen(criteria)))],
    files,
    base: dirname(path),
    messages: messagesFor(dossier, files),
  };
}

function messagesFor({ folder }: Dossier, files: readonly FileChange[]): string[] {
  const from = files.map((file) => `--from ${typed(shownPath(file.path))}`).join(' ');
  return [
    ...files.map((file) => `geschreven: ${shownPath(file.path)}`),
    `pas aan en lees terug met: tsd kader concretise ${calledAs(folder)} ${from}`,
  ];
}

/** What is sharpened, with above each place the text of the norm that it sharpens. */
function toespitsingText(toetsingskader: ToetsingskaderBestand, criteria: readonly ToetsCriterium[]): string {
  const indicatoren = criteria.flatMap((criterium) => criterium.indicatoren);
  const norms = (list: string, items: readonly { nummer: string; tekst: string }[]): Comment[] =>
    items.map(({ nummer, tekst }, index) => ({ pointer: `/${list}/${index}`, lines: [`${nummer} ${oneLine(tekst)}`] }));
  const [first, ...rest] = [...norms('criteria', criteria), ...norms('indicatoren', indicatoren)];
  const explained = first ? [{ ...first, lines: [...HOW, ...first.lines] }, ...rest] : [];
  return withComments(stringifyYaml(toespitsingOf(toetsingskader)), explained);
}

const HOW = [
  'Boven elk criterium en elke indicator staat de tekst van de norm. Schrijf eronder wat u wilt:',
  '  toespitsing: De tekst zoals die voor dit onderwerp luidt.',
  '  deelvragen: [dv1]',
  '  niet_van_toepassing: Waarom dit hier niet speelt.',
  '  lokale_context: [{ gebied: id, tekst: Wat hier anders is. }]    # alleen bij een criterium',
  '  aan_wie: [id van een respondenttype]    # alleen bij een indicator',
];

/** The instruments to begin with, as a matrix proposes them; what is asked is for people to write. */
function firstInstrumenten(criteria: readonly ToetsCriterium[]): string {
  const respondenttypen = suggestRespondenttypen(criteria);
  const instrumenten = respondenttypen.map(suggestInstrument);
  const value: InstrumentenBestand = { formaat: 1, respondenttypen, instrumenten, items: [] };
  const [indicator] = criteria.flatMap((criterium) => criterium.indicatoren);
  const example = `  - { instrument: ${instrumenten[0]?.id}, id: v-1, soort: vraag, tekst: "Uw vraag?", indicatoren: [${indicator?.ref}] }`;
  return withComments(stringifyYaml(value), [{ pointer: '/items', lines: ['Een item ziet er zo uit:', example] }]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

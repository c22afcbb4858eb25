import { dirname, join, resolve } from 'node:path';
import { shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { toespitsingOf } from '../../onderzoek/toespitsing.ts';
import type { ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { stringifyYaml } from '../../source/yaml.ts';
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
  const instrumenten = dossier.instrumenten?.value;
  const files = [
    textFile(path, schemaLine(path, 'toespitsing', dossier.folder) + stringifyYaml(toespitsingOf(bestand.value))),
    ...(instrumenten ? [instrumentenFile(path.replace(/(\.ya?ml)$/i, '-instrumenten$1'), instrumenten, dossier)] : []),
  ];
  for (const { path: target, content } of files) refuseOverwrite(target, content);
  const from = files.map((file) => `--from ${shownPath(file.path)}`).join(' ');
  return {
    ...reading,
    files,
    base: dirname(path),
    messages: [
      ...files.map((file) => `geschreven: ${shownPath(file.path)}`),
      `pas aan en lees terug met: tsd kader concretise ${shownPath(dossier.folder)} ${from}`,
    ],
  };
}

function instrumentenFile(path: string, value: object, { folder }: Dossier) {
  return textFile(path, schemaLine(path, 'instrumenten', folder) + stringifyYaml(value));
}

function textFile(path: string, text: string): FileChange & { content: string } {
  return { path, content: text };
}

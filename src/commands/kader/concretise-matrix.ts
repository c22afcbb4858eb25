import { dirname, join, resolve } from 'node:path';
import { shownPath } from '../../io/files.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { formProperties } from '../../onderzoek/form.ts';
import { matrixSheets } from '../../onderzoek/matrix.ts';
import { suggestRespondenttypen, warnOverig } from '../../onderzoek/suggest-instrumenten.ts';
import { toetsCriteria } from '../../onderzoek/toetsing.ts';
import type { ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { writeWorkbook } from '../../tabel/xlsx-write.ts';
import { calledAs, typed } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import type { Reading } from '../read/yaml.ts';
import { refuseOverwrite } from '../refuse-overwrite.ts';

/** `tsd kader concretise --format xlsx`: writes the matrix to sharpen in, filled in with how things stand. */
export async function writeMatrix(
  dossier: Dossier,
  bestand: Bestand<ToetsingskaderBestand>,
  out: string | undefined,
  reading: Reading,
): Promise<Outcome> {
  const path = out ? resolve(out) : join(dossier.folder, 'matrix.xlsx');
  const onderzoek = dossier.onderzoek.value;
  const criteria = toetsCriteria(bestand.value, dossier.kaders);
  const proposed = dossier.instrumenten ? [] : warnOverig(suggestRespondenttypen(criteria));
  const { value, diagnostics } = await writeWorkbook({
    title: `Toespitsing ${onderzoek.titel}`,
    date: onderzoek.datum,
    sheets: matrixSheets({ onderzoek, criteria, instrumenten: dossier.instrumenten?.value }),
    properties: formProperties('matrix', onderzoek.id, bestand.value),
  });
  refuseOverwrite(path, value);
  return {
    ...reading,
    diagnostics: [...reading.diagnostics, ...diagnostics, ...proposed],
    files: [{ path, content: value }],
    base: dirname(path),
    messages: [
      `geschreven: ${shownPath(path)} (${countOf(criteria.length, 'criterium', 'criteria')})`,
      `lees het ingevulde bestand terug met: tsd kader concretise ${calledAs(dossier.folder)} --from ${typed(shownPath(path))}`,
    ],
  };
}

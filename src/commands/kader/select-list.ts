import { dirname, join, resolve } from 'node:path';
import { shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { formProperties } from '../../onderzoek/form.ts';
import { keuzelijstSheets } from '../../onderzoek/keuzelijst.ts';
import { countOf } from '../../source/count.ts';
import { writeWorkbook } from '../../tabel/xlsx-write.ts';
import { calledAs, typed } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import type { Reading } from '../read/yaml.ts';
import { refuseOverwrite } from '../refuse-overwrite.ts';
import type { SelectOptions, Uitwerking } from './select-work.ts';

/** `tsd kader select --format xlsx`: writes the list to tick, filled in with how things stand; nothing else is written. */
export async function writeKeuzelijst(
  dossier: Dossier,
  { before, after, ruimte }: Pick<Uitwerking, 'before' | 'after' | 'ruimte'>,
  options: SelectOptions,
  reading: Reading,
): Promise<Outcome> {
  const path = options.out ? resolve(options.out) : join(dossier.folder, 'keuzelijst.xlsx');
  const { titel, id, datum } = dossier.onderzoek.value;
  const nu = before || after.criteria.length > 0 ? after : undefined;
  const bewaard = before ?? { keuze: { met: [] }, criteria: [], weggelaten: [] };
  const { value, diagnostics } = await writeWorkbook({
    title: `Keuzelijst ${titel}`,
    date: datum,
    sheets: keuzelijstSheets(ruimte, titel, nu, bewaard),
    properties: formProperties('keuzelijst', id, before),
  });
  refuseOverwrite(path, value);
  reading.diagnostics.push(...diagnostics);
  return {
    ...reading,
    files: [{ path, content: value }],
    base: dirname(path),
    messages: [
      `geschreven: ${shownPath(path)} (${countOf(ruimte.criteria.length, 'criterium', 'criteria')})`,
      `vul de lijst in en lees haar terug met: tsd kader select ${calledAs(dossier.folder)} --from ${typed(shownPath(path))}`,
    ],
  };
}

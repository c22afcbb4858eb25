import { extname, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { readText, shownPath } from '../../io/files.ts';
import { readWorkbookFile } from '../../io/workbook.ts';
import { resolveInstrumenten, resolveToespitsing } from '../../onderzoek/concretise.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { otherForm } from '../../onderzoek/form.ts';
import { readMatrix } from '../../onderzoek/matrix-read.ts';
import { mergeInstrumenten } from '../../onderzoek/merge-instrumenten.ts';
import type { Toegespitst } from '../../onderzoek/toespitsing.ts';
import { type ToetsCriterium, toetsCriteria } from '../../onderzoek/toetsing.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { parseYaml } from '../../source/yaml.ts';
import type { WorkbookContent } from '../../tabel/xlsx-read.ts';
import { calledAs, typed } from '../next-step.ts';
import { type Reading, readYaml } from '../read/yaml.ts';
import { kaderFormProblems } from './form.ts';

/** What files say about sharpening and instruments, with full references. */
export interface Levering {
  geschreven: Toegespitst[];
  instrumenten: InstrumentenBestand | undefined;
}

/** Reads toespitsing.yaml, instrumenten.yaml and matrix.xlsx files, in order. Problems go into the reading. */
export async function readLeveringen(
  dossier: Dossier,
  bestand: Bestand<ToetsingskaderBestand>,
  paths: readonly string[],
  reading: Reading,
): Promise<Levering> {
  const criteria = toetsCriteria(bestand.value, dossier.kaders);
  const levering: Levering = { geschreven: [], instrumenten: undefined };
  for (const path of paths) {
    const read =
      extname(path).toLowerCase() === '.xlsx'
        ? await readXlsx(path, dossier, criteria, reading)
        : readFile(path, criteria, reading);
    levering.geschreven.push(...read.geschreven);
    if (read.instrumenten) levering.instrumenten = mergeInstrumenten(levering.instrumenten, read.instrumenten);
  }
  return levering;
}

/** A YAML file says by its fields which of the two it is. */
function readFile(path: string, criteria: readonly ToetsCriterium[], reading: Reading): Levering {
  const full = resolve(path);
  const keys = Object.keys((parseYaml(readText(full), shownPath(full)).value?.value as object | undefined) ?? {});
  const isInstrumenten = keys.some((key) => ['items', 'instrumenten', 'respondenttypen'].includes(key));
  if (isInstrumenten) {
    const read = readYaml(full, 'instrumenten', reading);
    if (!read) return { geschreven: [], instrumenten: undefined };
    const { instrumenten, diagnostics } = resolveInstrumenten(read.value, criteria, read.file);
    reading.diagnostics.push(...diagnostics);
    return { geschreven: [], instrumenten };
  }
  const read = readYaml(full, 'toespitsing', reading);
  if (!read) return { geschreven: [], instrumenten: undefined };
  const { geschreven, diagnostics } = resolveToespitsing(read.value, criteria, read.file);
  reading.diagnostics.push(...diagnostics);
  return { geschreven, instrumenten: undefined };
}

async function readXlsx(
  path: string,
  dossier: Dossier,
  criteria: readonly ToetsCriterium[],
  reading: Reading,
): Promise<Levering> {
  const full = resolve(path);
  const file = shownPath(full);
  const { value, diagnostics } = await readWorkbookFile(full, { expected: ['verwijzing', 'id'] });
  const foreign = kaderFormProblems(value, dossier, file);
  reading.diagnostics.push(...diagnostics, ...foreign);
  // Of another onderzoek every row would be wrong, each for a reason that is none.
  if (hasErrors(foreign)) return { geschreven: [], instrumenten: undefined };
  const names = value.tables.map(({ sheet }) => sheet);
  if (diagnostics.length === 0 && !names.includes('Matrix') && !names.includes('Criteria'))
    reading.diagnostics.push(noMatrix(file, value, dossier.folder));
  const read = readMatrix(value.tables, {
    onderzoek: dossier.onderzoek.value,
    criteria,
    instrumenten: dossier.instrumenten?.value,
  });
  reading.diagnostics.push(...read.diagnostics.map((d) => ({ ...d, file })));
  return { geschreven: read.geschreven, instrumenten: read.instrumenten };
}

function noMatrix(file: string, workbook: WorkbookContent, folder: string): Diagnostic {
  const other = otherForm(workbook, 'matrix', { onderzoek: calledAs(folder), file: typed(file) });
  if (other) return { ...other, file };
  const help = 'maak er een met tsd kader concretise --format xlsx --out matrix.xlsx';
  return error('matrix/blad', "dit bestand heeft geen blad 'Criteria' of 'Matrix'", { file, help });
}

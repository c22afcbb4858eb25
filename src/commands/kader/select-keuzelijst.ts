import { resolve } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { shownPath } from '../../io/files.ts';
import { readWorkbookFile } from '../../io/workbook.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { otherForm } from '../../onderzoek/form.ts';
import { type IngevuldeKeuzelijst, readKeuzelijst } from '../../onderzoek/keuzelijst-read.ts';
import { respondenttypeOf } from '../../onderzoek/respondenttypen.ts';
import { buildRuimte, type Keuzeruimte } from '../../onderzoek/space.ts';
import { EIGEN } from '../../onderzoek/toetsing.ts';
import type { Table } from '../../tabel/table.ts';
import type { WorkbookContent } from '../../tabel/xlsx-read.ts';
import { calledAs, typed } from '../next-step.ts';
import type { Reading } from '../read/yaml.ts';
import { kaderFormProblems } from './form.ts';
import type { Aanbod } from './select-pin.ts';

/** Reads a filled-in list to tick; what is wrong with it goes into the reading. */
export async function readKeuzelijstFile(
  path: string,
  dossier: Dossier,
  aanbod: Aanbod,
  reading: Reading,
): Promise<IngevuldeKeuzelijst | undefined> {
  const file = shownPath(resolve(path));
  const { value, diagnostics } = await readWorkbookFile(resolve(path), { expected: ['verwijzing', 'kiezen'] });
  const foreign = kaderFormProblems(value, dossier, file);
  reading.diagnostics.push(...diagnostics, ...foreign);
  // Of another onderzoek every row would be wrong, each for a reason that is none.
  if (hasErrors(foreign)) return undefined;
  const table = value.tables.find(({ sheet }) => sheet === 'Keuzelijst');
  if (!table) {
    if (diagnostics.length === 0) reading.diagnostics.push(noKeuzelijst(file, value, dossier.folder));
    return undefined;
  }
  const read = readKeuzelijst(value.tables, {
    ruimte: ruimteOf(table, dossier, aanbod),
    nu: dossier.toetsingskader?.value,
    respondenttype: respondenttypeOf(dossier.instrumenten?.value.respondenttypen),
  });
  reading.diagnostics.push(...read.diagnostics.map((d) => ({ ...d, file })));
  return read;
}

/** What could be chosen from in the list: the kaders in it, and those that are in use. */
function ruimteOf({ rows }: Table, { toetsingskader }: Dossier, { toezicht }: Aanbod): Keuzeruimte {
  const { kaders = [], keuze } = toetsingskader?.value ?? {};
  const ids = new Set(rows.map(({ cells }) => cells.verwijzing?.split('/')[0]));
  const known = toezicht.map(({ kader }) => kader).filter(({ id }) => ids.has(id) || kaders.some((pin) => pin.id === id));
  return buildRuimte(known, ids.has(EIGEN) ? keuze?.eigen : []);
}

function noKeuzelijst(file: string, workbook: WorkbookContent, folder: string): Diagnostic {
  const other = otherForm(workbook, 'keuzelijst', { onderzoek: calledAs(folder), file: typed(file) });
  if (other) return { ...other, file };
  return error('keuzelijst/blad', "dit bestand heeft geen blad 'Keuzelijst'", {
    file,
    help: 'maak een lijst met tsd kader select --format xlsx --out keuzelijst.xlsx',
  });
}

import { extname, join, resolve } from 'node:path';
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { exists, readBytes, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import { countOf } from '../../source/count.ts';
import type { RefusedRows } from '../../waarneming/refused-rows.ts';
import { calledAs, typed } from '../next-step.ts';
import type { Delivery } from './delivery.ts';
import { RowPicker } from './quarantine-pick.ts';
import { formRows, jsonRows, yamlRows } from './quarantine-records.ts';
import { csvRows, ndjsonRows, type RowWriter, workbookRows } from './quarantine-rows.ts';

/** The folder in the werkdossier where rows wait that were not read in. */
export const QUARANTAINE = 'quarantaine';

const WRITERS: Readonly<Record<Delivery['vorm'], RowWriter | undefined>> = {
  csv: csvRows,
  werkmap: workbookRows,
  yaml: yamlRows,
  ndjson: ndjsonRows,
  json: jsonRows,
  formulier: formRows,
  anders: undefined,
};

/** What is put in quarantaine: the files, and what is said of them. */
export interface Quarantaine {
  files: FileChange[];
  diagnostics: Diagnostic[];
}

/**
 * Writes the rows that are not read in, as they were delivered and each with the reason, beside the werkdossier's own files. Of a
 * row with a burgerservicenummer, or with what else `guard` refuses, nothing is written: it stays in the delivered file only.
 * Throws when a refused row is not found again: what is said of it would be untrue.
 */
export async function quarantineRows(
  { folder, onderzoek }: Dossier,
  deliveries: readonly Delivery[],
  refused: RefusedRows,
  guard: PrivacyGuard,
): Promise<Quarantaine> {
  const files: FileChange[] = [];
  const diagnostics: Diagnostic[] = [];
  const own = join(folder, 'werkdossier', QUARANTAINE);
  const taken = new Set<string>();
  for (const delivery of deliveries) {
    const { bestand } = delivery;
    const rows = refused.of(bestand);
    if (rows.size === 0) continue;
    const write = WRITERS[delivery.vorm];
    const picker = new RowPicker(rows, { guard, bestand });
    const content = (await write?.(delivery, picker, onderzoek.value.datum)) ?? '';
    if (write && !picker.isComplete) throw new Error(`not all refused rows of ${bestand} were found again`);
    if (picker.written.size === 0) {
      diagnostics.push(notWritten(delivery, rows.size));
      continue;
    }
    const path = freePlace(own, delivery, content, { deliveries, taken });
    taken.add(path);
    delivery.quarantaine = path.slice(join(folder, 'werkdossier').length + 1).replaceAll('\\', '/');
    files.push({ path, content });
    diagnostics.push(written(delivery, picker, { path, folder }));
  }
  return { files, diagnostics };
}

interface Occupied {
  deliveries: readonly Delivery[];
  /** What this run puts in quarantaine already. */
  taken: ReadonlySet<string>;
}

/** A file that somebody may be correcting is never written over, unless it is the one that is being read in. */
function freePlace(own: string, { bestand }: Delivery, content: string | Uint8Array, { deliveries, taken }: Occupied): string {
  const name = bestand.replace(/[/\\]/g, '-');
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number += 1) {
    const path = join(own, number === 1 ? name : `${stem}-${number}${extension}`);
    if (taken.has(path)) continue;
    const isRead = deliveries.some((delivery) => resolve(delivery.path) === resolve(path));
    if (!exists(path) || isRead || Buffer.from(content).equals(readBytes(path))) return path;
  }
}

function written(
  { file, koppelingFile }: Delivery,
  { written: { size }, left: { size: left } }: RowPicker,
  { path, folder }: { path: string; folder: string },
): Diagnostic {
  const shown = shownPath(path);
  const rest =
    left === 0
      ? ''
      : `; ${left} met ${FORBIDDEN} ${left === 1 ? 'staat' : 'staan'} daar niet in: verbeter die in dit bestand zelf`;
  const message = `${countOf(size, 'rij', 'rijen')} niet ingelezen, en met de reden gezet in ${shown}${rest}`;
  return warning('waarneming/quarantaine', message, {
    file,
    help: `verbeter ze daar, en lees dat bestand in: tsd waarnemingen ingest ${calledAs(folder)} ${typed(shown)}${koppelingFile === undefined ? '' : ` --koppeling ${typed(koppelingFile)}`}`,
  });
}

/** What is told of rows that are not written again: such a thing is in them, or in a line that cannot be read it may be. */
const FORBIDDEN = 'een burgerservicenummer of iets anders dat niet mag worden bewaard';

function notWritten({ file, vorm }: Delivery, count: number): Diagnostic {
  const why = WRITERS[vorm] === undefined ? 'deze vorm heeft geen quarantaine' : `er staat ${FORBIDDEN} in`;
  return warning('waarneming/niet-ingelezen', `${countOf(count, 'rij', 'rijen')} niet ingelezen; ${why}`, {
    file,
    help: 'verbeter dit bestand zelf, en lees het opnieuw in',
  });
}

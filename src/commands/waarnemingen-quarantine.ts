import { extname, join, resolve } from 'node:path';
import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import { exists, readBytes, shownPath } from '../io/files.ts';
import type { FileChange } from '../io/writer.ts';
import { rowPlace } from '../koppeling/place.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { countOf } from '../source/count.ts';
import type { RefusedRow, RefusedRows } from '../waarneming/refused-rows.ts';
import { calledAs } from './next-step.ts';
import type { Delivery } from './waarnemingen-delivery.ts';
import { csvRows, ndjsonRows, type RowWriter, workbookRows, yamlRows } from './waarnemingen-quarantine-rows.ts';

/** The folder in the werkdossier where rows wait that were not read in. */
export const QUARANTAINE = 'quarantaine';

const WRITERS: Readonly<Record<Delivery['vorm'], RowWriter | undefined>> = {
  csv: csvRows,
  werkmap: workbookRows,
  yaml: yamlRows,
  ndjson: ndjsonRows,
  json: undefined,
  anders: undefined,
};

/** What is put in quarantaine: the files, and what is said of them. */
export interface Quarantaine {
  files: FileChange[];
  diagnostics: Diagnostic[];
}

/**
 * Writes the rows that are not read in, as they were delivered and each with the reason, beside the werkdossier's own files. Of a
 * row with a burgerservicenummer nothing is written: it stays in the delivered file only.
 */
export async function quarantineRows(
  { folder, onderzoek }: Dossier,
  deliveries: readonly Delivery[],
  refused: RefusedRows,
): Promise<Quarantaine> {
  const files: FileChange[] = [];
  const diagnostics: Diagnostic[] = [];
  const own = join(folder, 'werkdossier', QUARANTAINE);
  const taken = new Set<string>();
  for (const delivery of deliveries) {
    const rows = wholeRows(refused.of(delivery.bestand));
    if (rows.size === 0) continue;
    const write = WRITERS[delivery.vorm];
    const open = new Map([...rows].filter(([, { geheim }]) => !geheim));
    if (!write || open.size === 0) {
      diagnostics.push(notWritten(delivery, rows));
      continue;
    }
    const content = await write(delivery, open, onderzoek.value.datum);
    const path = freePlace(own, delivery, content, { deliveries, taken });
    taken.add(path);
    delivery.quarantaine = path.slice(join(folder, 'werkdossier').length + 1).replaceAll('\\', '/');
    files.push({ path, content });
    diagnostics.push(written(delivery, rows, open.size, { path, folder }));
  }
  return { files, diagnostics };
}

/** A row of a foreign table may have become several waarnemingen: it is put aside once, with what is wrong with any of them. */
function wholeRows(rows: ReadonlyMap<string, RefusedRow>): Map<string, RefusedRow> {
  const whole = new Map<string, RefusedRow>();
  for (const [plaats, row] of rows) {
    const key = rowPlace(plaats);
    const { redenen = [], geheim = false } = whole.get(key) ?? {};
    whole.set(key, { ...row, redenen: [...redenen, ...row.redenen], geheim: geheim || row.geheim });
  }
  return whole;
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
  { file, koppeling }: Delivery,
  rows: ReadonlyMap<string, RefusedRow>,
  open: number,
  { path, folder }: { path: string; folder: string },
): Diagnostic {
  const shown = shownPath(path);
  const left = rows.size - open;
  const rest =
    left === 0
      ? ''
      : `; ${left} met een burgerservicenummer ${left === 1 ? 'staat' : 'staan'} daar niet in: verbeter die in dit bestand zelf`;
  const message = `${countOf(open, 'rij', 'rijen')} niet ingelezen, en met de reden gezet in ${shown}${rest}`;
  return warning('waarneming/quarantaine', message, {
    file,
    help: `verbeter ze daar, en lees dat bestand in: tsd waarnemingen ingest ${calledAs(folder)} ${shown}${koppeling ? ` --koppeling ${koppeling.bestand}` : ''}`,
  });
}

function notWritten({ file, vorm }: Delivery, rows: ReadonlyMap<string, RefusedRow>): Diagnostic {
  const why = WRITERS[vorm] === undefined ? 'deze vorm heeft geen quarantaine' : 'er staat een burgerservicenummer in';
  return warning('waarneming/niet-ingelezen', `${countOf(rows.size, 'rij', 'rijen')} niet ingelezen; ${why}`, {
    file,
    help: 'verbeter dit bestand zelf, en lees het opnieuw in',
  });
}

import { type Cell, type Diagnostic, info, type Related, warning } from '../../diagnostics/diagnostic.ts';
import { maskPersonal } from '../../privacy/mask.ts';
import { countOf } from '../../source/count.ts';
import { resolvePositions } from '../../source/positions.ts';
import { createReport } from '../../tabel/report.ts';
import { type At, atColumn } from '../../waarneming/delivered.ts';
import type { Joined } from '../../waarneming/identity.ts';
import type { Delivered } from '../../waarneming/intake.ts';
import type { Lookalike } from '../../waarneming/vanish.ts';
import type { Reading } from '../read/yaml.ts';

/** What a person should know of what changed: each changed waarneming, and what a levering no longer holds. */
export function changes({ gewijzigd, verdwenen, gelijkend, terug, ingetrokken }: Joined): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = createReport(found);
  for (const { id, velden, at } of gewijzigd)
    report(info('waarneming/gewijzigd', `'${id}' is gewijzigd: ${velden.map(({ veld }) => veld).join(', ')}`, at));
  for (const [levering, ids] of verdwenen) report(vanishedFrom(levering, ids, gelijkend.get(levering)));
  if (terug.length > 0) report(info('waarneming/terug', `${count(terug.length)} weer terug in de levering: ${some(terug)}`));
  if (ingetrokken.length > 0) report(stillWithdrawn(ingetrokken));
  return found;
}

/** What a levering holds no more; first those of which a new row says the same. */
function vanishedFrom(
  levering: string,
  ids: readonly string[],
  lookalikes: ReadonlyMap<string, Lookalike> = new Map(),
): Diagnostic {
  const alike = ids.filter((id) => lookalikes.has(id));
  const ordered = [...alike, ...ids.filter((id) => !lookalikes.has(id))].map((id) => {
    const other = lookalikes.get(id);
    return other ? `${id} (${other.plaats} heeft dezelfde tekst met id '${other.id}')` : id;
  });
  const message = `${count(ids.length)} uit levering '${levering}' ${ids.length === 1 ? 'staat' : 'staan'} er niet meer in: ${some(ordered)}`;
  const first = alike.length > 0 ? 'is het dezelfde, zet dan de id terug en lees opnieuw in; ' : '';
  const help = `${first}ze blijven in het werkdossier, gemerkt als verdwenen, tot iemand ze intrekt (tsd waarnemingen withdraw); lees de bestanden van een levering samen in`;
  return warning('waarneming/verdwenen', message, { help });
}

function stillWithdrawn(ids: readonly string[]): Diagnostic {
  const message = `${count(ids.length)} opnieuw geleverd en hier ingetrokken; dat ${ids.length === 1 ? 'blijft zij' : 'blijven zij'}: ${some(ids)}`;
  const help = 'moeten ze weer meetellen, gebruik dan tsd waarnemingen withdraw --ongedaan';
  return warning('waarneming/ingetrokken', message, { help });
}

/** Says per file which waarnemingen have no indicator yet. */
export function uncoded(delivered: readonly Delivered[]): Diagnostic[] {
  const perFile = new Map<string, { at: At; places: string[] }>();
  for (const row of delivered) {
    const { waarneming } = row;
    if (waarneming.indicatoren.length > 0) continue;
    const at = atColumn(row);
    const entry = perFile.get(at.file ?? '') ?? { at, places: [] };
    perFile.set(at.file ?? '', entry);
    entry.places.push(`${waarneming.id} (${row.part.plaats(row.row)})`);
  }
  return [...perFile].map(([file, { places }]) =>
    info('waarneming/ongecodeerd', `${count(places.length)} zonder indicator: ${some(places)}`, {
      file,
      help: 'ze zijn ingelezen; vul later een indicator in en lees de levering opnieuw in',
    }),
  );
}

/** No message may show personal data, wherever in a file, or in its name, it stood. */
export function masked(diagnostics: readonly Diagnostic[], { sources }: Reading): Diagnostic[] {
  return resolvePositions(diagnostics, sources).map((diagnostic) => {
    const { help, related } = diagnostic;
    return {
      ...maskedPlace(diagnostic),
      ...(help === undefined ? {} : { help: maskPersonal(help) }),
      ...(related ? { related: related.map(maskedPlace) } : {}),
    };
  });
}

function maskedPlace<T extends Related>(item: T): T {
  const { message, file, pointer, cell } = item;
  return {
    ...item,
    message: maskPersonal(message),
    ...(file === undefined ? {} : { file: maskPersonal(file) }),
    ...(pointer === undefined ? {} : { pointer: maskPersonal(pointer) }),
    ...(cell === undefined ? {} : { cell: maskedCell(cell) }),
  };
}

/** A header may name a colleague, as in “opmerking van …”: by that name it is found. */
function maskedCell(cell: Cell): Cell {
  const { sheet, header } = cell;
  return {
    ...cell,
    ...(sheet === undefined ? {} : { sheet: maskPersonal(sheet, ['naam']) }),
    ...(header === undefined ? {} : { header: maskPersonal(header, ['naam']) }),
  };
}

const MOST = 20;

function some(names: readonly string[]): string {
  const rest = names.length - MOST;
  return `${names.slice(0, MOST).join(', ')}${rest > 0 ? ` en nog ${rest} (met --json staan ze er alle)` : ''}`;
}

function count(number: number): string {
  return countOf(number, 'waarneming', 'waarnemingen');
}

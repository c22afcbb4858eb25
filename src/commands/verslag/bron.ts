import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Verslag } from '../../schema/generated/types.ts';
import { readDate } from '../../source/date.ts';
import type { BronVelden } from '../../verslag/bron-velden.ts';
import { BRON_COLUMNS, type BronColumn } from '../../waarneming/columns.ts';
import type { Part } from '../../waarneming/delivered.ts';
import type { Delivery, DeliveryContext } from '../waarnemingen/delivery.ts';
import { findStatus, statusWords } from './status.ts';
import type { Verslagen } from './verslagen.ts';

/** What the readers of coded texts need besides. */
export type VerslagContext = DeliveryContext & { verslagen: Verslagen };

/** The bron of a verslag: what the document says, or `--bron`; `isForm`: it has a place for its number. */
export function bronOf(
  { waarden, rijen }: BronVelden,
  delivery: Delivery,
  { verslagen, report }: VerslagContext,
  isForm = false,
): string | undefined {
  const { bron: asked, words } = verslagen;
  const { id } = waarden;
  const at = { file: delivery.file, ...(rijen.id === undefined ? {} : { cell: tableCell(rijen.id, 'bron') }) };
  if (id !== undefined && asked !== undefined && id !== asked) {
    const message = `dit verslag noemt bron '${id}', maar --bron zegt '${asked}'`;
    report(error('verslag/bron-verschilt', message, { ...at, help: 'laat --bron weg, of pas de bron in het verslag aan' }));
    return undefined;
  }
  const bron = id ?? asked;
  if (bron === undefined) report(isForm ? noNummer(delivery) : noBron(delivery));
  else if (words.ids.find(bron) !== undefined) return bron;
  else report(error(words.ids.code, words.ids.problem(bron), { ...at, ...(words.ids.help ? { help: words.ids.help } : {}) }));
  return undefined;
}

function noNummer({ file }: Delivery): Diagnostic {
  return error('verslag/geen-nummer', 'in de tabel bovenaan is bij Nummer niets ingevuld', {
    file,
    help: 'vul 1, 2, 3 … in: elk gesprek heeft een eigen nummer, ook in een kopie van hetzelfde formulier',
  });
}

function noBron({ file }: Delivery): Diagnostic {
  return error('verslag/geen-bron', 'in dit verslag staat niet van welke bron het is', {
    file,
    help: 'zet bovenaan een tabel van twee kolommen (bron, soort, perspectief, datum, gebied …), of noem een bron die er al is met --bron',
  });
}

/** The rows of the table that are no field of a bron. */
export function veldProblems({ onbekend }: BronVelden, { file }: Delivery): Diagnostic[] {
  return onbekend.map(({ rij, problem }) =>
    error('verslag/onbekend-veld', problem, {
      file,
      cell: tableCell(rij),
      help: 'verbeter dit in de tabel bovenaan het verslag',
    }),
  );
}

function tableCell(row: number, header?: string) {
  return { sheet: 'tabel Bron', row, ...(header === undefined ? {} : { header }) };
}

/** Adds the bron when the document says more of it than which it is. */
export function addBron(
  { waarden, rijen }: BronVelden,
  { bron, levering }: { bron: string; levering: string },
  { bestand, file }: Delivery,
  { intake }: VerslagContext,
): void {
  const cells: Partial<Record<BronColumn, string>> = { id: bron };
  for (const column of BRON_COLUMNS) if (waarden[column] !== undefined) cells[column] = waarden[column];
  if (Object.keys(cells).length === 1) return;
  const part: Part = {
    bestand,
    plaats: () => 'tabel Bron',
    at: (_, column) => {
      const line = rijen[column as BronColumn];
      return line === undefined ? { file } : { file, cell: tableCell(line, column) };
    },
  };
  intake.addBron({ part, levering, row: 1, cells });
}

/** The status of the verslag that the document itself tells, and since when. */
export function statusOf(
  { waarden, rijen }: BronVelden,
  { file }: Delivery,
  { report }: VerslagContext,
): { status?: Verslag['status'] | undefined; datum?: string | undefined } {
  const { status: written, 'status sinds': since } = waarden;
  const at = (veld: 'status' | 'status sinds') => ({ file, cell: tableCell(rijen[veld] ?? 1, veld) });
  const status = written === undefined ? undefined : findStatus(written);
  if (written !== undefined && status === undefined)
    report(
      error(statusWords.code, statusWords.problem(written), {
        ...at('status'),
        ...(statusWords.help ? { help: statusWords.help } : {}),
      }),
    );
  const datum = since === undefined ? undefined : readDate(since);
  if (since !== undefined && datum === undefined)
    report(
      error('waarneming/datum', `'${since}' is geen datum die bestaat`, { ...at('status sinds'), help: 'schrijf 14-2-2026' }),
    );
  return { status, datum };
}

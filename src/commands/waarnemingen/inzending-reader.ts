import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ExportRow, Inzendingrij } from '../../formulier/inzending-join.ts';
import { bronOf, countRepeats, type Gelezen, type Kenmerk, kenmerkOf, waarnemingOf } from '../../formulier/inzending-record.ts';
import type { InzendingTable } from '../../formulier/inzending-table.ts';
import { formProblems } from '../../onderzoek/form.ts';
import type { WaarnemingRow } from '../../waarneming/delivered.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';
import { noCount, repeatsMissing, sameKey, twice, withoutMark } from './inzending-messages.ts';
import { NEW_FORM } from './read-table.ts';

/** Gives the records of exports to the intake, one after another. */
export class InzendingReader {
  readonly #deliveries: ReadonlyMap<InzendingTable, Delivery>;
  readonly #context: DeliveryContext;
  readonly #leveringen = new Map<string, string>();
  /** Whether records of a version, onderzoek and toetsingskader can be read, by file. */
  readonly #origins = new Map<string, boolean>();
  readonly #seen = new Map<string, ExportRow>();

  /** Starts with the delivery that each table came in. */
  constructor(deliveries: ReadonlyMap<InzendingTable, Delivery>, context: DeliveryContext) {
    this.#deliveries = deliveries;
    this.#context = context;
  }

  /** Takes in a record: its bron, the waarnemingen in its blocks, and those in its repeats. */
  read(item: Inzendingrij): void {
    const kenmerk = kenmerkOf(item);
    const bron = bronOf(item, kenmerk);
    const own = waarnemingenIn(item, kenmerk);
    const found = [...own, ...item.herhalingen.flatMap((row) => waarnemingenIn(row, kenmerk))];
    const levering = this.#leveringOf(item, kenmerk.levering || undefined);
    const problems = [...this.#recordProblems(item, kenmerk), ...bron.problems, ...own.flatMap((row) => row.problems)];
    if (problems.length > 0) this.#leaveOut(item, problems, levering, Math.max(1, found.length));
    else if (!this.#isFromHere(item, kenmerk)) this.#count(item, levering, found.length);
    else {
      this.#context.intake.addBron({ ...bron.row, levering });
      for (const row of found) this.#add(row, levering);
      this.#tellMissing(item, kenmerk, levering);
    }
  }

  /** Leaves out a row of a repeat that belongs to no record. */
  refuse(item: ExportRow, problem: Diagnostic): void {
    this.#leaveOut(item, [problem], this.#leveringOf(item, undefined), 1);
  }

  #add({ row, problems }: Gelezen<WaarnemingRow>, levering: string): void {
    const { intake } = this.#context;
    if (problems.length > 0) intake.refuse({ ...row, levering }, problems, false);
    else intake.addWaarneming({ ...row, levering });
  }

  #recordProblems(item: Inzendingrij, kenmerk: Kenmerk): Diagnostic[] {
    const empty = (['versie', 'onderzoek', 'levering', 'record'] as const).filter((key) => kenmerk[key] === '');
    if (empty.length > 0) return [withoutMark(item, empty)];
    const key = JSON.stringify([item.table.file, kenmerk.record]);
    const first = this.#seen.get(key);
    if (!first) this.#seen.set(key, item);
    if (first) return [twice(item, first)];
    return item.botst ? [sameKey(item, item.botst)] : [];
  }

  /** The first record of each kind tells what is wrong with it. */
  #isFromHere({ table, row }: ExportRow, { versie, onderzoek, vingerafdruk }: Kenmerk): boolean {
    const key = JSON.stringify([table.file, versie, onderzoek, vingerafdruk]);
    const before = this.#origins.get(key);
    if (before !== undefined) return before;
    const problems = formProblems({ formulierversie: versie, onderzoek, vingerafdruk }, this.#context.onderzoek, NEW_FORM);
    for (const problem of problems) this.#context.report({ ...problem, ...table.part.at(row.row) });
    const fine = !problems.some(({ severity }) => severity === 'error');
    this.#origins.set(key, fine);
    return fine;
  }

  /** A table of repeats that was not exported, or not given, is missed here: the record says how many waarnemingen it holds. */
  #tellMissing(item: Inzendingrij, { aantal }: Kenmerk, levering: string): void {
    const told = /^\d{1,4}(?:\.0{1,9})?$/.test(aantal) ? Number(aantal) : Number.NaN;
    const missing = told - countRepeats(item.herhalingen);
    if (Number.isNaN(told)) this.#leaveOut(item, [noCount(item, aantal)], levering, 1);
    else if (missing > 0) this.#leaveOut(item, [repeatsMissing(item, missing, told)], levering, missing);
  }

  /** Reports why something is not read in; what is not there now has not vanished from its levering. */
  #leaveOut(item: ExportRow, problems: readonly Diagnostic[], levering: string, waarnemingen: number): void {
    const { part } = item.table;
    this.#context.intake.refuse({ part, row: item.row.row, levering }, problems, true);
    this.#count(item, levering, waarnemingen);
    for (const delivery of this.#deliveries.values()) delivery.aanvulling = true;
  }

  #count({ table }: ExportRow, levering: string, waarnemingen: number): void {
    const { tallies } = this.#context.intake;
    for (let count = 0; count < waarnemingen; count += 1) tallies.count(levering, table.bestand, 'niet_verwerkt');
  }

  #leveringOf({ table }: ExportRow, named: string | undefined): string {
    const key = JSON.stringify([table.file, named ?? null]);
    const delivery = this.#deliveries.get(table);
    const found = this.#leveringen.get(key) ?? (delivery ? this.#context.leveringOf(delivery, named) : '');
    this.#leveringen.set(key, found);
    return found;
  }
}

function waarnemingenIn(item: ExportRow, kenmerk: Kenmerk): Gelezen<WaarnemingRow>[] {
  return item.table.blokken.flatMap((key) => waarnemingOf(item, key, kenmerk) ?? []);
}

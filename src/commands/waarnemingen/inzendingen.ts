import { dirname } from 'node:path';
import { joinInzendingen } from '../../formulier/inzending-join.ts';
import { type ExportLabels, exportLabels } from '../../formulier/inzending-labels.ts';
import { type InzendingTable, inzendingTable } from '../../formulier/inzending-table.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Table } from '../../tabel/table.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';
import { aboutRecords, loose, pointsAtTwo } from './inzending-messages.ts';
import { InzendingReader } from './inzending-reader.ts';

/** The tables of exports that were delivered: a record and its repeats may lie in different files, so they are joined at the end. */
export class Inzendingen {
  readonly #deliveries = new Map<InzendingTable, Delivery>();
  readonly #dossier: Dossier;
  #labels: ExportLabels | undefined;

  /** Starts without any. */
  constructor(dossier: Dossier) {
    this.#dossier = dossier;
  }

  /** Adds a table; one without the columns of the form is reported, and not read. */
  add(table: Table, delivery: Delivery, { report }: DeliveryContext): void {
    const { bestand, file, path } = delivery;
    const read = inzendingTable(table, { bestand, file, map: dirname(path) }, () => this.#formLabels());
    for (const problem of [...read.diagnostics, ...aboutRecords(read)]) report(problem);
    if (!read.diagnostics.some(({ severity }) => severity === 'error')) this.#deliveries.set(read, delivery);
  }

  /** After the last file: joins, and gives everything to the intake. */
  finish(context: DeliveryContext): void {
    const { inzendingen, los, tegenstrijdig } = joinInzendingen([...this.#deliveries.keys()]);
    const reader = new InzendingReader(this.#deliveries, context);
    for (const item of inzendingen) reader.read(item);
    for (const item of los) reader.refuse(item, loose(item));
    for (const item of tegenstrijdig) reader.refuse(item, pointsAtTwo(item));
  }

  /** Few exports have labels, so they are looked up when one does. */
  #formLabels(): ExportLabels {
    this.#labels ??= exportLabels(this.#dossier);
    return this.#labels;
  }
}

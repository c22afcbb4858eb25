import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Bijlage, Herkomst, Waarneming } from '../schema/generated/types.ts';
import type { BronColumn, WaarnemingColumn } from './columns.ts';

/** Where something was delivered, for a message. */
export type At = Pick<Diagnostic, 'file' | 'pointer' | 'position' | 'cell'>;

/** A part of a delivered file (a sheet, a list, or all of it) that knows where its rows stand. */
export interface Part {
  /** The name of the file in `herkomst`. */
  bestand: string;
  /** Whether no other form can give the ids in it: another text under one is then a later version of the same. */
  uniqueIds?: boolean;
  /** Whether it is a list that tsd made of the werkdossier: it does not show everything of a waarneming. */
  isLijst?: boolean;
  /** The place of a row in `herkomst`: “Waarnemingen › rij 14”. */
  plaats(row: number): string;
  /** The place of the whole row, where `plaats` is that of one of the waarnemingen in it. */
  rij?(row: number): string;
  at(row: number, column?: string): At;
}

/** Texts by column; several values stand in one text, with `|`, `;` or a line break between, or in a list. */
export type Cells<C extends string> = { readonly [K in C]?: string | readonly string[] };

/** The place of a delivered row: what is kept of it when its values have been taken out. */
export interface RowPlace<C extends string> {
  part: Part;
  levering: string;
  row: number;
  /** The name of a column in the file, where it differs. */
  nameOf?: ((column: C) => string) | undefined;
}

/** What came with a row: files, and what was found by whoever read it. */
export interface Attached {
  /** As they are registered. */
  bijlagen?: Bijlage[];
  /** What is wrong with them, or with the form of the row itself; an error refuses the row. */
  problems?: Diagnostic[];
  /** The pointers of fields of which something was told already: nothing more is said of them. */
  gemeld?: ReadonlySet<string>;
}

/** A row as it was delivered. */
export interface DeliveredRow<C extends string> extends RowPlace<C>, Attached {
  cells: Cells<C>;
}

/** A delivered row about a bron. */
export type BronRow = DeliveredRow<BronColumn>;

/** A delivered row that holds a waarneming. */
export interface WaarnemingRow extends DeliveredRow<WaarnemingColumn> {
  /** Where a text holds it, and who coded it, if anyone did. */
  verslag?: { alinea: string; codeurs?: Waarneming['codeurs'] };
  /** What stood beside it in columns of a foreign table that mean nothing to us, by column. */
  extra?: Readonly<Record<string, string>> | undefined;
}

/** The name under which a `Part` knows a column that is kept as `extra`, apart from our own columns. */
export function extraColumn(name: string): string {
  return `extra › ${name}`;
}

/** The place of a delivered waarneming. */
export type WaarnemingPlace = RowPlace<WaarnemingColumn>;

/** The place of a row, or of one of its columns. */
export function atColumn<C extends string>({ part, row, nameOf }: RowPlace<C>, column?: C): At {
  if (column === undefined) return part.at(row);
  return part.at(row, nameOf ? nameOf(column) : column);
}

/** Where a waarneming came from, as it is recorded with it. */
export function placeOf({ levering, part, row }: WaarnemingPlace): Herkomst {
  return { levering, bestand: part.bestand, plaats: part.plaats(row) };
}

import { type Diagnostic, error, hasErrors } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { PrivacyGuard } from '../privacy/guard.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';
import { contentId } from './content.ts';
import {
  type Attached,
  atColumn,
  type BronRow,
  type DeliveredRow,
  type WaarnemingPlace,
  type WaarnemingRow,
} from './delivered.ts';
import { type FlatCells, type FlatRow, flatBronRow, namesBron, sameBron } from './flat-bron.ts';
import { type BronBook, createBronBook } from './join-bronnen.ts';
import { readBron } from './read-bron.ts';
import { readWaarneming } from './read-waarneming.ts';
import { RefusedRows } from './refused-rows.ts';
import { createTallyBook, type Fate } from './tally.ts';
import type { Words } from './words.ts';

/** A waarneming that passed every check of its own row. */
export interface Delivered extends WaarnemingPlace {
  waarneming: Waarneming;
}

/** What an intake needs to know of the onderzoek. */
export interface IntakeOptions {
  words: Words;
  bronnen: readonly Bron[];
  /** The file of the bronnen that are there already, for messages. */
  bronnenFile: string;
  report: (diagnostic: Diagnostic) => void;
  /** Whether a bron that is delivered takes the place of a recorded one. */
  vervang?: boolean | undefined;
  /** Where the rows that are refused are taken down. */
  refused?: RefusedRows;
}

/** Takes delivered rows in as they come, so that a large file need not lie in memory. */
export class Intake {
  readonly bronnen: BronBook;
  readonly tallies = createTallyBook();
  readonly refused: RefusedRows;
  /** Ids of rows that were delivered and refused, by levering: they are not missing. */
  readonly present = new Map<string, Set<string>>();
  /** The files that held any row at all. */
  readonly filledIn = new Set<string>();
  readonly #words: Words;
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #delivered: Delivered[] = [];
  /** Bronnen that were refused: what rests on them is not processed, and needs no second message. */
  readonly #refused = new Set<string>();
  /** The row that is being looked at: what is reported meanwhile is about this one. */
  #row: Pick<DeliveredRow<never>, 'part' | 'row' | 'levering'> | undefined;
  /** What was told already of the row that is being looked at. */
  #gemeld: ReadonlySet<string> | undefined;
  /** Per bron the cells that it was last read from: it stands beside each of its waarnemingen, and is read once. */
  readonly #lastFlat = new Map<string, FlatCells>();

  /** Starts taking in. */
  constructor({ words, bronnen, bronnenFile, report, vervang, refused = new RefusedRows() }: IntakeOptions) {
    this.refused = refused;
    this.#words = words;
    this.#report = (problem) => {
      if (problem.pointer !== undefined && this.#gemeld?.has(problem.pointer)) return;
      report(this.#row ? refused.note(this.#row, problem) : problem);
    };
    this.bronnen = createBronBook(bronnen, { file: bronnenFile, vervang }, this.#report);
  }

  /** What judges the texts that are taken in. */
  get guard(): PrivacyGuard {
    return this.#words.guard;
  }

  /** Takes in a row about a bron; false: it was refused. */
  addBron(row: BronRow): boolean {
    this.#begin(row);
    const complete = this.#tell(row);
    const bron = readBron(row, this.#words, this.#report);
    const taken = bron !== undefined && complete && this.bronnen.add(bron, row);
    if (!taken && typeof row.cells.id === 'string') this.#refused.add(row.cells.id);
    return taken;
  }

  /** Takes in a row with a waarneming. */
  addWaarneming(row: WaarnemingRow, otherwiseFine = true): void {
    this.#begin(row);
    const complete = this.#tell(row);
    const waarneming = readWaarneming(row, this.#words, this.#report);
    const { part, levering, row: number, nameOf } = row;
    if (waarneming && complete && otherwiseFine) this.#delivered.push({ waarneming, part, levering, row: number, nameOf });
    else this.#reject(row, row.cells.id);
  }

  /** Refuses a row that could not be made out, for reasons found by its reader; one about a bron is not counted, and what rests on it waits. */
  refuse(
    row: Pick<DeliveredRow<never>, 'part' | 'row' | 'levering'>,
    problems: readonly Diagnostic[],
    isBron: boolean,
    id?: string,
  ): void {
    this.#begin(row);
    for (const problem of problems) this.#report(problem);
    if (!isBron) this.#reject(row, id);
    else if (id !== undefined) this.#refused.add(id);
  }

  /** Counts a row that is left out on purpose, and would have been so many waarnemingen. */
  skip(row: Pick<DeliveredRow<never>, 'part' | 'row' | 'levering'>, count = 1): void {
    this.filledIn.add(row.part.bestand);
    for (let left = count; left > 0; left -= 1) this.tallies.count(row.levering, row.part.bestand, 'niet_verwerkt');
  }

  /** Takes in a row of a flat table: a waarneming with its bron beside it; false: the bron was refused. */
  addFlat(row: FlatRow): boolean {
    const { cells } = row;
    const id = cells.bron ?? '';
    const last = this.#lastFlat.get(id);
    const known = id === '' || (last !== undefined && sameBron(last, cells)) || !namesBron(cells);
    const fine = known || this.addBron(flatBronRow(row));
    if (fine && !known) this.#lastFlat.set(id, cells);
    this.addWaarneming(row, fine);
    return fine;
  }

  /** After the last row: the waarnemingen with their gebied, which may rest on a bron that came later. */
  finish(): Delivered[] {
    return this.#delivered.filter((item) => {
      this.#row = item;
      this.#gemeld = undefined;
      const { waarneming } = item;
      const problem = placeInGebied(item, this.bronnen, this.#refused, this.#words) ?? leftOut(item, this.#words);
      if (problem === 'wacht') {
        this.refused.add(item, `bron '${waarneming.bron}' is niet ingelezen`);
        this.#reject(item, waarneming.id, 'niet_verwerkt');
      } else if (problem !== undefined) {
        this.#report(problem);
        this.#reject(item, waarneming.id);
      }
      return problem === undefined;
    });
  }

  #begin(row: Pick<DeliveredRow<never>, 'part' | 'row' | 'levering'>): void {
    this.#row = row;
    this.#gemeld = undefined;
    this.filledIn.add(row.part.bestand);
  }

  /** Reports what was found to be wrong by whoever read a row; whether it can do without. */
  #tell({ problems = [], gemeld }: Attached): boolean {
    for (const problem of problems) this.#report(problem);
    this.#gemeld = gemeld;
    return !hasErrors(problems);
  }

  #reject(
    { levering, part }: Pick<WaarnemingPlace, 'levering' | 'part'>,
    id?: string | readonly string[],
    fate: Fate = 'afgewezen',
  ): void {
    this.tallies.count(levering, part.bestand, fate);
    if (typeof id !== 'string' || id === '') return;
    this.present.set(levering, (this.present.get(levering) ?? new Set()).add(id));
  }
}

/** Fills in the gebied from the bron; `wacht`: the bron itself was refused. */
function placeInGebied(
  item: Delivered,
  bronnen: BronBook,
  refused: ReadonlySet<string>,
  words: Words,
): Diagnostic | 'wacht' | undefined {
  const { waarneming } = item;
  const bron = bronnen.get(waarneming.bron);
  if (refused.has(waarneming.bron)) return 'wacht';
  if (!bron) return unknownBron(waarneming.bron, item, bronnen);
  const [only, ...more] = bron.gebieden;
  if (waarneming.gebied === '' && more.length === 0) waarneming.gebied = only ?? '';
  if (bron.gebieden.includes(waarneming.gebied)) return undefined;
  const message =
    waarneming.gebied === ''
      ? `hier is geen gebied ingevuld, en bron '${bron.id}' gaat over meer gebieden`
      : `bron '${bron.id}' gaat niet over '${waarneming.gebied}'`;
  const help =
    more.length > 0 || waarneming.gebied !== '' ? `die bron gaat over: ${bron.gebieden.join(', ')}` : words.gebieden.help;
  return error('waarneming/ander-gebied', message, { ...atColumn(item, 'gebied'), ...(help ? { help } : {}) });
}

/** That a new waarneming names what was left out; its content is its id where it has none. */
function leftOut(item: Delivered, { weggelaten, indicatoren }: Words): Diagnostic | undefined {
  const { waarneming } = item;
  const problem = weggelaten?.problem(waarneming, waarneming.id || contentId(waarneming));
  if (problem === undefined) return undefined;
  const { code, help } = indicatoren;
  return error(code, problem, { ...atColumn(item, 'indicator'), ...(help ? { help } : {}) });
}

function unknownBron(id: string, row: WaarnemingPlace, bronnen: BronBook): Diagnostic {
  const known = bronnen.all().map((bron) => bron.id);
  return error('waarneming/onbekende-bron', `bron '${id}' bestaat niet${didYouMean(id, known)}`, {
    ...atColumn(row, 'bron'),
    help: 'vul de gegevens van de bron in, of kies een bron die er al is',
  });
}

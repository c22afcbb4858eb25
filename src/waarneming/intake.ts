import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';
import { atColumn, type BronRow, type WaarnemingPlace, type WaarnemingRow } from './delivered.ts';
import { type FlatCells, type FlatRow, flatBronRow, namesBron, sameBron } from './flat-bron.ts';
import { type BronBook, createBronBook } from './join-bronnen.ts';
import { readBron } from './read-bron.ts';
import { readWaarneming } from './read-waarneming.ts';
import { createTallyBook, type TallyBook } from './tally.ts';
import type { Words } from './words.ts';

/** A waarneming that passed every check of its own row. */
export interface Delivered extends WaarnemingPlace {
  waarneming: Waarneming;
}

/** Takes delivered rows in as they come, so that a large file need not lie in memory. */
export interface Intake {
  /** Takes in a row about a bron; false: it was refused. */
  addBron(row: BronRow): boolean;
  addWaarneming(row: WaarnemingRow): void;
  /** Takes in a row of a flat table: a waarneming with its bron beside it. */
  addFlat(row: FlatRow): void;
  /** After the last row: the waarnemingen with their gebied, which may rest on a bron that came later. */
  finish(): Delivered[];
  bronnen: BronBook;
  tallies: TallyBook;
}

/** What an intake needs to know of the onderzoek. */
export interface IntakeOptions {
  words: Words;
  bronnen: readonly Bron[];
  /** The file of the bronnen that are there already, for messages. */
  bronnenFile: string;
  report: (diagnostic: Diagnostic) => void;
}

/** Starts taking in. */
export function createIntake({ words, bronnen: existing, bronnenFile, report }: IntakeOptions): Intake {
  const bronnen = createBronBook(existing, bronnenFile, report);
  const tallies = createTallyBook();
  const delivered: Delivered[] = [];
  /** Bronnen that were refused: what rests on them is not processed, and needs no second message. */
  const refused = new Set<string>();
  /** Per bron the cells that it was last read from: it stands beside each of its waarnemingen, and is read once. */
  const lastFlat = new Map<string, FlatCells>();

  const addBron = (row: BronRow): boolean => {
    const bron = readBron(row, words, report);
    const taken = bron !== undefined && bronnen.add(bron, row);
    if (!taken && typeof row.cells.id === 'string') refused.add(row.cells.id);
    return taken;
  };
  const reject = ({ levering, part }: WaarnemingPlace) => tallies.count(levering, part.bestand, 'afgewezen');
  const addWaarneming = (row: WaarnemingRow, otherwiseFine = true): void => {
    const waarneming = readWaarneming(row, words, report);
    const { part, levering, row: number, nameOf } = row;
    if (waarneming && otherwiseFine) delivered.push({ waarneming, part, levering, row: number, nameOf });
    else reject(row);
  };

  return {
    bronnen,
    tallies,
    addBron,
    addWaarneming: (row) => addWaarneming(row),
    addFlat(row) {
      const { cells } = row;
      const id = cells.bron ?? '';
      const last = lastFlat.get(id);
      const fine = id === '' || (last !== undefined && sameBron(last, cells)) || !namesBron(cells) || addBron(flatBronRow(row));
      if (fine && namesBron(cells)) lastFlat.set(id, cells);
      addWaarneming(row, fine);
    },
    finish: () =>
      delivered.filter((item) => {
        const problem = placeInGebied(item, bronnen, refused, words);
        if (problem === undefined) return true;
        if (problem === 'wacht') tallies.count(item.levering, item.part.bestand, 'niet_verwerkt');
        else {
          report(problem);
          reject(item);
        }
        return false;
      }),
  };
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

function unknownBron(id: string, row: WaarnemingPlace, bronnen: BronBook): Diagnostic {
  const known = bronnen.all().map((bron) => bron.id);
  return error('waarneming/onbekende-bron', `bron '${id}' bestaat niet${didYouMean(id, known)}`, {
    ...atColumn(row, 'bron'),
    help: 'vul de gegevens van de bron in, of kies een bron die er al is',
  });
}

import type { OpenRow } from '../../koppeling/flat-records.ts';
import { ASIDE, columnsOf } from '../../koppeling/match.ts';
import { SkipBook } from '../../koppeling/skip.ts';
import { textIn } from '../../koppeling/value.ts';
import { type MadeRow, rowMaker } from '../../koppeling/waarnemingen.ts';
import type { Words } from '../../waarneming/words.ts';
import { flatBijlagen, namesBijlagen } from './cell-bijlagen.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';
import type { UsedKoppeling } from './koppeling-read.ts';
import { matchTable, readRows } from './koppeling-rows.ts';
import { type OpenTable, openTable } from './koppeling-tables.ts';

/** What foreign tables are read with. */
export interface ForeignContext extends DeliveryContext {
  koppeling: UsedKoppeling;
  words: Words;
}

/** Reads a table of elsewhere into the intake, row by row, as a koppeling says. */
export async function readForeignDelivery(delivery: Delivery, context: ForeignContext): Promise<void> {
  const { koppeling, report, leveringOf } = context;
  const { value } = koppeling;
  const hints = { ...value, expected: [...columnsOf(value), ...Object.values(ASIDE)] };
  delivery.koppeling = koppeling.kept;
  delivery.koppelingFile = koppeling.file;
  // Only now: a column that is found later on makes it an addition, and it was opened as it is here.
  const isAside = delivery.aanvulling === true;
  const table = await openTable(delivery, hints, report, context);
  if (!table) return;
  delivery.tabel = {
    blad: table.sheet,
    koprij: isAside ? undefined : value.koprij,
    unguarded: !isAside,
    expected: hints.expected,
    negeer: value.negeer?.map(({ kolom }) => kolom) ?? [],
  };
  const skips = new SkipBook();
  let levering = { named: '', chosen: leveringOf(delivery, undefined, value.levering) };
  await readRows(
    table,
    () => startTable(table, delivery, context),
    async (row, make) => {
      const named = textIn(row.cells, ASIDE.levering);
      if (named !== levering.named) levering = { named, chosen: leveringOf(delivery, named || undefined, value.levering) };
      const made = withProblems(make(row, levering.chosen), row, delivery);
      take(made.rows.some(({ cells }) => namesBijlagen(cells)) ? await withFiles(made, delivery, context) : made, skips, context);
    },
  );
  for (const problem of [...table.diagnostics, ...skips.messages()]) report({ ...problem, file: delivery.file });
}

/** Once the headers are known: what makes waarnemingen of a row; `undefined` when the rows cannot be read. */
function startTable(open: OpenTable, delivery: Delivery, context: ForeignContext): ReturnType<typeof rowMaker> | undefined {
  const { koppeling, words } = context;
  const found = matchTable(open, delivery, { ...context, keepsRest: true });
  if (open.headers.some(({ name }) => name === ASIDE.reden)) delivery.aanvulling = true;
  return found && rowMaker(koppeling, found.table, found.matched, { words, ids: koppeling.ids });
}

/** A row that is no flat record is refused, and told as nothing else; one that is left out on purpose stays out. */
function withProblems(made: MadeRow, { cells, problems = [] }: OpenRow, { file }: Delivery): MadeRow {
  if (problems.length === 0) return made;
  const skip = Object.keys(cells).length === 0 ? undefined : made.skip;
  return { rows: made.rows, problems: problems.map((problem) => ({ ...problem, file })), skip };
}

/** Takes in the files that a row names; one that is refused is left alone. */
async function withFiles(made: MadeRow, delivery: Delivery, context: ForeignContext): Promise<MadeRow> {
  if (made.skip || made.problems.length > 0) return made;
  const rows: MadeRow['rows'] = [];
  for (const row of made.rows) rows.push({ ...row, ...(await flatBijlagen(row, delivery, context)) });
  return { ...made, rows };
}

function take({ rows, problems, skip }: MadeRow, skips: SkipBook, { intake }: ForeignContext): void {
  const [first] = rows;
  if (!first) return;
  if (skip) {
    intake.skip(first, rows.length);
    skips.add(skip, first.part.at(first.row));
  } else if (problems.length > 0) {
    for (const row of rows) intake.refuse(row, row === first ? problems : [], false, row.cells.id);
  } else {
    // What is wrong with the bron of a row is told once, however many waarnemingen the row becomes.
    const isFine = intake.addFlat(first);
    for (const row of rows.slice(1)) isFine ? intake.addFlat(row) : intake.refuse(row, [], false, row.cells.id);
  }
}

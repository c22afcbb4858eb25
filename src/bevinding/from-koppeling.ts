import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { bevindingFields, bronFields, sourcesOf } from '../koppeling/fields.ts';
import type { KoppelingFile, Matched } from '../koppeling/match.ts';
import type { DeliveredTable } from '../koppeling/place.ts';
import { compileSkips, type SkipBook } from '../koppeling/skip.ts';
import { compileField, type ValueProblem } from '../koppeling/value.ts';
import { maskPersonal } from '../privacy/mask.ts';
import type { EldersVastgelegdeBron } from '../schema/generated/types.ts';
import type { Row } from '../tabel/table.ts';
import type { Words } from '../waarneming/words.ts';
import type { Delivered, Delivery, Field } from './delivered.ts';
import { invalidCells, toBevinding } from './read-workbook.ts';

/** Takes the rows of a foreign table in as bevindingen, and gives them as a delivery in the end. */
export interface BevindingTaker {
  take(row: Row): void;
  end(): Delivery;
}

/** Makes bevindingen of the rows of one table; every problem is reported at its cell. */
export function bevindingTaker(
  { value }: KoppelingFile,
  table: DeliveredTable,
  matched: Matched,
  options: { words: Words; skips: SkipBook; report: (diagnostic: Diagnostic) => void },
): BevindingTaker {
  const { words, skips, report } = options;
  const fields = [...bevindingFields(value), ...bronFields(value)].map((field) => compileField(field, matched.nameOf));
  const skipOf = compileSkips(value, matched.nameOf);
  const sources = sourceColumns(value, matched);
  const delivery: Delivery & { afgewezen: number } = { file: table.file, items: [], drafted: [], afgewezen: 0 };
  return {
    take(row) {
      const skip = skipOf(row.cells);
      if (skip) return skips.add(skip, table.at(row.row));
      const problems: Diagnostic[] = [];
      const tell = ({ source, code, message, help }: ValueProblem) =>
        problems.push(error(code, maskPersonal(message), { ...table.at(row.row, source), help }));
      const cells = Object.fromEntries(fields.map(({ column, read }) => [column, read(row.cells, tell)]));
      const written = cells.gebied ?? '';
      const gebied = words.gebieden.find(written);
      if (gebied === undefined && written !== '') {
        const source = sources.get('gebied');
        const message = `gebied ${words.gebieden.problem(written)}`;
        tell({ column: 'gebied', source, code: 'bevinding/onbekend-gebied', message, help: words.gebieden.help ?? '' });
      }
      const place: Delivered['place'] = (field) => table.at(row.row, field === undefined ? undefined : sources.get(field));
      const item: Delivered = { gebied: gebied ?? '', bevinding: toBevinding({ cells }, elsewhere(cells)), place };
      if (problems.length === 0) problems.push(...invalidCells(item));
      for (const problem of problems) report(problem);
      if (problems.length > 0) delivery.afgewezen += 1;
      else delivery.items.push(item);
    },
    end: () => ({ ...delivery, overgeslagen: skips.total }),
  };
}

function sourceColumns(value: KoppelingFile['value'], { nameOf }: Matched): Map<Field, string> {
  const [bron] = bronFields(value).flatMap(({ waarde }) => sourcesOf(waarde));
  const own = Object.entries(value.bevinding ?? {}).flatMap(([field, waarde]): [Field, string][] => {
    const [first] = sourcesOf(waarde);
    return first === undefined ? [] : [[field as Field, nameOf(first)]];
  });
  return new Map([...own, ...(bron === undefined ? [] : [['bronnen', nameOf(bron)] as [Field, string]])]);
}

/** What a bevinding that was recorded elsewhere rests on, where the row says so. */
function elsewhere(cells: Readonly<Record<string, string>>): EldersVastgelegdeBron[] {
  const bron = Object.entries(cells).flatMap(([column, text]) =>
    column.startsWith('bron ') && text !== '' ? [[column.slice('bron '.length), text]] : [],
  );
  return bron.length === 0 ? [] : [Object.fromEntries(bron) as unknown as EldersVastgelegdeBron];
}

import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import type { PrivacyGuard } from '../privacy/guard.ts';
import { LONGEST_CELL, splitKnown } from '../tabel/table.ts';
import { type At, atColumn, type DeliveredRow, extraColumn } from './delivered.ts';
import { textProblems } from './text-guard.ts';
import type { WordList } from './word-list.ts';

const SHORTER = 'verdeel haar over meer waarnemingen; een heel verslag hoort in Word, met opmerkingen bij de passages';

/** Takes the values out of one delivered row and reports what is wrong with it. */
export class RowReader<C extends string> {
  /** Whether anything was reported. */
  refused = false;
  readonly #row: DeliveredRow<C>;
  readonly #guard: PrivacyGuard;
  readonly #report: (diagnostic: Diagnostic) => void;

  /** Reads from a row, has its texts guarded, and reports to a function. */
  constructor(row: DeliveredRow<C>, guard: PrivacyGuard, report: (diagnostic: Diagnostic) => void) {
    this.#row = row;
    this.#guard = guard;
    this.#report = report;
  }

  /** A free text; guarded. */
  text(column: C): string | undefined {
    const text = this.#single(column);
    return text === '' || !this.#guarded(column, text) ? undefined : text;
  }

  /** One value of a list. */
  one(column: C, list: WordList): string | undefined {
    const text = this.#single(column);
    const found = text === '' ? undefined : this.#chosen(column, list, text);
    // A value of a closed list is known to be harmless.
    return found === undefined || (list.values.length === 0 && !this.#guarded(column, found)) ? undefined : found;
  }

  /** Several values of a list, each once, in the order they were given. */
  several(column: C, list: WordList): string[] {
    const cell: string | readonly string[] = this.#row.cells[column] ?? '';
    if (cell === '') return [];
    const whole = typeof cell === 'string' ? list.find(cell) : undefined;
    if (whole !== undefined) return [whole];
    const written = typeof cell === 'string' ? splitKnown(cell, (value) => list.find(value) !== undefined) : cell;
    return [...new Set(written.flatMap((value) => this.#chosen(column, list, value) ?? []))];
  }

  /** Texts that are kept as they are, by the column of a foreign table that they stood in; each is guarded. */
  extra(texts: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> | undefined {
    for (const name in texts) {
      const at = () => this.#row.part.at(this.#row.row, extraColumn(name));
      this.#passes(texts[name] ?? '', at, name);
    }
    return texts;
  }

  /** Whether nothing is filled in. */
  isEmpty(column: C): boolean {
    return (this.#row.cells[column] ?? '').length === 0;
  }

  /** Reports a problem of a column, or of the whole row. */
  refuse(code: string, message: string, column?: C, help?: string): void {
    this.#refuseAt(atColumn(this.#row, column), code, message, help);
  }

  /** Reports what may be a slip in a column. */
  doubt(code: string, message: string, column: C, help: string): void {
    this.#report(warning(code, message, { ...atColumn(this.#row, column), help }));
  }

  #refuseAt(at: At, code: string, message: string, help: string | undefined): void {
    this.refused = true;
    this.#report(error(code, message, { ...at, ...(help ? { help } : {}) }));
  }

  #single(column: C): string {
    const cell: string | readonly string[] = this.#row.cells[column] ?? '';
    return typeof cell === 'string' ? cell : cell.join('\n');
  }

  #chosen(column: C, list: WordList, written: string): string | undefined {
    const found = list.find(written);
    if (found === undefined && this.#guarded(column, written)) this.refuse(list.code, list.problem(written), column, list.help);
    return found;
  }

  /** Reports what is wrong with a text; only an error refuses it. */
  #guarded(column: C, text: string): boolean {
    return this.#passes(text, () => atColumn(this.#row, column));
  }

  /** The place is only asked for where something is wrong; `label` is the name of the column, where it may tell what a text is. */
  #passes(text: string, at: () => At, label?: string): boolean {
    // What fits in no cell could not be worked with afterwards, and many of them make a file too large to read.
    if (text.length > LONGEST_CELL) {
      this.#refuseAt(
        at(),
        'waarneming/te-lange-tekst',
        `deze tekst telt ${text.length} tekens; hoogstens ${LONGEST_CELL}`,
        SHORTER,
      );
      return false;
    }
    const problems = textProblems(text, this.#guard, this.#row.part.bestand, label);
    for (const { severity, code, message, help } of problems) {
      if (severity === 'error') this.#refuseAt(at(), code, message, help);
      else this.#report(warning(code, message, { ...at(), help }));
    }
    return problems.every(({ severity }) => severity === 'warning');
  }
}

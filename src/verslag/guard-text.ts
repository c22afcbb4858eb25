import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import type { PrivacyGuard } from '../privacy/guard.ts';
import type { Part } from '../waarneming/delivered.ts';
import { type TextProblem, textProblems } from '../waarneming/text-guard.ts';
import type { OfficeText } from '../xml/office-text.ts';
import type { GecodeerdeTekst } from './model.ts';

/** From where to where in a text. */
interface Range {
  start: number;
  end: number;
}

/**
 * Says where personal data stands in what nobody coded: the file itself is kept as well. What was `taken` out of the text, as a
 * passage or a note, is judged where it is taken in.
 */
export function guardText(
  { tekst, alineas }: GecodeerdeTekst,
  taken: readonly Range[],
  part: Part,
  guard: PrivacyGuard,
): Diagnostic[] {
  return alineas.flatMap(({ start, end }, index) =>
    textProblems(tekst.slice(start, end), guard)
      .filter(({ from }) => from !== undefined && !covers(taken, start + from))
      .map((problem) => told(problem, problem.message, part.at(index + 1))),
  );
}

function covers(ranges: readonly Range[], at: number): boolean {
  return ranges.some(({ start, end }) => start <= at && at < end);
}

/**
 * Says where personal data stands in a file outside its text: in notes, headers, comments, what was deleted and properties of a
 * Word file, in memos and names of a project.
 */
export function guardHidden(texts: readonly OfficeText[], file: string, guard: PrivacyGuard): Diagnostic[] {
  return texts
    .filter(({ part }) => part !== 'alinea')
    .flatMap(({ part, text }) =>
      textProblems(text, guard)
        .filter(({ from }) => from !== undefined)
        .map((problem) => told(problem, `${problem.message}, in een ${part}`, { file })),
    );
}

function told({ severity, code, help }: TextProblem, message: string, at: Partial<Diagnostic>): Diagnostic {
  const make = severity === 'error' ? error : warning;
  return make(code, message, { ...at, help });
}

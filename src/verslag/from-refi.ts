import type { RefiText } from '../refi/model.ts';
import type { Alinea, Codering, GecodeerdeTekst } from './model.ts';

/** Takes the codings of a text of a REFI-QDA project: each code that a person gave a passage is one codering. */
export function fromRefi({ text, selections }: RefiText): GecodeerdeTekst {
  let nummer = 0;
  const coderingen = selections.flatMap(({ start, end, codings }) =>
    codings.map(({ code, user, date }): Codering => {
      nummer += 1;
      return { start, end, codes: code, codeur: user || 'onbekend', datum: date, nummer };
    }),
  );
  return { tekst: text, alineas: linesOf(text), coderingen };
}

/** The lines of a text with something on them. */
function linesOf(text: string): Alinea[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const alinea = { start, end: start + line.length };
    start = alinea.end + 1;
    return line.trim() === '' ? [] : [alinea];
  });
}

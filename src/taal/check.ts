import { type Diagnostic, info } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../source/order.ts';
import { isExplained } from './abbreviations.ts';
import { createAdviser, type TaalRegels } from './advise.ts';
import { figuresOf, type TaalFiguren } from './figures.ts';
import { sentencesOf } from './sentences.ts';

/** A text that people wrote, and where each part of it stands. */
export interface Passage {
  tekst: string;
  /** The file, as messages show it. */
  file: string;
  /** Where an offset of the text is, as exactly as its file can say. */
  at(offset: number): Pick<Diagnostic, 'pointer' | 'position'>;
}

/** The figures of one file. */
export interface FiledFigures extends TaalFiguren {
  bestand: string;
}

/** Advice on passages, and per file the figures. An abbreviation that is explained in one of them is known in all. */
export function checkTaal(passages: readonly Passage[], rules: TaalRegels): { advies: Diagnostic[]; figuren: FiledFigures[] } {
  const whole = passages.map(({ tekst }) => tekst).join('\n');
  const read = passages.map((passage) => ({ ...passage, text: passage.tekst, sentences: sentencesOf(passage.tekst) }));
  const advise = createAdviser(rules);
  const told = new Set<string>();
  const advies = read.flatMap(({ text, sentences, file, at }) => {
    const known = (short: string) => told.has(short) || isExplained(short, whole);
    return advise({ text, sentences }, known).map(({ code, from, message, help, afkorting }) => {
      if (afkorting !== undefined) told.add(afkorting);
      return info(code, message, { file, ...at(from), help });
    });
  });
  const figuren = [...groupBy(read, ({ file }) => file)].map(([bestand, texts]) => {
    return { bestand, ...figuresOf(texts.flatMap(({ sentences }) => sentences)) };
  });
  return { advies, figuren };
}

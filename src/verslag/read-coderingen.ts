import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import type { At, Part } from '../waarneming/delivered.ts';
import { textProblems } from '../waarneming/text-guard.ts';
import { short } from '../waarneming/word-list.ts';
import type { Codewoorden } from './codewoorden.ts';
import type { Codering, GecodeerdeTekst, Gelezen } from './model.ts';
import { alineasOf, rangeOf } from './passages.ts';
import { readCodes } from './read-codes.ts';

/** A codering that was understood, on the part of the text that it is about. */
export interface Geplaatst extends Gelezen {
  start: number;
  end: number;
}

/** What became of the coderingen of one file. They add up: each is gelezen, geweigerd, a notitie or nergens. */
export interface GelezenCoderingen {
  gelezen: Geplaatst[];
  /** The parts of the text of which a code was refused, as `start-end`. */
  geweigerd: Set<string>;
  fouten: number;
  notities: number;
  /** Codes that are about no text: it was deleted, or they never had a place. */
  nergens: number;
  diagnostics: Diagnostic[];
}

/** How the coderingen of a file are called, and what may be wrong with them. */
export interface Soort {
  /** “opmerking” or “code”. */
  naam: string;
  leeg: string;
  help: string;
  /** A code is wrong in the codebook, and not each time that it was used. */
  eenmaal: boolean;
}

/** A comment in Word. */
export const OPMERKING: Soort = {
  naam: 'opmerking',
  leeg: 'deze opmerking is leeg',
  help: 'typ een of meer codes (nummer, verwijzing of trefwoord); begin met notitie: wat geen code is',
  eenmaal: false,
};

/** A code of a program for qualitative analysis. */
export const CODE: Soort = {
  naam: 'code',
  leeg: 'deze code staat niet in het codeboek van het project',
  help: 'begin de naam van de code met het nummer of de verwijzing van een indicator, of zet haar bij trefwoorden in instrumenten.yaml',
  eenmaal: true,
};

/** Reads the codes of a file; `part` knows where its paragraphs stand. */
export function readCoderingen(tekst: GecodeerdeTekst, part: Part, soort: Soort, woorden: Codewoorden): GelezenCoderingen {
  const result: GelezenCoderingen = { gelezen: [], geweigerd: new Set(), fouten: 0, notities: 0, nergens: 0, diagnostics: [] };
  const told = new Set<string>();
  for (const codering of tekst.coderingen) {
    const { eerste } = alineasOf(codering.start, codering.end, tekst.alineas);
    const at = part.at(eerste, `${soort.naam} van ${codering.codeur}`);
    const range = rangeOf(codering, tekst);
    const { codes, problems, gecodeerd } = readCodes(codering.codes, woorden);
    const wrong = [...(codering.codes === '' ? [soort.leeg] : problems), ...nameProblem(codering)];
    if (wrong.length > 0) refuse(wrong, { range, at, soort, told }, result);
    else if (!gecodeerd) result.notities += 1;
    else if (range) result.gelezen.push({ codering, codes, ...range, part });
    else {
      result.nergens += 1;
      result.diagnostics.push(deletedText(codering, at));
    }
  }
  return result;
}

interface Refused {
  range: { start: number; end: number } | undefined;
  at: At;
  soort: Soort;
  told: Set<string>;
}

function refuse(wrong: readonly string[], { range, at, soort, told }: Refused, result: GelezenCoderingen): void {
  result.fouten += 1;
  if (range) result.geweigerd.add(`${range.start}-${range.end}`);
  for (const problem of wrong) {
    if (!soort.eenmaal || !told.has(problem))
      result.diagnostics.push(error('verslag/code', problem, { ...at, help: soort.help }));
    told.add(problem);
  }
}

function nameProblem({ codeur }: Codering): string[] {
  // It is the name of a colleague: that it is one, is no problem.
  const problems = textProblems(codeur).filter(({ code }) => code === 'privacy/bsn' || code.startsWith('waarneming/'));
  return problems.map(({ message }) => `in de naam van de codeur: ${message}`);
}

function deletedText({ codes }: Codering, at: At): Diagnostic {
  return warning('verslag/geen-tekst', `bij '${short(codes)}' staat geen tekst (meer); deze code is niet ingelezen`, at);
}

import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { Waarneming } from '../../schema/generated/types.ts';
import { at, beside, type Check, type CheckContext, writtenNodes } from './context.ts';

/** So many words in the same order are no coincidence. */
const RUN = 8;

/** A text that a report prints, as words, with what is said of the place where it stands. */
interface Written {
  name: string;
  words: readonly string[];
  at: Pick<Diagnostic, 'file' | 'pointer'>;
}

/**
 * What a respondent or a document said leaves the team only when it is citeerbaar, and so not either as a sentence of the team
 * that takes it over word for word: the whole of it, or eight words in a row.
 */
export const checkLiteral: Check = (context) => {
  const written = writtenTexts(context);
  const index = indexOf(written);
  return context.dossier.waarnemingen
    .filter(isClosed)
    .flatMap((waarneming) =>
      [...copiesIn(wordsOf(waarneming.tekst), index)].map(([text, run]) => problemOf(waarneming, text, run)),
    );
};

function isClosed({ citeerbaar, vertrouwelijk, ingetrokken }: Waarneming): boolean {
  return !ingetrokken && (citeerbaar !== 'ja' || vertrouwelijk === 'ja');
}

function writtenTexts({ chain, dossier }: CheckContext): Written[] {
  const sentences = writtenNodes(chain).flatMap((node) =>
    node.passages.map(({ tekst, pointer }) => ({ name: `'${node.ref}'`, words: wordsOf(tekst), at: at(node, pointer) })),
  );
  const texts = [...dossier.teksten].map(([name, tekst]) => ({
    name: 'deze tekst',
    words: wordsOf(tekst),
    at: { file: beside(dossier, `teksten/${name}.md`) },
  }));
  return [...sentences, ...texts];
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

interface Index {
  /** Every word that is used at all: nearly every text breaks off on one that is not. */
  words: ReadonlySet<string>;
  /** By a row of words, and by the whole of a shorter text, where it stands. */
  rows: ReadonlyMap<string, ReadonlySet<Written>>;
}

function indexOf(written: readonly Written[]): Index {
  const rows = new Map<string, Set<Written>>();
  for (const text of written) {
    const last = Math.max(0, text.words.length - RUN);
    for (let from = 0; from <= last; from += 1) {
      const row = text.words.slice(from, from + RUN).join(' ');
      rows.set(row, (rows.get(row) ?? new Set()).add(text));
    }
  }
  return { words: new Set(written.flatMap(({ words }) => words)), rows };
}

/** Fewer words than this anyone may have said. */
const FEWEST = 4;

/** The texts that take over these words, each with the first words of it. */
function copiesIn(words: readonly string[], { words: known, rows }: Index): Map<Written, string> {
  const found = new Map<Written, string>();
  const look = (run: string) => {
    for (const text of rows.get(run) ?? []) if (!found.has(text)) found.set(text, run);
  };
  if (words.length < RUN && words.length >= FEWEST) look(words.join(' '));
  let row = 0;
  for (const [place, word] of words.entries()) {
    row = known.has(word) ? row + 1 : 0;
    if (row >= RUN) look(words.slice(place + 1 - RUN, place + 1).join(' '));
  }
  return found;
}

function problemOf({ id, vertrouwelijk }: Waarneming, { name, at: place }: Written, run: string): Diagnostic {
  const why = vertrouwelijk === 'ja' ? 'vertrouwelijk' : 'niet citeerbaar';
  const message = `${name} neemt woord voor woord over wat in waarneming:${id} staat (“${run} …”), en die is ${why}`;
  const own = 'schrijf het in eigen woorden';
  const help = vertrouwelijk === 'ja' ? own : `${own}, of zet de waarneming met instemming van wie het zei op citeerbaar: ja`;
  return warning('oordeel/letterlijk', message, { ...place, help });
}

import { ParseDutch } from 'parse-dutch';

/** A word of a sentence, with its offset in the text. */
export interface Word {
  text: string;
  from: number;
}

/** A sentence of a text, with its offsets in it. */
export interface Sentence {
  from: number;
  to: number;
  words: Word[];
}

/** What is used of the tree of the parser (nlcst). */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}

const parser = new ParseDutch();

/** Divides a Dutch text into sentences and words. A full stop in an abbreviation, a date or an article of law ends no sentence. */
export function sentencesOf(text: string): Sentence[] {
  return nodesOf(parser.parse(text) as Node, 'SentenceNode').map((sentence) => ({
    from: sentence.position?.start.offset ?? 0,
    to: sentence.position?.end.offset ?? 0,
    words: nodesOf(sentence, 'WordNode').map((word) => ({ text: textOf(word), from: word.position?.start.offset ?? 0 })),
  }));
}

function nodesOf(node: Node, type: string): Node[] {
  if (node.type === type) return [node];
  return (node.children ?? []).flatMap((child) => nodesOf(child, type));
}

function textOf({ value, children = [] }: Node): string {
  return value ?? children.map(textOf).join('');
}

import { Lexer } from 'yaml';

/** The lexer says with this that what follows is the text of a scalar, whatever it begins with. */
const SCALAR = '\u001f';

/** The comments of a YAML text, in order, without the `#` and the spaces around them. */
export function commentsIn(text: string): string[] {
  const lexemes = [...new Lexer().lex(text)];
  return lexemes
    .filter((lexeme, index) => lexeme.startsWith('#') && lexemes[index - 1] !== SCALAR)
    .map((comment) => comment.replace(/^#+/, '').trim());
}

/** The comments that a text has and another lacks; one that stands there more than once counts as often. */
export function commentsLost(before: string, after: string): string[] {
  const left = new Map<string, number>();
  for (const comment of commentsIn(after)) left.set(comment, (left.get(comment) ?? 0) + 1);
  return commentsIn(before).filter((comment) => {
    const count = left.get(comment) ?? 0;
    left.set(comment, count - 1);
    return comment !== '' && count <= 0;
  });
}

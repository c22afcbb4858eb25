import { describe, expect, test } from 'vitest';
import { commentsIn, commentsLost } from '../../src/source/comments.ts';

describe('de opmerkingen in een YAML-tekst', () => {
  test('zijn geen stukken van een tekst', () => {
    const text = '# boven\na: "# geen" # naast\nb: |\n  # ook geen\nc: x#y\n  # onder\n#\n';
    expect(commentsIn(text)).toEqual(['boven', 'naast', 'onder', '']);
  });

  test('gaan verloren als zij er minder vaak staan', () => {
    expect(commentsLost('a: 1 # x\nb: 2 # x\nc: 3 # y\n', 'a: 1 # x\n')).toEqual(['x', 'y']);
    expect(commentsLost('a: 1 # x\n', '# x\na: 2\n')).toEqual([]);
  });
});

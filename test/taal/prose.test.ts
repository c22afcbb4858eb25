import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsOf, proseOf } from '../../src/taal/prose.ts';

const words = (markdown: string) => paragraphsOf(proseOf(markdown)).map(({ text }) => text.replace(/\s+/g, ' ').trim());

describe('proseOf', () => {
  test('houdt de lopende tekst over', () => {
    const markdown =
      '## Kop\n\nEen *zin* met een [verwijzing](https://voorbeeld.invalid/x).[^1]\n\n- punt\n- nog een\n\n| a | b |\n\n:::x\n';
    expect(words(markdown)).toEqual(['Een zin met een verwijzing .', 'punt nog een']);
  });

  test('houdt elke plaats', () => {
    fc.assert(
      fc.property(fc.string(), (markdown) => {
        const prose = proseOf(markdown);
        expect(prose.length).toBe(markdown.length);
        expect([...prose].filter((char, index) => char !== ' ' && char !== [...markdown][index])).toEqual([]);
        for (const { text, from } of paragraphsOf(prose)) expect(prose.slice(from, from + text.length)).toBe(text);
      }),
    );
  });
});

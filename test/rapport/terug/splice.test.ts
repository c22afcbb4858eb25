import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedIn, withMarks, withoutMarks } from '../../../src/rapport/terug/marks.ts';
import { readProse } from '../../../src/rapport/terug/plain-prose.ts';
import { proseParts } from '../../../src/rapport/terug/prose-parts.ts';
import { spliceText } from '../../../src/rapport/terug/splice.ts';
import { hunksBetween } from '../../../src/rapport/terug/words.ts';

const words = fc
  .array(fc.constantFrom('de', 'hulp', 'komt', 'te', 'laat', ',', ' ', ' ', '\n', '.', 'Súdwest'), { maxLength: 30 })
  .map((all) => all.join(''));
const asItIs = (text: string) => text;

describe('een wijziging in wat er geschreven staat', () => {
  test('vervangt alleen de woorden die anders zijn, en laat de regels zoals zij waren', () => {
    const written = 'De hulp komt\n      te laat, en\n      niet samen.';
    const before = 'De hulp komt te laat, en niet samen.';
    expect(spliceText(written, before, 'De hulp komt veel te laat, en samen.', asItIs)).toBe(
      'De hulp komt\n      veel te laat, en\n      samen.',
    );
  });

  test('laat opmaak staan waar niets verandert', () => {
    expect(
      spliceText('**Wat beter kan:** schrijf het op.', 'Wat beter kan: schrijf het op.', 'Wat beter kan: leg het vast.', asItIs),
    ).toBe('**Wat beter kan:** leg het vast.');
  });

  test('is er niet als de tekst niet in het geschrevene staat', () => {
    expect(spliceText('iets anders', 'De hulp', 'De zorg', asItIs)).toBeUndefined();
  });

  test('geeft op platte tekst altijd wat bedoeld is, op wit na', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const white = (text: string) => text.replace(/\s+/g, ' ').trim();
        expect(white(spliceText(before, before, after, asItIs) ?? '')).toBe(white(after));
      }),
    );
  });

  test('is niets als er niets verandert', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(hunksBetween(text, text.replaceAll('\n', ' '))).toEqual([]);
      }),
    );
  });
});

describe('merken in een tekst', () => {
  test('zeggen welk deel het is, en wat eromheen staat', () => {
    const marked = `Sturing. ${withMarks('Niemand is het.', [{ id: 300, start: 0, end: 15 }])} Rust op 7.`;
    expect(withoutMarks(marked)).toBe('Sturing. Niemand is het. Rust op 7.');
    expect(markedIn(marked)).toEqual([{ id: 300, before: 'Sturing. ', text: 'Niemand is het.', after: ' Rust op 7.' }]);
  });

  test('gaan weer weg, welke tekst het ook is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(5000), (text, id) => {
        fc.pre(!/[\u2e00-\u2e29]/.test(text));
        expect(withoutMarks(withMarks(text, [{ id, start: 0, end: text.length }]))).toBe(text);
      }),
    );
  });
});

describe('de delen van een tekst in Markdown', () => {
  const partsIn = (markdown: string) =>
    proseParts(markdown).map(({ start, end, block }) => [markdown.slice(start, end), block !== undefined]);

  test('zijn de alinea’s en koppen, zonder tekens van lijsten en citaten', () => {
    expect(
      partsIn('## Kop ##\n\nEen alinea\nop twee regels.\n\n- eerste\n- *tweede*\n\n> citaat\n\n1. een\n\n   vervolg\n'),
    ).toEqual([
      ['Kop', true],
      ['Een alinea\nop twee regels.', true],
      ['eerste', false],
      ['*tweede*', false],
      ['citaat', false],
      ['een', false],
      ['vervolg', false],
    ]);
  });

  test('zeggen zonder opmaak wat er staat', () => {
    expect(readProse('Een **vet** en [genoemd](https://example.org) woord \\* ').text).toBe('Een vet en genoemd woord *');
  });
});

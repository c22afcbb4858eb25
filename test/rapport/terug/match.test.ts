import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textName } from '../../../src/rapport/document/docx/ledger.ts';
import { matchRegions } from '../../../src/rapport/terug/match.ts';
import type { Passage } from '../../../src/rapport/terug/passages.ts';
import type { Region } from '../../../src/rapport/terug/regions.ts';

/** The bookmarks of texts in their order. */
function names(texts: readonly string[]): string[] {
  return texts.map((text, index) => {
    const count = texts.slice(0, index + 1).filter((other) => other === text).length;
    return count === 1 ? textName(text) : `${textName(text)}_${count}`;
  });
}

function passages(texts: readonly string[]): Passage[] {
  const all = names(texts);
  return texts.map((text, index) => ({
    name: all[index] ?? '',
    text,
    lead: '',
    kop: '',
    isHeading: false,
    sources: [],
  }));
}

/** A document that was made of texts, in which some say something else now. */
function regions(texts: readonly string[], edits: Readonly<Record<number, string>> = {}): Region[] {
  const all = names(texts);
  return texts.map((text, index) => ({ names: [all[index] ?? ''], paragraphs: [paragraph(edits[index] ?? text)] }));
}

function paragraph(text: string): Region['paragraphs'][number] {
  return { starts: [], ends: [], pieces: [{ text, changes: [] }], mark: [], generated: false, comments: [] };
}

function found(own: readonly Region[], now: readonly string[]): (number | undefined)[] {
  const all = passages(now);
  return matchRegions(own, all, false).matches.map(({ passage, taken }) => {
    const at = passage ?? taken?.passage;
    return at && all.indexOf(at);
  });
}

describe('waar een alinea van een Word-document nu staat', () => {
  test('is waar haar tekst staat, ook als er een bij kwam of de volgorde anders is', () => {
    expect(found(regions(['a', 'b', 'c']), ['nieuw', 'a', 'c', 'b'])).toEqual([1, 3, 2]);
  });

  test('is niet waar een ander hetzelfde zegt: gelijke zinnen worden aan hun volgorde herkend', () => {
    expect(found(regions(['a', 'x', 'b', 'x', 'c']), ['a', 'anders', 'b', 'x', 'c'])).toEqual([0, undefined, 2, 3, 4]);
    expect(found(regions(['a', 'x', 'b', 'x', 'c']), ['a', 'x', 'b', 'anders', 'c'])).toEqual([0, 1, 2, undefined, 4]);
  });

  test('is wat ervan werd toen zij is overgenomen', () => {
    expect(found(regions(['a', 'x', 'b', 'x', 'c'], { 1: 'anders' }), ['a', 'anders', 'b', 'x', 'c'])).toEqual([0, 1, 2, 3, 4]);
  });

  test('is nergens als zij van twee gelijke buren een van beide kan zijn', () => {
    const [first] = found(regions(['x', 'x']), ['anders', 'x']);
    expect(first).toBeUndefined();
  });

  test('is altijd een alinea met dezelfde tekst, en nooit die van een andere alinea', () => {
    const text = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 12 }), (before, now) => {
        const places = found(regions(before), now);
        for (const [index, place] of places.entries()) if (place !== undefined) expect(now[place]).toBe(before[index]);
        const taken = places.filter((place) => place !== undefined);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

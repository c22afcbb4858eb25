import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outsideProperties, writtenOutside } from '../../src/word/outside.ts';
import { readWord } from '../../src/word/read.ts';
import { type Block, paragraph } from '../../src/word/spec.ts';
import { writeWord } from '../../src/word/write.ts';

/** The paragraphs that count as written outside the rooms, in a document drafted with some texts and come back with others. */
async function outside(drafted: readonly string[], back: readonly string[]): Promise<number[]> {
  const blocks = (texts: readonly string[]) => texts.map((text): Block => paragraph('text', text));
  const bytes = await writeWord({
    title: 'x',
    date: '2026-01-01',
    footer: '',
    properties: outsideProperties(blocks(drafted)),
    blocks: blocks(back),
  });
  return writtenOutside(readWord(bytes).value ?? expect.unreachable(), () => false);
}

test('wat er stond is niet bijgeschreven, welke tekens er ook in staan', async () => {
  const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(texts, async (drafted) => {
      expect(await outside(drafted, drafted)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('wat erbij kwam of anders luidt, is het wel; wat anders is opgemaakt of verplaatst niet', async () => {
  const texts = ['De hoofdvraag', '', 'Een bevinding, van dicht bij.'];
  expect(await outside(texts, ['Een  bevinding – van dichtbij', '…', 'De hoofdvraag'])).toEqual([]);
  expect(await outside(texts, ['De hoofdvraag', 'Erbij.', 'Een bevinding, van ver.'])).toEqual([2, 3]);
  expect(await outside([], ['Alles'])).toEqual([]);
});

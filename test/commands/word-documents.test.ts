import { beforeAll, expect, test } from 'vitest';
import { type Painter, startPainter } from '../../src/commands/grafiek/paint.ts';
import { startWord } from '../../src/commands/report/word-documents.ts';
import { buildLogo } from '../../src/huisstijl/logo.ts';
import { STANDAARD } from '../../src/huisstijl/standaard.ts';
import { ownLook } from '../../src/rapport/document/docx/look.ts';
import { writeFrontMatter } from '../../src/rapport/document/front-matter.ts';
import { renderMarkdown } from '../../src/rapport/document/render.ts';
import { svg } from '../huisstijl/logos.ts';

const markdown = `${writeFrontMatter({
  titel: 'Een rapport',
  datum: '2026-06-18',
  datumtekst: '18 juni 2026',
  taal: 'nl',
  auteurs: [],
  omschrijving: 'Over iets.',
  trefwoorden: [],
})}\n# Een rapport\n\nEen alinea.\n`;
const { value: document } = renderMarkdown(markdown);

/** The size of a PNG, in pixels. */
const sizeOf = (png: Uint8Array): [number, number] => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

/** Makes some Word documents with a logo; gives the size of everything that was painted. */
async function paintedFor(attributes: string, documents: number): Promise<[number, number][]> {
  const logo = buildLogo({ bestand: 'logo.svg', alt: 'Inspectie', breedte: 50.8 }, svg('<path d="M0 0h9v9z"/>', attributes));
  if ('code' in logo) throw new Error(logo.message);
  const sizes: [number, number][] = [];
  const own = startPainter();
  const paint: Painter = async (...asked) => {
    const painted = await own(...asked);
    sizes.push(sizeOf(painted.content));
    return painted;
  };
  const word = startWord(ownLook({ ...STANDAARD, logo }), paint);
  for (let count = 0; count < documents; count++) await word(document, markdown);
  return sizes;
}

beforeAll(() => startPainter()(svg('').toString()), 60_000);

test.each([
  'viewBox="0 0 5000 2500"',
  'viewBox="0 0 1000000 500000"',
  'viewBox="0 0 1 0.5"',
  'width="40000px" height="20000px" viewBox="0 0 2 1"',
  'width="1mm" height="0.5mm"',
])('a logo with %s is painted in the size that it has on paper', async (attributes) => {
  expect(await paintedFor(attributes, 1)).toEqual([[600, 300]]);
});

test('a logo is painted once for all documents of a command', async () => {
  expect(await paintedFor('viewBox="0 0 2 1"', 3)).toHaveLength(1);
});

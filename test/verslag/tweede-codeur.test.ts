import { describe, expect, test } from 'vitest';
import type { Waarneming } from '../../src/schema/generated/types.ts';
import { qdpx } from '../refi/qdpx.ts';
import { deliver, ingest, newOnderzoek, snapshot } from '../waarneming/onderzoek.ts';
import { docx } from '../word/docx.ts';
import { BRON, ingestDocument, said, waarnemingen } from './verslag.ts';

const TEXT = ['Ik wist niet waar ik moest zijn, en toen ging ik weg.', 'Het plan heb ik zelf gelezen.'];

/** A copy of the same verslag in which one person coded parts of the text. */
function copy(author: string, codes: Readonly<Record<string, string>>): Uint8Array {
  let body = TEXT;
  for (const [index, part] of Object.keys(codes).entries())
    body = body.map((line) => line.replace(part, `[${index + 1}]${part}[/${index + 1}]`));
  const comments = Object.fromEntries(Object.values(codes).map((text, index) => [index + 1, { text, author }]));
  return docx({ bron: BRON, body, comments });
}

/** What was recorded, without where it came from. */
function recorded(folder: string): Partial<Waarneming>[] {
  const plain = waarnemingen(folder).map(({ herkomst: _, ...rest }) => rest);
  return plain.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const A = copy('A', { 'niet waar ik moest zijn': 'E1.1, goed', 'zelf gelezen': 'regie, feit, citeerbaar' });

describe('een kopie van een tweede codeur, later ingelezen', () => {
  test.each([
    ['dezelfde passage, en een eigen', { 'niet waar ik moest zijn': 'E1.2, verbeterpunt', 'toen ging ik weg': 'E1.1' }],
    ['een passage die overlapt', { 'waar ik moest zijn, en toen': 'E1.2' }],
    ['alleen een andere passage', { 'toen ging ik weg': 'E1.1' }],
    ['een ruimere passage', { 'Het plan heb ik zelf gelezen.': 'regie, niet citeerbaar' }],
  ])('geeft wat de kopieën samen geven: %s', async (_, codes) => {
    const [together, apart, turned] = [newOnderzoek(), newOnderzoek(), newOnderzoek()];
    const [a, b] = [A, copy('B', codes)];
    await ingest(together, [deliver(together, 'a.docx', a), deliver(together, 'b.docx', b)]);
    for (const [folder, files] of [
      [apart, { 'a.docx': a, 'b.docx': b }],
      [turned, { 'b.docx': b, 'a.docx': a }],
    ] as const)
      for (const [name, bytes] of Object.entries(files)) {
        const result = await ingest(folder, [deliver(folder, name, bytes)]);
        expect(said(result).join('\n')).not.toMatch(/code-weg|tekst-weg/);
      }
    expect(recorded(apart)).toEqual(recorded(together));
    expect(recorded(turned)).toEqual(recorded(together));
  });

  test('laat de codes van de eerste staan, en zegt dat', async () => {
    const { folder } = await ingestDocument(A, { name: 'a.docx' });
    const before = waarnemingen(folder);
    const { result } = await ingestDocument(copy('B', { 'niet waar ik moest zijn': 'E1.2, verbeterpunt' }), {
      folder,
      name: 'b.docx',
    });
    expect(waarnemingen(folder)).toMatchObject([
      {
        codeurs: [
          { naam: 'A', strekking: 'gaat goed' },
          { naam: 'B', strekking: 'kan beter' },
        ],
      },
      { id: before[1]?.id, codeurs: [{ naam: 'A', citeerbaar: 'ja' }], strekking: 'feit', citeerbaar: 'ja' },
    ]);
    expect(waarnemingen(folder).map(({ verdwenen }) => verdwenen)).toEqual([undefined, undefined]);
    expect(said(result)).toContain(
      'verslag/andere-codeur | 2 passages van A blijven staan: wie hier niets codeerde, houdt de eigen codes',
    );
    expect(said(result).join('\n')).toContain('verslag/codeurs-verschillen | alinea 1');
  });

  test('verandert een tweede keer geen byte', async () => {
    const folder = newOnderzoek();
    const paths = [deliver(folder, 'a.docx', A), deliver(folder, 'b.docx', copy('B', { 'waar ik moest zijn, en toen': 'E1.2' }))];
    for (const path of paths) await ingest(folder, [path]);
    const before = snapshot(folder);
    for (const path of paths) await ingest(folder, [path]);
    expect({ ...snapshot(folder), 'werkdossier/verslagen/b1.docx': '' }).toMatchObject({
      'werkdossier/waarnemingen/b1.yaml': before['werkdossier/waarnemingen/b1.yaml'],
    });
  });

  test('neemt bij een nieuwere kopie van de eerste alleen diens codes terug', async () => {
    const folder = newOnderzoek();
    const b = copy('B', { 'zelf gelezen': 'E1.2' });
    for (const bytes of [A, b, copy('A', { 'niet waar ik moest zijn': 'E1.1' })])
      await ingest(folder, [deliver(folder, 'kopie.docx', bytes)]);
    expect(waarnemingen(folder)).toMatchObject([
      { codeurs: [{ naam: 'A' }], indicatoren: ['eigen/voorbereid/op-tijd'] },
      { codeurs: [{ naam: 'B' }], indicatoren: ['eigen/voorbereid/met-de-jongere'] },
    ]);
    expect(waarnemingen(folder)[1]?.citeerbaar).toBeUndefined();
  });

  test('houdt de codes van de eerste ook bij een tekst die met --vervang is gewijzigd', async () => {
    const { folder } = await ingestDocument(A);
    const changed = {
      bron: BRON,
      body: ['Ik wist [1]niet waar ik ergens moest zijn[/1], en toen.', 'Het plan heb ik zelf gelezen.'],
      comments: { 1: { text: 'E1.2', author: 'B' } },
    };
    await ingestDocument(changed, { folder, vervang: true });
    expect(waarnemingen(folder)).toMatchObject([
      { tekst: 'niet waar ik ergens moest zijn', codeurs: [{ naam: 'A' }, { naam: 'B' }] },
      { codeurs: [{ naam: 'A' }] },
    ]);
  });

  test('staat ook uit een tweede REFI-QDA-project naast de eerste', async () => {
    const { folder } = await ingestDocument({ bron: BRON, body: ['Iets anders.'] });
    const text = TEXT.join('\n');
    const project = (user: string, code: string) =>
      qdpx({ texts: { b1: { text, selections: [{ start: 8, end: 31, codes: [{ code, user }] }] } } });
    await ingest(folder, [deliver(folder, 'een.qdpx', project('A', 'E1.1'))]);
    const result = await ingest(folder, [deliver(folder, 'twee.qdpx', project('B', 'E1.2'))]);
    expect(said(result).join('\n')).toContain('verslag/codeurs-verschillen');
    expect(waarnemingen(folder)).toMatchObject([{ tekst: 'niet waar ik moest zijn', codeurs: [{ naam: 'A' }, { naam: 'B' }] }]);
  });
});

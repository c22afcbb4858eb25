import { describe, expect, test } from 'vitest';
import type { RefiProject } from '../../src/refi/model.ts';
import { readRefi } from '../../src/refi/read.ts';
import { zip } from '../word/docx.ts';
import { qdpx, type SmallProject } from './qdpx.ts';

function read(project: SmallProject): RefiProject {
  const { value, diagnostics } = readRefi(qdpx(project));
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('not read');
  return value;
}

function passages({ texts }: RefiProject): string[] {
  return texts.flatMap(({ text, selections }) => selections.map(({ start, end }) => text.slice(start, end)));
}

const TEXT = '🙂 Eerste regel.\r\nTweede regel met meer.\r\n';

describe('een REFI-QDA-project', () => {
  test('noemt de codes, met wie en wanneer', () => {
    const project = read({
      texts: {
        b1: {
          text: 'Een tekst.',
          selections: [{ start: 0, end: 3, codes: [{ code: '1.3b Tijd' }, { code: 'regie', user: 'B' }] }],
        },
      },
    });
    expect(project.texts[0]?.selections).toEqual([
      {
        start: 0,
        end: 3,
        codings: [
          { code: '1.3b Tijd', user: 'A', date: '2026-03-02' },
          { code: 'regie', user: 'B', date: '2026-03-02' },
        ],
      },
    ]);
  });

  test.each([
    ['telt codepunten, en een regeleinde van Windows als twee', 'proef', 17, 29, ''],
    ['telt een regeleinde als een bij ATLAS.ti', 'ATLAS.ti 24', 16, 28, ''],
    ['telt zoals bij de namen past', 'proef', 16, 28, 'Tweede regel'],
    ['telt het merkteken aan het begin mee als dat bij de namen past', 'proef', 18, 30, 'Tweede regel'],
  ])('%s', (_, origin, start, end, name) => {
    const project = read({ origin, texts: { b1: { text: TEXT, selections: [{ start, end, codes: [{ code: 'x' }], name }] } } });
    expect(passages(project)).toEqual(['Tweede regel']);
    expect(project.texts[0]?.text).not.toContain('\r');
  });

  test('leest ook een tekst in het project zelf', () => {
    expect(
      passages(
        read({ texts: { b1: { text: 'a & b', inline: true, selections: [{ start: 2, end: 5, codes: [{ code: 'x' }] }] } } }),
      ),
    ).toEqual(['& b']);
  });

  test('noemt wat buiten de tekst staat, en wat niet is overgenomen', () => {
    const project = read({
      texts: {
        b1: {
          text: 'kort',
          selections: [
            { start: 2, end: 9, codes: [{ code: 'x' }] },
            { start: 0, end: 1, codes: [] },
          ],
        },
      },
      sources: '<PictureSource><PictureSelection><Coding/></PictureSelection></PictureSource><AudioSource/>',
      rest: '<Notes><Note/><Note><PlainTextSelection startPosition="0" endPosition="1"><Coding/></PlainTextSelection></Note></Notes><Sets><Set/></Sets>',
    });
    expect(project.texts[0]).toMatchObject({ outside: 1, selections: [] });
    expect(project.left).toEqual({
      'selecties zonder code': 1,
      afbeeldingen: 1,
      'selecties in afbeeldingen': 1,
      geluidsopnamen: 1,
      'memo’s': 2,
      sets: 1,
    });
  });

  test('leest nooit buiten het projectbestand', () => {
    const xml = (path: string) =>
      `<Project><Sources><TextSource name="b1" plainTextPath="${path}"><PlainTextSelection startPosition="0" endPosition="1"><Coding/></PlainTextSelection></TextSource></Sources></Project>`;
    for (const path of [
      'relative:///b1.txt',
      'absolute:///etc/hostname',
      'internal://../../etc/hostname',
      'internal://weg.txt',
    ]) {
      expect(readRefi(zip({ 'project.qde': xml(path) })).value).toMatchObject({ texts: [], unreadable: [{ name: 'b1' }] });
    }
  });

  test.each(['valueOf', '__proto__', 'constructor'])('leest over een element dat %s heet heen', (name) => {
    const read = readRefi(zip({ 'project.qde': `<Project name="Proef"><${name}/><Note/></Project>` }));
    expect(read).toMatchObject({ value: { name: 'Proef', left: { 'memo’s': 1 } }, diagnostics: [] });
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { escapeXml, run } from '../word/docx.ts';
import { deleted, inserted, paragraphWith } from '../word/edit.ts';
import { BEVINDING, made, OORDEEL, SAMENVATTING } from './terug.ts';

const TEKST = 'teksten/west-samenvatting.md';
const ZIN = 'In West is de hulp slecht te vinden.';

/** A paragraph that somebody added with its changes tracked; `inside` is what stands in it. */
function added(inside: string, author: string): string {
  const mark = `<w:ins w:id="9003" w:author="${escapeXml(author)}" w:date="2026-06-20T10:00:00Z"/>`;
  return `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${inside}</w:p>`;
}

interface Item {
  nummer: number;
  soort: string;
  wordt?: string;
  uitkomst: string;
}

const shown = (data: { wijzigingen: Item[] }) =>
  data.wijzigingen.map(({ nummer, soort, wordt, uitkomst }) => [nummer, soort, wordt, uitkomst]);

describe('nadat er al iets is overgenomen', () => {
  test('houdt elke wijziging haar nummer, ook als een nieuwe alinea zonder spoor erbij kwam', () => {
    const { report, back, ingest, data, text } = made();
    const last = paragraphWith(report, 'zet de weg op papier');
    const path = back('a.docx', [
      [last, `${last}<w:p>${run('Een nieuwe alinea.')}</w:p><w:p>${run('En nog een.')}</w:p>`],
      [OORDEEL, 'De toegang is in West laag.'],
      [BEVINDING, 'Bewoners vinden de weg niet.'],
    ]);
    const before: Item[] = data(path).wijzigingen;
    expect(before.map(({ nummer, uitkomst }) => [nummer, uitkomst])).toEqual([1, 2, 3, 4].map((nummer) => [nummer, 'kan']));
    for (const taken of [2, 4, 1]) {
      ingest(path, '--overnemen', String(taken));
      const now: Item[] = data(path).wijzigingen;
      expect(now.map(({ nummer, wordt }) => [nummer, wordt])).toEqual(before.map(({ nummer, wordt }) => [nummer, wordt]));
      expect(now[taken - 1]?.uitkomst).toBe('overgenomen');
    }
    expect(text(TEKST)).toBe(`${SAMENVATTING}\nEen nieuwe alinea.\n\nEn nog een.\n`);
    expect(text('oordelen/west.yaml')).toContain(OORDEEL);
  });

  test('staat wat alleen naast dezelfde bron te zien was achteraan, en neemt niets anders zijn nummer over', () => {
    const { report, back, ingest, data } = made();
    const gone = paragraphWith(report, 'slecht te vinden');
    const [a, b] = ['a.docx', 'b.docx'].map((name) =>
      back(name, [
        [gone, ''],
        [BEVINDING, 'Bewoners vinden de weg niet.'],
      ]),
    );
    expect(shown(data(a ?? '', b ?? '')).map(([nummer, soort]) => [nummer, soort])).toEqual([
      [1, 'gewijzigd'],
      [3, 'weg'],
      [2, 'gewijzigd'],
      [4, 'weg'],
    ]);
    ingest(a ?? '', b ?? '', '--overnemen', '1');
    expect(shown(data(a ?? '', b ?? '')).map(([nummer]) => nummer)).toEqual([1, 2]);
    expect(ingest(a ?? '', b ?? '', '--overnemen', '3')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('terug/nummer'),
    });
  });

  test('komt een tweede nieuwe alinea na de eerste', () => {
    const { report, back, ingest, text } = made();
    const last = paragraphWith(report, 'zet de weg op papier');
    const path = back('a.docx', [[last, last + added(inserted('Eerst dit.', 'A'), 'A') + added(inserted('Dan dat.', 'B'), 'B')]]);
    ingest(path, '--overnemen', 'A');
    ingest(path, '--overnemen', 'B');
    expect(text(TEKST)).toBe(`${SAMENVATTING}\nEerst dit.\n\nDan dat.\n`);
  });

  test('komt wat een ander in een nieuwe alinea schreef in die alinea, en niet zonder haar', () => {
    const { report, back, ingest, text } = made();
    const last = paragraphWith(report, 'zet de weg op papier');
    const inside = `${inserted('Een nieuwe ', 'A')}${inserted('goede ', 'B')}${inserted('alinea.', 'A')}`;
    const path = back('a.docx', [[last, last + added(inside, 'A')]]);
    expect(ingest(path, '--overnemen', 'B').stderr).toContain('deze alinea is van A, en die is nog niet overgenomen');
    expect(text(TEKST)).toBe(SAMENVATTING);
    ingest(path, '--overnemen', 'A');
    expect(text(TEKST)).toBe(`${SAMENVATTING}\nEen nieuwe alinea.\n`);
    ingest(path, '--overnemen', 'B');
    expect(text(TEKST)).toBe(`${SAMENVATTING}\nEen nieuwe goede alinea.\n`);
  });

  test('gaat een zin die de een wegnam en de ander wijzigde, in elke volgorde weg', () => {
    const { back, ingest, data, text } = made();
    const other = `<w:del w:id="9004" w:author="A"><w:ins w:id="9005" w:author="B"><w:r><w:delText>heel </w:delText></w:r></w:ins></w:del>`;
    const path = back('a.docx', [
      [run(ZIN), `${deleted('In West is de hulp ', 'A')}${other}${deleted('slecht te vinden.', 'A')}`],
    ]);
    ingest(path, '--overnemen', 'B');
    expect(text(TEKST)).toContain('heel slecht');
    ingest(path, '--overnemen', 'A');
    expect(text(TEKST)).toBe('**Wat beter kan:** zet de weg op papier.\n');
    expect(data(path).wijzigingen).toMatchObject([{ uitkomst: 'overgenomen' }]);
  });
});

describe('nadat de bron is veranderd', () => {
  test('botst een zin die in Word is weggehaald met wat er nu staat', () => {
    const { folder, back, ingest, data, text } = made();
    const path = back('a.docx', [
      [run(ZIN), deleted(ZIN)],
      [run(BEVINDING), deleted(BEVINDING)],
    ]);
    const changed = SAMENVATTING.replace('slecht', 'moeilijk');
    writeFileSync(join(folder, TEKST), changed);
    const yaml = text('bevindingen/west.yaml').replace(BEVINDING, 'Bewoners raken de weg kwijt.');
    writeFileSync(join(folder, 'bevindingen/west.yaml'), yaml);
    expect(data(path).wijzigingen).toMatchObject([
      { uitkomst: 'botsing', reden: expect.stringContaining('In West is de hulp moeilijk te vinden.') },
      { uitkomst: 'botsing', reden: expect.stringContaining('Bewoners raken de weg kwijt.') },
    ]);
    ingest(path, '--overnemen', 'alles');
    expect([text(TEKST), text('bevindingen/west.yaml')]).toEqual([changed, yaml]);
  });

  test('telt het niet als wijziging dat de alinea’s nu andere nummers hebben', () => {
    const { folder, report, back, ingest, data, text } = made();
    const file = join(folder, 'bevindingen/west.yaml');
    const first =
      '  - id: west-3\n    tekst: De folder ligt nergens.\n    indicatoren: [proef/toegang/weten-waar]\n    strekking: kan beter\n    steunt_op: ["waarneming:w-1", "waarneming:w-4"]\n    weging: Het dossier weegt zwaar.\n';
    writeFileSync(file, readFileSync(file, 'utf8').replace('bevindingen:\n', `bevindingen:\n${first}`));
    expect(data(report).wijzigingen).toEqual([]);
    const path = back('a.docx', [[BEVINDING, 'Bewoners vinden de weg niet.']]);
    ingest(path, '--overnemen', 'alles');
    expect(text('bevindingen/west.yaml')).toContain('tekst: Bewoners vinden de weg niet.');
  });
});

describe('van wat elders staat gaat niets verloren', () => {
  test('een alinea die is verplaatst naar waar zij niet kan staan, blijft', () => {
    const { report, back, ingest, text } = made();
    const target = paragraphWith(report, BEVINDING);
    const path = back('a.docx', [
      [
        run(ZIN),
        deleted(ZIN).replaceAll('w:del ', 'w:moveFrom ').replaceAll('w:del>', 'w:moveFrom>').replaceAll('w:delText', 'w:t'),
      ],
      [target, `${target}<w:p>${inserted(ZIN).replaceAll('w:ins', 'w:moveTo')}</w:p>`],
    ]);
    expect(ingest(path, '--overnemen', 'alles').stderr).toContain('verplaatst naar waar zij niet kan worden overgenomen');
    expect(text(TEKST)).toBe(SAMENVATTING);
  });

  test('een opmerking in een voetnoot staat bij de opmerkingen, en een nieuwe eindnoot bij de wijzigingen', () => {
    const { report, back, data } = made();
    const comments =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="M. Vos"><w:p><w:r><w:t>Klopt dit?</w:t></w:r></w:p></w:comment></w:comments>';
    const endnotes = `<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:endnote w:id="1"><w:p>${run('Een eindnoot.')}</w:p></w:endnote></w:endnotes>`;
    expect(data(report).opmerkingen).toEqual([]);
    const path = back('a.docx', [], { 'word/comments.xml': comments, 'word/endnotes.xml': endnotes });
    expect(data(path)).toMatchObject({
      opmerkingen: [{ plaats: 'elders', auteur: 'M. Vos', tekst: 'Klopt dit?' }],
      wijzigingen: [{ soort: 'voetnoot', uitkomst: 'geweigerd' }],
    });
  });
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docx, run } from '../word/docx.ts';
import { deleted, inserted, paragraphWith } from '../word/edit.ts';
import { BEVINDING, made, OORDEEL, SAMENVATTING } from './terug.ts';
import { tsd } from './tsd.ts';

describe('een rapport dat uit Word terugkomt', () => {
  test('geeft niets als niemand er iets in veranderde', () => {
    const { report, data, ingest } = made();
    expect(data(report)).toMatchObject({ wijzigingen: [], opmerkingen: [], meldingen: [] });
    expect(ingest(report).stdout).toContain('geen wijzigingen en geen opmerkingen');
  });

  test('verandert in de bron alleen de woorden die zijn gewijzigd', () => {
    const { back, ingest, data, text } = made();
    const before = text('bevindingen/west.yaml');
    const path = back('a.docx', [
      [run(BEVINDING), `${run('Bewoners weten de weg naar hulp ')}${deleted('niet')}${inserted('zelden')}${run(' te vinden.')}`],
    ]);
    expect(data(path).wijzigingen).toMatchObject([
      {
        nummer: 1,
        soort: 'gewijzigd',
        auteurs: [{ naam: 'J. Jansen', datum: '2026-06-20' }],
        bijgehouden: true,
        was: BEVINDING,
        wordt: 'Bewoners weten de weg naar hulp zelden te vinden.',
        uitkomst: 'kan',
        bron: { regel: 7, verwijzing: 'bevinding:west-1', pointer: '/bevindingen/0/tekst' },
      },
    ]);
    expect(text('bevindingen/west.yaml')).toBe(before);
    expect(ingest(path, '--overnemen', 'alles')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('1 wijziging overgenomen'),
    });
    expect(text('bevindingen/west.yaml')).toBe(before.replace('hulp niet te', 'hulp zelden te'));
    expect(data(path).wijzigingen).toMatchObject([{ nummer: 1, uitkomst: 'overgenomen' }]);
    expect(ingest(path, '--overnemen', 'alles').stderr).toContain('0 wijzigingen overgenomen');
  });

  test('houdt in een tekst de opmaak en de regels, en neemt alinea’s erbij en eraf', () => {
    const { report, back, ingest, text } = made();
    const last = paragraphWith(report, 'zet de weg op papier');
    const path = back('a.docx', [
      ['zet de weg op papier.', 'zet de weg *vandaag* op papier.'],
      [
        last.replace('zet de weg op papier.', 'zet de weg *vandaag* op papier.'),
        `${last.replace('zet de weg op papier.', 'zet de weg *vandaag* op papier.')}<w:p>${run('# Nog een alinea.')}</w:p>`,
      ],
    ]);
    ingest(path, '--overnemen', 'alles');
    expect(text('teksten/west-samenvatting.md')).toBe(
      'In West is de hulp\nslecht te vinden.\n\n**Wat beter kan:** zet de weg \\*vandaag\\* op papier.\n\n\\# Nog een alinea.\n',
    );
    const gone = back('b.docx', [[paragraphWith(report, 'slecht te vinden'), '']]);
    // What is gone without a trace is not seen once the source changed.
    expect(ingest(gone, '--overnemen', 'alles').stderr).toContain('0 wijzigingen overgenomen');
    writeFileSync(join(report, '../../../teksten/west-samenvatting.md'), SAMENVATTING);
    ingest(gone, '--overnemen', 'alles');
    expect(text('teksten/west-samenvatting.md')).toBe('**Wat beter kan:** zet de weg op papier.\n');
  });

  test.each([
    ['waar een zin op rust', () => ['Rust op bevinding ', 'Steunt op bevinding '], 'zo raakt de zin los van waar zij op rust'],
    ['de norm van het kader', () => ['Wanneer is het goed?', 'Wanneer is het prima?'], 'deze tekst komt niet van het team'],
    ['een zin die weg is', (report: string) => [paragraphWith(report, BEVINDING), ''], 'een zin van het team is weggehaald'],
    [
      'een nieuwe zin zonder grond',
      (report: string) => [
        paragraphWith(report, OORDEEL),
        `${paragraphWith(report, OORDEEL)}<w:p>${run('Zij is slecht.')}</w:p>`,
      ],
      'er is geen bevinding waar zij op rust',
    ],
    ['een burgerservicenummer', () => [OORDEEL, `${OORDEEL} Zie 111222333.`], 'hier staat een burgerservicenummer'],
  ] as const)('weigert %s, met wat te doen', (_, edit, reason) => {
    const { folder, report, back, ingest, text } = made();
    const before = ['bevindingen/west.yaml', 'oordelen/west.yaml', 'teksten/west-samenvatting.md'].map(text);
    const [found = '', replacement = ''] = edit(report);
    const path = back('a.docx', [[found, replacement]]);
    const listed = ingest(path);
    expect(listed.stdout).toContain(reason);
    expect(listed.stdout).toMatch(/kan niet: .+\n +→ /);
    expect(listed.stdout).not.toContain('111222333');
    const all = ingest(path, '--overnemen', 'alles');
    expect([all.code, all.stderr]).toEqual([0, expect.stringContaining('terug/geweigerd')]);
    expect(ingest(path, '--overnemen', '1').code).toBe(1);
    expect(['bevindingen/west.yaml', 'oordelen/west.yaml', 'teksten/west-samenvatting.md'].map(text)).toEqual(before);
    expect(tsd(['check', folder]).code).toBe(0);
  });

  test('botst met wat intussen in de bron veranderde, en schrijft daar niet overheen', () => {
    const { folder, back, ingest, data, text } = made();
    const path = back('a.docx', [[BEVINDING, 'Bewoners vinden de weg niet.']]);
    const file = join(folder, 'bevindingen/west.yaml');
    writeFileSync(file, text('bevindingen/west.yaml').replace(BEVINDING, 'Bewoners raken de weg kwijt.'));
    const before = text('bevindingen/west.yaml');
    expect(data(path).wijzigingen).toMatchObject([
      {
        uitkomst: 'botsing',
        reden: expect.stringContaining('nu staat er “Bewoners raken de weg kwijt.”'),
        bron: { verwijzing: 'bevinding:west-1' },
      },
    ]);
    expect(ingest(path, '--overnemen', 'alles').stderr).toContain('terug/botsing');
    expect(text('bevindingen/west.yaml')).toBe(before);
  });

  test('voegt samen wat verschillende auteurs deden, en laat kiezen waar zij elkaar tegenspreken', () => {
    const { back, ingest, data, text } = made();
    const a = back('a.docx', [[BEVINDING, 'Bewoners vinden de weg niet.']]);
    const b = back('b.docx', [
      [BEVINDING, 'Bewoners zoeken lang naar hulp.'],
      [OORDEEL, 'De toegang is in West hoog.'],
    ]);
    const before = text('bevindingen/west.yaml');
    const found = data(a, b).wijzigingen;
    const numberOf = (wordt: string) => found.find((item: { wordt: string }) => item.wordt.startsWith(wordt)).nummer;
    expect(found).toMatchObject([{ botst_met: [numberOf('Bewoners zoeken')] }, {}, {}]);
    const { code, stderr } = ingest(a, b, '--overnemen', 'alles');
    expect([code, stderr]).toEqual([0, expect.stringContaining('terug/twee-teksten')]);
    expect(text('bevindingen/west.yaml')).toBe(before);
    expect(text('oordelen/west.yaml')).toContain('tekst: De toegang is in West hoog.');
    ingest(a, b, '--overnemen', String(numberOf('Bewoners zoeken')));
    expect(text('bevindingen/west.yaml')).toContain('tekst: Bewoners zoeken lang naar hulp.');
  });

  test('laat van een alinea overnemen wat één auteur deed, en later wat de ander deed', () => {
    const { back, ingest, text } = made();
    const path = back('a.docx', [
      [
        run(BEVINDING),
        `${inserted('Veel b', 'A. Aa')}${deleted('B', 'A. Aa')}${run('ewoners weten de weg naar hulp niet ')}${inserted('goed ', 'B. Bee')}${run('te vinden.')}`,
      ],
    ]);
    ingest(path, '--overnemen', 'b. bee');
    expect(text('bevindingen/west.yaml')).toContain('Bewoners weten de weg naar hulp niet goed te vinden.');
    ingest(path, '--overnemen', 'A. Aa');
    expect(text('bevindingen/west.yaml')).toContain('Veel bewoners weten de weg naar hulp niet goed te vinden.');
    expect(ingest(path, '--overnemen', 'C. Cee')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('er zijn wijzigingen van: A. Aa, B. Bee'),
    });
  });

  test('zegt met --json niet dat er is overgenomen als een van de nummers niet kan, want dan wordt er niets geschreven', () => {
    const { back, ingest, text, data } = made();
    const before = text('bevindingen/west.yaml');
    const path = back('a.docx', [
      [BEVINDING, 'Bewoners vinden de weg niet.'],
      ['Wanneer is het goed?', 'Wanneer is het prima?'],
    ]);
    const numberOf = (uitkomst: string) =>
      data(path).wijzigingen.find((item: { uitkomst: string }) => item.uitkomst === uitkomst).nummer;
    const [can, cannot] = [numberOf('kan'), numberOf('geweigerd')];
    expect([data(path, '--overnemen', `${can},${cannot}`).overgenomen, text('bevindingen/west.yaml')]).toEqual([[], before]);
    expect(data(path, '--overnemen', `${can}`).overgenomen).toEqual([can]);
    expect(ingest(path).code).toBe(0);
  });

  test('zegt vooraf dat een woord met opmaak niet weg kan, en geeft een fout wie dat nummer noemt', () => {
    const { back, ingest, text } = made();
    const path = back('a.docx', [
      ['Wat beter kan:', ''],
      [' zet de weg op', 'Zet alles op'],
    ]);
    expect(ingest(path).stdout).toContain('kan niet: daar staat opmaak, een voetnoot, een verwijzing of een plaat');
    expect(ingest(path, '--overnemen', '1')).toMatchObject({ code: 1, stderr: expect.stringContaining('terug/geweigerd') });
    expect(text('teksten/west-samenvatting.md')).toBe(SAMENVATTING);
  });

  test.each([
    ['twee auteurs', 'b. bee,A. Aa', 'Veel bewoners weten de weg naar hulp niet goed te vinden.'],
    ['een auteur met een komma in zijn naam', 'Cee,C.', 'Bewoners weten de weg naar hulp nooit niet te vinden.'],
    ['die auteur en een ander', 'A. Aa, Cee, C.', 'Veel bewoners weten de weg naar hulp nooit niet te vinden.'],
  ])('neemt van een alinea alleen het werk over van %s', (_, names, sentence) => {
    const { back, ingest, text } = made();
    const path = back('a.docx', [
      [
        run(BEVINDING),
        `${inserted('Veel b', 'A. Aa')}${deleted('B', 'A. Aa')}${run('ewoners weten de weg naar hulp ')}${inserted('nooit ', 'Cee, C.')}${run('niet ')}${inserted('goed ', 'B. Bee')}${run('te vinden.')}`,
      ],
    ]);
    ingest(path, '--overnemen', names);
    expect(text('bevindingen/west.yaml')).toContain(sentence);
  });
});

describe('wat geen rapport van dit onderzoek is', () => {
  test.each([
    ['een ander bestand', (around: string) => write(around, 'x.docx', 'hallo'), 'dit is geen Word-document (.docx)'],
    [
      'een Word-document van een ander',
      (around: string) => write(around, 'x.docx', docx({ body: ['Hallo'] })),
      'niet door tsd report gemaakt',
    ],
    ['een bestand dat er niet is', (around: string) => join(around, 'weg.docx'), 'dit bestand bestaat niet'],
  ])('geeft bij %s een melding', (_, make, message) => {
    const { around, ingest } = made();
    const { code, stderr } = ingest(make(around));
    expect([code !== 0, stderr]).toEqual([true, expect.stringContaining(message)]);
    expect(stderr).not.toContain(' at ');
  });

  test('houdt ernaast de meldingen over het onderzoek zelf', () => {
    const { around, folder, ingest } = made();
    mkdirSync(join(folder, 'kader/oud@1.0.0'));
    const { stderr } = ingest(write(around, 'x.docx', 'hallo'));
    expect(stderr).toContain('toetsingskader/andere-kopie');
    expect(stderr).toContain('word/geen-docx');
  });

  test('weigert een rapport van een ander onderzoek', () => {
    const { report, ingest, folder } = made();
    const file = join(folder, 'onderzoek.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: .*$/m, 'id: iets-anders'));
    expect(ingest(report)).toMatchObject({ code: 1, stderr: expect.stringContaining("niet van 'iets-anders'") });
  });
});

function write(around: string, name: string, content: string | Uint8Array): string {
  const path = join(around, name);
  writeFileSync(path, content);
  return path;
}

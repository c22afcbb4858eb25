import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWord } from '../../src/word/read.ts';
import { readRooms } from '../../src/word/read-rooms.ts';
import type { Change } from '../oordeel/klein.ts';
import { editWord, joinRooms, mainPart, roomTable, writeInRoom } from '../word/edit.ts';
import { klein } from './klein.ts';
import { tsd } from './tsd.ts';

const first = klein();
const made = ['oordeel', 'bevindingen'].map((noun) => tsd([noun, 'draft', first.folder, '--gebied', 'west', '--format', 'docx']));

/** A copy of the small onderzoek with its documents to write in, drafted from what it is or after changes. */
function drafted(...changes: Change[]) {
  expect(made.map(({ code }) => code)).toEqual([0, 0]);
  const around = mkdtempSync(join(tmpdir(), 'tsd-schrijf-'));
  const folder = join(around, 'klein');
  cpSync(first.folder, folder, { recursive: true });
  for (const [file, found, replacement] of changes) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(found, replacement));
  }
  if (changes.length > 0) rmSync(join(folder, 'werkdossier/concept'), { recursive: true });
  if (changes.length > 0) tsd(['oordeel', 'draft', folder, '--gebied', 'west', '--format', 'docx']);
  const at = (name: string) => join(folder, `werkdossier/concept/${name}-west.docx`);
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  const numberIn = (name: string, key: string, count = 0): number => {
    const { rooms } = readRooms(readWord(readFileSync(at(name))).value ?? expect.unreachable(), ['tekst']);
    return rooms.filter((room) => room.key === key)[count]?.number ?? expect.unreachable();
  };
  /** A copy in which somebody wrote: by the key of a room, which counts among those with that key, and the label of a line. */
  const written = (name: string, to: string, ...lines: [key: string, label: string, text: string, count?: number][]) => {
    const path = join(around, to);
    cpSync(at(name), path);
    for (const [key, label, value, count] of lines)
      editWord(path, path, [writeInRoom(path, numberIn(name, key, count), label, value)]);
    return path;
  };
  const ingest = (noun: string, ...args: string[]) => tsd([noun, 'ingest', folder, ...args]);
  return { folder, around, at, text, written, numberIn, ingest };
}

const OORDEEL = 'proef/toegang oordeel';
const NIEUW = 'proef/samenhang gaat_goed 1';
const GAAT_GOED = '    gaat_goed:\n';
/** An item as it is written. */
const goed = (tekst: string) => `      - tekst: ${tekst}\n        rust_op:\n          - bevinding:west-2\n`;

describe('oordelen in Word', () => {
  test('veranderen niets als niemand iets schreef', () => {
    const { at, text, ingest } = drafted();
    const before = text('oordelen/west.yaml');
    expect(ingest('oordeel', at('oordelen')).stderr).toContain('0 overgenomen');
    expect(text('oordelen/west.yaml')).toBe(before);
  });

  test('zijn met --json niet overgenomen als een ander bestand een fout geeft, want dan wordt er niets geschreven', () => {
    const { around, text, written, ingest } = drafted();
    const before = text('oordelen/west.yaml');
    const a = written('oordelen', 'a.docx', [OORDEEL, 'tekst', 'De weg is in West niet te vinden.']);
    const b = join(around, 'b.docx');
    writeFileSync(b, 'geen Word');
    const overgenomen = (...args: string[]) => JSON.parse(ingest('oordeel', ...args, '--json').stdout).overgenomen;
    expect([overgenomen(a, b), text('oordelen/west.yaml')]).toEqual([0, before]);
    expect(overgenomen(a)).toBe(1);
  });

  test('komen van meer auteurs bij elkaar, elk op zijn plaats, en twee keer inlezen verandert niets', () => {
    const { text, written, ingest, folder } = drafted();
    const before = text('oordelen/west.yaml');
    const a = written('oordelen', 'a.docx', [OORDEEL, 'tekst', 'De weg is in West niet te vinden.']);
    const b = written('oordelen', 'b.docx', [NIEUW, 'tekst', 'Wie binnen is, wordt geholpen.'], [NIEUW, 'rust op', 'west-2']);
    expect(ingest('oordeel', a, b)).toMatchObject({ code: 0, stderr: expect.stringContaining('2 overgenomen') });
    const after = text('oordelen/west.yaml');
    expect(after).toBe(
      before
        .replace('De toegang is in West niet laagdrempelig.', 'De weg is in West niet te vinden.')
        .replace('\nconclusie:', `\n${GAAT_GOED}${goed('Wie binnen is, wordt geholpen.')}conclusie:`),
    );
    expect(ingest('oordeel', a, b).stderr).toContain('0 overgenomen');
    expect(text('oordelen/west.yaml')).toBe(after);
    expect(tsd(['check', folder]).stderr).not.toContain('schema');
  });

  test('staan bij wat gaat goed naast elkaar, samen of na elkaar ingelezen, en geen gaat voor die van een ander', () => {
    const { text, written, ingest } = drafted();
    const before = text('oordelen/west.yaml');
    const by = (name: string, tekst: string) =>
      written(
        'oordelen',
        name,
        [NIEUW, 'tekst', tekst],
        [NIEUW, 'rust op', 'west-2'],
        ['conclusie', 'tekst', 'Het helpt te weinig.'],
      );
    const a = by('a.docx', 'Wie binnen is, wordt geholpen.');
    const b = by('b.docx', 'De consulent belt terug.');
    const twin = by('c.docx', 'Wie binnen is,  wordt geholpen.');
    expect(ingest('oordeel', a, b, twin)).toMatchObject({ code: 0, stderr: expect.stringContaining('3 overgenomen') });
    const both = before
      .replace('De hulp in West helpt te weinig.', 'Het helpt te weinig.')
      .replace(
        '\nconclusie:',
        `\n${GAAT_GOED}${goed('Wie binnen is, wordt geholpen.')}${goed('De consulent belt terug.')}conclusie:`,
      );
    expect(text('oordelen/west.yaml')).toBe(both);
    const third = written('oordelen', 'd.docx', [NIEUW, 'tekst', 'Men luistert.'], [NIEUW, 'rust op', 'west-2']);
    for (const flags of [['--vervang'], []]) {
      expect(ingest('oordeel', third, b, ...flags).code).toBe(0);
      expect(text('oordelen/west.yaml')).toBe(both.replace('conclusie:', () => `${goed('Men luistert.')}conclusie:`));
    }
    const other = written('oordelen', 'e.docx', [NIEUW, 'tekst', 'Men luistert.'], [NIEUW, 'rust op', 'west-1']);
    expect(ingest('oordeel', other).stderr).toContain('oordeel/botsing');
  });

  test('komen in een lijst waar zij stonden, ook als er intussen een voor kwam', () => {
    const goed1 = '    gaat_goed:\n      - tekst: Een.\n        rust_op: [bevinding:west-2]\n';
    const { folder, text, written, ingest } = drafted(['oordelen/west.yaml', '\nconclusie:', `\n${goed1}conclusie:`]);
    const path = written('oordelen', 'a.docx', [NIEUW, 'tekst', 'Anders.']);
    const file = join(folder, 'oordelen/west.yaml');
    const item = '      - tekst: Nul.\n        rust_op: [bevinding:west-2]\n';
    writeFileSync(file, text('oordelen/west.yaml').replace('gaat_goed:\n', `gaat_goed:\n${item}`));
    const before = text('oordelen/west.yaml');
    expect(ingest('oordeel', path)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 overgenomen') });
    expect(text('oordelen/west.yaml')).toBe(before.replace('Een.', 'Anders.'));
  });

  test('houden hun regels als alleen verandert waar zij op rusten', () => {
    const { text, written, ingest } = drafted([
      'oordelen/west.yaml',
      'tekst: De toegang is in West niet laagdrempelig.',
      'tekst: >\n      De toegang is in West\n      niet laagdrempelig.\n\n      Nog niet.',
    ]);
    const before = text('oordelen/west.yaml');
    expect(ingest('oordeel', written('oordelen', 'a.docx')).stderr).toContain('0 overgenomen');
    expect(ingest('oordeel', written('oordelen', 'a.docx', [OORDEEL, 'rust op', 'west-1 | west-2'])).code).toBe(0);
    expect(text('oordelen/west.yaml')).toBe(
      before.replace(/rust_op: \["bevinding:west-1"\]/, 'rust_op:\n      - bevinding:west-1\n      - bevinding:west-2'),
    );
  });

  test.each([
    ['een waarneming', OORDEEL, 'waarneming:w-1', 'oordeel/verkeerde-grond', 'een waarneming; hier hoort een bevinding'],
    ['een oordeel, bij een criterium', OORDEEL, 'oordeel:west/samenhang', 'oordeel/verkeerde-grond', 'hier hoort een bevinding'],
    ['zichzelf', 'conclusie', 'oordeel:west/conclusie', 'oordeel/op-zichzelf', 'conclusie rust op zichzelf'],
    ['een bevinding die is ingetrokken', OORDEEL, 'west-1 | west-2', 'oordeel/ingetrokken-bevinding', 'ingetrokken op'],
  ])('rusten niet op %s: wat tsd check zou weigeren, komt er niet in', (_, key, rustOp, code, message) => {
    const { folder, text, written, ingest } = drafted();
    const path = written('oordelen', 'a.docx', [key, 'rust op', rustOp]);
    if (code.includes('ingetrokken')) tsd(['bevindingen', 'withdraw', folder, 'west-2', '--reden', 'Bleek niet waar.']);
    const before = text('oordelen/west.yaml');
    const { code: exit, stderr } = ingest('oordeel', path);
    expect([exit, stderr]).toEqual([1, expect.stringMatching(/alinea \d+ \(rust op\) +fout/)]);
    expect(stderr).toContain(code);
    expect(stderr).toContain(message);
    expect(text('oordelen/west.yaml')).toBe(before);
  });

  test('mogen rusten op een oordeel dat met hetzelfde document komt', () => {
    const { text, written, ingest } = drafted([
      'oordelen/west.yaml',
      'tekst: De hulp hangt in West niet samen.\n    rust_op: ["bevinding:west-2"]\n    ',
      '',
    ]);
    const path = written(
      'oordelen',
      'a.docx',
      ['proef/samenhang oordeel', 'tekst', 'De hulp is los.'],
      ['proef/samenhang oordeel', 'rust op', 'west-2'],
      ['conclusie', 'tekst', 'Anders.'],
    );
    expect(ingest('oordeel', path)).toMatchObject({ code: 0, stderr: expect.stringContaining('2 overgenomen') });
    expect(text('oordelen/west.yaml')).toContain('tekst: De hulp is los.');
  });

  test('waar niemand iets aan veranderde, houden de rest niet tegen', () => {
    const { text, written, ingest } = drafted(['oordelen/west.yaml', '["bevinding:west-1"]', '["bevinding:west-11"]']);
    const path = written('oordelen', 'a.docx', ['conclusie', 'tekst', 'Anders.']);
    expect(ingest('oordeel', path)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 overgenomen') });
    expect(text('oordelen/west.yaml')).toContain('tekst: Anders.');
  });

  test('lezen terug waar de zin tussen accolades staat, met een komma en een tweede grond', () => {
    const { text, written, ingest, folder } = drafted();
    const before = text('oordelen/west.yaml');
    const burgers = 'proef/toegang burgerperspectief';
    const path = written(
      'oordelen',
      'a.docx',
      [burgers, 'tekst', 'Bewoners, ook jonge, zeggen: "waar?" #1'],
      [burgers, 'rust op', 'west-1 | west-2'],
      ['conclusie', 'tekst', 'Anders.'],
    );
    expect(ingest('oordeel', path)).toMatchObject({ code: 0, stderr: expect.stringContaining('2 overgenomen') });
    expect(text('oordelen/west.yaml')).toBe(
      before
        .replace('Bewoners weten niet waar zij moeten zijn.', '"Bewoners, ook jonge, zeggen: \\"waar?\\" #1"')
        .replace('#1", rust_op: ["bevinding:west-1"]', '#1", rust_op: ["bevinding:west-1", "bevinding:west-2"]')
        .replace('De hulp in West helpt te weinig.', 'Anders.'),
    );
    expect(tsd(['check', folder])).toMatchObject({ code: 0 });
  });

  test('blijven elk op hun plaats als twee vakken één tabel werden', () => {
    const { text, written, numberIn, ingest } = drafted();
    const before = text('oordelen/west.yaml');
    const path = written('oordelen', 'a.docx');
    const number = numberIn('oordelen', OORDEEL);
    editWord(path, path, [joinRooms(path, number)]);
    expect(ingest('oordeel', path)).toMatchObject({ code: 0, stderr: expect.stringContaining('0 overgenomen') });
    editWord(path, path, [writeInRoom(path, number + 1, 'tekst', 'Burgers zijn tevreden.')]);
    expect(ingest('oordeel', path)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 overgenomen') });
    expect(text('oordelen/west.yaml')).toBe(
      before.replace('Bewoners weten niet waar zij moeten zijn.', '"Burgers zijn tevreden."'),
    );
  });

  test('in de kopie van een vak houden de rest tegen, met de alinea; een kopie waarin niemand schreef telt niet', () => {
    const { text, written, numberIn, ingest } = drafted();
    const before = text('oordelen/west.yaml');
    const path = written('oordelen', 'a.docx', ['conclusie', 'tekst', 'Anders.']);
    const table = roomTable(path, numberIn('oordelen', OORDEEL));
    const copy = table.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
    const changed = copy.replace('De toegang is in West niet laagdrempelig.', 'De toegang is elders.');
    for (const between of ['<w:p/>', '']) {
      editWord(path, join(path, '../b.docx'), [[table, table + between + changed]]);
      const { code, stderr } = ingest('oordeel', join(path, '../b.docx'));
      expect([code, stderr]).toEqual([1, expect.stringMatching(/alinea \d+ +fout +oordeel\/los-vak/)]);
      expect(text('oordelen/west.yaml')).toBe(before);
    }
    editWord(path, path, [[table, `${table}<w:p/>${copy}`]]);
    expect(ingest('oordeel', path)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 overgenomen') });
  });

  test('houden de rest tegen als er een zin staat naast de regels van een vak', () => {
    const { text, written, numberIn, ingest } = drafted();
    const before = text('oordelen/west.yaml');
    const path = written('oordelen', 'a.docx', ['conclusie', 'tekst', 'Anders.']);
    const table = roomTable(path, numberIn('oordelen', OORDEEL));
    const row = '<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>Nog een zin.</w:t></w:r></w:p></w:tc></w:tr>';
    editWord(path, path, [[table, table.replace('</w:tbl>', `${row}</w:tbl>`)]]);
    const { code, stderr } = ingest('oordeel', path);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/alinea \d+ +fout +oordeel\/vreemde-regel/)]);
    expect(stderr).toContain("zet het in een vak, in de witte ruimte naast 'tekst', 'rust op', of haal het weg");
    expect(text('oordelen/west.yaml')).toBe(before);
  });

  test.each([
    ['oordeel', 'oordelen', 'conclusie', 'van geen enkel vak'],
    ['bevindingen', 'bevindingen', 'west-1', '2 vakken zijn uit dit document verdwenen: west-1, west-2'],
  ])('%s: zonder bladwijzers is niets meer te plaatsen, en dat staat er één keer', (noun, name, key, message) => {
    const { written, ingest } = drafted();
    const path = written(name, 'a.docx', [key, 'tekst', 'Anders.']);
    editWord(path, path, [], { 'word/document.xml': mainPart(path).replaceAll(/<w:bookmark(?:Start|End)[^>]*>/g, '') });
    const { code, stderr } = ingest(noun, path);
    expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(stderr.match(/ fout /g)).toHaveLength(1);
  });

  test.each([
    ['oordeel', 'oordelen', 'conclusie'],
    ['bevindingen', 'bevindingen', 'west-1'],
  ])('%s: een zin naast de vakken wordt niet gelezen, en blijft niet ongezien', (noun, name, key) => {
    const { written, numberIn, ingest } = drafted();
    const path = written(name, 'a.docx', [key, 'tekst', 'Anders.']);
    const table = roomTable(path, numberIn(name, key));
    const [text, cell] = ['Een zin ernaast.', 'En een.'].map((tekst) => `<w:p><w:r><w:t>${tekst}</w:t></w:r></w:p>`);
    const beside = join(path, '../b.docx');
    editWord(path, beside, [[table, `${table}${text}<w:tbl><w:tr><w:tc>${cell}</w:tc></w:tr></w:tbl>`]]);
    const { code, stderr } = ingest(noun, beside);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/alinea \d+ +waarschuwing +\w+\/buiten-vak/)]);
    expect(stderr).toMatch(/buiten de vakken is iets geschreven of veranderd \(alinea \d+, \d+\); dat wordt niet gelezen/);
    expect(ingest(noun, path)).toMatchObject({ code: 0, stderr: expect.not.stringContaining('buiten-vak') });
  });

  test('met twee teksten voor één plaats geven een keuze, en schrijven daar niets', () => {
    const { text, written, ingest } = drafted();
    const before = text('oordelen/west.yaml');
    const a = written('oordelen', 'a.docx', [OORDEEL, 'tekst', 'De weg is kwijt.']);
    const b = written('oordelen', 'b.docx', [OORDEEL, 'tekst', 'De weg is er niet.']);
    expect(ingest('oordeel', a, b)).toMatchObject({ code: 0, stderr: expect.stringContaining('oordeel/twee-teksten') });
    expect(text('oordelen/west.yaml')).toBe(before);
    ingest('oordeel', a);
    expect(ingest('oordeel', b).stderr).toContain('oordeel/botsing');
    expect(text('oordelen/west.yaml')).toContain('tekst: De weg is kwijt.');
    ingest('oordeel', b, '--vervang');
    expect(text('oordelen/west.yaml')).toContain('tekst: De weg is er niet.');
  });

  test.each([
    ['een zin die nergens op rust', 'rust op', '', 'oordeel/zonder-grond'],
    ['een zin die leeg is gemaakt', 'tekst', '', 'oordeel/leeg-gemaakt'],
    ['een verwijzing naar niets', 'rust op', 'bevinding:west-11', 'oordeel/onbekende-verwijzing'],
    ['een burgerservicenummer', 'tekst', 'Zie 111222333.', 'privacy/bsn'],
  ])('nemen %s niet over', (_, label, value, code) => {
    const { text, written, ingest } = drafted();
    const before = text('oordelen/west.yaml');
    const { stderr } = ingest('oordeel', written('oordelen', 'a.docx', [OORDEEL, label, value]));
    expect(stderr).toContain(code);
    expect(stderr).not.toContain('111222333');
    expect(text('oordelen/west.yaml')).toBe(before);
  });

  test('zijn geen rapport, geen ander formulier en niet van een ander onderzoek', () => {
    const { around, at, ingest, folder } = drafted();
    expect(ingest('oordeel', at('bevindingen')).stderr).toContain('geen schrijfdocument voor oordelen');
    expect(ingest('bevindingen', at('oordelen')).stderr).toContain('geen werkdocument voor bevindingen');
    expect(tsd(['report', 'ingest', folder, at('oordelen')]).stderr).toContain('dit is een formulier (oordelen), geen rapport');
    writeFileSync(join(around, 'x.docx'), 'hallo');
    expect(ingest('oordeel', join(around, 'x.docx')).stderr).toContain('dit is geen Word-document (.docx)');
    const file = join(folder, 'onderzoek.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: .*$/m, 'id: iets-anders'));
    expect(ingest('oordeel', at('oordelen')).stderr).toContain('formulier/ander-onderzoek');
  });
});

describe('bevindingen in Word', () => {
  test('veranderen niets als niemand iets schreef, en een tweede concept komt er niet overheen', () => {
    const { at, text, ingest, written, folder } = drafted();
    const before = text('bevindingen/west.yaml');
    expect(ingest('bevindingen', at('bevindingen')).stderr).toContain('2 ongewijzigd');
    expect(text('bevindingen/west.yaml')).toBe(before);
    cpSync(written('bevindingen', 'a.docx', ['west-1', 'tekst', 'Anders.']), at('bevindingen'));
    const again = tsd(['bevindingen', 'draft', folder, '--gebied', 'west', '--format', 'docx']);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('lees het in met tsd bevindingen ingest')]);
  });

  test('komen van meer auteurs bij elkaar; wie hetzelfde schreef, schreef één bevinding', () => {
    const { text, written, ingest } = drafted();
    const fresh = (tekst: string): [string, string, string][] => [
      ['nieuw', 'tekst', tekst],
      ['nieuw', 'indicatoren', 'proef/toegang/weten-waar'],
      ['nieuw', 'steunt op', 'w-1'],
    ];
    const a = written(
      'bevindingen',
      'a.docx',
      ['west-1', 'tekst', 'Bewoners vinden de weg niet.'],
      ...fresh('Niemand hielp zoeken.'),
    );
    const b = written('bevindingen', 'b.docx', ...fresh('Niemand hielp zoeken.'));
    const { code, stderr } = ingest('bevindingen', a, b);
    expect([code, stderr]).toEqual([0, expect.stringContaining('1 toegevoegd, 1 gewijzigd')]);
    const after = text('bevindingen/west.yaml');
    expect(after).toContain('# Hier ging een lang gesprek aan vooraf.\n    tekst: Bewoners vinden de weg niet.');
    expect(after.match(/Niemand hielp zoeken\./g)).toHaveLength(1);
    expect(ingest('bevindingen', a, b).stderr).not.toContain('toegevoegd');
    expect(text('bevindingen/west.yaml')).toBe(after);
  });

  test('in de kopie van een vak zijn nieuwe bevindingen', () => {
    const { text, written, numberIn, ingest } = drafted();
    const path = written(
      'bevindingen',
      'a.docx',
      ['nieuw', 'tekst', 'Niemand hielp zoeken.'],
      ['nieuw', 'indicatoren', 'proef/toegang/weten-waar'],
      ['nieuw', 'steunt op', 'w-1'],
      ['west-2', 'weging', 'Anders gewogen.'],
    );
    const copyOf = (key: string) => roomTable(path, numberIn('bevindingen', key)).replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
    const table = roomTable(path, numberIn('bevindingen', 'nieuw'));
    const another = copyOf('nieuw').replace('Niemand hielp zoeken.', 'En niemand belde terug.');
    const drafted2 = copyOf('west-2').replace('Anders gewogen.', 'Een bewoner is hier genoeg, want het gaat om wat die merkt.');
    editWord(path, path, [[table, `${table}<w:p/>${another}<w:p/>${drafted2}`]]);
    const { code, stderr } = ingest('bevindingen', path);
    expect([code, stderr]).toEqual([0, expect.stringContaining('2 toegevoegd, 1 gewijzigd, 1 ongewijzigd')]);
    expect(text('bevindingen/west.yaml').match(/Niemand hielp zoeken\.|En niemand belde terug\./g)).toHaveLength(2);
  });

  test('zonder een leeg vak dat niemand nodig had komen gewoon binnen; zonder dat van een bevinding niet', () => {
    const { text, written, numberIn, ingest } = drafted();
    const before = text('bevindingen/west.yaml');
    const path = written('bevindingen', 'a.docx', ['west-1', 'tekst', 'Bewoners vinden de weg niet.']);
    const room = (key: string) => roomTable(path, numberIn('bevindingen', key));
    editWord(path, join(path, '../b.docx'), [[room('west-2'), '']]);
    const without = ingest('bevindingen', join(path, '../b.docx'));
    expect([without.code, without.stderr]).toEqual([
      1,
      expect.stringContaining('het vak van west-2 is uit dit document verdwenen'),
    ]);
    expect(text('bevindingen/west.yaml')).toBe(before);
    editWord(path, path, [[room('nieuw'), '']]);
    const { code, stderr } = ingest('bevindingen', path);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('vak-weg')]);
    expect(text('bevindingen/west.yaml')).toContain('tekst: Bewoners vinden de weg niet.');
  });

  test('zonder grond of zonder tekst geven een melding met de alinea, en niets wordt geschreven', () => {
    const { text, written, ingest } = drafted();
    const before = text('bevindingen/west.yaml');
    const without = ingest('bevindingen', written('bevindingen', 'a.docx', ['west-1', 'tekst', '']));
    expect([without.code, without.stderr]).toEqual([
      1,
      expect.stringMatching(/alinea \d+ \(tekst\) +fout +bevinding\/zonder-tekst/),
    ]);
    const alone = ingest('bevindingen', written('bevindingen', 'b.docx', ['nieuw', 'tekst', 'Zomaar een zin.']));
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining('bevinding/zonder-grond')]);
    expect(text('bevindingen/west.yaml')).toBe(before);
  });
});

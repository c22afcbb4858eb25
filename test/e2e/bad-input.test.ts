import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Change, copyKlein } from '../oordeel/klein.ts';
import { expectRefusal, type Refusal } from './refusal.ts';
import { tsd } from './tsd.ts';

const HUNDRED_MB = 100 * 1024 * 1024;

/** A list of lists of lists: nine levels of nine. */
const ALIAS_BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
].join('\n');

/** 250 MB of nothing that packs into a quarter of one. */
const ZIP_BOMB = zipSync(
  { '[Content_Types].xml': strToU8('<Types/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(250_000_000) },
  { level: 1 },
);

/** The files that no command can take, with how it is refused. */
const BAD_FILES: Record<'yaml' | 'xlsx', [name: string, content: () => string | Uint8Array | undefined, refusal: Refusal][]> = {
  yaml: [
    ['ontbreekt', () => undefined, { code: 2, says: 'io/bestaat-niet  dit bestand bestaat niet' }],
    ['leeg', () => '', { code: 1, says: 'source/leeg  dit bestand is leeg' }],
    ['alleen-commentaar', () => '# later\n', { code: 1, says: 'source/leeg' }],
    ['ongeldig', () => 'formaat: [1\ntitel: x', { code: 1, says: /ongeldig\.yaml:1:10 {2}fout {2}source\/yaml/ }],
    ['dubbel', () => 'formaat: 1\nformaat: 1\n', { code: 1, says: /dubbel\.yaml:2:1 {2}fout {2}source\/dubbele-sleutel/ }],
    ['alias', () => ALIAS_BOMB, { code: 1, says: /alias\.yaml:2:\d+ {2}fout {2}source\/alias/ }],
    ['diep', () => '['.repeat(20_000), { code: 1, says: 'source/' }],
    ['zin', () => 'zomaar een zin\n', { code: 1, says: /schema\/soort|geen-plan/ }],
    ['geen-utf8', () => Buffer.from('titel: \xe9\xe9n\n', 'latin1'), { code: 1, says: 'io/geen-utf8' }],
    ['groot', () => undefined, { code: 1, says: /te-groot {2}dit bestand is 105 MB; .*hoogstens (?:5|20) MB/ }],
  ],
  xlsx: [
    ['ontbreekt', () => undefined, { code: 2, says: 'io/bestaat-niet  dit bestand bestaat niet' }],
    ['leeg', () => '', { code: 1, says: 'tabel/leeg  dit bestand is leeg' }],
    ['tekst', () => 'a;b\n1;2\n', { code: 1, says: 'dit is geen Excel-werkmap (.xlsx), het lijkt een tekstbestand' }],
    ['pdf', () => '%PDF-1.7', { code: 1, says: 'het lijkt een PDF' }],
    ['zip', () => zipSync({ 'a.txt': strToU8('x') }), { code: 1, says: 'het lijkt een ZIP-bestand' }],
    ['half', () => ZIP_BOMB.subarray(0, 5000), { code: 1, says: 'tabel/xlsx-beschadigd' }],
    ['bom', () => ZIP_BOMB, { code: 1, says: 'tabel/xlsx-te-groot  uitgepakt is dit bestand 251 MB; de grens is 200 MB' }],
    ['groot', () => undefined, { code: 1, says: 'io/te-groot  dit bestand is 105 MB; er wordt hoogstens 60 MB gelezen' }],
  ],
};

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'tsd-fout-'));
  const klein = copyKlein();
  cpSync(klein, join(work, 'klein'), { recursive: true });
  mkdirSync(join(work, 'map.yaml'));
  for (const [extension, files] of Object.entries(BAD_FILES)) {
    for (const [name, content] of files) {
      const bytes = content();
      if (bytes !== undefined) writeFileSync(join(work, `${name}.${extension}`), bytes);
    }
    writeFileSync(join(work, `groot.${extension}`), '');
    truncateSync(join(work, `groot.${extension}`), HUNDRED_MB);
  }
}, 60_000);
afterAll(() => rmSync(work, { recursive: true }));

describe('een bestand dat niet te lezen is', () => {
  const commands = [
    ['kader', 'select', 'klein', '--from'],
    ['kader', 'select', 'klein', '--eigen'],
    ['kader', 'concretise', 'klein', '--from'],
    ['onderzoek', 'new', 'nieuw', '--from'],
    ['waarnemingen', 'ingest', 'klein'],
    ['bevindingen', 'ingest', 'klein'],
  ].map((command) => [command.join(' '), command] as const);

  test.each(commands)('in YAML bij tsd %s', (_, command) => {
    for (const [name, , refusal] of BAD_FILES.yaml) expectRefusal(work, [...command, `${name}.yaml`], refusal);
  });

  test.each(commands.filter(([name]) => !/eigen|new/.test(name)))('in Excel bij tsd %s', (_, command) => {
    for (const [name, , refusal] of BAD_FILES.xlsx) expectRefusal(work, [...command, `${name}.xlsx`], refusal);
  });

  test.each(commands)('of een map is, bij tsd %s', (_, command) => {
    const says = command[0] === 'waarnemingen' ? 'hier staan geen bestanden die kunnen worden ingelezen' : 'dit is een map';
    expectRefusal(work, [...command, 'map.yaml'], { code: 2, says });
  });
});

describe('een bestand van het onderzoek dat niet te lezen is', () => {
  const onderzoek = (file: string, content: string | Uint8Array, act: (folder: string) => void) => {
    const klein = copyKlein();
    writeFileSync(join(klein, file), content);
    act(join(klein, '..'));
    rmSync(join(klein, '..'), { recursive: true });
  };

  test.each([
    [['check', 'klein']],
    [['report', 'klein', '--format', 'md']],
    [['trace', 'klein', 'bevinding:west-1']],
    [['confirm', 'klein', '--alles']],
    [['oordeel', 'draft', 'klein']],
    [['bevindingen', 'draft', 'klein']],
    [['kader', 'select', 'klein', '--module', 'volwassenen/toegang', '--motivering', 'x']],
    [['kader', 'concretise', 'klein', '--format', 'xlsx', '--out', 'matrix.xlsx']],
  ])('houdt %j tegen, en niets anders wordt daardoor gemeld', (args) => {
    onderzoek('bevindingen/west.yaml', 'formaat: [1\ngebied: west', (folder) => {
      // The place, and nowhere that what stands in the file does not exist.
      expectRefusal(folder, args, { code: 1, says: /^(?![\s\S]*bestaat niet)[\s\S]*west\.yaml:1:10 {2}fout {2}source\/yaml/ });
    });
  });

  test.each([[['waarnemingen', 'list', 'klein']], [['waarnemingen', 'form', 'klein', '--out', 'formulier.xlsx']]])(
    'staat %j niet in de weg, als het veld er niets aan heeft',
    (args) => {
      onderzoek('bevindingen/west.yaml', 'formaat: [1\ngebied: west', (folder) => {
        expect(tsd(args, { cwd: folder }).code).toBe(0);
      });
    },
  );

  test.each([
    ['leeg', '', 1, 'source/leeg'],
    ['dubbel', 'formaat: 1\nformaat: 1\n', 1, 'source/dubbele-sleutel'],
    ['alias', ALIAS_BOMB, 1, 'source/alias'],
    ['groot', Buffer.alloc(HUNDRED_MB, 'x'), 1, 'io/te-groot'],
  ] as const)('wordt gemeld door check: %s', (_, content, code, says) => {
    onderzoek('onderzoek.yaml', content, (folder) => expectRefusal(folder, ['check', 'klein'], { code, says }));
  });
});

describe('een veld dat niet klopt', () => {
  const west = 'bevindingen/west.yaml';
  const text = 'tekst: De hulp is niet op elkaar afgestemd.';
  const cases: [what: string, change: Change, says: RegExp][] = [
    [
      'een getal',
      [west, text, 'tekst: 1.10'],
      /west\.yaml:\d+:12 {2}fout {2}schema\/soort .* zet de waarde tussen aanhalingstekens/s,
    ],
    ['een getal met nul', ['onderzoek.yaml', 'naam: West', 'naam: 0014'], /schema\/soort .*aanhalingstekens/s],
    ['nee', [west, text, 'tekst: nee'], /schema\/zonder-aanhalingstekens {2}nee staat hier zonder .*schrijf "nee"/s],
    ['true', [west, text, 'tekst: true'], /schema\/soort/],
    ['een onbekend veld', [west, 'strekking:', 'strekkin:'], /het veld 'strekkin' bestaat hier niet; bedoelt u 'strekking'\?/],
    ['een datum die niet bestaat', ['onderzoek.yaml', '2026-06-18', '2026-02-30'], /'2026-02-30' is geen datum die bestaat/],
    [
      'een datum in andere vorm',
      ['onderzoek.yaml', '"2026-06-18"', '18-6-2026'],
      /onderzoek\.yaml:\d+:8 {2}fout {2}schema\/datum/,
    ],
    [
      'een onbekende bevinding',
      ['oordelen/west.yaml', 'bevinding:west-1', 'bevinding:west-11'],
      /'bevinding:west-11' bestaat niet; bedoelt u 'bevinding:west-1'\?/,
    ],
    [
      'een onbekende indicator',
      [west, 'proef/toegang/weten-waar', 'proef/toegang/weten-war'],
      /bedoelt u 'proef\/toegang\/weten-waar'\?/,
    ],
    ['een onbekend gebied', [west, 'gebied: west', 'gebied: wst'], /west\.yaml:\d+:\d+ {2}fout .*'wst'.*west/],
    [
      '.. in de id van een gebied',
      ['onderzoek.yaml', 'id: west', 'id: ../../west'],
      /'\.\.\/\.\.\/west' heeft niet de goede vorm/,
    ],
    ['een pad als id van een gebied', ['onderzoek.yaml', 'id: west', 'id: /tmp/west'], /'\/tmp\/west' heeft niet de goede vorm/],
    [
      '.. in de id van een kader',
      ['kader/proef@1.0.0/kader.yaml', 'id: proef', 'id: ../proef'],
      /'\.\.\/proef' heeft niet de goede vorm/,
    ],
    [
      '.. in de versie van een kader',
      ['toetsingskader.yaml', 'versie: "1.0.0"', 'versie: "../1.0.0"'],
      /'\.\.\/1\.0\.0' heeft niet de goede vorm/,
    ],
    [
      '.. in de id van een bron',
      ['werkdossier/bronnen.yaml', 'id: w-dossier', 'id: ../w-dossier'],
      /'\.\.\/w-dossier' heeft niet de goede vorm/,
    ],
  ];

  /** Enough to see that a report stops where check does. */
  const onReport = /^oordelen|^toetsingskader/;

  test.each(cases)('%s houdt tegen, met de plaats', (_, change, says) => {
    const klein = copyKlein(change);
    const folder = join(klein, '..');
    expectRefusal(folder, ['check', 'klein'], { code: 1, says });
    if (onReport.test(change[0])) expectRefusal(folder, ['report', 'klein', '--format', 'md'], { code: 1, says });
    rmSync(folder, { recursive: true });
  });

  test('in een kader houdt validate tegen', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tsd-kader-'));
    cpSync(join(import.meta.dirname, '../../framework'), join(folder, 'framework'), { recursive: true });
    const path = join(folder, 'framework/volwassenen/modules/toegang.yaml');
    const before = readFileSync(path, 'utf8');
    for (const [from, to, says] of [
      ['id: toegang', 'id: ../toegang', "'../toegang' heeft niet de goede vorm"],
      ['titel:', 'tittel:', "het veld 'tittel' bestaat hier niet; bedoelt u 'titel'?"],
      ['  - in-beeld\n', '  - in-beel\n', "bedoelt u 'in-beeld'?"],
    ] as const) {
      writeFileSync(path, before.replace(from, to));
      expectRefusal(folder, ['kader', 'validate', 'framework'], { code: 1, says });
    }
    rmSync(folder, { recursive: true });
  });
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { setVerslagStatus } from '../../src/commands/verslag/set.ts';
import { deliver, ingest, newOnderzoek, snapshot } from '../waarneming/onderzoek.ts';
import { docx, type SmallComment, type SmallDocument, zip } from '../word/docx.ts';
import { BRON, bronnen, filesIn, ingestDocument, said, VERSLAG, waarnemingen } from './verslag.ts';

/** One paragraph, with one comment. */
function coded(text: string, rest: Partial<SmallDocument> & { author?: string } = {}): SmallDocument {
  const comment: SmallComment = { text, ...(rest.author === undefined ? {} : { author: rest.author }) };
  return { bron: BRON, body: ['Ik wist [1]niet waar ik moest zijn[/1].'], comments: { 1: comment }, ...rest };
}

/** Two passages with the same text. */
const TWICE = { bron: BRON, comments: { 1: { text: 'E1.1' }, 2: { text: 'regie' } } };

describe('een gecodeerd verslag', () => {
  test('geeft van elke passage een waarneming, met alinea en codeur', async () => {
    const { folder, result } = await ingestDocument(VERSLAG);
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 3 });
    expect(waarnemingen(folder)).toMatchObject([
      {
        tekst: 'Ze begonnen pas toen ik 17 was.',
        indicatoren: ['eigen/voorbereid/op-tijd'],
        strekking: 'kan beter',
        alinea: '2',
      },
      {
        tekst: 'wie het regelde. Ik belde steeds iemand anders,\nen die wist het ook niet.',
        indicatoren: ['eigen/samen/regie'],
        citeerbaar: 'ja',
        alinea: '3-4',
      },
      { tekst: 'zelf gelezen', codeurs: [{ naam: 'B. Tweede', datum: '2026-03-02' }], herkomst: [{ plaats: 'alinea 5' }] },
    ]);
    expect(bronnen(folder)).toMatchObject([
      { id: 'b1', soort: 'gesprek', datum: '2026-02-14', verslag: { pad: 'verslagen/b1.docx', status: 'concept' } },
    ]);
    expect(said(result)).toContain(
      "verslag/gelezen | bron 'b1': 3 passages; 1 van de 5 alinea’s zonder code; 2 codeurs, 0 passages door meer dan een, waarvan 0 anders",
    );
  });

  test('verandert een tweede keer geen byte', async () => {
    const { folder } = await ingestDocument(VERSLAG);
    const before = snapshot(folder);
    const { result } = await ingestDocument(VERSLAG, { folder });
    expect(result).toMatchObject({ gelezen: 3, ongewijzigd: 3 });
    expect(snapshot(folder)).toEqual(before);
  });

  test.each([
    ['een nummer', 'E1.1', ['eigen/voorbereid/op-tijd']],
    ['een nummer met een letter', 'E1b', ['eigen/voorbereid/met-de-jongere']],
    ['een nummer met de tekst erbij', 'E1.1 Op tijd begonnen', ['eigen/voorbereid/op-tijd']],
    ['een verwijzing', 'eigen/samen/regie', ['eigen/samen/regie']],
    ['een eenduidig einde', 'regie', ['eigen/samen/regie']],
    ['een trefwoord', 'Wachttijd', ['eigen/voorbereid/op-tijd']],
    ['een trefwoord met een hekje', '#wachttijd', ['eigen/voorbereid/op-tijd']],
    [
      'meer met komma, puntkomma en regel',
      'regie, E1.1;\nE1.2',
      ['eigen/voorbereid/op-tijd', 'eigen/voorbereid/met-de-jongere', 'eigen/samen/regie'],
    ],
    ['alleen een strekking', 'goed', []],
  ])('kent als code %s', async (_, text, expected) => {
    const folder = newOnderzoek();
    const { result } = await ingestDocument(coded(text), { folder: withTrefwoorden(folder) });
    expect(result.meldingen.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(waarnemingen(folder)[0]?.indicatoren).toEqual(expected);
  });

  test.each([
    ['een onbekend woord', 'wachtijd', "'wachtijd' bestaat niet; bedoelt u 'wachttijd'?"],
    ['een onbekende indicator', 'samen/rgie', "'samen/rgie' bestaat niet; bedoelt u 'samen/regie'?"],
    ['een criterium', 'E1', "'E1' is een criterium; kies een indicator ervan: E1.1, E1.2"],
    ['twee strekkingen', 'E1.1, goed, verbeterpunt', 'hier staat gaat goed en kan beter; kies er een, of schrijf wisselend'],
    ['niets', '', 'deze opmerking is leeg'],
  ])('meldt %s op zijn plaats, en schrijft niets', async (_, text, message) => {
    const folder = withTrefwoorden(newOnderzoek());
    const before = snapshot(folder);
    const { result } = await ingestDocument(coded(text), { folder });
    expect(said(result)).toContain(`verslag/code | alinea 1 | ${message}`);
    expect(result).toMatchObject({ gelezen: 1, toegevoegd: 0, afgewezen: 1 });
    expect({ ...snapshot(folder), 'verslag.docx': '' }).toEqual({ ...before, 'verslag.docx': '' });
  });

  test('laat notities, antwoorden en wat op geen tekst slaat buiten beschouwing, en telt ze', async () => {
    const { folder, result } = await ingestDocument({
      bron: BRON,
      body: ['[1][2][3]Een zin.[/1][/2][/3]', '[4] [/4]', 'Zin twee.'],
      comments: {
        1: { text: 'E1.1' },
        2: { text: 'eens', answers: '1' },
        3: { text: 'notitie: nog navragen' },
        4: { text: 'E1.2' },
        5: { text: 'E1.2' },
      },
    });
    expect(said(result)).toContain('verslag/opmerkingen | 5 opmerkingen: 1 met codes, 1 notitie, 2 zonder tekst, 1 antwoord');
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 1, niet_verwerkt: 2 });
    expect(waarnemingen(folder)).toHaveLength(1);
  });

  test('weigert een burgerservicenummer, ook in wat niemand codeerde', async () => {
    const { result } = await ingestDocument({ ...coded('E1.1'), body: ['[1]Goed.[/1]', 'Mijn nummer is 123456782.'] });
    expect(said(result).join('\n')).toMatch(/privacy\/bsn \| alinea 2/);
    expect(JSON.stringify(result)).not.toContain('123456782');
  });
});

test('een burgerservicenummer in een passage wordt één keer gemeld, ook als de opmerking geen selectie heeft', async () => {
  for (const body of ['[1]Mijn nummer is 123456782.[/1]', 'Mijn nummer[1][/1] is 123456782.']) {
    const { result } = await ingestDocument({ ...coded('E1.1'), body: [body] });
    expect(result.meldingen.filter(({ code }) => code === 'privacy/bsn')).toHaveLength(1);
  }
});

describe('de bron van een verslag', () => {
  test('staat in eigenschappen of inhoudsbesturingselementen, of is er al', async () => {
    const { bron: _, ...bare } = coded('E1.1');
    const { Bron, ...rest } = BRON;
    const properties = Object.fromEntries(Object.entries(rest).map(([name, value]) => [`bron ${name}`, value]));
    const { folder } = await ingestDocument({
      ...bare,
      properties: { ...properties, bron: Bron, status: 'van een ander programma' },
    });
    expect(bronnen(folder)).toMatchObject([{ id: 'b1', perspectief: 'burger' }]);
    const { result } = await ingestDocument({ ...bare, body: ['[1]Anders.[/1]'] }, { folder, bron: 'b1', vervang: true });
    expect(result).toMatchObject({ toegevoegd: 1 });
  });

  test.each([
    ['ontbreekt', undefined, undefined, 'verslag/geen-bron'],
    ['bestaat niet', undefined, 'b9', 'waarneming/onbekende-bron'],
    ['heet in het verslag anders', BRON, 'b2', 'verslag/bron-verschilt'],
    ['heeft een veld dat geen veld is', { ...BRON, Perspektief: 'burger' }, undefined, 'verslag/onbekend-veld'],
    ['heeft een onbekende status', { ...BRON, Status: 'akkord' }, undefined, 'verslag/status'],
  ])('die %s, wordt gemeld', async (_, table, bron, code) => {
    const { bron: __, ...bare } = coded('E1.1');
    const document = table ? { ...bare, bron: table as Record<string, string> } : bare;
    const { result } = await ingestDocument(document, bron === undefined ? {} : { bron });
    expect(result.meldingen.map((melding) => melding.code)).toContain(code);
    expect(result.toegevoegd).toBe(0);
  });

  test('houdt de status van zijn verslag tot de tekst verandert', async () => {
    const { folder } = await ingestDocument(coded('E1.1', { bron: { ...BRON, Status: 'akkoord', 'Status sinds': '1-3-2026' } }));
    expect(bronnen(folder)[0]?.verslag).toMatchObject({ status: 'akkoord', datum: '2026-03-01' });
    await ingestDocument(coded('E1.2'), { folder });
    expect(bronnen(folder)[0]?.verslag).toMatchObject({ status: 'akkoord', datum: '2026-03-01' });
    await ingestDocument(
      { ...coded('E1.2'), body: ['[1]Ik wist niet waar ik moest zijn[/1], toen.'] },
      { folder, vervang: true },
    );
    expect(bronnen(folder)[0]?.verslag).toMatchObject({ status: 'concept' });
    expect(filesIn(folder, 'verslagen').filter((name) => name.startsWith('eerder/'))).toHaveLength(2);
  });
});

describe('een verslag waarop was gereageerd', () => {
  const agreed = { ...BRON, Status: 'akkoord', 'Status sinds': '1-3-2026' };
  const other = (code: string) => ({ ...coded(code, { bron: agreed }), body: ['[1]Ik wist niet waar ik moest zijn[/1], toen.'] });

  test('is niet meer akkoord als de tekst is gewijzigd, ook al zegt het document dat nog', async () => {
    const { folder } = await ingestDocument(coded('E1.1', { bron: agreed }));
    const { result } = await ingestDocument(other('E1.1'), { folder, vervang: true });
    expect(bronnen(folder)[0]?.verslag).toMatchObject({
      status: 'concept',
      vervallen: 'ja',
      eerder: [{ status: 'akkoord', datum: '2026-03-01' }],
    });
    expect(said(result)).toContain(
      "verslag/reactie-vervallen | de tekst van het verslag van bron 'b1' is gewijzigd nadat het akkoord was; het is nu concept, ook al zegt het document 'akkoord'",
    );
    // Also when it is read in again, and when it was coded further.
    for (const code of ['E1.1', 'E1.2']) await ingestDocument(other(code), { folder });
    expect(bronnen(folder)[0]?.verslag).toMatchObject({ status: 'concept' });
  });

  test('is weer akkoord als dat voor de nieuwe tekst is gezet', async () => {
    const { folder } = await ingestDocument(coded('E1.1', { bron: agreed }));
    await ingestDocument(other('E1.1'), { folder, vervang: true });
    const set = { status: 'akkoord', datum: '2026-03-09', vandaag: '2026-04-01' };
    await run(async () => ({ ...setVerslagStatus(folder, ['b1'], set), messages: [] }));
    const { result } = await ingestDocument(other('E1.2'), { folder });
    expect(said(result).join('\n')).not.toContain('vervallen');
    expect(bronnen(folder)[0]?.verslag).toMatchObject({ status: 'akkoord', datum: '2026-03-09' });
    expect(bronnen(folder)[0]?.verslag?.vervallen).toBeUndefined();
  });
});

describe('een tweede codeur', () => {
  test('staat naast de eerste, met waar zij verschillen', async () => {
    const { folder, result } = await ingestDocument({
      bron: BRON,
      body: ['Ik [1][2]wist [3]niet[/1][/2] waar[/3].', '[4][5]Goed.[/4][/5]'],
      comments: {
        1: { text: 'E1.1, goed', author: 'A' },
        2: { text: 'E1.2, verbeterpunt', author: 'B' },
        3: { text: 'E1.1', author: 'C' },
        4: { text: 'regie', author: 'A' },
        5: { text: 'regie', author: 'B' },
      },
    });
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 3 });
    expect(
      waarnemingen(folder).map(({ indicatoren, strekking, codeurs }) => [indicatoren.length, strekking, codeurs]),
    ).toMatchObject([
      [
        2,
        undefined,
        [
          { naam: 'A', strekking: 'gaat goed' },
          { naam: 'B', strekking: 'kan beter' },
          { naam: 'C', overlappend: 'ja' },
        ],
      ],
      [1, undefined, [{ naam: 'C' }, { naam: 'A', overlappend: 'ja' }, { naam: 'B', overlappend: 'ja' }]],
      [1, undefined, [{ naam: 'A' }, { naam: 'B' }]],
    ]);
    expect(said(result).filter((line) => line.startsWith('verslag/codeurs'))).toEqual([
      'verslag/codeurs-verschillen | alinea 1 | bij ‘wist niet’ verschillen de codes: A: eigen/voorbereid/op-tijd, gaat goed; B: eigen/voorbereid/met-de-jongere, kan beter; C: eigen/voorbereid/op-tijd (overlappende passage)',
    ]);
  });

  test('mag in een eigen kopie coderen, als de tekst dezelfde is', async () => {
    const folder = newOnderzoek();
    const paths = [
      deliver(folder, 'a.docx', docx(coded('E1.1', { author: 'A' }))),
      deliver(folder, 'b.docx', docx(coded('E1.2', { author: 'B' }))),
    ];
    expect(await ingest(folder, paths)).toMatchObject({ gelezen: 1, toegevoegd: 1 });
    expect(waarnemingen(folder)).toMatchObject([{ codeurs: [{ naam: 'A' }, { naam: 'B' }] }]);
    const other = deliver(folder, 'c.docx', docx({ ...coded('E1.2'), body: ['Ik wist [1]wel[/1].'] }));
    expect(said(await ingest(folder, [paths[0] ?? '', other])).join()).toContain('verslag/twee-versies');
  });
});

describe('een nieuwere versie', () => {
  const changed: SmallDocument = {
    ...VERSLAG,
    body: ['Verslag', '[1]Ze begonnen pas toen ik bijna 18 was.[/1] Dat was te laat.', 'Het plan heb ik [3]zelf gelezen[/3].'],
    comments: { 1: { text: 'E1.1, verbeterpunt', author: 'A. Codeur' }, 3: { text: 'E1b', author: 'B. Tweede' } },
  };

  test('laat zien wat er aan gecodeerde passages veranderde, voor zij de oude vervangt', async () => {
    const { folder } = await ingestDocument(VERSLAG);
    const before = snapshot(folder);
    const { result } = await ingestDocument(changed, { folder, name: 'verslag.docx' });
    expect(said(result).join('\n')).toMatch(
      /verslag\/gewijzigd \| alinea 2 \| de tekst van 'v-a5fe7da5448f' is gewijzigd: eerst ‘.*17 was\.’, nu ‘.*bijna 18 was\.’/,
    );
    expect(said(result).join('\n')).toMatch(
      /verslag\/tekst-weg \| ‘wie het regelde.*’ \(was alinea 3-4\) staat niet meer in het verslag/,
    );
    expect({ ...snapshot(folder), 'verslag.docx': '' }).toEqual({ ...before, 'verslag.docx': '' });
  });

  test('vervangt de oude met --vervang; wat verdween, blijft gemerkt staan', async () => {
    const { folder } = await ingestDocument(VERSLAG);
    const { result } = await ingestDocument(changed, { folder, vervang: true });
    expect(result).toMatchObject({ gelezen: 2, gewijzigd: 2 });
    expect(waarnemingen(folder)).toMatchObject([
      { id: 'v-a5fe7da5448f', tekst: 'Ze begonnen pas toen ik bijna 18 was.' },
      { id: 'v-70d7fc121c60', verdwenen: 'tekst' },
      { id: 'v-35ad1b6952c2', alinea: '3' },
    ]);
    await ingestDocument(VERSLAG, { folder, vervang: true });
    expect(waarnemingen(folder).map(({ verdwenen }) => verdwenen)).toEqual([undefined, undefined, undefined]);
  });

  test('waarin alleen is gecodeerd, vraagt niets; een code die weg is, wordt gemerkt', async () => {
    const { folder } = await ingestDocument(VERSLAG);
    const { 3: _, ...left } = VERSLAG.comments as Record<string, SmallComment>;
    // Who took back one code, still coded another passage.
    const comments = { ...left, 2: { ...left[2], author: 'B. Tweede' } as SmallComment };
    const body = VERSLAG.body.map((text) =>
      text
        .replace(/\[\/?3\]/g, '')
        .replace('Dat was', '[4]Dat was')
        .replace('laat.', 'laat.[/4]'),
    );
    const { result } = await ingestDocument({ ...VERSLAG, body, comments: { ...comments, 4: { text: 'regie' } } }, { folder });
    expect(result).toMatchObject({ toegevoegd: 1, gewijzigd: 1, ongewijzigd: 1 });
    expect(said(result).join('\n')).toContain(
      "verslag/code-weg | bij ‘zelf gelezen’ (was alinea 5) staat geen code meer; 'v-35ad1b6952c2' blijft staan",
    );
    expect(waarnemingen(folder).map(({ verdwenen }) => verdwenen)).toEqual([undefined, undefined, 'code', undefined]);
  });

  test('geeft een id nooit aan een andere passage terwijl de eerste er nog staat', async () => {
    const [office, school] = [
      'Ik wist niet waar ik moest zijn bij de gemeente.',
      'Ik wist niet waar ik moest zijn bij de school.',
    ];
    const comments = { 1: { text: 'E1.1' } };
    const { folder } = await ingestDocument({ bron: BRON, body: [`[1]${office}[/1]`, school], comments });
    const { result } = await ingestDocument({ bron: BRON, body: [office, `[1]${school}[/1]`], comments }, { folder });
    expect(said(result).join('\n')).toContain(`verslag/code-weg | bij ‘${office}’ (was alinea 1) staat geen code meer`);
    const [first, second, ...rest] = waarnemingen(folder);
    expect([first, second, rest]).toMatchObject([{ tekst: office, verdwenen: 'code' }, { tekst: school }, []]);
    expect(second?.id).not.toBe(first?.id);
  });

  test('laat een passage die ruimer of krapper is gekozen haar id', async () => {
    const comments = { 1: { text: 'E1.1' } };
    const coding = (text: string) => ({ bron: BRON, body: ['Eerst dit.', text], comments });
    const { folder } = await ingestDocument(coding('Daar [1]wist ik niet waar ik moest zijn[/1], en toen ging ik weg.'));
    const [before] = waarnemingen(folder);
    for (const wider of [
      '[1]Daar wist ik niet waar ik moest zijn, en[/1] toen ging ik weg.',
      'Daar wist ik [1]niet waar ik moest zijn, en toen[/1] ging ik weg.',
    ]) {
      const { result } = await ingestDocument(coding(wider), { folder });
      expect(said(result).join('\n')).not.toContain('code-weg');
      expect(waarnemingen(folder).map(({ id }) => id)).toEqual([before?.id]);
    }
  });

  test('houdt van gelijke passages die in dezelfde alinea bij elkaar', async () => {
    const { folder } = await ingestDocument({ ...TWICE, body: ['[1]Goed.[/1]', 'Iets anders.', '[2]Goed.[/2]'] });
    const [first, second] = waarnemingen(folder);
    const { 1: _, ...left } = TWICE.comments;
    await ingestDocument({ ...TWICE, body: ['Goed.', 'Iets anders.', '[2]Goed.[/2]'], comments: left }, { folder });
    expect(waarnemingen(folder)).toMatchObject([
      { id: first?.id, alinea: '1', verdwenen: 'code' },
      { id: second?.id, alinea: '3' },
    ]);
    expect(waarnemingen(folder)[1]?.verdwenen).toBeUndefined();
  });

  test('vraagt niet nog eens om wat al met --vervang is gemerkt', async () => {
    const { folder } = await ingestDocument(VERSLAG);
    await ingestDocument(changed, { folder, vervang: true });
    const before = snapshot(folder);
    const { result } = await ingestDocument(changed, { folder });
    expect(result).toMatchObject({ gelezen: 2, ongewijzigd: 2 });
    expect(said(result).join('\n')).not.toContain('verslag/tekst-weg');
    expect(snapshot(folder)).toEqual(before);
  });
});

describe('wat op de plaats van een verslag ligt', () => {
  test('wordt bewaard, ook als niemand het had vastgelegd', async () => {
    const folder = newOnderzoek();
    mkdirSync(join(folder, 'werkdossier/verslagen'), { recursive: true });
    writeFileSync(join(folder, 'werkdossier/verslagen/b1.docx'), 'van mij');
    await ingestDocument(VERSLAG, { folder });
    const aside = filesIn(folder, 'verslagen').find((name) => /^eerder.b1-\w{8}\.docx$/.test(name)) ?? '';
    expect(readFileSync(join(folder, 'werkdossier/verslagen', aside), 'utf8')).toBe('van mij');
    expect(readFileSync(join(folder, 'werkdossier/verslagen/b1.docx'))).toEqual(Buffer.from(docx(VERSLAG)));
  });

  test('wordt ook bewaard als het uit dezelfde keer inlezen komt', async () => {
    const folder = newOnderzoek();
    const paths = ['een', 'twee'].map((levering) =>
      deliver(folder, `${levering}.docx`, docx({ ...coded('E1.1'), bron: { ...BRON, Levering: levering } })),
    );
    await ingest(folder, paths);
    expect(filesIn(folder, 'verslagen').filter((name) => name.endsWith('.docx'))).toEqual([
      'b1.docx',
      expect.stringMatching(/^eerder.b1-\w{8}\.docx$/),
    ]);
  });
});

describe('wat geen goed Word-document is', () => {
  test.each([
    ['een oud .doc', ole('WordDocument'), 'word/geen-docx', '(.doc)'],
    ['een RTF', Buffer.from('{\\rtf1\\ansi Tekst}'), 'word/geen-docx', 'RTF'],
    ['een afgekapt document', docx(VERSLAG).subarray(0, 800), 'word/beschadigd', 'het einde ontbreekt'],
    [
      'een document met een DOCTYPE',
      zip({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
      'word/beschadigd',
      'DOCTYPE',
    ],
    ['een document dat niet welgevormd is', zip({ 'word/document.xml': '<a><b></a>' }), 'word/beschadigd', 'niet welgevormd'],
    ['een bom', zip({ 'word/document.xml': new Uint8Array(101_000_000) }), 'word/beschadigd', 'te groot'],
  ])('wordt geweigerd met de reden: %s', async (_, bytes, code, message) => {
    const { folder, result } = await ingestDocument(bytes, { name: 'iets.docx' });
    expect(said(result).join('\n')).toContain(code);
    expect(said(result).join('\n')).toContain(message);
    expect(filesIn(folder, '')).toEqual([]);
  });

  test('wordt herkend aan de inhoud, niet aan de naam', async () => {
    const { result } = await ingestDocument(VERSLAG, { name: 'verslag.xlsx' });
    expect(result).toMatchObject({ toegevoegd: 3 });
  });
});

function ole(stream: string): Uint8Array {
  const bytes = Buffer.alloc(1024);
  bytes.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'latin1');
  bytes.write([...stream].map((char) => `${char}\0`).join(''), 512, 'latin1');
  return bytes;
}

function withTrefwoorden(folder: string): string {
  const lines = ['formaat: 1', 'respondenttypen:', '  - { id: jongere, naam: Een jongere, perspectief: burger }'];
  lines.push('instrumenten: []', 'items: []', 'trefwoorden:', '  wachttijd: E1.1', '  proces: geen');
  writeFileSync(join(folder, 'instrumenten.yaml'), `${lines.join('\n')}\n`);
  return folder;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { accountWaarnemingen } from '../../src/commands/waarnemingen/account.ts';
import { shownPath } from '../../src/io/files.ts';
import { readWorkbookBytes } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { deliver, ingest, newOnderzoek, problems, snapshot } from '../waarneming/onderzoek.ts';
import { KOPPELING, koppel, RIJ, tabel } from './koppeling.ts';

let folder: string;
beforeEach(() => {
  folder = newOnderzoek();
});

const dossier = () => readOnderzoek(folder).dossier;
const lees = (text: string, change: object = {}, options: { partial?: boolean; levering?: string } = {}, name = 'reacties.csv') =>
  ingest(folder, [deliver(folder, name, text)], { koppeling: koppel(folder, change), ...options });
/** The problems as “place: message”. */
const told = ({ meldingen }: Awaited<ReturnType<typeof ingest>>) =>
  meldingen
    .filter(({ severity }) => severity === 'error')
    .map(({ file = '', cell, position, message }) => {
      const place = cell ? `${cell.column ?? ''}${cell.row}` : `${position?.line}:${position?.column}`;
      return `${file.replace(/^.*\//, '')} ${place}: ${message}`;
    });

describe('een tabel van elders', () => {
  test('wordt waarnemingen met hun bron, en houdt wat niet gekoppeld is onder extra', async () => {
    const result = await lees(tabel({ Leeftijd: '17', constructor: 'ja' }, { Nr: '2', Rol: 'ouder', Leeftijd: '' }));
    expect(result).toMatchObject({ gelezen: 2, toegevoegd: 2 });
    expect(dossier().bronnen).toEqual([
      { id: 'r-1', soort: 'vragenlijst', perspectief: 'burger', datum: '2026-02-14', gebieden: ['fictiehove'] },
      { id: 'r-2', soort: 'vragenlijst', perspectief: 'naaste', datum: '2026-02-14', gebieden: ['fictiehove'] },
    ]);
    expect(dossier().waarnemingen).toMatchObject([
      {
        id: 'r-1',
        tekst: 'Ik wist het niet.',
        extra: { Leeftijd: '17', constructor: 'ja' },
        herkomst: [{ levering: 'reacties', bestand: 'reacties.csv', plaats: 'rij 2' }],
      },
      { id: 'r-2' },
    ]);
    expect(dossier().waarnemingen[1]).not.toHaveProperty('extra');
    expect(result.meldingen.map(({ code, message }) => `${code} ${message}`)[0]).toBe(
      'koppeling/niet-gekoppeld deze 2 kolommen staan niet in de koppeling: Leeftijd, constructor; wat erin staat, wordt bij elke waarneming bewaard onder extra',
    );
  });

  test('noemt elke fout met haar plaats, en schrijft niets', async () => {
    const before = snapshot(folder);
    const text = tabel(
      { Rol: 'Client' },
      { Nr: '2', Datum: '30/2/2026' },
      { Nr: '3', Gemeente: 'Fictihove' },
      { Nr: '3 ', Opmerking: '' },
    );
    const result = await lees(text);
    expect(told(result)).toEqual([
      "reacties.csv B2: 'Client' staat niet bij de waarden van 'bron perspectief'; bedoelt u 'Cliënt'?",
      "reacties.csv C3: '30/2/2026' is geen datum die in de vorm d/m/jjjj bestaat",
      "reacties.csv D4: 'Fictihove' bestaat niet; bedoelt u 'fictiehove'?",
      'reacties.csv E5: deze waarneming heeft geen tekst',
    ]);
    expect(result).toMatchObject({ gelezen: 4, afgewezen: 4 });
    const { 'koppeling.yaml': _, 'reacties.csv': __, ...after } = snapshot(folder);
    expect(after).toEqual(before);
  });

  test('meldt een kolom die er niet is in de koppeling, met een voorstel', async () => {
    expect(told(await lees(tabel({}), { waarneming: { tekst: { kolom: 'Opmerkingen' } } }))).toEqual([
      `koppeling.yaml 21:12: de kolom 'Opmerkingen' staat niet in ${shownPath(join(folder, 'reacties.csv'))}; bedoelt u 'Opmerking'?`,
    ]);
  });

  test('vindt kolommen ongeacht hoofdletters, en de koprij onder een titel', async () => {
    const text = `Uitkomst van de enquête\r\n\r\n${tabel({}).replace('Opmerking', 'OPMERKING')}`;
    expect(await lees(text)).toMatchObject({ toegevoegd: 1 });
    expect(dossier().waarnemingen[0]?.herkomst).toMatchObject([{ plaats: 'rij 4' }]);
  });

  test('weigert dubbele koppen en een gevulde kolom zonder kop', async () => {
    expect(told(await lees('Nr;Rol;Datum;Gemeente;Opmerking;Nr\r\n1;Ouder;1/2/2026;Fictiehove;x;2\r\n'))).toEqual([
      "reacties.csv F1: kolom F heet 'Nr', net als kolom A",
    ]);
    expect(told(await lees('Nr;Nr;Datum\r\n1;2;3\r\n')).map((line) => line.replace(/^.*?: /, ''))).toContain(
      "kolom B heet 'Nr', net als kolom A",
    );
    expect(told(await lees('Nr;Rol;Datum;Gemeente;Opmerking;\r\n1;Ouder;1/2/2026;Fictiehove;x;2\r\n'))).toEqual([
      'reacties.csv F2: deze cel is gevuld, maar boven de kolom staat geen naam',
    ]);
  });

  test('leest een werkmap met echte datums, van het genoemde blad', async () => {
    const columns = Object.keys(RIJ).map((key) => ({
      header: key,
      key,
      width: 10,
      kind: key === 'Datum' ? ('date' as const) : ('text' as const),
    }));
    const sheets = [
      { name: 'Toelichting', rows: [{ a: 'x' }], columns: [{ header: 'a', key: 'a', width: 10, kind: 'text' as const }] },
      { name: 'Reacties', rows: [{ ...RIJ, Datum: '2026-02-14' }], columns },
    ];
    const { value } = await writeWorkbook({ title: 'x', date: '2026-06-18', sheets });
    const file = deliver(folder, 'reacties.xlsx', value);
    const wrong = await ingest(folder, [file], { koppeling: koppel(folder, { blad: 'Reactie' }) });
    expect(wrong.meldingen.map(({ message }) => message)).toContain(
      "het blad 'Reactie' staat niet in deze werkmap; bedoelt u 'Reacties'?",
    );
    const result = await ingest(folder, [file], { koppeling: koppel(folder) });
    expect(result).toMatchObject({
      toegevoegd: 1,
      meldingen: [{ code: 'koppeling/blad-niet-gelezen' }, { code: 'waarneming/ongecodeerd' }],
    });
    expect(dossier().waarnemingen[0]?.herkomst).toMatchObject([{ plaats: 'Reacties › rij 2' }]);
  });

  test.each(['reacties.ndjson', 'reacties.json'])('leest platte records uit %s', async (name) => {
    const records = [
      { ...RIJ, Nr: 1, Leeftijd: null },
      { ...RIJ, Nr: 2, Akkoord: true },
    ];
    const text = name.endsWith('.json') ? JSON.stringify(records) : records.map((record) => JSON.stringify(record)).join('\n');
    expect(await lees(text, {}, {}, name)).toMatchObject({ toegevoegd: 2 });
    expect(dossier().waarnemingen[1]?.extra).toEqual({ Akkoord: 'ja' });
  });

  test('meldt een record dat niet plat is', async () => {
    const text = `${JSON.stringify({ ...RIJ, Rol: ['Ouder'] })}\n`;
    expect(told(await lees(text, {}, {}, 'reacties.ndjson'))).toContain(
      "reacties.ndjson 1: in 'Rol' hoort een tekst, een getal, of ja of nee",
    );
  });
});

describe('één rij wordt meer waarnemingen', () => {
  const vragen = {
    waarneming: { id: { kolommen: ['Gemeente', 'Nr'] }, citeerbaar: { vast: 'ja' } },
    waarnemingen: [
      { code: 'v1', tekst: { kolom: 'Hoe ging het?' }, item: { vast: 'gj-1' } },
      {
        code: 'v2',
        tekst: { kolommen: ['Opmerking', 'Vervolg'], scheiding: ' – ' },
        indicatoren: { vast: 'op-tijd' },
        citeerbaar: { vast: 'nee' },
      },
    ],
  };

  test('met een eigen code, item of indicator, en haar kolom als plaats', async () => {
    const result = await lees(
      tabel({ 'Hoe ging het?': 'Goed.', Vervolg: 'Nu wel.' }, { Nr: '2', Opmerking: '', 'Hoe ging het?': 'Matig.' }),
      vragen,
    );
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 3 });
    expect(
      dossier().waarnemingen.map(({ id, tekst, item, indicatoren, citeerbaar, herkomst }) => [
        id,
        tekst,
        item,
        indicatoren.length,
        citeerbaar,
        herkomst?.[0]?.plaats,
      ]),
    ).toEqual([
      ['fictiehove-1-v1', 'Goed.', 'gj-1', 1, 'ja', 'rij 2, kolom F'],
      ['fictiehove-1-v2', 'Ik wist het niet. – Nu wel.', undefined, 1, 'nee', 'rij 2, kolom E'],
      ['fictiehove-2-v1', 'Matig.', 'gj-1', 1, 'ja', 'rij 3, kolom F'],
    ]);
  });

  test('een rij zonder antwoorden telt als niet verwerkt, en een fout in de rij eenmaal als melding', async () => {
    const text = tabel({ 'Hoe ging het?': 'Goed.', Vervolg: '', Rol: 'Oudr' }, { Nr: '2', Opmerking: '' });
    const result = await lees(text, vragen, { partial: true });
    expect(result).toMatchObject({ gelezen: 3, afgewezen: 2, niet_verwerkt: 1 });
    expect(result.meldingen.filter(({ code }) => code === 'koppeling/onbekende-waarde')).toHaveLength(1);
    expect(readFileSync(join(folder, 'werkdossier/quarantaine/reacties.csv'), 'utf8').split('\r\n')).toHaveLength(3);
  });
});

describe('rijen die worden overgeslagen', () => {
  test('tellen als niet verwerkt, met de reden, en de rekening klopt', async () => {
    const overslaan = [
      { kolom: 'Akkoord', waarden: ['nee', 'ONBEKEND'], reden: 'geen toestemming' },
      { kolom: 'Opmerking', leeg: 'ja', reden: 'zonder tekst' },
    ];
    const text = tabel(
      { Akkoord: 'ja' },
      { Nr: '2', Akkoord: 'Nee' },
      { Nr: '3', Akkoord: 'onbekend' },
      { Nr: '4', Opmerking: '' },
    );
    const result = await lees(text, { overslaan });
    expect(result).toMatchObject({ gelezen: 4, toegevoegd: 1, niet_verwerkt: 3 });
    expect(
      result.meldingen.flatMap(({ code, message, cell }) =>
        code === 'koppeling/overgeslagen' ? [`${cell?.row} ${message}`] : [],
      ),
    ).toEqual([
      '3 2 rijen overgeslagen vanaf hier, en geteld als niet verwerkt: geen toestemming',
      '5 1 rij overgeslagen vanaf hier, en geteld als niet verwerkt: zonder tekst',
    ]);
    expect(accountWaarnemingen(folder).diagnostics).toEqual([]);
  });
});

describe('kolommen over personen', () => {
  test('houden alles tegen, tot zij met een reden worden genegeerd; dan worden zij nergens bewaard', async () => {
    const text = tabel({ 'Naam cliënt': 'Jansje' }, { Nr: '2', Rol: 'Oudr', 'Naam cliënt': 'Pietje' });
    expect(told(await lees(text))).toEqual([
      "reacties.csv F1: de kolom 'Naam cliënt' gaat over een persoon, en wordt nooit bewaard",
    ]);
    const negeer = [{ kolom: 'Naam cliënt', reden: 'niet nodig' }];
    const result = await lees(text, { negeer }, { partial: true });
    expect(result).toMatchObject({ toegevoegd: 1, afgewezen: 1 });
    expect(result.meldingen.map(({ message }) => message)).toContain('niet gelezen en nergens bewaard: Naam cliënt (niet nodig)');
    const { 'reacties.csv': _, ...rest } = snapshot(folder);
    expect(JSON.stringify(rest)).not.toMatch(/Jansje|Pietje/);
  });

  test('mogen niet worden gekoppeld, en ook niet bepalen wat wordt overgeslagen', async () => {
    const bron = { ...KOPPELING.bron, casus: { kolommen: ['Nr', 'Achternaam'] } };
    const overslaan = [{ kolom: 'E-mail', leeg: 'nee', reden: 'x' }];
    await expect(lees(tabel({}), { bron, overslaan })).resolves.toMatchObject({
      meldingen: [
        {
          code: 'koppeling/persoonsgegevens',
          message: "de kolom 'Achternaam' gaat over een persoon, en mag niet worden gekoppeld",
        },
        { code: 'koppeling/persoonsgegevens', message: "de kolom 'E-mail' gaat over een persoon, en mag niet worden gekoppeld" },
      ],
    });
  });

  test('die een id worden, geven één waarschuwing per kolom, ook als een code voorafgaat', async () => {
    const id = { kolom: 'Respondent', vooraf: 'r-' };
    const text = tabel(
      { Respondent: 'Resp 12' },
      { Nr: '2', Respondent: 'Anja de Vries' },
      { Nr: '3', Respondent: 'Vries, P. de' },
    );
    const change = { bron: { ...KOPPELING.bron, id }, waarneming: { id, tekst: { kolom: 'Opmerking' } } };
    const { meldingen, toegevoegd } = await lees(text, change);
    expect(toegevoegd).toBe(3);
    const found = meldingen.filter(({ code }) => code === 'koppeling/naam-als-id');
    expect(found).toMatchObject([
      { severity: 'warning', cell: { row: 3, header: 'Respondent' }, help: 'ids komen in git; gebruik een code' },
    ]);
    expect(JSON.stringify(found)).not.toContain('Anja');
  });

  test.each(['Resp 12', 'r-12', 'Groep A', 'A/1'])('de id %s geeft geen waarschuwing', async (nr) => {
    const { meldingen } = await lees(tabel({ Nr: nr }));
    expect(meldingen.filter(({ code }) => code === 'koppeling/naam-als-id')).toEqual([]);
  });

  test('een burgerservicenummer wordt in elke kolom geweigerd, en nooit getoond', async () => {
    for (const row of [{ Leeftijd: 'bsn 123456782' }, { Nr: '123456782' }, { Nr: '12.34.56.782/' }, { Rol: '123456782' }]) {
      const result = await lees(tabel(row));
      expect(result.toegevoegd).toBe(0);
      expect(JSON.stringify(result)).not.toContain('123456782');
      expect(result.meldingen.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});

describe('dezelfde tabel nog eens', () => {
  test('verandert met dezelfde koppeling geen byte', async () => {
    const text = tabel({ Leeftijd: '17' }, { Nr: '2', Rol: 'Ouder' });
    await lees(text);
    const before = snapshot(folder);
    expect(await lees(text)).toMatchObject({ ongewijzigd: 2 });
    expect(snapshot(folder)).toEqual(before);
  });

  test('is met een andere koppeling gewijzigd, en de levering noemt beide koppelingen', async () => {
    const text = tabel({ Leeftijd: '17' }, { Nr: '2' });
    await lees(text);
    const tekst = { kolommen: ['Opmerking', 'Rol'] };
    const result = await lees(text, {
      waarneming: { ...KOPPELING.waarneming, tekst },
      negeer: [{ kolom: 'Leeftijd', reden: 'x' }],
    });
    expect(result.wijzigingen?.map(({ id, velden }) => [id, velden.map(({ veld }) => veld)])).toEqual([
      ['r-1', ['tekst', 'extra']],
      ['r-2', ['tekst']],
    ]);
    const [levering] = dossier().leveringen;
    expect(levering?.koppeling?.bestand).toBe('koppeling.yaml');
    expect(levering?.inlezingen[1]?.koppeling?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(levering?.inlezingen[1]?.koppeling?.sha256).not.toBe(levering?.koppeling?.sha256);
    expect(accountWaarnemingen(folder).diagnostics).toEqual([]);
  });

  test('maakt zonder id van rijen die alleen in extra verschillen twee waarnemingen', async () => {
    const waarneming = { tekst: { kolom: 'Opmerking' } };
    const bron = { ...KOPPELING.bron, id: { vast: 'Enquête 2026' } };
    expect(await lees(tabel({ Tijd: '10:00' }, { Tijd: '11:00' }, { Tijd: '11:00' }), { waarneming, bron })).toMatchObject({
      toegevoegd: 2,
      samengevoegd: 1,
    });
    expect(dossier().bronnen.map(({ id }) => id)).toEqual(['enquete-2026']);
  });

  test('houdt een volgende tabel met een andere naam bij dezelfde levering', async () => {
    await lees(tabel({}, { Nr: '2' }));
    expect(await lees(tabel({}, { Nr: '3' }), {}, {}, 'reacties-april.csv')).toMatchObject({
      ongewijzigd: 1,
      toegevoegd: 1,
      verdwenen: { reacties: ['r-2'] },
    });
  });

  test('weigert twee nummers die dezelfde id worden', async () => {
    expect(told(await lees(tabel({ Nr: 'A 1' }, { Nr: 'A/1' })))).toEqual([
      "reacties.csv A3: 'A/1' (reacties.csv › rij 3) en 'A 1' (reacties.csv › rij 2) worden allebei de id 'r-a-1'",
    ]);
  });

  test.each([
    [
      { A: 'a-b', B: 'c' },
      { A: 'a', B: 'b-c' },
      "'a' + 'b-c' + '' (reacties.csv › rij 3) en 'a-b' + 'c' + '' (reacties.csv › rij 2)",
    ],
    [{ A: 'a', C: 'b' }, { A: 'a', B: 'b' }, "'a' + 'b' + '' (reacties.csv › rij 3) en 'a' + '' + 'b' (reacties.csv › rij 2)"],
  ])('weigert twee sleutels van meer kolommen die dezelfde id worden: %o en %o', async (one, other, rows) => {
    const bron = { ...KOPPELING.bron, id: { kolommen: ['A', 'B', 'C'] } };
    const empty = { A: '', B: '', C: '' };
    const text = tabel({ ...empty, ...one }, { ...empty, Nr: '2', ...other });
    expect(told(await lees(text, { bron }))).toEqual([
      `reacties.csv F3: ${rows} worden allebei de id 'a-b${'C' in one ? '' : '-c'}'`,
    ]);
  });

  test('geeft rijen met dezelfde sleutel van meer kolommen één bron', async () => {
    const bron = { ...KOPPELING.bron, id: { kolommen: ['A', 'B'] } };
    expect(await lees(tabel({ A: 'a', B: 'b' }, { Nr: '2', A: 'a', B: 'b' }), { bron })).toMatchObject({ toegevoegd: 2 });
    expect(dossier().bronnen.map(({ id }) => id)).toEqual(['a-b']);
  });
});

test('de opdracht om de quarantaine te lezen noemt de koppeling met haar map', async () => {
  const path = koppel(folder, {}, 'mijn koppeling.yaml');
  const file = deliver(folder, 'r.csv', tabel({}, { Nr: '2', Rol: 'Buur' }));
  const { meldingen } = await ingest(folder, [file], { koppeling: path, partial: true });
  const help = meldingen.find(({ code }) => code === 'waarneming/quarantaine')?.help;
  expect(help).toContain(` --koppeling "${shownPath(path)}"`);
});

describe('rijen in de quarantaine', () => {
  test.each(['reacties.csv', 'reacties.ndjson'])('zijn met dezelfde koppeling weer te lezen: %s', async (name) => {
    const rows = [
      { ...RIJ, levering: 'van hen' },
      { ...RIJ, Nr: '2', Rol: 'Oudr', levering: 'van hen', reden: 'hun reden' },
    ];
    const text = name.endsWith('.csv') ? `Titel\r\n${tabel(...rows)}` : rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const change = name.endsWith('.csv') ? { koprij: 2 } : {};
    expect(await lees(text, change, { partial: true }, name)).toMatchObject({ toegevoegd: 1, afgewezen: 1 });
    const aside = join(folder, 'werkdossier/quarantaine', name);
    writeFileSync(aside, readFileSync(aside, 'utf8').replace('Oudr', 'Ouder'));
    const result = await ingest(folder, [aside], { koppeling: koppel(folder, change) });
    expect(result).toMatchObject({ toegevoegd: 1, verdwenen: {} });
    expect(problems(result)).not.toContain('waarneming/verdwenen');
    expect(dossier().waarnemingen[1]).toMatchObject({
      id: 'r-2',
      extra: { levering: 'van hen', reden: 'hun reden' },
      herkomst: [{ levering: 'reacties' }],
    });
    expect(accountWaarnemingen(folder).diagnostics).toEqual([]);
  });
});

describe('wat in de quarantaine komt', () => {
  const aside = (name: string) => readFileSync(join(folder, 'werkdossier/quarantaine', name), 'utf8');
  const regels = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

  test('is geen rij met een burgerservicenummer, ook niet als de rij om iets anders is afgewezen', async () => {
    const text = tabel(
      { Rol: 'Oudr' },
      { Nr: '2', Rol: 'Oudr', Opmerking: 'van 123456782' },
      { Nr: '3', Rol: 'Oudr', Leeftijd: '123456782' },
    );
    const result = await lees(text, {}, { partial: true });
    expect(result).toMatchObject({ afgewezen: 3 });
    expect(JSON.stringify(result)).toMatch(/1 rij niet ingelezen[^"]*; 2 met een burgerservicenummer/);
    expect(aside('reacties.csv').split('\r\n')).toHaveLength(3);
    expect(aside('reacties.csv')).not.toContain('123456782');
  });

  test('is ook geen rij waarvan een volgende waarneming er een noemt nadat de bron is afgewezen', async () => {
    const entry = (code: string, kolom: string) => ({ code, tekst: { kolom } });
    const bron = { ...KOPPELING.bron, partij: { kolom: 'Partij' } };
    const waarnemingen = [entry('v1', 'Opmerking'), entry('v2', 'Vervolg')];
    const text = tabel(
      { Partij: 'bestaat-niet', Vervolg: 'van 123456782' },
      { Nr: '2', Partij: 'bestaat-niet', Vervolg: 'Goed.' },
    );
    const result = await lees(text, { bron, waarneming: { id: KOPPELING.waarneming.id }, waarnemingen }, { partial: true });
    expect(result).toMatchObject({ toegevoegd: 0, afgewezen: 4 });
    expect(aside('reacties.csv')).not.toContain('123456782');
    expect(aside('reacties.csv')).toContain('Goed.');
  });

  test('is wel een rij met een burgerservicenummer in een kolom die wordt genegeerd: zonder die kolom', async () => {
    const negeer = [{ kolom: 'BSN', reden: 'mag niet' }];
    await lees(tabel({ Rol: 'Oudr', BSN: '123456782' }), { negeer }, { partial: true });
    expect(aside('reacties.csv')).toContain('Oudr');
    expect(aside('reacties.csv')).not.toMatch(/123456782|BSN/);
  });

  test('houdt bij NDJSON met de reden de regel apart die niet plat is of geen record, en leest de andere', async () => {
    const text = `${regels(RIJ, { ...RIJ, Nr: '2', Rol: ['Ouder'] })}{stuk\n[1]\n`;
    const result = await lees(text, {}, { partial: true }, 'reacties.ndjson');
    expect(result).toMatchObject({ gelezen: 4, toegevoegd: 1, afgewezen: 3, niet_verwerkt: 0 });
    expect(result.meldingen.map(({ code }) => code)).not.toContain('koppeling/overgeslagen');
    expect(aside('reacties.ndjson')).toBe(
      `${JSON.stringify({ ...RIJ, Nr: '2', Rol: ['Ouder'], 'tsd-levering': 'reacties', 'tsd-reden': "in 'Rol' hoort een tekst, een getal, of ja of nee" })}\n{stuk\n[1]\n`,
    );
    expect(accountWaarnemingen(folder).diagnostics).toEqual([]);
  });

  test('is geen onleesbare regel als er kolommen worden genegeerd: die zijn er niet uit te halen', async () => {
    const negeer = [{ kolom: 'Voornaam', reden: 'niet nodig' }];
    const text = `${regels({ ...RIJ, Voornaam: 'Jansje' }, { ...RIJ, Nr: '2', Rol: 'Oudr', Voornaam: 'Jansje' })}{"Voornaam": "Jansje\n`;
    const result = await lees(text, { negeer }, { partial: true }, 'reacties.ndjson');
    expect(result).toMatchObject({ toegevoegd: 1, afgewezen: 2 });
    expect(aside('reacties.ndjson')).toContain('Oudr');
    expect(aside('reacties.ndjson')).not.toContain('Jansje');
  });

  test('slaat een rij die niet plat is om haar reden over, maar niet omdat die cel leeg zou zijn', async () => {
    const overslaan = [
      { kolom: 'Akkoord', waarden: ['nee'], reden: 'geen toestemming' },
      { kolom: 'Opmerking', leeg: 'ja', reden: 'zonder tekst' },
    ];
    const row = { ...RIJ, Akkoord: 'ja' };
    const text = regels(row, { ...row, Nr: '2', Opmerking: ['x'] }, { ...row, Nr: '3', Akkoord: 'nee', Rol: ['Ouder'] });
    const result = await lees(text, { overslaan }, { partial: true }, 'reacties.ndjson');
    expect(result).toMatchObject({ toegevoegd: 1, afgewezen: 1, niet_verwerkt: 1 });
    expect(aside('reacties.ndjson').match(/"Nr":"\d"/g)).toEqual(['"Nr":"2"']);
  });

  test('leest van een lijst in JSON de platte records, en zet de andere apart', async () => {
    const text = JSON.stringify([RIJ, { ...RIJ, Nr: '2', Rol: {} }, 3]);
    const result = await lees(text, {}, { partial: true }, 'reacties.json');
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 1, afgewezen: 2, quarantaine: ['quarantaine/reacties.json'] });
    expect(JSON.parse(aside('reacties.json'))).toMatchObject([{ Nr: '2', Rol: {} }, 3]);
  });

  test('is een rij van NDJSON, ook als een kolom heet als een plaats', async () => {
    const kolom = 'V1 › regel 9, kolom q';
    const change = {
      waarneming: { id: KOPPELING.waarneming.id },
      waarnemingen: [
        { code: 'v1', tekst: { kolom } },
        { code: 'v2', tekst: { kolom: 'Opmerking' } },
      ],
    };
    const result = await lees(regels({ ...RIJ, Rol: 'Oudr', [kolom]: 'Goed.' }), change, { partial: true }, 'reacties.ndjson');
    expect(result).toMatchObject({ afgewezen: 2 });
    expect(JSON.stringify(result)).toContain('1 rij niet ingelezen, en met de reden gezet');
    expect(aside('reacties.ndjson')).toContain('Goed.');
  });

  test.each([
    ['Uitleg', false],
    ['Toetsingskader', false],
    ['Bronnen', false],
    ['Dossiers', false],
    ['Verborgen', true],
  ])('is een rij van het blad dat is gelezen, ook als dat %s heet', async (name, hidden) => {
    const column = (key: string) => ({ header: key, key, width: 10, kind: 'text' as const });
    const rows = [RIJ, { ...RIJ, Nr: '2', Rol: 'Oudr' }];
    const sheet = { name, rows, columns: Object.keys(RIJ).map(column), ...(hidden ? { hidden } : {}) };
    const sheets = [sheet, { name: 'Voorblad', rows: [{ a: 'x' }], columns: [column('a')] }];
    const { value } = await writeWorkbook({ title: 'x', date: '2026-06-18', sheets });
    const options = { koppeling: koppel(folder, { blad: name }), partial: true };
    const result = await ingest(folder, [deliver(folder, 'reacties.xlsx', value)], options);
    expect(result).toMatchObject({ toegevoegd: 1, afgewezen: 1, quarantaine: ['quarantaine/reacties.xlsx'] });
    const path = join(folder, 'werkdossier/quarantaine/reacties.xlsx');
    const { tables } = (await readWorkbookBytes(readFileSync(path), 'x')).value;
    expect(tables.map(({ sheet, rows: kept }) => [sheet, kept.map(({ cells }) => [cells.Nr, cells['tsd-levering']])])).toEqual([
      [name, [['2', 'reacties']]],
    ]);
  });
});

describe('een werkmap met een titel boven de tabel', () => {
  test('komt uit de quarantaine zoals zij erin ging', async () => {
    const names = ['Nr', 'Rol', 'Datum', 'Gemeente', 'Opmerking'];
    const columns = names.map((name) => ({ header: name, key: name, width: 10, kind: 'text' as const }));
    const rows = [RIJ, { ...RIJ, Nr: '2', Rol: 'Oudr', Opmerking: '=1+1' }];
    const { value } = await writeWorkbook({ title: 'x', date: '2026-06-18', sheets: [{ name: 'Blad1', rows, columns }] });
    const file = deliver(folder, 'reacties.xlsx', value);
    const options = { koppeling: koppel(folder, { blad: 'Blad1', koprij: 1 }), partial: true };
    expect(await ingest(folder, [file], options)).toMatchObject({ toegevoegd: 1, afgewezen: 1 });
    const waarden = { Cliënt: 'burger', Ouder: 'naaste', Oudr: 'naaste' };
    const bron = { ...KOPPELING.bron, perspectief: { kolom: 'Rol', waarden } };
    const aside = join(folder, 'werkdossier/quarantaine/reacties.xlsx');
    const later = await ingest(folder, [aside], { koppeling: koppel(folder, { bron, blad: 'Blad1', koprij: 1 }) });
    expect(later).toMatchObject({ gelezen: 1, toegevoegd: 1, verdwenen: {} });
    expect(dossier().waarnemingen[1]).toMatchObject({ id: 'r-2', tekst: '=1+1', herkomst: [{ levering: 'reacties' }] });
  });
});

describe('elke tekst', () => {
  // What cannot be recorded anywhere (control characters, halves of characters) or is trimmed from a cell is left out here.
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter(
      (value) =>
        /^\S.*\S$/s.test(value) && !/[\0-\x1f\x7f-\x9f\ufeff]/.test(value) && !/\d{4}/.test(value) && !value.startsWith("'"),
    );

  test('blijft zoals zij was, in de tekst en onder extra', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 6 }), async (texts) => {
        const own = newOnderzoek();
        const rows = texts.map((value, index) => ({ Nr: String(index), Opmerking: value, Anders: value }));
        const result = await ingest(own, [deliver(own, 'r.csv', tabel(...rows))], { koppeling: koppel(own) });
        expect(result.meldingen.filter(({ severity }) => severity === 'error')).toEqual([]);
        const read = readOnderzoek(own).dossier.waarnemingen;
        expect(read.map(({ tekst, extra }) => [tekst, extra?.Anders])).toEqual(texts.map((value) => [value, value]));
      }),
      { numRuns: 15 },
    );
  });

  test('komt op hetzelfde neer, in welke volgorde de kolommen ook staan', async () => {
    const columns = [...Object.keys(RIJ), 'Leeftijd', 'Wijk'];
    const rows = [
      { ...RIJ, Leeftijd: '17', Wijk: 'Noord' },
      { ...RIJ, Nr: '2', Leeftijd: '18', Wijk: '' },
    ] as Record<string, string>[];
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(columns, { minLength: columns.length }), async (order) => {
        const own = newOnderzoek();
        const csv = [order.join(';'), ...rows.map((row) => order.map((name) => row[name]).join(';'))].join('\r\n');
        await ingest(own, [deliver(own, 'r.csv', csv)], { koppeling: koppel(own) });
        const { waarnemingen, bronnen } = readOnderzoek(own).dossier;
        const sorted = waarnemingen.map((item) => ({ ...item, extra: Object.entries(item.extra ?? {}).sort() }));
        seen.add(JSON.stringify([sorted, bronnen]));
      }),
      { numRuns: 8 },
    );
    expect(seen.size).toBe(1);
  });
});

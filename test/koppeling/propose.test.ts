import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { mapWaarnemingen } from '../../src/commands/waarnemingen/map.ts';
import { KNOWN_NAMES } from '../../src/koppeling/names.ts';
import { isPersonal } from '../../src/koppeling/persons.ts';
import { validate } from '../../src/schema/validate.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { csv, deliver, type Ingested, ingest, newOnderzoek, problems } from '../waarneming/onderzoek.ts';

/** Proposes a koppeling for a table, and gives its text and what is told. */
async function propose(folder: string, text: string, name = 'tabel.csv') {
  const out = join(folder, 'voorstel.yaml');
  const outcome = await mapWaarnemingen(folder, deliver(folder, name, text), { out });
  await run(() => ({ ...outcome, messages: [] }));
  return { out, yaml: readFileSync(out, 'utf8'), messages: outcome.messages ?? [] };
}

/** An onderzoek about fictiehove only. */
function oneGebied(): string {
  const folder = newOnderzoek();
  const plan = join(folder, 'onderzoek.yaml');
  writeFileSync(plan, readFileSync(plan, 'utf8').replace(/^ *- \{ id: voorbeelderdam.*\n/m, ''));
  return folder;
}

/** What the proposal says, as data that is valid against its schema. */
function valid(yaml: string) {
  const { value: source, diagnostics } = parseYaml(yaml, 'voorstel.yaml');
  expect(diagnostics).toEqual([]);
  if (!source) throw new Error('no YAML');
  const checked = validate('koppeling', source);
  expect(checked.diagnostics).toEqual([]);
  return checked.value;
}

const SIMPLE = [
  'Respondent;Ingevuld op;Gemeente;Hoedanigheid;Toelichting;Soort;Sentiment;Voornaam;Leeftijd',
  'R1;14-2-2026;Fictiehove;Cliënt;Ik wist het niet.;Interview;Negatief;Jan;17',
  'R2;1-3-2026 10:22;voorbeelderdam;burger;;gesprek;Gaat goed;Piet;18',
  '',
].join('\r\n');

describe('een voorgestelde koppeling', () => {
  test('herkent kolommen aan hun naam, en zegt wat elk woord wordt', async () => {
    const folder = newOnderzoek();
    const { yaml, messages } = await propose(folder, SIMPLE);
    expect(valid(yaml)).toEqual({
      formaat: 1,
      levering: 'tabel',
      overslaan: [{ kolom: 'Toelichting', leeg: 'ja', reden: 'zonder tekst' }],
      negeer: [{ kolom: 'Voornaam', reden: 'gaat over een persoon' }],
      bron: {
        id: { kolom: 'Respondent' },
        soort: { kolom: 'Soort', waarden: { Interview: 'gesprek', gesprek: 'gesprek' } },
        perspectief: { kolom: 'Hoedanigheid', waarden: { Cliënt: 'burger', burger: 'burger' } },
        datum: { kolom: 'Ingevuld op', datum: 'd-m-jjjj' },
        gebieden: { kolom: 'Gemeente', waarden: { Fictiehove: 'fictiehove', voorbeelderdam: 'voorbeelderdam' } },
      },
      waarneming: {
        id: { kolom: 'Respondent' },
        tekst: { kolom: 'Toelichting' },
        strekking: { kolom: 'Sentiment', waarden: { Negatief: 'kan beter', 'Gaat goed': 'gaat goed' } },
      },
    });
    expect(yaml).toContain('"Cliënt": "burger" # NAGAAN: aangenomen');
    expect(messages.slice(1, -1)).toEqual([
      'nagaan: soort, perspectief, strekking',
      'niet te lezen, want over personen: Voornaam',
      'niet gekoppeld, en bewaard onder extra: Leeftijd',
    ]);
  });

  test('werkt voor een eenvoudige tabel zonder wijziging', async () => {
    const folder = newOnderzoek();
    const { out } = await propose(folder, SIMPLE);
    expect(await ingest(folder, [join(folder, 'tabel.csv')], { koppeling: out })).toMatchObject({
      gelezen: 2,
      toegevoegd: 1,
      niet_verwerkt: 1,
    });
  });

  test('herkent kolommen aan hun waarden, en vragen aan hun tekst', async () => {
    const folder = newOnderzoek();
    const text = 'Kol1;Kol2;Hoe ging het; en nu?;Wat kan er beter?\r\n'.replace('Hoe ging het; en nu?', '"Hoe ging het; en nu?"');
    const { yaml, messages } = await propose(
      folder,
      `${text}Fictiehove;2/14/2026;Goed;Niets\r\nVoorbeelderdam;2/3/2026;Matig;Veel\r\n`,
    );
    const value = valid(yaml);
    expect(value?.bron).toMatchObject({
      id: { kolommen: ['Kol2', 'Kol1'], vooraf: 'tabel-' },
      datum: { kolom: 'Kol2', datum: 'm/d/jjjj' },
      gebieden: { kolom: 'Kol1' },
      soort: { vast: 'vragenlijst' },
    });
    expect(value?.waarnemingen).toEqual([
      { code: 'v1', tekst: { kolom: 'Hoe ging het; en nu?' }, item: { vast: 'gj-1' } },
      { code: 'v2', tekst: { kolom: 'Wat kan er beter?' } },
    ]);
    expect(messages).toContain('nog invullen: bron › perspectief');
    expect(yaml).toContain('# NOG INVULLEN: perspectief (kies uit: burger, naaste,');
  });

  test('laat een woord dat het niet kent open, zodat het bij inlezen wordt gemeld', async () => {
    const folder = newOnderzoek();
    const { out, yaml } = await propose(folder, SIMPLE.replace('Cliënt', 'Zomaar iemand'));
    expect(yaml).toContain('# "Zomaar iemand": ""');
    const { meldingen } = await ingest(folder, [join(folder, 'tabel.csv')], { koppeling: out });
    expect(problems({ meldingen } as Ingested)).toContain('koppeling/onbekende-waarde D2');
  });

  test('schrijft geen persoonsgegevens over, en zegt hoeveel woorden ontbreken', async () => {
    const text = SIMPLE.replace('Cliënt', 'mail jan.jansen@voorbeeld.example').replace('Negatief', 'bel 06-12345678');
    const more = `${text}R3;2-3-2026;Fictiehove;Cliënt, bsn 123456782;x;gesprek;Goed;An;3\r\nR4;2-3-2026;Fictiehove;mail piet@voorbeeld.example;x;gesprek;Goed;An;3\r\n`;
    const { yaml, messages } = await propose(newOnderzoek(), more);
    expect(yaml).not.toMatch(/jansen|piet@|12345678/);
    expect(yaml).toContain('# 3 woorden met persoonsgegevens staan hier niet');
    expect(yaml).toContain('# 1 woord met persoonsgegevens staat hier niet');
    expect(messages[1]).toMatch(/^nagaan: .*perspectief, strekking/);
  });

  test('zegt het als wat een id wordt, een naam lijkt', async () => {
    const note = '# NAGAAN: hierin lijken namen of zinnen te staan; ids komen in git, gebruik een code';
    const named = await propose(newOnderzoek(), SIMPLE.replace('R1', 'Anja de Vries'));
    expect(named.yaml).toContain(`bron:\n  ${note}\n  id: { kolom: "Respondent" }`);
    expect(named.yaml).toContain(`waarneming:\n  ${note}\n  id: { kolom: "Respondent" }`);
    expect((await propose(newOnderzoek(), SIMPLE.replace('R1', 'Resp 12'))).yaml).not.toContain(note);
  });

  test('twijfelt niet aan datums die als jaar-maand-dag zijn geschreven', async () => {
    const { yaml } = await propose(
      newOnderzoek(),
      SIMPLE.replace('14-2-2026', '2026-02-14').replace('1-3-2026 10:22', '2026-03-01'),
    );
    expect(yaml).toContain('datum: "jjjj-mm-dd"');
    expect(yaml).not.toContain('passen ook bij');
  });

  test('noemt een tweede vorm waarin datums ook kunnen zijn bedoeld', async () => {
    const { yaml } = await propose(newOnderzoek(), SIMPLE.replace('14-2-2026', '1/2/2026').replace('1-3-2026 10:22', '3/4/2026'));
    expect(yaml).toContain('# NAGAAN: de datums passen ook bij m/d/jjjj');
  });

  test('leest een tabel met onze eigen kolommen zoals zij zonder koppeling wordt gelezen', async () => {
    const text = csv({}, { id: 'a-2', strekking: 'kan beter' });
    const [plain, mapped] = [newOnderzoek(), newOnderzoek()];
    await ingest(plain, [deliver(plain, 'tabel.csv', text)]);
    const { out, yaml } = await propose(mapped, text);
    expect(Object.keys(valid(yaml)?.bron ?? {})).toEqual(
      expect.arrayContaining(['id', 'soort', 'perspectief', 'datum', 'gebieden']),
    );
    expect(await ingest(mapped, [join(mapped, 'tabel.csv')], { koppeling: out })).toMatchObject({ toegevoegd: 2 });
    const said = (of: string) =>
      readOnderzoek(of).dossier.waarnemingen.map(({ herkomst: _, extra: __, ...waarneming }) => waarneming);
    expect(said(mapped)).toEqual(said(plain));
    expect(readOnderzoek(mapped).dossier.bronnen).toEqual(readOnderzoek(plain).dossier.bronnen);
  });
});

/** A table of which only the first part of each proposed field is looked at: the columns that it comes from. */
async function columnsOf(header: string, ...rows: string[]) {
  const { yaml, messages } = await propose(newOnderzoek(), `${[header, ...rows].join('\r\n')}\r\n`);
  const value = valid(yaml);
  const fields = (part: object | undefined) =>
    Object.entries(part ?? {}).flatMap(([veld, { kolom, kolommen }]) => ((kolom ?? kolommen) ? [[veld, kolom ?? kolommen]] : []));
  const texts = value?.waarnemingen?.map(({ tekst }) => tekst?.kolom) ?? [value?.waarneming?.tekst?.kolom];
  return { bron: Object.fromEntries(fields(value?.bron)), texts, value, yaml, messages };
}

describe('een tabel zoals hij elders wordt bijgehouden', () => {
  test.each([
    ['Klachtnr', 'Omschrijving klacht', 'Datum ontvangst'],
    ['Respondentnr', 'Toelichting van de respondent', 'Invuldatum'],
    ['Zaak', 'Zaakomschrijving', 'Registratiedatum'],
    ['zaakId', 'Korte omschrijving', 'datum_melding'],
    ['Meldingsnummer', 'Meldingstekst', 'Meldingsdatum'],
    ['Ticket ID', 'Bericht', 'Datum aangemaakt'],
    ['Nummer van het dossier', 'Bevindingen inspecteur', 'Datum inzage'],
    ['Melding', 'Feitelijke beschrijving', 'Incidentdatum'],
  ])('met %s, %s en %s wordt herkend', async (nummer, tekst, datum) => {
    const { bron, texts } = await columnsOf(
      `${nummer};Status;${datum};${tekst}`,
      'K-1;open;1-2-2026;Er belde niemand terug.',
      'K-2;dicht;2-2-2026;Het ging daarna beter.',
    );
    expect(bron).toMatchObject({ id: nummer, datum });
    expect(texts).toEqual([tekst]);
  });

  test.each(['Weeknr', 'Artikelnummer', 'Status code', 'Teamnr'])('neemt %s niet voor een bron', async (name) => {
    const { bron } = await columnsOf(`${name};Toelichting`, '1;Het ging goed.', '2;Het ging niet goed.');
    expect(bron).toEqual({});
  });

  test('vraagt van een nummer dat het niet kent of het van een bron is', async () => {
    const { yaml } = await columnsOf('Polisnr;Toelichting', '1;Het ging goed.', '2;Het ging niet goed.');
    expect(yaml).toContain('# NAGAAN: is dit het nummer van waar het vandaan komt');
  });

  test('legt een enquête voor met elke vraag en de opmerking als een eigen waarneming', async () => {
    const { texts, value } = await columnsOf(
      'Respondentnr;Wist u de weg?;Ik voel me gehoord door de gemeente;Opmerking;Cijfer',
      '1;nee;oneens;Veel succes;7',
      '2;ja;eens;;8',
    );
    expect(texts).toEqual(['Wist u de weg?', 'Ik voel me gehoord door de gemeente', 'Opmerking']);
    expect(value?.bron?.soort).toEqual({ vast: 'vragenlijst' });
    expect(value?.overslaan).toBeUndefined();
  });

  test('neemt naast een klacht ook mee wat ermee is gedaan, maar geen onderwerp', async () => {
    const { texts, value } = await columnsOf(
      'Klachtnr;Omschrijving;Onderwerp;Afhandeling',
      'K1;Er belde niemand terug.;Bereikbaarheid;Er is een gesprek gevoerd met de melder en met het wijkteam.',
      'K2;Het duurde te lang.;Wachttijd;De aanvraag is alsnog met voorrang in behandeling genomen.',
    );
    expect(texts).toEqual(['Omschrijving', 'Afhandeling']);
    expect(value?.bron?.soort).toEqual({ vast: 'overig' });
  });

  test('vraagt bij een verschreven gemeente welke bedoeld is, ook als er geen enkele klopt', async () => {
    const { yaml, messages } = await columnsOf('Nr;Gemeente;Opmerking', '1;Fictihove;Het ging goed.', '2;Voorbelderdam;Nee.');
    expect(yaml).toContain('# "Fictihove": "fictiehove" # NAGAAN: bedoelt u "fictiehove"? haal dan het eerste hekje weg');
    expect(messages).toContain("nagaan bij gebieden: 'Voorbelderdam'; bedoelt u 'voorbeelderdam'?");
    expect(messages.find((line) => line.startsWith('niet gekoppeld'))).toBeUndefined();
  });

  test.each([
    ["Foto's", 'fotos/a.jpg', 'plan (1).pdf (het plan)', { kolom: "Foto's" }],
    ['Bijlagen', 'a.jpg; b.png', 'c.pdf', { kolom: 'Bijlagen', scheiding: ';' }],
    ['Bestand', 'a.jpg | b.png', '', { kolom: 'Bestand' }],
  ])('neemt onder %s de bestanden die bij een rij horen', async (kop, first, second, bijlagen) => {
    const { yaml, messages } = await propose(
      newOnderzoek(),
      `Nr;Gemeente;Opmerking;${kop}\n1;fictiehove;Het ging goed.;"${first}"\n2;fictiehove;Nee.;${second}\n`,
    );
    expect(valid(yaml)).toMatchObject({ waarneming: { bijlagen } });
    expect(messages.find((line) => line.startsWith('nagaan: '))).toContain('bijlagen');
  });

  test.each(['https://voorbeeld.nl/a.jpg', 'ja', 'Zie de map a.jpg en b.jpg; c'])(
    'neemt geen kolom Foto voor bestanden waarin %s staat',
    async (text) => {
      const { yaml } = await propose(newOnderzoek(), `Nr;Gemeente;Opmerking;Foto\n1;fictiehove;Het ging goed.;"${text}"\n`);
      expect(yaml).not.toContain('bijlagen');
    },
  );

  test('zet bestanden bij de bron als een rij meer waarnemingen wordt', async () => {
    const { yaml } = await propose(
      newOnderzoek(),
      'Nr;Gemeente;Hoe ging het?;Wat kan er beter?;Foto\n1;fictiehove;Goed.;Niets.;a.jpg\n',
    );
    expect(valid(yaml)).toMatchObject({ bron: { bijlagen: { kolom: 'Foto' } } });
  });

  test('neemt ook in een onderzoek van één gebied de gemeenten van een kolom Gemeente, zodat geen rij van elders meegaat', async () => {
    const folder = oneGebied();
    const { yaml, messages } = await propose(folder, 'Nr;Gemeente;Opmerking\n1;Gem. FH;Het ging goed.\n2;Elders;Nee.\n');
    expect(valid(yaml)).toMatchObject({ bron: { gebieden: { kolom: 'Gemeente' } } });
    expect(messages.find((line) => line.startsWith('nog invullen: '))).toContain('2 van de waarden bij gebieden');
  });

  test('neemt in een onderzoek van één gebied een kolom met plaatsen daarbinnen niet voor het gebied', async () => {
    const { yaml } = await propose(oneGebied(), 'Nr;Wijk;Opmerking\r\n1;Noord;Het ging goed.\r\n2;Zuid;Nee.\r\n');
    expect(valid(yaml)?.bron?.gebieden).toEqual({ vast: 'fictiehove' });
    expect(yaml).toContain("# NAGAAN: elke rij geldt als 'fictiehove', wat er ook in kolom 'Wijk' staat");
  });

  test('kent een gemeente ook aan haar code, en wie sprak aan de kolom Respondent', async () => {
    const { value } = await columnsOf(
      'Gespreksnr;Gemeentecode;Respondent;Citaat?;Opmerking',
      '1;VB0001;jongere;ja;Het ging goed.',
      '2;VB0003;ouder;nee;Het ging niet.',
    );
    expect(value?.bron?.gebieden).toMatchObject({ waarden: { VB0001: 'voorbeelderdam' } });
    expect(value?.bron?.perspectief).toMatchObject({ kolom: 'Respondent' });
    expect(value?.waarneming).toMatchObject({ citeerbaar: { kolom: 'Citaat?' }, tekst: { kolom: 'Opmerking' } });
  });

  test('noemt een veld dat moet worden nagegaan één keer', async () => {
    const { messages } = await columnsOf('Respondent;Opmerking', 'Anja de Vries;Het ging goed.', 'Bea Bos;Het ging niet.');
    expect(messages.find((line) => line.startsWith('nagaan:'))).toBe('nagaan: id, soort');
  });
});

describe('een tabel met willekeurige kolommen', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) =>
      text
        .replace(/[\0-\x1f\x7f-\x9f\ufeff]/g, 'x')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(
      (text) =>
        text !== '' &&
        !/\d{3}/.test(text) &&
        !isPersonal(text) &&
        !KNOWN_NAMES.includes(text.toLowerCase()) &&
        !text.endsWith('?') &&
        !/^['=+@-]/.test(text),
    );
  const names = fc.uniqueArray(fc.oneof(name, fc.constantFrom('constructor', 'toString', 'levering', 'reden')), {
    minLength: 1,
    maxLength: 6,
    selector: (text) => text.toLowerCase(),
  });

  test('krijgt een geldig voorstel waarmee elke rij wordt ingelezen', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (others) => {
        const folder = newOnderzoek();
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const header = ['Nr', 'Datum', 'Gemeente', 'Rol', 'Opmerking', ...others];
        const rows = ['1', '2'].map((nr) => [
          nr,
          '14-2-2026',
          'Fictiehove',
          'Ouder',
          'Het ging goed.',
          ...others.map((_, at) => `w${at}`),
        ]);
        const text = [header, ...rows].map((cells) => cells.map(quote).join(';')).join('\r\n');
        const { out, yaml } = await propose(folder, text);
        valid(yaml);
        const result = await ingest(folder, [join(folder, 'tabel.csv')], { koppeling: out });
        expect(result.meldingen.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(result.toegevoegd).toBe(2);
      }),
      { numRuns: 25 },
    );
  });
});

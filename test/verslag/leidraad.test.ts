import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { leidraden } from '../../src/formulier/leidraad.ts';
import { verslagForm } from '../../src/formulier/verslag-form.ts';
import { writeWord } from '../../src/word/write.ts';
import { deliver, ingest, newOnderzoek, problems } from '../waarneming/onderzoek.ts';
import { alinea, type Filling, fillIn } from '../word/fill.ts';
import { bronnen, filesIn, said, waarnemingen } from './verslag.ts';

const SCOPE = { gebieden: [], respondenttypen: ['jongere'], levering: 'noord' };
const BRON = { Nummer: '1', Datum: '14-2-2026', Gebied: 'Fictiehove', Casus: 'c01' };
const ID = 'noord-jongere-1';
const NOTES = ['Ze begonnen pas toen ik 17 was.', 'Mijn mentor begon erover.'];

const leeg = await formOf('leidraad');

async function formOf(kind: 'leidraad' | 'verslag'): Promise<Uint8Array> {
  const { dossier } = readOnderzoek(newOnderzoek());
  const [form] = kind === 'verslag' ? [verslagForm(dossier, SCOPE)] : leidraden(dossier, SCOPE);
  return writeWord((form ?? expect.unreachable()).spec);
}

/** Delivers copies of the empty guide, each filled in, and reads them in together. */
function read(copies: Readonly<Record<string, Filling>>, folder = newOnderzoek(), options: Parameters<typeof ingest>[2] = {}) {
  const files = Object.entries(copies).map(([name, filling]) => deliver(folder, name, fillIn(leeg, filling)));
  return ingest(folder, files, options);
}

const filled = (alineas: readonly string[], more: Filling = {}): Filling => ({ bron: BRON, vakken: { 1: alineas }, ...more });

describe('wat in een gespreksleidraad is geschreven', () => {
  test('wordt per alinea een waarneming, met het item, zijn indicatoren en het gebied van de bron', async () => {
    const folder = newOnderzoek();
    const result = await read({ 'a.docx': filled(NOTES) }, folder);
    expect(result).toMatchObject({ gelezen: 2, toegevoegd: 2 });
    expect(bronnen(folder)).toEqual([
      {
        id: ID,
        soort: 'gesprek',
        perspectief: 'burger',
        respondenttype: 'jongere',
        datum: '2026-02-14',
        casus: 'c01',
        gebieden: ['fictiehove'],
      },
    ]);
    const place = { levering: ID, bestand: 'a.docx' };
    const same = { bron: ID, gebied: 'fictiehove', indicatoren: ['eigen/voorbereid/op-tijd'], item: 'gj-1' };
    expect(waarnemingen(folder, ID).map(({ id: _, ...rest }) => rest)).toEqual([
      { ...same, tekst: NOTES[0], alinea: '1', herkomst: [{ ...place, plaats: 'gj-1 › alinea 1' }] },
      { ...same, tekst: NOTES[1], alinea: '2', herkomst: [{ ...place, plaats: 'gj-1 › alinea 2' }] },
    ]);
  });

  test('in het laatste vak is nog zonder indicator', async () => {
    const folder = newOnderzoek();
    const result = await read({ 'a.docx': { bron: BRON, vakken: { overig: ['De wachtkamer was druk.'] } } }, folder);
    expect(result.ongecodeerd).toHaveLength(1);
    expect(waarnemingen(folder, ID)).toMatchObject([{ indicatoren: [], tekst: 'De wachtkamer was druk.' }]);
  });

  test('buiten de vakken wordt genoemd en geteld als niet verwerkt', async () => {
    const edit = (xml: string) => xml.replace('</w:body>', `${alinea('Los onderaan.')}</w:body>`);
    const result = await read({ 'a.docx': filled(NOTES, { edit }) });
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 2, niet_verwerkt: 1 });
    expect(said(result)).toContain('leidraad/buiten-vak | alinea 3 | ‘Los onderaan.’ staat in geen vak; het is niet ingelezen');
  });

  test('telt ook als iemand de vraag in het vak herhaalt', async () => {
    const result = await read({ 'a.docx': filled(['1. Hoe ging het; en nu?', 'Goed.']) });
    expect(result).toMatchObject({ gelezen: 2, toegevoegd: 2 });
  });

  test('is het antwoord, als het een van de vaste antwoorden van de vraag is', async () => {
    const folder = newOnderzoek();
    const path = join(folder, 'instrumenten.yaml');
    deliver(
      folder,
      'instrumenten.yaml',
      readFileSync(path, 'utf8').replace('soort: vraag,', 'soort: dossieritem, antwoorden: [goed, slecht],'),
    );
    await read({ 'a.docx': filled(['  Goed ', 'Ze waren er vroeg bij.']) }, folder);
    const [first, second] = waarnemingen(folder, ID);
    expect(first).toMatchObject({ item: 'gj-1', antwoord: 'goed', tekst: 'Goed' });
    expect(second).not.toHaveProperty('antwoord');
  });

  test('met een burgerservicenummer wordt geweigerd', async () => {
    expect(problems(await read({ 'a.docx': filled(['Zijn bsn is 123456782.']) }))).toContain('privacy/bsn 1');
  });
});

describe('een opmerking in een gespreksleidraad', () => {
  const comments = (text: string) =>
    `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="9" w:author="A. Codeur"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment></w:comments>`;
  const around = (text: string) => (xml: string) =>
    xml.replace(
      new RegExp(`<w:r><w:t xml:space="preserve">${text}`),
      (run) =>
        `<w:commentRangeStart w:id="9"/>${run.replace(text, '')}${text}</w:t></w:r><w:commentRangeEnd w:id="9"/><w:r><w:t>`,
    );
  const coded = (part: string, code: string) =>
    filled(NOTES, { edit: around(part), parts: { 'word/comments.xml': comments(code) } });

  test('vult aan wat bij de alinea hoort, en gaat voor wat het formulier zegt', async () => {
    const folder = newOnderzoek();
    await read({ 'a.docx': coded('Mijn mentor begon erover.', 'samen/regie; goed') }, folder);
    expect(waarnemingen(folder, ID)).toMatchObject([
      { indicatoren: ['eigen/voorbereid/op-tijd'], item: 'gj-1' },
      { indicatoren: ['eigen/samen/regie'], item: 'gj-1', strekking: 'gaat goed', codeurs: [{ naam: 'A. Codeur' }] },
    ]);
  });

  test('bij een deel van een alinea maakt er een waarneming naast', async () => {
    const folder = newOnderzoek();
    await read({ 'a.docx': coded('Mijn mentor', 'goed') }, folder);
    expect(waarnemingen(folder, ID).map(({ tekst, alinea: where }) => [where, tekst])).toEqual([
      ['1', NOTES[0]],
      ['2', 'Mijn mentor'],
      ['2', NOTES[1]],
    ]);
  });
});

describe('dezelfde gespreksleidraad nog eens', () => {
  const again = async (alineas: readonly string[], name = 'a.docx', options = {}) => {
    const folder = newOnderzoek();
    await read({ 'a.docx': filled(NOTES) }, folder);
    return read({ [name]: filled(alineas) }, folder, options);
  };

  test('is ongewijzigd, ook onder een andere naam', async () => {
    expect(await again(NOTES, 'b.docx')).toMatchObject({ gelezen: 2, ongewijzigd: 2 });
  });

  test('verder ingevuld voegt toe, en een verbeterde alinea is gewijzigd', async () => {
    const result = await again([NOTES[0] ?? '', 'Mijn mentor begon erover in maart.', 'Dat was op tijd.']);
    expect(result).toMatchObject({ gelezen: 3, toegevoegd: 1, gewijzigd: 1, ongewijzigd: 1 });
  });

  test('zonder een alinea merkt die als verdwenen', async () => {
    const result = await again([NOTES[0] ?? '']);
    expect(result).toMatchObject({ gelezen: 1, ongewijzigd: 1 });
    expect(problems(result)).toContain('verslag/tekst-weg');
  });

  test('met andere tekst in een ander bestand is misschien een ander gesprek', async () => {
    const result = await again(['Iets heel anders.'], 'b.docx');
    expect(result.meldingen.find(({ code }) => code === 'verslag/tekst-weg')).toMatchObject({
      severity: 'error',
      help: expect.stringContaining('geef het dan een eigen nummer'),
    });
    expect(await again(['Iets heel anders.'], 'b.docx', { vervang: true })).toMatchObject({ toegevoegd: 1 });
  });

  const MORE = ['Er was een plan met doelen.', 'De school belde elke week.', 'Ja.'];
  test.each<[string, string[], string[]]>([
    ['met een enkele aantekening', NOTES.slice(0, 1), ['Iets heel anders dan daar.']],
    ['met geen enkele alinea gelijk', NOTES, ['Iets heel anders.', 'En nog iets.']],
    ['met alleen een kort antwoord gelijk', [...NOTES, ...MORE], ['Ja.', 'Iets heel anders.', 'En nog iets.']],
    ['met minder dan de helft gelijk', [...NOTES, ...MORE], [NOTES[0] ?? '', 'Iets heel anders.', 'En nog iets.']],
  ])('%s is ook in een bestand met dezelfde naam misschien een ander gesprek', async (_, before, after) => {
    const folder = newOnderzoek();
    await read({ 'a.docx': filled(before) }, folder);
    const result = await read({ 'a.docx': filled(after) }, folder);
    expect(result).toMatchObject({ toegevoegd: 0 });
    expect(result.meldingen.filter(({ severity }) => severity === 'error')).toContainEqual(
      expect.objectContaining({ help: expect.stringMatching(/eigen nummer.*--vervang/) }),
    );
    expect(waarnemingen(folder, ID).map(({ tekst, verdwenen }) => [tekst, verdwenen])).toEqual(
      before.map((tekst) => [tekst, undefined]),
    );
    await read({ 'a.docx': filled(after) }, folder, { vervang: true });
    expect(waarnemingen(folder, ID).filter(({ verdwenen }) => verdwenen === undefined)).toHaveLength(after.length);
  });

  test('in het veld voor een antwoord moet een van de vaste antwoorden zijn', async () => {
    const folder = newOnderzoek();
    const path = join(folder, 'instrumenten.yaml');
    const asked = 'soort: dossieritem, antwoorden: [goed, slecht],';
    deliver(folder, 'instrumenten.yaml', readFileSync(path, 'utf8').replace('soort: vraag,', asked));
    const [form] = leidraden(readOnderzoek(folder).dossier, SCOPE);
    const empty = await writeWord((form ?? expect.unreachable()).spec);
    const chosen = (text: string) => fillIn(empty, { bron: BRON, edit: (xml) => chooseAnswer(xml, text) });
    const result = await ingest(folder, [deliver(folder, 'a.docx', chosen('slech'))]);
    expect(result).toMatchObject({ toegevoegd: 0, afgewezen: 1 });
    expect(said(result)).toContain("waarneming/onbekend-antwoord | alinea 1 | 'slech' bestaat niet; bedoelt u 'slecht'?");
    expect(result.meldingen.at(-1)?.help).toBe('kies uit: goed, slecht');
    await ingest(folder, [deliver(folder, 'a.docx', chosen('slecht'))]);
    expect(waarnemingen(folder, ID)).toMatchObject([{ antwoord: 'slecht', tekst: 'slecht' }]);
  });

  test('met een vast antwoord gelijk is nog geen hetzelfde gesprek', async () => {
    const folder = newOnderzoek();
    const path = join(folder, 'instrumenten.yaml');
    const long = 'ja, en op tijd begonnen';
    const asked = `soort: dossieritem, antwoorden: ["${long}"],`;
    deliver(folder, 'instrumenten.yaml', readFileSync(path, 'utf8').replace('soort: vraag,', asked));
    await read({ 'a.docx': filled([long, ...NOTES.slice(0, 1)]) }, folder);
    expect(waarnemingen(folder, ID)[0]).toHaveProperty('antwoord', long);
    expect(problems(await read({ 'a.docx': filled([long, 'Heel anders.']) }, folder)).join()).toContain('verslag/tekst-weg');
  });

  test('verder ingevuld na --vervang vraagt niet nog eens', async () => {
    const folder = newOnderzoek();
    await read({ 'a.docx': filled(NOTES) }, folder);
    await read({ 'b.docx': filled(MORE) }, folder, { vervang: true });
    expect(await read({ 'b.docx': filled([...MORE.slice(0, 2), 'En nog iets.']) }, folder)).toMatchObject({ toegevoegd: 1 });
  });
});

describe('kopieën van een gespreksleidraad', () => {
  const second: Filling = { bron: { ...BRON, Nummer: '2', Casus: 'c02' }, vakken: { 1: ['Heel anders.'] } };

  test('met een eigen nummer zijn elk een bron en een levering: wat in de een staat, verdwijnt niet uit de ander', async () => {
    const folder = newOnderzoek();
    await read({ 'a.docx': filled(NOTES) }, folder);
    expect(await read({ 'b.docx': second }, folder)).toMatchObject({ gelezen: 1, toegevoegd: 1, verdwenen: {} });
    expect(bronnen(folder).map(({ id }) => id)).toEqual([ID, 'noord-jongere-2']);
    expect(waarnemingen(folder, ID).every(({ verdwenen }) => verdwenen === undefined)).toBe(true);
  });

  test('met hetzelfde nummer worden samen geweigerd', async () => {
    const same = { ...second, bron: BRON };
    const result = await read({ 'a.docx': filled(NOTES), 'b.docx': same });
    expect(result).toMatchObject({ toegevoegd: 0 });
    expect(problems(result)).toContain('verslag/twee-versies');
    const other = { ...second, bron: { ...BRON, Casus: 'c02' } };
    expect(problems(await read({ 'a.docx': filled(NOTES), 'b.docx': other }))).toContain('waarneming/bron-anders');
  });

  test('zonder nummer worden geweigerd, met wat te doen', async () => {
    const { Nummer: _, ...rest } = BRON;
    const result = await read({ 'a.docx': { bron: rest, vakken: { 1: NOTES } } });
    expect(result.meldingen).toContainEqual(
      expect.objectContaining({ code: 'verslag/geen-nummer', help: expect.stringMatching(/^vul 1, 2, 3/) }),
    );
  });
});

describe('een gespreksleidraad', () => {
  test('waarin alleen de tabel bovenaan is ingevuld, geeft een waarschuwing', async () => {
    const result = await read({ 'a.docx': { bron: BRON } });
    expect(said(result)).toContain('leidraad/lege-vakken | de tabel bovenaan is ingevuld, maar in geen enkel vak staat iets');
  });

  test('waarin niets is ingevuld, geeft een waarschuwing', async () => {
    expect((await read({ 'a.docx': {} })).meldingen).toMatchObject([{ code: 'waarneming/niets-ingevuld', severity: 'warning' }]);
  });

  test('van een ander onderzoek wordt geweigerd', async () => {
    const folder = newOnderzoek();
    const path = join(folder, 'onderzoek.yaml');
    deliver(folder, 'onderzoek.yaml', readFileSync(path, 'utf8').replace(/^id: .*$/m, 'id: een-ander'));
    expect(problems(await read({ 'a.docx': filled(NOTES) }, folder))).toContain('formulier/ander-onderzoek');
  });

  test('waaruit een programma de bladwijzers liet, is een fout; zonder eigenschappen wordt zij nog gelezen', async () => {
    const edit = (xml: string) => xml.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
    expect(problems(await read({ 'a.docx': filled(NOTES, { edit }) }))).toContain('leidraad/geen-vakken');
    const parts = { 'docProps/custom.xml': '<Properties xmlns="http://purl.oclc.org/ooxml/officeDocument/customProperties"/>' };
    const result = await read({ 'a.docx': { bron: BRON, vakken: { overig: NOTES }, parts } });
    expect(problems(result)).toContain('leidraad/vaste-tekst');
  });

  test('waarvan de levering een andere is dan --levering, wordt geweigerd', async () => {
    const result = await read({ 'a.docx': filled(NOTES) }, newOnderzoek(), { levering: 'zuid' });
    expect(problems(result)).toContain('waarneming/levering-verschilt');
  });

  test('is geen verslag, tenzij iemand er een status bij zet', async () => {
    const folder = newOnderzoek();
    await read({ 'a.docx': filled(NOTES) }, folder);
    expect(filesIn(folder, 'verslagen')).toEqual([]);
    const row =
      '<w:tr><w:tc><w:p><w:r><w:t>Status</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>akkoord</w:t></w:r></w:p></w:tc></w:tr>';
    await read({ 'a.docx': filled(NOTES, { edit: (xml) => xml.replace('</w:tbl>', `${row}</w:tbl>`) }) }, folder);
    expect(bronnen(folder)).toMatchObject([{ verslag: { status: 'akkoord', pad: `verslagen/${ID}.docx` } }]);
  });
});

describe('een leeg verslag', () => {
  const BODY = 'Wat de jongere vertelde.';

  test('hoort met hetzelfde nummer bij de bron van de gespreksleidraad', async () => {
    const folder = newOnderzoek();
    const edit = (xml: string) => xml.replace('<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>', alinea(BODY));
    const verslag = fillIn(await formOf('verslag'), {
      bron: { ...BRON, Status: 'voorgelegd', 'Status sinds': '1-3-2026' },
      edit,
    });
    await read({ 'a.docx': filled(NOTES) }, folder);
    const result = await ingest(folder, [deliver(folder, 'verslag.docx', verslag)]);
    expect(said(result)).toContain(`verslag/gelezen | bron '${ID}': 0 passages; 1 van de 1 alinea’s zonder code`);
    expect(bronnen(folder)).toMatchObject([{ verslag: { status: 'voorgelegd', datum: '2026-03-01' } }]);
  });

  test('waarin niets is ingevuld, geeft een waarschuwing', async () => {
    const folder = newOnderzoek();
    const result = await ingest(folder, [deliver(folder, 'verslag.docx', await formOf('verslag'))]);
    expect(problems(result)).toEqual(['waarneming/niets-ingevuld']);
  });
});

/** Types in the first field for an answer, as a program does that lets a person type there. */
function chooseAnswer(xml: string, text: string): string {
  const from = xml.lastIndexOf('<w:sdt>', xml.indexOf('w:val="antwoord 1"'));
  const typed = xml
    .slice(from)
    .replace('<w:showingPlcHdr/>', '')
    .replace(/(<w:sdtContent>.*?<w:t[^>]*>)[^<]*/, `$1${text}`);
  return xml.slice(0, from) + typed;
}

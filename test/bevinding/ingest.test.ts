import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conceptText, draftedIds, freeIds } from '../../src/bevinding/concept.ts';
import { deliveryOfYaml } from '../../src/bevinding/delivered.ts';
import { gatherMateriaal } from '../../src/bevinding/material.ts';
import { mergeBevindingen } from '../../src/bevinding/merge.ts';
import { deliveryOfWorkbook } from '../../src/bevinding/read-workbook.ts';
import type { Known } from '../../src/bevinding/resolve.ts';
import { conceptWorkbook, formOrigin } from '../../src/bevinding/workbook.ts';
import { editBevindingen } from '../../src/bevinding/write.ts';
import type { Dossier } from '../../src/onderzoek/dossier.ts';
import { toetsCriteria } from '../../src/onderzoek/toetsing.ts';
import type { BevindingenAanleveringBestand } from '../../src/schema/generated/types.ts';
import { validate } from '../../src/schema/validate.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import type { WorkbookSpec } from '../../src/tabel/sheet-spec.ts';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { readKlein } from '../oordeel/klein.ts';

const { dossier } = readKlein();

function knownOf({ onderzoek, toetsingskader, kaders, waarnemingen }: Dossier): Known {
  const criteria = toetsingskader ? toetsCriteria(toetsingskader.value, kaders) : [];
  return {
    gebieden: onderzoek.value.gebieden.map(({ id }) => id),
    indicatoren: criteria.flatMap(({ indicatoren }) => indicatoren),
    bronnen: new Map(),
    waarnemingen: new Map(waarnemingen.map((item) => [item.id, item])),
    vastleggers: ['igj'],
  };
}

/** What the schema says of one bevinding on this indicator. */
function schemaProblems(indicator: string): string[] {
  const text = `formaat: 1\ngebied: west\nbevindingen: [{ tekst: x, indicatoren: ["${indicator}"], steunt_op: ["waarneming:w-1"] }]\n`;
  const source = parseYaml(text, 'aanlevering.yaml').value;
  return source ? validate('bevindingen-aanlevering', source).diagnostics.map(({ message }) => message) : ['no YAML'];
}

function fromYaml(text: string): BevindingenAanleveringBestand {
  const source = parseYaml(text, 'aanlevering.yaml').value;
  const checked = source && validate('bevindingen-aanlevering', source);
  if (!checked?.value) throw new Error(JSON.stringify(checked?.diagnostics));
  return checked.value;
}

/** Takes a YAML delivery into the small onderzoek. */
function take(text: string, options: { replace?: boolean; into?: Dossier } = {}) {
  const source = parseYaml(text, 'aanlevering.yaml').value;
  if (!source) throw new Error('no YAML');
  const delivery = deliveryOfYaml({ file: 'aanlevering.yaml', path: 'aanlevering.yaml', source, value: fromYaml(text) });
  const into = options.into ?? dossier;
  const { value, diagnostics } = mergeBevindingen(into, [delivery], knownOf(into), options.replace);
  return { ...value, messages: diagnostics.map(({ code, pointer, message }) => `${code} ${pointer ?? ''} ${message}`) };
}

const head = 'formaat: 1\ngebied: west\nbevindingen:\n';

describe('bevindingen that are handed in', () => {
  test('are added, with whole references and an id that follows from the text', () => {
    const one = `${head}  - { tekst: Nieuw., indicatoren: [weten-waar], steunt_op: ["waarneming:w-1"] }\n`;
    const { taken, telling } = take(one);
    expect(telling).toMatchObject({ gelezen: 1, toegevoegd: 1 });
    expect(taken[0]?.bevinding).toMatchObject({
      id: expect.stringMatching(/^b-[0-9a-f]{12}$/),
      indicatoren: ['proef/toegang/weten-waar'],
    });
    expect(take(one).taken).toEqual(taken);
  });

  test('that stand there already change nothing', () => {
    const text = conceptText(gatherMateriaal(dossier, 'west'), dossier, undefined);
    expect(take(text)).toMatchObject({ taken: [], telling: { gelezen: 2, ongewijzigd: 2 }, messages: [] });
  });

  test('twice in one delivery are one', () => {
    const row = '  - { tekst: Nieuw., indicatoren: [weten-waar], steunt_op: ["waarneming:w-1"] }\n';
    expect(take(head + row + row).telling).toMatchObject({ gelezen: 2, toegevoegd: 1, samengevoegd: 1 });
  });

  test('may name their own bronnen instead of waarnemingen', () => {
    const text = `${head}  - { id: west-8, tekst: Elders., indicatoren: [afgestemd], bronnen: [{ soort: document, perspectief: gemeente, omschrijving: Nota }] }\n`;
    expect(take(text).telling).toMatchObject({ toegevoegd: 1 });
  });

  test.each([
    [
      'tekst: X., indicatoren: [weten-wie], steunt_op: ["waarneming:w-1"]',
      "bevinding/onbekende-indicator /bevindingen/0/indicatoren/0 'weten-wie' bestaat niet; bedoelt u 'weten-waar'?",
    ],
    [
      'tekst: X., indicatoren: [afgestemd], steunt_op: ["waarneming:w-11"]',
      "bevinding/onbekende-waarneming /bevindingen/0/steunt_op/0 waarneming 'w-11' bestaat niet; bedoelt u 'w-1'?",
    ],
    [
      'tekst: X., indicatoren: [afgestemd], steunt_op: ["waarneming:o-1"]',
      "bevinding/ander-gebied /bevindingen/0/steunt_op/0 waarneming 'o-1' gaat over oost, deze bevinding over west",
    ],
    ['tekst: X., indicatoren: [afgestemd]', 'bevinding/zonder-grond /bevindingen/0/steunt_op deze bevinding rust nergens op'],
    [
      'tekst: X., indicatoren: [afgestemd], steunt_op: ["waarneming:w-1"], weersproken_door: ["waarneming:w-1"]',
      "bevinding/voor-en-tegen /bevindingen/0/weersproken_door/0 waarneming 'w-1' steunt deze bevinding en spreekt haar tegen",
    ],
    [
      'tekst: X., indicatoren: [afgestemd], steunt_op: ["waarneming:w-1"], vastgelegd_door: ig',
      "bevinding/onbekende-vastlegger /bevindingen/0/vastgelegd_door 'ig' is geen inspectie of partner van dit onderzoek; bedoelt u 'igj'?",
    ],
    [
      'id: oost-1, tekst: X., indicatoren: [afgestemd], steunt_op: ["waarneming:w-1"]',
      "bevinding/id-in-ander-gebied /bevindingen/0/id bevinding 'oost-1' hoort al bij oost",
    ],
    [
      'id: west-1, tekst: X., indicatoren: [afgestemd], steunt_op: ["waarneming:w-1"]',
      "bevinding/id-andere-betekenis /bevindingen/0/id id 'west-1' hoort bij een andere bevinding, over proef/toegang/weten-waar",
    ],
  ])('%s is refused, and nothing is taken', (row, message) => {
    const good = '  - { tekst: Goed., indicatoren: [afgestemd], steunt_op: ["waarneming:w-2"] }\n';
    const { taken, telling, messages } = take(`${head}  - { ${row} }\n${good}`);
    expect(messages).toEqual([message]);
    expect(taken).toEqual([]);
    expect(telling).toMatchObject({ gelezen: 2, toegevoegd: 0, afgewezen: 1, niet_verwerkt: 1 });
  });
});

describe('a draft that comes back', () => {
  const draft = conceptText(gatherMateriaal(dossier, 'west'), dossier, undefined);
  const edited = draft.replace('De hulp is niet op elkaar afgestemd.', 'De hulp is zelden afgestemd.');
  const meanwhile = readKlein(['bevindingen/west.yaml', 'De hulp is niet op elkaar', 'De hulp is soms op elkaar']).dossier;

  test('changes what was changed in it', () => {
    expect(take(edited)).toMatchObject({ telling: { gewijzigd: 1, ongewijzigd: 1 }, messages: [] });
  });

  test('leaves alone what others changed and it did not', () => {
    expect(take(draft, { into: meanwhile })).toMatchObject({ taken: [], telling: { ongewijzigd: 2 } });
  });

  test('is refused where both sides changed the same bevinding, unless it is told to win', () => {
    expect(take(edited, { into: meanwhile }).messages).toEqual([
      "bevinding/botsing /bevindingen/1 bevinding 'west-2' is sinds het concept op twee plaatsen veranderd",
    ]);
    expect(take(edited, { into: meanwhile, replace: true }).telling).toMatchObject({ gewijzigd: 1, ongewijzigd: 1 });
  });

  test('says what was taken out of it, and keeps that', () => {
    const start = draft.indexOf('  - id: west-1');
    const without = draft.slice(0, start) + draft.slice(draft.indexOf('  - id: west-2'));
    expect(take(without)).toMatchObject({
      telling: { ongewijzigd: 1 },
      messages: ["bevinding/verdwenen  bevinding 'west-1' staat niet meer in dit bestand; zij blijft staan"],
    });
  });

  test('has ids for new bevindingen that were never used, also not by one that was taken out', () => {
    expect(freeIds(dossier, 'west', 2)).toEqual(['west-3', 'west-4']);
    const named = readKlein(['verbeterpunten.yaml', '"bevinding:west-1"', '"bevinding:west-1", "bevinding:west-7"']).dossier;
    expect(freeIds(named, 'west', 1)).toEqual(['west-8']);
    const written = draft.replace('  - id: west-2', '  - id: west-9');
    const source = parseYaml(written, 'c.yaml').value;
    if (!source) throw new Error('no YAML');
    const before = { file: 'c.yaml', path: 'c.yaml', source, value: fromYaml(written) };
    expect(freeIds(named, 'west', 1, draftedIds(before))).toEqual(['west-10']);
  });

  test('renewed keeps what the team wrote in it', () => {
    const source = parseYaml(edited, 'c.yaml').value;
    if (!source) throw new Error('no YAML');
    const before = { file: 'c.yaml', path: 'c.yaml', source, value: fromYaml(edited) };
    expect(conceptText(gatherMateriaal(dossier, 'west'), dossier, before)).toBe(edited);
    const other = gatherMateriaal({ ...dossier, waarnemingen: [] }, 'west');
    const renewed = fromYaml(conceptText(other, dossier, before));
    expect(renewed.bevindingen).toEqual(before.value.bevindingen);
    expect(renewed.ongecodeerd).toEqual([]);
  });
});

describe('writing', () => {
  test('changes only the bevinding concerned, and keeps the comments', () => {
    const [west] = dossier.bevindingen.filter(({ value }) => value.gebied === 'west');
    const [first] = west?.value.bevindingen ?? [];
    if (!west || !first) throw new Error('no west');
    const after = { ...first, tekst: 'Anders.' };
    const text = editBevindingen(west, [{ gebied: 'west', bevinding: after, before: first }]);
    expect(text).toBe(west.source.text.replace(first.tekst, 'Anders.'));
  });
});

describe('the workbook', () => {
  const materialen = ['west', 'oost'].map((gebied) => gatherMateriaal(dossier, gebied));
  const spec = conceptWorkbook(materialen, dossier);

  async function back(changed: WorkbookSpec, now = formOrigin(dossier)) {
    const { value, diagnostics } = await writeWorkbook(changed);
    const read = await readWorkbook(value);
    const delivery = deliveryOfWorkbook(read.value, 'form.xlsx', now);
    const merged = mergeBevindingen(dossier, [delivery.value], knownOf(dossier));
    return {
      ...merged.value,
      diagnostics: [...diagnostics, ...read.diagnostics, ...delivery.diagnostics, ...merged.diagnostics],
    };
  }

  /** The form with other rows in the sheet of bevindingen. */
  function withRows(change: (rows: Readonly<Record<string, string>>[]) => Readonly<Record<string, string>>[]): WorkbookSpec {
    return {
      ...spec,
      sheets: spec.sheets.map((sheet) => (sheet.name === 'Bevindingen' ? { ...sheet, rows: change([...sheet.rows]) } : sheet)),
    };
  }

  test('that comes back as it went out changes nothing', async () => {
    expect(await back(spec)).toMatchObject({ taken: [], telling: { gelezen: 4, ongewijzigd: 4 }, diagnostics: [] });
  });

  test('holds the material side by side', () => {
    const sheet = spec.sheets.find(({ name }) => name === 'Naast elkaar');
    expect(sheet?.rows[0]).toMatchObject({
      gebied: 'west',
      indicator: '1.1.1 Mensen weten waar zij terechtkunnen.',
      tegenspraak: 'gaat goed: professional (w-3)\nkan beter: burger (w-1), organisatie (w-4)',
      burger: 'w-1 (gesprek, kan beter)\nIk wist niet waar ik moest zijn.',
      professional: 'w-3 (gesprek, gaat goed)\nBewoners weten ons goed te vinden.',
    });
  });

  test('takes a row that was filled in, with numbers for indicatoren and bare ids', async () => {
    const filled = withRows((rows) =>
      rows.map((row) =>
        row.id === 'west-3'
          ? { ...row, tekst: 'Het duurt lang.', indicatoren: '1.1.2 | afgestemd', 'steunt op': 'w-4; waarneming:w-2' }
          : row,
      ),
    );
    const { taken, diagnostics } = await back(filled);
    expect(diagnostics).toEqual([]);
    expect(taken).toEqual([
      {
        gebied: 'west',
        bevinding: {
          id: 'west-3',
          tekst: 'Het duurt lang.',
          indicatoren: ['proef/toegang/snel-geholpen', 'proef/samenhang/afgestemd'],
          steunt_op: ['waarneming:w-4', 'waarneming:w-2'],
        },
      },
    ]);
  });

  test('takes several numbers in a cell, and a comma between ids as it takes a bar', async () => {
    const row = { id: 'west-3', gebied: 'west', tekst: 'Het duurt lang.', indicatoren: '1.1.2 | 1.1.1', 'steunt op': 'w-4, w-2' };
    const { taken, diagnostics } = await back(withRows((rows) => [...rows.filter(({ id }) => id !== row.id), row]));
    expect(diagnostics).toEqual([]);
    expect(taken[0]?.bevinding).toMatchObject({
      indicatoren: ['proef/toegang/snel-geholpen', 'proef/toegang/weten-waar'],
      steunt_op: ['waarneming:w-4', 'waarneming:w-2'],
    });
  });

  test('takes a strekking with a capital', async () => {
    const { taken, diagnostics } = await back(
      withRows((rows) => rows.map((row) => (row.id === 'west-1' ? { ...row, strekking: 'Gaat goed' } : row))),
    );
    expect([diagnostics, taken[0]?.bevinding.strekking]).toEqual([[], 'gaat goed']);
  });

  test('takes no bevinding out because its text was emptied, and says how to', async () => {
    const emptied = withRows((rows) => rows.map((row) => (row.id === 'west-1' ? { ...row, tekst: '' } : row)));
    const { diagnostics } = await back(emptied);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'bevinding/zonder-tekst', cell: { header: 'tekst' }, help: expect.stringContaining('tsd bevindingen withdraw') },
    ]);
  });

  test.each([
    ['een matrix', { formulier: 'matrix' }, 'tsd kader concretise'],
    ['een keuzelijst', { formulier: 'keuzelijst' }, 'tsd kader select'],
    ['een formulier voor waarnemingen', { levering: 'west' }, 'tsd waarnemingen ingest'],
  ])('is told apart from %s', async (what, properties, command) => {
    const { diagnostics } = await back({ ...spec, properties: { ...properties } });
    expect(diagnostics).toMatchObject([
      {
        code: 'formulier/ander-formulier',
        message: `dit is ${what}, geen werkdocument voor bevindingen`,
        help: expect.stringContaining(command),
      },
    ]);
  });

  test('of another onderzoek is refused, and of an older toetsingskader said to be so', async () => {
    const codes = async (now: ReturnType<typeof formOrigin>) => (await back(spec, now)).diagnostics.map(({ code }) => code);
    const here = formOrigin(dossier);
    expect(await codes({ ...here, onderzoek: 'ander' })).toEqual(['formulier/ander-onderzoek']);
    expect(await codes({ ...here, vingerafdruk: 'v1:nieuw' })).toEqual(['formulier/ouder']);
  });

  test('points at the cell of every mistake', async () => {
    const wrong = withRows((rows) => [
      { id: 'west-3', gebied: 'wst', tekst: 'Fout.', indicatoren: '1.1.9', 'steunt op': 'w-44', strekking: 'slecht' },
      ...rows,
    ]);
    const { diagnostics } = await back(wrong);
    expect(diagnostics.map(({ code, cell }) => `${code} ${cell?.sheet} ${cell?.column}${cell?.row}`)).toEqual([
      'schema/keuze Bevindingen E2',
      'bevinding/onbekend-gebied Bevindingen B2',
      'bevinding/onbekende-indicator Bevindingen C2',
      'bevinding/onbekende-waarneming Bevindingen F2',
    ]);
  });

  test('brings any text back as it was', async () => {
    const texts = fc
      .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      .filter((text) => text.trim() === text && text !== '');
    await fc.assert(
      fc.asyncProperty(texts, async (tekst) => {
        const filled = withRows((rows) => [
          ...rows,
          { id: 'west-99', gebied: 'west', tekst, indicatoren: '1.1.1', 'steunt op': 'w-1' },
        ]);
        const { taken } = await back(filled);
        expect(taken[0]?.bevinding.tekst).toBe(tekst);
      }),
      { numRuns: 25 },
    );
  });
});

describe('een indicator in YAML', () => {
  test('mag een nummer zijn, zoals in Excel', () => {
    const text =
      'formaat: 1\ngebied: west\nbevindingen:\n  - { tekst: Nieuw., indicatoren: ["1.1.2"], steunt_op: ["waarneming:w-1"] }\n';
    const file = { file: 'a.yaml', path: '/a.yaml', source: parseYaml(text, 'a.yaml').value, value: fromYaml(text) };
    if (!file.source) throw new Error('no YAML');
    const merged = mergeBevindingen(dossier, [deliveryOfYaml({ ...file, source: file.source })], knownOf(dossier));
    expect(merged.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(merged.value.taken[0]?.bevinding.indicatoren).toEqual(['proef/toegang/snel-geholpen']);
    expect(['2.1.3', 'E1.1', '1.1.1 proef/toegang/weten-waar', 'weten-waar'].flatMap(schemaProblems)).toEqual([]);
  });

  test('krijgt geen voorstel dat hetzelfde nummer is met andere tekens', () => {
    expect(schemaProblems('2,1,3')).toEqual(["'indicatoren': '2,1,3' heeft niet de goede vorm"]);
    expect(schemaProblems('Weten waar')).toEqual([
      "'indicatoren': 'Weten waar' heeft niet de goede vorm; bedoelt u 'weten-waar'?",
    ]);
  });
});

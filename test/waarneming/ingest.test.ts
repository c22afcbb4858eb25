import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csv, deliver, ingest, newOnderzoek, problems, ROW, snapshot } from './onderzoek.ts';

describe('wat er op een rij staat', () => {
  test.each([
    ['een onbekend gebied', { gebied: 'fictehove' }, 'waarneming/onbekend-gebied D2'],
    ['een gebied waar de bron niet over gaat', { gebied: 'voorbeelderdam' }, 'waarneming/ander-gebied D2'],
    ['een onbekende indicator', { indicator: 'op-tjd' }, 'waarneming/onbekende-indicator E2'],
    ['een onbekend item', { item: 'gj-2' }, 'waarneming/onbekend-item F2'],
    ['een lege tekst', { tekst: '' }, 'waarneming/zonder-tekst G2'],
    ['een onbekende strekking', { strekking: 'goed' }, 'waarneming/onbekende-strekking H2'],
    ['een onbekende factor', { 'verklarende factor': 'sturing | geld' }, 'waarneming/onbekende-factor I2'],
    ['iets anders dan ja of nee', { citeerbaar: 'misschien' }, 'waarneming/ja-of-nee K2'],
    ['een onbekende vastlegger', { 'vastgelegd door': 'igz' }, 'waarneming/onbekende-vastlegger L2'],
    ['een onbekende soort bron', { 'bron soort': 'praatje' }, 'waarneming/onbekende-bronsoort M2'],
    ['een onbekend respondenttype', { 'bron respondenttype': 'jongen' }, 'waarneming/onbekend-respondenttype O2'],
    ['een datum die niet bestaat', { 'bron datum': '30-2-2026' }, 'waarneming/datum P2'],
    ['een onbekende partij', { 'bron partij': 'gemeente-nergens' }, 'waarneming/onbekende-partij S2'],
    ['een bron zonder datum', { 'bron datum': '' }, 'waarneming/bron-onvolledig P2'],
    ['een id met een pad erin', { bron: '../b' }, 'waarneming/id C2'],
    ['een id met hoofdletters', { id: 'A-1' }, 'waarneming/id B2'],
    ['een burgerservicenummer in de tekst', { tekst: 'nummer 123456782' }, 'privacy/bsn G2'],
    ['een burgerservicenummer in een id', { id: 'a-123456782' }, 'privacy/bsn B2'],
    ['een burgerservicenummer in de omschrijving', { 'bron omschrijving': '123.456.782' }, 'privacy/bsn T2'],
    ['een besturingsteken', { tekst: 'a\u0007b' }, 'waarneming/besturingsteken G2'],
  ])('meldt %s, met de cel, en schrijft niets', async (_, change, expected) => {
    const folder = newOnderzoek();
    const file = deliver(folder, 'deel.csv', csv(change, { id: 'a-2', bron: 'b2' }));
    const before = snapshot(folder);
    const result = await ingest(folder, [file]);
    expect(problems(result)).toContain(expected);
    expect(JSON.stringify(result)).not.toMatch(/123456782|123\.456\.782/);
    expect(result).toMatchObject({ gelezen: 2, toegevoegd: 0, afgewezen: 1, niet_verwerkt: 1 });
    expect(snapshot(folder)).toEqual(before);
  });

  test('weigert een bron van een dag die nog moet komen, en waarschuwt bij een van lang geleden', async () => {
    const folder = newOnderzoek();
    const ingestOn = (datum: string, vandaag: string) =>
      ingest(folder, [deliver(folder, 'deel.csv', csv({ 'bron datum': datum }))], { vandaag, dryRun: true });
    const later = await ingestOn('15-2-2026', '2026-02-14');
    expect(problems(later)).toContain('waarneming/datum-later P2');
    expect(later.meldingen.map(({ message }) => message)).toContain('2026-02-15 moet nog komen: vandaag is het 2026-02-14');
    expect(later).toMatchObject({ toegevoegd: 0, afgewezen: 1 });
    expect(problems(await ingestOn('14-2-2026', '2026-02-14'))).toEqual([]);
    const early = await ingestOn('31-12-1989', '2026-02-14');
    expect([early.toegevoegd, problems(early)]).toEqual([1, ['waarneming/datum-vroeg P2']]);
  });

  test('stelt de dichtstbijzijnde indicator voor', async () => {
    const folder = newOnderzoek();
    const { meldingen } = await ingest(folder, [deliver(folder, 'deel.csv', csv({ indicator: 'voorbereid/optijd' }))]);
    expect(meldingen.map(({ message }) => message)).toContain(
      "'voorbereid/optijd' bestaat niet; bedoelt u 'voorbereid/op-tijd'?",
    );
  });

  test('leest geen tweede nummer over het hoofd', async () => {
    const folder = newOnderzoek();
    const { meldingen } = await ingest(folder, [deliver(folder, 'deel.csv', csv({ indicator: 'E1.1 en E2.1' }))]);
    expect(meldingen.map(({ message }) => message)).toContain(
      "'E1.1 en E2.1' noemt meer dan een indicator; zet er een streep (|) tussen",
    );
  });

  test.each([
    ['een volledige verwijzing', 'eigen/voorbereid/op-tijd', ['eigen/voorbereid/op-tijd']],
    ['een eenduidig einde', 'regie', ['eigen/samen/regie']],
    ['nummer en korte tekst', 'E1.1 Op tijd begonnen', ['eigen/voorbereid/op-tijd']],
    ['een nummer', 'E2.1', ['eigen/samen/regie']],
    ['een nummer met andere tekst', 'E1.1 Begin op tijd', ['eigen/voorbereid/op-tijd']],
    ['meer nummers', 'E2.1 | E1.1 Begin op tijd', ['eigen/voorbereid/op-tijd', 'eigen/samen/regie']],
    ['meer nummers, het eerste met tekst', 'E2.1 Regie; E1.1', ['eigen/voorbereid/op-tijd', 'eigen/samen/regie']],
    ['meer met een streep', 'regie | op-tijd', ['eigen/voorbereid/op-tijd', 'eigen/samen/regie']],
    ['meer met een puntkomma', 'op-tijd; regie', ['eigen/voorbereid/op-tijd', 'eigen/samen/regie']],
    ['meer op aparte regels, en dubbel', 'regie\nregie\nop-tijd', ['eigen/voorbereid/op-tijd', 'eigen/samen/regie']],
    ['niets', '', []],
  ])('neemt als indicator %s', async (_, indicator, expected) => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'deel.csv', csv({ indicator }))]);
    const text = readFileSync(join(folder, 'werkdossier/waarnemingen/b1.yaml'), 'utf8');
    for (const ref of expected) expect(text).toContain(ref);
    if (expected.length === 0) expect(text).toContain('indicatoren: []');
  });

  test('noemt wat nog geen indicator heeft, zonder het te weigeren', async () => {
    const folder = newOnderzoek();
    const result = await ingest(folder, [deliver(folder, 'deel.csv', csv({ indicator: '' }))]);
    expect(result).toMatchObject({ toegevoegd: 1, ongecodeerd: ['a-1'] });
    expect(problems(result)).toEqual(['waarneming/ongecodeerd']);
  });

  test('meldt een kolom die niet bestaat', async () => {
    const folder = newOnderzoek();
    const { meldingen } = await ingest(folder, [deliver(folder, 'deel.csv', csv({}).replace('strekking', 'strekkking'))]);
    expect(meldingen.map(({ message }) => message)).toContain("de kolom 'strekkking' bestaat niet; bedoelt u 'strekking'?");
  });
});

describe('een bron', () => {
  test('hoeft maar eenmaal te worden beschreven', async () => {
    const folder = newOnderzoek();
    const reference = Object.fromEntries(
      Object.keys(ROW)
        .filter((key) => key.startsWith('bron '))
        .map((key) => [key, '']),
    );
    const result = await ingest(folder, [
      deliver(folder, 'deel.csv', csv({ ...reference, id: 'a-0' }, {}, { ...reference, id: 'a-2' })),
    ]);
    expect(result).toMatchObject({ toegevoegd: 3 });
  });

  test('met andere kenmerken is een fout die beide plaatsen noemt', async () => {
    const folder = newOnderzoek();
    const result = await ingest(folder, [deliver(folder, 'deel.csv', csv({}, { id: 'a-2', 'bron datum': '15-2-2026' }))]);
    const [problem] = result.meldingen.filter(({ code }) => code === 'waarneming/bron-anders');
    expect(problem?.cell?.row).toBe(3);
    expect(problem?.message).toContain("datum '2026-02-15'");
    expect(problem?.related?.[0]).toMatchObject({ cell: { row: 2 }, message: "eerder: datum '2026-02-14'" });
  });

  test('met andere kenmerken dan in het werkdossier is een fout', async () => {
    const folder = newOnderzoek();
    await ingest(folder, [deliver(folder, 'een.csv', csv({}))]);
    const result = await ingest(folder, [deliver(folder, 'twee.csv', csv({ levering: 'twee', id: 'z-1', 'bron casus': 'c02' }))]);
    expect(problems(result)).toContain('waarneming/bron-anders 2');
    expect(result).toMatchObject({ gelezen: 1, afgewezen: 1 });
  });

  test('die niet bestaat wordt gemeld', async () => {
    const folder = newOnderzoek();
    const path = deliver(folder, 'deel.ndjson', '{"id":"x-1","bron":"b9","tekst":"Zonder bron."}\n');
    expect(problems(await ingest(folder, [path]))).toContain('waarneming/onbekende-bron 1');
  });
});

import { beforeEach, expect, test } from 'vitest';
import { deliver, ingest, newOnderzoek } from '../waarneming/onderzoek.ts';
import { KOPPELING, koppel, tabel } from './koppeling.ts';

let folder: string;
beforeEach(() => {
  folder = newOnderzoek();
});

/** The problems of a koppeling as “line:column code message”. */
async function wrong(change: object): Promise<string[]> {
  const { meldingen } = await ingest(folder, [deliver(folder, 'r.csv', tabel({}))], { koppeling: koppel(folder, change) });
  return meldingen.map(({ position, code, message }) => `${position?.line}:${position?.column} ${code} ${message}`);
}

const { bron, waarneming } = KOPPELING;

test('een vast woord en elk woord rechts bij waarden moet bij ons bestaan', async () => {
  const change = {
    bron: { ...bron, soort: { vast: 'vragenlyst' }, perspectief: { kolom: 'Rol', waarden: { 'Cliënt/x': 'burgr', Ouder: '' } } },
    waarneming: { ...waarneming, indicatoren: { vast: 'op-tyd | op-tijd' }, strekking: { vast: 'goed' } },
  };
  expect(await wrong(change)).toEqual([
    "8:11 waarneming/onbekende-bronsoort 'vragenlyst' bestaat niet; bedoelt u 'vragenlijst'?",
    "12:17 waarneming/onbekend-perspectief 'burgr' bestaat niet; bedoelt u 'burger'?",
    "26:11 waarneming/onbekende-indicator 'op-tyd' bestaat niet; bedoelt u 'op-tijd'?",
    "28:11 waarneming/onbekende-strekking 'goed' bestaat niet",
  ]);
});

test('zonder bron of tekst is er geen waarneming', async () => {
  expect(await wrong({ bron: { soort: bron.soort }, waarneming: { id: waarneming.id } })).toEqual([
    "4:3 koppeling/zonder-bron hier ontbreekt 'bron' met een 'id': waar komt dit vandaan?",
    "4:3 koppeling/bron-onvolledig bij deze bron ontbreken 'perspectief', 'datum', 'gebieden'",
    "7:3 koppeling/zonder-tekst hier ontbreekt 'tekst': wat is er gezegd, gelezen of gezien?",
  ]);
});

test('een code staat er eenmaal, en een kolom wordt gebruikt of genegeerd', async () => {
  const waarnemingen = [1, 2].map(() => ({ code: 'v1', tekst: { kolom: 'Opmerking' } }));
  expect(await wrong({ waarnemingen, negeer: [{ kolom: 'rol', reden: 'x' }] })).toEqual([
    "29:11 koppeling/dubbele-code de code 'v1' staat er twee keer",
    "33:12 koppeling/gebruikt-en-genegeerd de kolom 'rol' wordt gebruikt, en staat ook bij negeer",
  ]);
});

test('een veld komt van precies één plaats, en een datum heeft een vorm die wij kennen', async () => {
  const change = { bron: { ...bron, soort: { vast: 'gesprek', kolom: 'Rol' }, datum: { kolom: 'Datum', datum: 'd-m-jjj' } } };
  expect(await wrong(change)).toEqual([
    '8:5 schema/een-van hier hoort precies een van deze velden: vast of kolom of kolommen',
    "17:12 schema/keuze 'datum': 'd-m-jjj' kan niet; bedoelt u 'd-m-jjjj'?",
  ]);
});

test('een burgerservicenummer komt niet in een koppeling, en niet in de melding', async () => {
  const result = await wrong({ bron: { ...bron, id: { vast: '123456782' }, omschrijving: { vast: 'bsn 123456782' } } });
  expect(result.join('\n')).not.toContain('123456782');
  expect(result.map((line) => line.split(' ')[1])).toEqual(['privacy/bsn', 'privacy/bsn']);
});

test.each([
  ['de reden bij negeer', { negeer: [{ kolom: 'Leeftijd', reden: 'bsn 123456782' }] }],
  ['de reden bij overslaan', { overslaan: [{ kolom: 'Rol', leeg: 'ja', reden: 'bsn 123456782' }] }],
  ['de waarden bij overslaan', { overslaan: [{ kolom: 'Rol', waarden: ['bsn 123456782'], reden: 'x' }] }],
  ['de levering', { levering: '123456782' }],
  ['het blad', { blad: 'bsn 123456782' }],
  ['een woord links bij waarden', { bron: { ...bron, perspectief: { kolom: 'Rol', waarden: { 'bsn 123456782': 'burger' } } } }],
  ['de naam van een kolom', { waarneming: { ...waarneming, tekst: { kolom: 'bsn 123456782?' } } }],
])('elke tekst telt: een burgerservicenummer in %s', async (_, change) => {
  const result = await wrong(change);
  expect(result.filter((line) => line.includes('privacy/bsn'))).toHaveLength(1);
  expect(result.join('\n')).not.toContain('123456782');
});

test('een koppeling voor bevindingen is er geen voor waarnemingen', async () => {
  const veld = { kolom: 'Opmerking' };
  const change = { bron: undefined, waarneming: undefined, bevinding: { gebied: veld, indicatoren: veld, tekst: veld } };
  expect(await wrong(change)).toEqual([expect.stringContaining('koppeling/andere-soort deze koppeling is voor bevindingen')]);
});

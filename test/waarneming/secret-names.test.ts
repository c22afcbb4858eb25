import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { mapWaarnemingen } from '../../src/commands/waarnemingen/map.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { koppel, tabel } from '../koppeling/koppeling.ts';
import { qdpx } from '../refi/qdpx.ts';
import { BRON, VERSLAG } from '../verslag/verslag.ts';
import { docx } from '../word/docx.ts';
import { csv, deliver, type Ingested, ingest, newOnderzoek, ROW, snapshot } from './onderzoek.ts';

const BSN = '111222333';

let folder: string;
beforeEach(() => {
  folder = newOnderzoek();
});

const workbook = async (sheet: string, properties: Record<string, string> = {}) => {
  const columns = Object.keys(ROW).map((header) => ({ header, key: header, width: 18, kind: 'text' as const }));
  return (await writeWorkbook({ title: 'T', date: '2026-01-01', sheets: [{ name: sheet, rows: [ROW], columns }], properties }))
    .value;
};
const codes = ({ meldingen }: Ingested) => meldingen.map(({ code }) => code);
const isClean = (result: Ingested) => {
  expect(JSON.stringify(result)).not.toContain(BSN);
  expect(Object.values(snapshot(join(folder, 'werkdossier'))).join('')).not.toContain(BSN);
};

describe('een burgerservicenummer in een naam die wordt bewaard, houdt het inlezen tegen', () => {
  test('in de naam van een koppeling', async () => {
    const koppeling = koppel(folder, {}, `koppeling ${BSN}.yaml`);
    const result = await ingest(folder, [deliver(folder, 'x.csv', tabel({}))], { koppeling });
    expect(result.meldingen).toMatchObject([
      { code: 'privacy/bsn', message: expect.stringContaining('in de naam van deze koppeling') },
    ]);
    isClean(result);
  });

  test('in de naam van een blad, ook van een tabel van elders', async () => {
    const own = await ingest(folder, [deliver(folder, 'x.xlsx', await workbook(`An ${BSN}`))], { partial: true });
    expect(own.meldingen).toContainEqual(expect.objectContaining({ code: 'privacy/bsn', severity: 'error' }));
    isClean(own);
    const columns = ['Nr', 'Rol', 'Datum', 'Gemeente', 'Opmerking'].map((header) => ({
      header,
      key: header,
      width: 18,
      kind: 'text' as const,
    }));
    const rows = [{ Nr: '1', Rol: 'Cliënt', Datum: '14/2/2026', Gemeente: 'Fictiehove', Opmerking: 'Zo ging het.' }];
    const bytes = (await writeWorkbook({ title: 'T', date: '2026-01-01', sheets: [{ name: `An ${BSN}`, rows, columns }] })).value;
    const other = await ingest(folder, [deliver(folder, 'y.xlsx', bytes)], { koppeling: koppel(folder) });
    expect(other.meldingen).toContainEqual(
      expect.objectContaining({ code: 'privacy/bsn', message: expect.stringContaining('in de naam van het blad') }),
    );
    isClean(other);
  });

  test('in de eigenschappen van een formulier', async () => {
    const bytes = await workbook('Waarnemingen', { levering: 'een', 'vooraf casus': BSN });
    const result = await ingest(folder, [deliver(folder, 'x.xlsx', bytes)], { partial: true });
    expect(codes(result)).toContain('privacy/bsn');
    isClean(result);
  });

  test.each([
    ['een memo', { rest: `<Notes><Note guid="n" name="N"><PlainTextContent>Bel ${BSN}</PlainTextContent></Note></Notes>` }],
    ['een omschrijving', { rest: `<Description>${BSN}</Description>` }],
    ['een kenmerk', { rest: `<Case guid="n" name="An ${BSN}"/>` }],
    ['de naam van een gebruiker', { rest: `<Users><User guid="n" name="An ${BSN}"/></Users>` }],
    ['een tekst zonder codes', { texts: { los: { text: `Zij is ${BSN}.`, selections: [] } } }],
    ['een tekst in het project zelf', { texts: { los: { text: `Zij is ${BSN}.`, selections: [], inline: true } } }],
  ])('in %s van een REFI-QDA-project', async (_, { rest = '', texts = {} }: { rest?: string; texts?: object }) => {
    await ingest(folder, [deliver(folder, 'b.csv', csv({}))]);
    const coded = { text: 'Het was laat.', selections: [{ start: 0, end: 12, codes: [{ code: 'E1.1' }] }] };
    const bytes = qdpx({ texts: { b1: coded, ...texts }, rest });
    const before = readdirSync(join(folder, 'werkdossier')).sort();
    const result = await ingest(folder, [deliver(folder, 'x.qdpx', bytes)]);
    expect(codes(result)).toContain('privacy/bsn');
    expect(readdirSync(join(folder, 'werkdossier')).sort()).toEqual(before);
    isClean(result);
  });
});

describe('een melding toont nooit een burgerservicenummer', () => {
  test('dat in de kop van een kolom staat', async () => {
    const result = await ingest(folder, [deliver(folder, 'x.csv', tabel({ [BSN]: 'x' }))], { koppeling: koppel(folder) });
    expect(result.meldingen.some(({ cell }) => cell?.header === '•••••••33')).toBe(true);
    isClean(result);
  });

  test('dat in de naam van een codeur staat', async () => {
    const comments = { ...VERSLAG.comments, 1: { text: 'bestaat-niet', author: `An ${BSN}` } };
    const result = await ingest(folder, [deliver(folder, 'v.docx', docx({ ...VERSLAG, bron: BRON, comments }))]);
    expect(result.meldingen.some(({ cell }) => cell?.header === 'opmerking van An •••••••33')).toBe(true);
    isClean(result);
  });

  test('dat in de naam staat van een bestand waarvoor een koppeling wordt voorgesteld', async () => {
    const shown: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = ((text: string) => shown.push(text) > 0) as typeof process.stderr.write;
    try {
      const out = join(folder, 'k.yaml');
      await run(() => mapWaarnemingen(folder, deliver(folder, `${BSN}.csv`, tabel({})), { out }));
      expect(readFileSync(out, 'utf8')).not.toContain(BSN);
    } finally {
      process.stderr.write = write;
      process.exitCode = 0;
    }
    expect(shown.join('')).toContain('--koppeling');
    expect(shown.join('')).not.toContain(BSN);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ingestWaarnemingen } from '../../src/commands/waarnemingen/ingest.ts';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { Stop } from '../../src/diagnostics/stop.ts';
import { exportText } from '../../src/formulier/exchange.ts';
import { create } from '../../src/formulier/versions.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { CSV_COLUMNS } from '../../src/waarneming/columns.ts';
import { qdpx } from '../refi/qdpx.ts';
import { csv, deliver, newOnderzoek, ROW } from './onderzoek.ts';

const BRON = { id: 'b1', soort: 'gesprek', perspectief: 'burger', datum: '2026-02-14', gebieden: ['fictiehove'] };
const TEKSTEN = ['Ze begonnen pas toen ik 17 was.', 'Eén "vast" adres;\nen dan?', '=1+1'];
const ROWS = TEKSTEN.map((tekst, index) => ({ ...ROW, id: `a-${index}`, tekst }));
const RECORDS = TEKSTEN.map((tekst, index) => ({ id: `a-${index}`, bron: 'b1', indicatoren: ['op-tijd'], tekst }));
const LINES = [{ ...BRON, soort_record: 'bron' }, ...RECORDS];
const FIRST = { nu: '2026-02-14T10:00:00.000Z', stempel: 'aaaaaa.1' };
const FORMULIER = {
  ...{ id: 'proef.team-a.0123456789ab', versie: '1', onderzoek: 'proef', levering: 'team-a' },
  vingerafdruk: `v1:${'0'.repeat(64)}`,
};
const { id, ...inhoud } = BRON;

/** A sound delivery in every form that is read, each with three waarnemingen. */
const SOUND: Readonly<Record<string, string | Uint8Array>> = {
  'x.csv': csv(...ROWS),
  'x.tsv': csv(...ROWS.map((row) => ({ ...row, tekst: row.tekst.replace(/[;\n]/g, ' ') }))).replaceAll(';', '\t'),
  'x.ndjson': LINES.map((record) => `${JSON.stringify(record)}\n`).join(''),
  'lijst.json': JSON.stringify(LINES, undefined, 1),
  'x.json': JSON.stringify({ formaat: 1, bronnen: [BRON], waarnemingen: RECORDS }, undefined, 1),
  'x.yaml': `formaat: 1\nbronnen:\n  - ${JSON.stringify(BRON)}\nwaarnemingen:\n${RECORDS.map((record) => `  - ${JSON.stringify(record)}\n`).join('')}`,
  'formulier.json': exportText(FORMULIER, {
    bronnen: [create(id, inhoud, FIRST)],
    waarnemingen: RECORDS.map(({ id: name, ...rest }) => create(name, rest, FIRST)),
  }),
};

/** Those that are read in a thread of their own, and so take longer. */
const IN_THREAD: Record<string, Uint8Array> = {
  'gesprek.docx': readFileSync(join(import.meta.dirname, '../verslag/fixtures/gesprek.docx')),
  'x.qdpx': qdpx({ texts: { b1: { text: 'Een tekst.', selections: [{ start: 0, end: 3, codes: [{ code: 'E1.1' }] }] } } }),
};
const columns = CSV_COLUMNS.map((header) => ({ key: header, header, width: 20, kind: 'text' as const }));

const TOKENS = [
  '"',
  ';',
  '\t',
  '\n',
  '\r',
  '\0',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '- ',
  '# ',
  '&a ',
  '*a',
];
const MORE = ['!!js ', '<<: ', '? ', '|\n', '"a', '\\', '\\u0000', '\\ud800', '1e999', 'null', '=cmd', '__proto__', '\xc3', '-1'];
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  take: fc.oneof(fc.nat(3), fc.nat(400)),
  put: fc.oneof(fc.constantFrom(...TOKENS, ...MORE), fc.string({ unit: 'binary', maxLength: 4 }), fc.constant('')),
  again: fc.boolean(),
});

/** Bytes with pieces taken out, put in or said twice. */
function damaged(
  sound: string | Uint8Array,
  changes: readonly { at: number; take: number; put: string; again: boolean }[],
): Buffer {
  let bytes = Buffer.from(sound);
  for (const { at, take, put, again } of changes) {
    const from = Math.floor(at * bytes.length);
    const taken = bytes.subarray(from, from + take);
    const between = again ? [taken, Buffer.from(put, 'latin1'), taken] : [Buffer.from(put, 'latin1')];
    bytes = Buffer.concat([bytes.subarray(0, from), ...between, bytes.subarray(from + take)]);
  }
  return bytes;
}

/** Reads a file as the command does, and checks that every row is accounted for; how many rows were read, and how many taken in. */
async function account(folder: string, path: string, partial: boolean): Promise<{ gelezen: number; in: number } | undefined> {
  const outcome = await ingestWaarnemingen(folder, [path], { bron: 'b1', partial, versie: '0.0.0' }).catch((cause: unknown) => {
    if (cause instanceof Stop) return undefined;
    throw cause;
  });
  if (!outcome) return undefined;
  const { gelezen = -1, ...fates } = outcome.data as Record<string, number>;
  const { toegevoegd = -1, gewijzigd = -1, ongewijzigd = -1, samengevoegd = -1, afgewezen = -1, niet_verwerkt = -1 } = fates;
  expect(gelezen).toBe(toegevoegd + gewijzigd + ongewijzigd + samengevoegd + afgewezen + niet_verwerkt);
  expect(outcome.files === undefined).toBe(hasErrors(outcome.diagnostics));
  const written = (outcome.files ?? []).filter(({ path: file }) => /werkdossier\/waarnemingen\//.test(file));
  const recorded = written.flatMap(({ content, path: file }) => {
    const { value: source } = parseYaml(String(content), file);
    return (source?.value as { waarnemingen: unknown[] } | undefined)?.waarnemingen ?? [];
  });
  expect(recorded).toHaveLength(outcome.files ? toegevoegd : 0);
  return { gelezen, in: recorded.length };
}

async function accountBoth(folder: string, name: string, bytes: string | Uint8Array) {
  const path = deliver(folder, name, bytes);
  const whole = await account(folder, path, false);
  // What is put aside was read as well.
  const partial = await account(folder, path, true);
  expect(partial?.gelezen).toBe(whole?.gelezen);
  return whole;
}

describe('een gehavende levering wordt geweigerd, of klopt tot op de laatste rij', () => {
  const folder = newOnderzoek();
  beforeAll(async () => {
    const sheets = [{ name: 'Waarnemingen', columns, rows: ROWS }];
    IN_THREAD['x.xlsx'] = (await writeWorkbook({ title: 'Proef', date: '2026-02-14', sheets })).value;
  });

  test.each(Object.entries(SOUND))('%s', async (name, sound) => {
    expect(await accountBoth(folder, name, sound)).toEqual({ gelezen: 3, in: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (changes) => {
        await accountBoth(folder, name, damaged(sound, changes));
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 25) },
    );
  });

  test.each(['x.xlsx', 'gesprek.docx', 'x.qdpx'])('%s', async (name) => {
    const sound = IN_THREAD[name] ?? '';
    await accountBoth(folder, name, sound);
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 2 }), async (changes) => {
        await accountBoth(folder, name, damaged(sound, changes));
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 5) },
    );
  });

  test('willekeurige bytes, onder welke naam ook', async () => {
    const names = [...Object.keys(SOUND), ...Object.keys(IN_THREAD), 'x.txt'];
    const start = fc.constantFrom(
      '',
      'PK\x03\x04',
      '%PDF',
      '{',
      '[',
      'formaat: 1\n',
      '\xff\xfe',
      '<!doctype html>',
      '\xd0\xcf\x11\xe0',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), start, fc.uint8Array({ maxLength: 3000 }), async (name, begin, bytes) => {
        const read = await accountBoth(folder, name, Buffer.concat([Buffer.from(begin, 'latin1'), bytes]));
        expect(read?.in ?? 0).toBe(0);
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 40) },
    );
  });
});

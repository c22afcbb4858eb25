import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseYaml, stringifyYaml } from '../../src/source/yaml.ts';
import { writeCsv } from '../../src/tabel/csv-write.ts';
import { readWorkbook } from '../../src/tabel/xlsx-read.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';
import { CSV_COLUMNS } from '../../src/waarneming/columns.ts';
import { copyKlein } from '../oordeel/klein.ts';
import { HOSTILE, rewriteExample } from './hostile.ts';
import { tsd } from './tsd.ts';

/** The formulas in the sheets of a workbook. */
function formulasIn(path: string): string[] {
  const sheets = Object.entries(unzipSync(readFileSync(path))).filter(([name]) => name.startsWith('xl/worksheets/'));
  return sheets.flatMap(
    ([, xml]) =>
      Buffer.from(xml)
        .toString()
        .match(/<f[ >][^<]*/g) ?? [],
  );
}

describe('vastgelegde tekst in een werkmap die tsd schrijft', () => {
  let example: string;
  beforeAll(() => {
    example = rewriteExample((index) => HOSTILE[index % HOSTILE.length] ?? '');
  }, 60_000);

  test.each([
    ['bevindingen', ['bevindingen', 'draft'], ['bevindingen', 'ingest'], /(\d+) bevindingen gelezen: \1 ongewijzigd/],
    ['keuzelijst', ['kader', 'select', '--format', 'xlsx'], ['kader', 'select', '--from'], /er verandert niets/],
    ['matrix', ['kader', 'concretise', '--format', 'xlsx'], ['kader', 'concretise', '--from'], /er verandert niets/],
  ])('is in de %s geen formule, en komt terug als zichzelf', (name, [noun = '', verb = '', ...flags], back, message) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'tsd-tabel-')), 'onderzoek');
    cpSync(example, folder, { recursive: true });
    const path = join(folder, `../${name}.xlsx`);
    expect(tsd([noun, verb, folder, ...flags, '--out', path])).toMatchObject({ code: 0 });
    expect(formulasIn(path)).toEqual([]);
    const [noun2 = '', verb2 = '', ...from] = back;
    const run = tsd([noun2, verb2, folder, ...from, path]);
    expect(run.stderr).toMatch(message);
    expect(run.code).toBe(0);
  });

  test('staat in het werkblad voor bevindingen woord voor woord', async () => {
    const path = join(example, '../alle.xlsx');
    expect(tsd(['bevindingen', 'draft', example, '--out', path]).code).toBe(0);
    const { value } = await readWorkbook(readFileSync(path));
    const cells = new Set(value.tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells))));
    expect(HOSTILE.filter((text) => !cells.has(text))).toEqual([]);
  });

  test.each(['xlsx', 'csv'])('is in het formulier (%s) geen formule', (format) => {
    const path = join(example, `../formulier.${format}`);
    expect(tsd(['waarnemingen', 'form', example, '--format', format, '--out', path]).code).toBe(0);
    if (format === 'xlsx') expect(formulasIn(path)).toEqual([]);
    else expect(readFileSync(path, 'utf8')).not.toMatch(/(?:^|;)"?[=+@-]/m);
  });
});

describe('vijandige tekst in een levering', () => {
  const rows = HOSTILE.map((tekst, index) => ({
    levering: 'vijandig',
    id: `v-${index}`,
    bron: 'v-bron',
    gebied: 'west',
    indicator: 'weten-waar',
    tekst,
    'bron soort': 'gesprek',
    'bron perspectief': 'burger',
    'bron datum': '2026-02-14',
    'bron gebieden': 'west',
  }));
  const records = rows.map(({ levering, id, bron, gebied, tekst }) => ({ levering, id, bron, gebied, tekst }));
  const bron = { id: 'v-bron', soort: 'gesprek', perspectief: 'burger', datum: '2026-02-14', gebieden: ['west'] };

  const workbook = async () => {
    const columns = CSV_COLUMNS.map((header) => ({ key: header, header, width: 20, kind: 'text' as const }));
    const sheets = [{ name: 'Waarnemingen', columns, rows }];
    return (await writeWorkbook({ title: 'Vijandig', date: '2026-02-14', sheets })).value;
  };

  test.each([
    ['csv', () => writeCsv(CSV_COLUMNS, rows)],
    ['xlsx', workbook],
    [
      'yaml',
      () => {
        const waarnemingen = records.map(({ levering: _, ...record }) => ({ ...record, indicatoren: [] }));
        return stringifyYaml({ formaat: 1, levering: 'vijandig', bronnen: [bron], waarnemingen });
      },
    ],
  ])('wordt uit %s ingelezen als zichzelf', async (extension, content) => {
    const folder = copyKlein();
    const path = join(folder, `../vijandig.${extension}`);
    writeFileSync(path, await content());
    const { code, stderr } = tsd(['waarnemingen', 'ingest', folder, path]);
    expect(stderr).toContain(`${HOSTILE.length} waarnemingen gelezen: ${HOSTILE.length} toegevoegd`);
    expect(code).toBe(0);
    expect(recorded(folder)).toEqual(HOSTILE.map((text) => text.trim()));
  });
});

/** The texts of the waarnemingen of the hostile bron, as they lie in the werkdossier. */
function recorded(folder: string): string[] {
  const path = join(folder, 'werkdossier/waarnemingen');
  const name = readdirSync(path).find((found) => found.startsWith('v-bron')) ?? '';
  const { value } = parseYaml(readFileSync(join(path, name), 'utf8'), name);
  const { waarnemingen } = (value as { value: unknown }).value as { waarnemingen: { tekst: string }[] };
  return waarnemingen.map(({ tekst }) => tekst);
}

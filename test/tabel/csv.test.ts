import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/tabel/csv-write.ts';
import { readAll } from './helpers.ts';

const codes = (diagnostics: { code: string }[]) => diagnostics.map((diagnostic) => diagnostic.code);

describe('readCsv', () => {
  it.each([
    ['puntkomma', 'bron;tekst\r\nb1;een, twee\r\n'],
    ['komma', 'bron,tekst\nb1,"een, twee"\n'],
    ['tab', 'bron\ttekst\nb1\teen, twee\n'],
    ['sep=', 'sep=|\r\nbron|tekst\r\nb1|een, twee\r\n'],
    ['oude Mac', 'bron;tekst\rb1;een, twee\r'],
    ['zonder regeleinde aan het slot', 'bron;tekst\nb1;een, twee'],
    ['BOM', '\uFEFFbron;tekst\nb1;een, twee\n'],
    ['spaties eromheen', ' bron ; tekst\n b1 ;een, twee \n'],
  ])('leest een bestand met %s', async (_, input) => {
    const { rows, diagnostics } = await readAll(input);
    expect(diagnostics).toEqual([]);
    expect(rows).toEqual([{ row: 2, cells: { bron: 'b1', tekst: 'een, twee' } }]);
  });

  it('geeft regeleinden en aanhalingstekens binnen een veld terug en telt records als rijen', async () => {
    const { rows } = await readAll('id;tekst\r\n1;"een\r\n""twee"""\r\n\r\n2;drie\r\n');
    expect(rows).toEqual([
      { row: 2, cells: { id: '1', tekst: 'een\n"twee"' } },
      { row: 4, cells: { id: '2', tekst: 'drie' } },
    ]);
  });

  it('laat lege cellen weg en houdt voorloopnullen', async () => {
    const { rows } = await readAll('code;naam\n0014;\n');
    expect(rows).toEqual([{ row: 2, cells: { code: '0014' } }]);
  });

  it('vindt de koptekst onder titelregels als de namen bekend zijn', async () => {
    const { rows, headers } = await readAll('Waarnemingen, gemeente\n\nBron;Tekst;Datum\nb1;x;y\n', {
      expected: ['tekst', 'bron'],
    });
    expect(headers).toEqual([
      { name: 'Bron', column: 'A' },
      { name: 'Tekst', column: 'B' },
      { name: 'Datum', column: 'C' },
    ]);
    expect(rows).toEqual([{ row: 4, cells: { Bron: 'b1', Tekst: 'x', Datum: 'y' } }]);
  });

  it('geeft hetzelfde, hoe de bytes ook zijn verdeeld', async () => {
    const input = writeCsv(
      ['a', 'b'],
      Array.from({ length: 500 }, (_, i) => ({ a: `é${i}`, b: `"regel"\n${'x'.repeat(i)}` })),
    );
    const whole = await readAll(input);
    for (const size of [1, 7, 1000]) expect((await readAll(input, {}, size)).rows).toEqual(whole.rows);
  });

  it('meldt een cel zonder kop met haar plaats', async () => {
    const { diagnostics } = await readAll('a;b\n1;2;\n1;2;3\n');
    expect(diagnostics).toMatchObject([{ code: 'tabel/cel-zonder-kop', cell: { row: 3, column: 'C' } }]);
  });

  it('meldt een dubbele kolom', async () => {
    const { diagnostics } = await readAll('a;b;a\n1;2;3\n');
    expect(diagnostics).toMatchObject([{ code: 'tabel/dubbele-kolom', cell: { row: 1, column: 'C', header: 'a' } }]);
  });

  it('meldt een aanhalingsteken dat niet sluit bij de rij waarin het begint', async () => {
    const { diagnostics } = await readAll('a;b\n1;2\n3;"vier\n5;6\n');
    expect(diagnostics).toMatchObject([{ code: 'tabel/aanhalingsteken-open', cell: { row: 3 } }]);
  });

  it('houdt op bij een open aanhalingsteken in een groot bestand', async () => {
    const { rows, diagnostics } = await readAll(`a;b\n1;2\n3;"vier\n${'regel;tekst\n'.repeat(2_000_000)}`);
    expect(diagnostics).toMatchObject([{ code: 'tabel/aanhalingsteken-open', cell: { row: 3 } }]);
    expect(rows).toHaveLength(1);
  });

  it('leest een cel van een megabyte', async () => {
    const long = 'lang; '.repeat(200_000);
    const { rows, diagnostics } = await readAll(`a;b\n1;"${long}"\n2;x\n`);
    expect(diagnostics).toEqual([]);
    expect(rows.map((row) => row.cells.b)).toEqual([long.trim(), 'x']);
  });

  it('meldt tekst na een gesloten aanhalingsteken', async () => {
    const { diagnostics } = await readAll('a;b\n"een"twee;3\n');
    expect(codes(diagnostics)).toContain('tabel/aanhalingsteken');
  });

  it('meldt dat één keer van een rij, hoeveel aanhalingstekens er ook volgen', async () => {
    const { diagnostics } = await readAll('a;b\n"een"twee"drie"vier;3\n"5"6;7\n');
    expect(codes(diagnostics)).toEqual(['tabel/aanhalingsteken', 'tabel/aanhalingsteken-open']);
  });

  it.each(['', '\uFEFF', '\n\n', ' ;\n'])('meldt een leeg bestand: %j', async (input) => {
    expect(codes((await readAll(input)).diagnostics)).toEqual(['tabel/leeg']);
  });

  it('meldt een NUL-teken één keer, met zijn plaats', async () => {
    const { diagnostics } = await readAll('a;b\n1;2\n1;x\0y\n1;\0\n');
    expect(diagnostics).toMatchObject([{ code: 'tabel/nul-teken', cell: { row: 3, column: 'B' } }]);
  });

  it.each(['\x1f\b\0\0a;b\n"x"y\n1', '\x89PNG\r\n\0\0\0\rIHDR\0\0"x"y\n', 'PK\x03\x04\0\0'])(
    'zegt van %j alleen dat het geen tekst is',
    async (input) => {
      const { rows, diagnostics } = await readAll(input, { expected: ['tekst'] });
      expect([rows, codes(diagnostics)]).toEqual([[], ['tabel/geen-tekst']]);
    },
  );

  it('begrenst het aantal meldingen van één soort en zegt dat', async () => {
    const { diagnostics, rows } = await readAll(`a\n${'1;2\n'.repeat(1000)}`, { expected: ['a'] });
    expect(rows).toHaveLength(1000);
    expect(diagnostics).toHaveLength(200);
    expect(diagnostics.at(-1)?.message).toContain('weggelaten');
  });

  it('verliest een kolom met de naam __proto__ niet in stilte', async () => {
    expect(codes((await readAll('a;__proto__\n1;2\n')).diagnostics)).toEqual(['tabel/cel-zonder-kop']);
  });
});

describe('writeCsv', () => {
  it('schrijft geen waarde die een rekenblad als formule uitvoert', () => {
    const values = ['=1+1', '+31', '-5', '@x', '\t=1', '\r=1', ' =1', "'=1", "''-1"];
    const lines = writeCsv(
      ['a'],
      values.map((a) => ({ a })),
      { bom: false },
    )
      .split('\r\n')
      .slice(1, -1);
    expect(lines.map((line) => line.replace(/^"/, '').startsWith("'"))).toEqual(values.map(() => true));
  });

  it('laat gewone apostroffen staan', () => {
    expect(writeCsv(['a'], [{ a: "'s avonds" }], { bom: false })).toBe("a\r\n's avonds\r\n");
  });

  it('laat Excel een eerste kolom ID en een waarde sep= niet verkeerd verstaan', () => {
    expect(writeCsv(['ID', 'b'], [], { bom: false })).toBe('"ID";b\r\n');
    expect(writeCsv(['sep=;'], [], { bom: false })).toBe('"sep=;"\r\n');
  });
});

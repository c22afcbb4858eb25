import { readFileSync } from 'node:fs';
import { readWorkbookBytes } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/tabel/xlsx-write.ts';

/**
 * A form on disk with a row of its sheet Dossiers filled in, counted from the first below the header; a cell is named by the
 * end of its header. What makes the workbook a form stays.
 */
export async function fillGrid(path: string, row: number, cells: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const { value } = await readWorkbookBytes(readFileSync(path), path, { expected: ['id', 'casus', 'gebied', 'datum'] });
  const tables = value.tables.filter(({ sheet }) => sheet === 'Dossiers' || sheet === 'Waarnemingen');
  const sheets = tables.map(({ sheet = '', headers, rows }) => {
    const named = (end: string) => headers.find(({ name }) => name.endsWith(end))?.name ?? '';
    const more = Object.fromEntries(Object.entries(cells).map(([end, text]) => [named(end), text]));
    return {
      name: sheet,
      columns: headers.map(({ name }) => ({ header: name, key: name, width: 20, kind: 'text' as const })),
      rows: rows.map((read, at) => (sheet === 'Dossiers' && at === row - 1 ? { ...read.cells, ...more } : read.cells)),
    };
  });
  return (await writeWorkbook({ title: 'x', date: '2026-01-01', sheets, properties: value.properties })).value;
}

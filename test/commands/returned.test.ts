import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { readReturned } from '../../src/commands/report/returned.ts';
import { reportOnderzoek } from '../../src/commands/report.ts';
import { copyKlein } from '../oordeel/klein.ts';

const folder = copyKlein();
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

test('kopieën van één rapport worden naast hetzelfde gelegd, dat één keer is gemaakt', async () => {
  const options = { niveau: 'lokaal', gebied: ['west'], templates: [], diepte: 'openbaar', indeling: 'thema' } as const;
  await reportOnderzoek(folder, { ...options, formats: ['docx'], pdf: {} });
  const [a, b] = ['a.docx', 'b.docx'].map((name) => join(folder, '..', name));
  for (const copy of [a, b]) copyFileSync(join(folder, 'rapport/west/lokaal.docx'), copy ?? '');
  const { returned } = await readReturned(readOnderzoek(folder).dossier, [a ?? '', b ?? ''], undefined);
  expect(returned.map(({ differences }) => differences)).toEqual([[], []]);
  expect(returned[0]?.now.passages).toBe(returned[1]?.now.passages);
});

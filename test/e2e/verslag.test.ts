import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { qdpx } from '../refi/qdpx.ts';
import { tsd } from './tsd.ts';

const TEST = join(import.meta.dirname, '..');
const GESPREK = join(TEST, 'verslag/fixtures/gesprek.docx');

/** An onderzoek in a folder where a user stands, with a verslag that was made and coded in Word. */
function start(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'tsd-verslag-e2e-'));
  cpSync(join(TEST, 'waarneming/fixtures/onderzoek'), join(cwd, 'onz'), { recursive: true });
  cpSync(GESPREK, join(cwd, 'gesprek.docx'));
  return cwd;
}

test('een gecodeerd verslag wordt ingelezen, getoond en nagekeken', () => {
  const cwd = start();
  const read = tsd(['waarnemingen', 'ingest', 'onz', 'gesprek.docx'], { cwd });
  expect(read.stderr).toContain('5 opmerkingen: 4 met codes, 1 notitie');
  expect(read.stderr).toContain("bron 'b1': 3 passages; 2 van de 6 alinea’s zonder code; 2 codeurs, 1 passage door meer dan een");
  expect(read).toMatchObject({ code: 0 });
  const list = tsd(['waarnemingen', 'list', 'onz'], { cwd });
  expect(list.stdout).toContain('Ze begonnen pas toen ik zeventien was.');
  expect(tsd(['check', 'onz'], { cwd }).stderr).toContain('1 verslag is nog niet akkoord: b1 (voorgelegd)');
  expect(tsd(['waarnemingen', 'ingest', 'onz', 'gesprek.docx'], { cwd }).stderr).toContain('3 ongewijzigd');
});

test('het bewaarde verslag is het geleverde, byte voor byte', () => {
  const cwd = start();
  tsd(['waarnemingen', 'ingest', 'onz', 'gesprek.docx'], { cwd });
  expect(readFileSync(join(cwd, 'onz/werkdossier/verslagen/b1.docx'))).toEqual(readFileSync(GESPREK));
  mkdirSync(join(cwd, 'onz/werkdossier/verslagen/eerder'));
  for (const name of ['eerder/b1-00000000.docx', 'los.txt']) writeFileSync(join(cwd, 'onz/werkdossier/verslagen', name), 'x');
  const check = tsd(['werkdossier', 'check', 'onz'], { cwd });
  expect(check.stdout).toContain('  2 verslagen, waarvan 1 eerdere versie\n  1 ander bestand: verslagen 1\n');
  expect(check).toMatchObject({ code: 0, stderr: '' });
  writeFileSync(join(cwd, 'onz/werkdossier/verslagen/b1.docx'), 'anders');
  expect(tsd(['werkdossier', 'check', 'onz'], { cwd }).stderr).toContain('dit verslag is veranderd sinds het is ingelezen');
});

test('een project van een programma voor kwalitatieve analyse hoort bij de bronnen die er zijn', () => {
  const cwd = start();
  const selections = [
    { start: 0, end: 31, codes: [{ code: 'E1.1 Op tijd' }, { code: 'verbeterpunt' }] },
    { start: 32, end: 47, codes: [{ code: 'regie', user: 'B. Tweede' }] },
  ];
  const text = 'Ze begonnen pas toen ik 17 was. Niemand regelde.';
  writeFileSync(
    join(cwd, 'project.qdpx'),
    qdpx({ texts: { 'b1.txt': { text, selections }, leeg: { text: 'x', selections: [] } }, rest: '<Notes><Note/></Notes>' }),
  );
  const unknown = tsd(['waarnemingen', 'ingest', 'onz', 'project.qdpx'], { cwd });
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain("tekst 'b1.txt' heet niet naar een bron van dit onderzoek");
  tsd(['waarnemingen', 'ingest', 'onz', 'gesprek.docx'], { cwd });
  const read = tsd(['waarnemingen', 'ingest', 'onz', 'project.qdpx'], { cwd });
  expect(read.stderr).toContain('niet overgenomen: 1 tekst zonder code, 1 memo’s');
  expect(read.stderr).toContain('2 waarnemingen gelezen: 2 toegevoegd');
  expect(tsd(['waarnemingen', 'ingest', 'onz', 'project.qdpx'], { cwd }).stderr).toContain('2 ongewijzigd');
  expect(tsd(['waarnemingen', 'ingest', 'onz', 'gesprek.docx'], { cwd }).stderr).toContain('3 ongewijzigd');
});

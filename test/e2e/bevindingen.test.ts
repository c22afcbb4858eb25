import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const NEW = `  - id: west-3
    tekst: Wie belt, wacht acht weken.
    indicatoren: [snel-geholpen]
    steunt_op: ["waarneming:w-4"]
    weging: Het dossier is hier precies.
`;

/** Writes a bevinding into the draft of West, as a person would. */
function fillIn(folder: string, text: string): string {
  const path = join(folder, 'werkdossier/concept/bevindingen-west.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('# Hieronder', `${text}# Hieronder`));
  return path;
}

const west = (folder: string) => readFileSync(join(folder, 'bevindingen/west.yaml'), 'utf8');

describe('tsd bevindingen', () => {
  test('drafts in YAML, takes back what was written, and again without a change', () => {
    const folder = copyKlein();
    const before = west(folder);
    expect(tsd(['bevindingen', 'draft', folder, '--format', 'yaml', '--gebied', 'west'])).toMatchObject({ code: 0, stdout: '' });
    const concept = fillIn(folder, NEW);
    const first = tsd(['bevindingen', 'ingest', folder, concept, '--json']);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ gelezen: 3, toegevoegd: 1, ongewijzigd: 2, afgewezen: 0, meldingen: [] });
    const after = west(folder);
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(after).toContain('proef/toegang/snel-geholpen: v1:');
    expect(tsd(['bevindingen', 'ingest', folder, concept]).stderr).toContain('3 bevindingen gelezen: 3 ongewijzigd');
    expect(west(folder)).toBe(after);
    writeFileSync(concept, readFileSync(concept, 'utf8').replace('acht weken', 'twee maanden'));
    expect(tsd(['bevindingen', 'ingest', folder, concept]).stderr).toContain('gewijzigd: west-3 (tekst)');
    expect(west(folder)).toContain('tekst: Wie belt, wacht twee maanden.');
  });

  test('drafts a workbook, reads it back, and never writes over one in which people may have worked', () => {
    const folder = copyKlein();
    const form = join(folder, 'werkdossier/concept/bevindingen.xlsx');
    expect(tsd(['bevindingen', 'draft', folder]).code).toBe(0);
    expect(tsd(['bevindingen', 'ingest', folder, form]).stderr).toContain('4 bevindingen gelezen: 4 ongewijzigd');
    expect(tsd(['bevindingen', 'draft', folder]).code).toBe(0);
    writeFileSync(form, 'werk van een collega');
    const again = tsd(['bevindingen', 'draft', folder]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('dit bestand bestaat al');
    expect(readFileSync(form, 'utf8')).toBe('werk van een collega');
  });

  test('withdraws a bevinding with a reason: it stays in its file, nothing may rest on it, no report prints it, and it can come back', () => {
    const folder = copyKlein();
    const before = west(folder);
    const reden = 'Gaat op in west-2.';
    const out = tsd(['bevindingen', 'withdraw', folder, 'bevinding:west-1', '--reden', reden, '--vandaag', '2026-03-01']);
    expect(out).toMatchObject({ code: 0, stderr: expect.stringContaining('1 bevinding ingetrokken') });
    expect(west(folder)).toContain(`    ingetrokken:\n      reden: ${reden}\n      datum: "2026-03-01"\n`);
    const check = tsd(['check', folder]);
    expect(check.code).toBe(1);
    expect(check.stderr).toContain(`noemt bevinding:west-1, en die is ingetrokken op 2026-03-01 (${reden})`);
    expect(tsd(['report', folder, '--format', 'md'])).toMatchObject({ code: 1 });
    expect(tsd(['trace', folder, 'bevinding:west-1']).stdout).toContain(`ingetrokken op 2026-03-01: ${reden}`);
    expect(tsd(['bevindingen', 'draft', folder, '--format', 'yaml', '--gebied', 'west']).code).toBe(0);
    expect(readFileSync(join(folder, 'werkdossier/concept/bevindingen-west.yaml'), 'utf8')).not.toContain('id: west-1');
    expect(tsd(['bevindingen', 'withdraw', folder, 'west-1', '--ongedaan']).code).toBe(0);
    expect(west(folder)).toBe(before);
  });

  test('says of a bevinding that was emptied in the workbook, or is withdrawn already, what to do', () => {
    const folder = copyKlein();
    const wrong = tsd(['bevindingen', 'withdraw', folder, 'west-9', '--reden', 'Weg.']);
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("bevinding 'west-9' bestaat niet; bedoelt u 'west-"),
    });
    expect(tsd(['bevindingen', 'withdraw', folder, 'west-2']).stderr).toContain('zeg met --reden waarom');
    const named = tsd(['bevindingen', 'withdraw', folder, 'west-2', '--reden', 'Mevrouw Anja Jansen belde, 06-12345678.']);
    expect(named).toMatchObject({ code: 1, stderr: expect.stringContaining('privacy/') });
    expect(tsd(['bevindingen', 'draft', folder, '--format', 'yaml', '--gebied', 'west']).code).toBe(0);
    const concept = fillIn(folder, '');
    expect(tsd(['bevindingen', 'withdraw', folder, 'west-2', '--reden', 'Dubbel.', '--vandaag', '2026-03-01']).code).toBe(0);
    expect(tsd(['bevindingen', 'withdraw', folder, 'west-2', '--reden', 'Dubbel.']).stderr).toContain(
      'is al ingetrokken op 2026-03-01',
    );
    expect(tsd(['bevindingen', 'ingest', folder, concept])).toMatchObject({ code: 0 });
    writeFileSync(concept, readFileSync(concept, 'utf8').replace(/(id: west-2\n\s+tekst: )[^\n]+/, '$1Iets anders.'));
    const again = tsd(['bevindingen', 'ingest', folder, concept]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('tsd bevindingen withdraw') });
  });

  test('keeps out what was taken out since the draft, and says so', () => {
    const folder = copyKlein();
    expect(tsd(['bevindingen', 'draft', folder, '--format', 'yaml', '--gebied', 'west']).code).toBe(0);
    const concept = fillIn(folder, '');
    const text = west(folder);
    const without = text.slice(0, text.indexOf('  - id: west-2'));
    writeFileSync(join(folder, 'bevindingen/west.yaml'), without);
    const { code, stderr } = tsd(['bevindingen', 'ingest', folder, concept]);
    expect([code, west(folder)]).toEqual([0, without]);
    expect(stderr).toContain("bevinding 'west-2' stond in dit concept, en is intussen uit het onderzoek gehaald; zij blijft weg");
    writeFileSync(concept, readFileSync(concept, 'utf8').replace(/(id: west-2\n\s+tekst: )[^\n]+/, '$1Iets anders.'));
    expect(tsd(['bevindingen', 'ingest', folder, concept])).toMatchObject({ code: 1 });
    expect(tsd(['bevindingen', 'ingest', folder, concept, '--vervang'])).toMatchObject({ code: 0 });
    expect(west(folder)).toContain('Iets anders.');
  });

  test('lets what rests on a bevinding be read again when a ground of it falls away, with the same words', () => {
    const folder = copyKlein();
    expect(tsd(['confirm', folder, '--alles']).code).toBe(0);
    const path = join(folder, 'bevindingen/west.yaml');
    writeFileSync(path, west(folder).replace('steunt_op: ["waarneming:w-1", "waarneming:w-4"]', 'steunt_op: ["waarneming:w-4"]'));
    const { code, stderr } = tsd(['check', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain("sinds 'oordeel:west/proef/toegang' is bevestigd, veranderde waar het op rust: bevinding:west-1");
  });

  test('takes a change into the file that holds it, also where a gebied has two files, which the check reports', () => {
    const folder = copyKlein();
    const text = west(folder);
    const start = text.indexOf('  - id: west-2');
    writeFileSync(join(folder, 'bevindingen/west.yaml'), text.slice(0, start));
    const second = join(folder, 'bevindingen/west-deel2.yaml');
    writeFileSync(second, `formaat: 1\ngebied: west\nbevindingen:\n${text.slice(start)}`);
    const delivery = join(folder, 'werkdossier/nieuw.yaml');
    const row = '{ id: west-2, tekst: De hulp is los., indicatoren: [afgestemd], steunt_op: ["waarneming:w-2"] }';
    writeFileSync(delivery, `formaat: 1\ngebied: west\nbevindingen:\n  - ${row}\n`);
    const { code, stderr } = tsd(['bevindingen', 'ingest', folder, delivery]);
    expect(stderr).toContain('gewijzigd: west-2');
    expect(code).toBe(0);
    expect(readFileSync(second, 'utf8')).toContain('tekst: De hulp is los.');
    expect(west(folder)).toBe(text.slice(0, start));
    expect(tsd(['check', folder]).stderr).toMatch(
      /west\.yaml:\d+:\d+ {2}fout {2}oordeel\/gebied-in-twee-bestanden {2}de bevindingen van 'west' staan in twee bestanden/,
    );
  });

  test('takes nothing when one row is wrong, and says where', () => {
    const folder = copyKlein();
    const before = west(folder);
    tsd(['bevindingen', 'draft', folder, '--format', 'yaml']);
    const concept = fillIn(folder, NEW + NEW.replace('west-3', 'west-4').replace('w-4', 'w-44').replace('acht', 'negen'));
    const { code, stderr } = tsd(['bevindingen', 'ingest', folder, concept]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /bevindingen-west\.yaml:\d+:17 {2}fout {2}bevinding\/onbekende-waarneming {2}waarneming 'w-44' bestaat niet; bedoelt u 'w-4'\?/,
    );
    expect(west(folder)).toBe(before);
  });

  test('refuses a burgerservicenummer, without showing it', () => {
    const folder = copyKlein();
    const path = join(folder, 'elders.yaml');
    writeFileSync(path, `formaat: 1\ngebied: west\nbevindingen:\n${NEW.replace('Wie belt', 'Wie 111.222.333 belt')}`);
    const { code, stderr } = tsd(['bevindingen', 'ingest', folder, path]);
    expect(code).toBe(1);
    expect(stderr).toContain('privacy/bsn');
    expect(stderr).not.toContain('111.222.333');
  });

  test.each([
    [['draft', 'KLEIN', '--gebied', 'wst'], 2, "gebied 'wst' hoort niet bij dit onderzoek; bedoelt u 'west'?"],
    [['draft', 'nergens'], 2, "onderzoek 'nergens' bestaat niet"],
    [['ingest', 'KLEIN', 'KLEIN/nergens.xlsx'], 2, 'dit bestand bestaat niet'],
    [['ingest', 'KLEIN', 'KLEIN/onderzoek.yaml'], 1, "het veld 'gebied' ontbreekt"],
    [['ingest', 'KLEIN', 'KLEIN/werkdossier'], 2, 'dit is een map'],
    [['ingest', 'KLEIN'], 2, "'bestanden' ontbreekt"],
  ])('%j stops with a message', (args, code, message) => {
    const folder = copyKlein();
    const run = tsd(['bevindingen', ...args.map((arg) => arg.replace('KLEIN', folder))]);
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(code);
    expect(existsSync(join(folder, 'werkdossier/concept'))).toBe(false);
  });
});

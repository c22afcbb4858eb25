import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const ITEM = '{ id: g-1, instrument: gesprek, soort: vraag, tekst: Ging het snel?, indicatoren: [proef/toegang/snel-geholpen] }';
const LEFT = 'proef/toegang/snel-geholpen';
const HEAD = 'id,bron,gebied,indicator,tekst\n';
const ROWS = `${HEAD}l-1,w-bewoner,west,toegang/snel-geholpen | toegang/weten-waar,Het duurde lang.\nl-2,w-bewoner,west,1.1.1,Ik wist het niet.\n`;

/** The small onderzoek in which a levering was read, one indicator of which was left out afterwards. */
function leftOut(): { folder: string; csv: string; select: ReturnType<typeof tsd> } {
  const folder = copyKlein(['instrumenten.yaml', 'items: []', `items:\n  - ${ITEM}`]);
  const csv = join(folder, '../deel.csv');
  writeFileSync(csv, ROWS);
  expect(tsd(['waarnemingen', 'ingest', folder, csv]).code).toBe(0);
  const select = tsd(['kader', 'select', folder, '--zonder', `${LEFT}=Weg.`, '--reden', 'Anders gekozen.']);
  return { folder, csv, select };
}

describe('an indicator that is left out after the fieldwork', () => {
  test('is told at once where an item asks about it, and by the check with its reason', () => {
    const { folder, select } = leftOut();
    expect(select.code).toBe(0);
    expect(select.stderr).toContain(
      `waarschuwing  instrumenten/verwijzing  item 'g-1' gaat over een indicator die er niet meer in zit`,
    );
    expect(select.stderr).toMatch(/volgende stap: tsd check \S+\n/);
    const { stderr } = tsd(['check', folder]);
    expect(stderr).toMatch(
      /instrumenten\.yaml:\d+:\d+ {2}fout {2}instrumenten\/verwijzing {2}.*'proef\/toegang\/snel-geholpen' is weggelaten: Weg\./,
    );
    expect(stderr).toContain('haal de indicator weg bij het item');
  });

  test('keeps a levering that was read before as it is, and lets it be added to', () => {
    const { folder, csv } = leftOut();
    const manifest = () => readFileSync(join(folder, 'werkdossier.manifest.yaml'), 'utf8');
    const before = manifest();
    const again = tsd(['waarnemingen', 'ingest', folder, csv]);
    expect(again.stderr).toContain('2 waarnemingen gelezen: 0 toegevoegd, 0 gewijzigd, 2 ongewijzigd');
    expect(again.code).toBe(0);
    expect(manifest()).toBe(before);
    writeFileSync(csv, `${ROWS}l-3,w-bewoner,west,toegang/weten-waar,En nog iets.\n`);
    expect(tsd(['waarnemingen', 'ingest', folder, csv]).stderr).toContain('1 toegevoegd, 0 gewijzigd, 2 ongewijzigd');
  });

  test('is refused in a new row, and in an old one that did not name it', () => {
    const { folder, csv } = leftOut();
    writeFileSync(csv, `${ROWS}l-3,w-bewoner,west,${LEFT},En nog iets.\n`);
    const { code, stderr } = tsd(['waarnemingen', 'ingest', folder, csv]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /rij 4, kolom D \(indicator\) {2}fout {2}waarneming\/onbekende-indicator {2}'\S+' is weggelaten: Weg\./,
    );
    writeFileSync(csv, ROWS.replace('west,1.1.1', `west,${LEFT}`));
    expect(tsd(['waarnemingen', 'ingest', folder, csv]).stderr).toContain('is weggelaten: Weg.');
  });

  test('leaves a levering without ids as it is', () => {
    const folder = copyKlein();
    const csv = join(folder, '../los.csv');
    writeFileSync(csv, `bron,gebied,indicator,tekst\nw-bewoner,west,${LEFT},Het duurde lang.\n`);
    tsd(['waarnemingen', 'ingest', folder, csv]);
    tsd(['kader', 'select', folder, '--zonder', `${LEFT}=Weg.`, '--reden', 'Anders gekozen.']);
    expect(tsd(['waarnemingen', 'ingest', folder, csv]).stderr).toContain('1 ongewijzigd');
  });
});

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../../src/commands/read/onderzoek.ts';
import { validateContext } from '../../../src/schema/validate-context.ts';
import { copyKlein, readKlein } from '../../oordeel/klein.ts';
import { lokaalOf, overkoepelendOf } from './build.ts';

/** The small onderzoek with a second kader in which everything is called the same. */
function readTwin(titel: string): ReturnType<typeof readOnderzoek> {
  const folder = copyKlein();
  const change = (name: string, edit: (text: string) => string) =>
    writeFileSync(join(folder, name), edit(readFileSync(join(folder, name), 'utf8')));
  cpSync(join(folder, 'kader/proef@1.0.0'), join(folder, 'kader/tweede@1.0.0'), { recursive: true });
  change('kader/tweede@1.0.0/kader.yaml', (text) =>
    text.replace('id: proef\n', 'id: tweede\n').replace('titel: Proefkader', `titel: ${titel}`),
  );
  change('toetsingskader.yaml', (text) => {
    const [, head = '', list = '', rest = ''] = /^(.*)criteria:\n(.*)(weggelaten:.*)$/s.exec(text) ?? [];
    const twin = list.replaceAll('ref: proef/', 'ref: tweede/');
    return `${head
      .replace('kaders: [{', `kaders: [{ id: tweede, versie: "1.0.0", vingerafdruk: "v1:${'0'.repeat(64)}" }, {`)
      .replace(
        'met: [',
        'met: [{ soort: thema, ref: proef/hulp }, { soort: thema, ref: tweede/hulp }, ',
      )}criteria:\n${list}${twin}${rest}`;
  });
  const read = readOnderzoek(folder);
  rmSync(join(folder, '..'), { recursive: true });
  return read;
}

describe('het kader waar een criterium uit komt', () => {
  const read = readTwin('Tweede kader');

  test('staat erbij waar meer kaders meedoen: bij elk criterium, elk hoofdstuk en elke tabel', () => {
    expect(read.reading.diagnostics).toEqual([]);
    const { hoofdstukken, bijlagen } = lokaalOf(read, 'west');
    const titels = ['Hulp – Proefkader', 'Hulp – Tweede kader'];
    expect(hoofdstukken.map(({ titel }) => titel)).toEqual(titels);
    expect(hoofdstukken.map(({ criteria }) => criteria[0]?.kader)).toEqual(['Proefkader', 'Tweede kader']);
    expect(bijlagen.toetsingskader.gekozen.map(({ titel }) => titel)).toEqual(titels);
    expect(bijlagen.toetsingskader.keuze.map(({ wat }) => wat).slice(0, 2)).toEqual(titels.map((titel) => `Thema: ${titel}`));
    expect(overkoepelendOf(read).gebieden[0]?.groepen.map(({ criterium }) => criterium)).toEqual(
      expect.arrayContaining([expect.stringMatching(/ – Proefkader$/)]),
    );
    expect(validateContext('lokaal', lokaalOf(read, 'west'))).toEqual([]);
    expect(validateContext('overkoepelend', overkoepelendOf(read, { indeling: 'deelvraag' }))).toEqual([]);
  });

  test('is te onderscheiden als twee kaders hetzelfde heten', () => {
    const { hoofdstukken } = lokaalOf(readTwin('Proefkader'), 'west');
    expect(hoofdstukken.map(({ titel }) => titel)).toEqual(['Hulp – Proefkader (proef)', 'Hulp – Proefkader (tweede)']);
  });

  test('staat er niet bij waar het er maar een is', () => {
    const { hoofdstukken } = lokaalOf(readKlein(), 'west');
    expect([hoofdstukken[0]?.titel, hoofdstukken[0]?.criteria[0]?.kader]).toEqual(['Hulp', undefined]);
  });
});

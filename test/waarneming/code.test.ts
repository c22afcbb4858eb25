import { beforeEach, describe, expect, test, vi } from 'vitest';
import { promptCode } from '../../src/cli/prompt-code.ts';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { addWaarneming } from '../../src/commands/waarnemingen/add.ts';
import { writeFiles } from '../../src/io/writer.ts';
import { csv, deliver, ingest, newOnderzoek } from './onderzoek.ts';

/** What a person answers, by the start of the name of a choice. */
const script = vi.hoisted((): string[] => []);
vi.mock('../../src/cli/prompt.ts', () => {
  const pick = async (_: string, choices: readonly { name: string; value: unknown }[]) => {
    const wanted = script.shift();
    if (wanted === undefined) throw Object.assign(new Error('Ctrl-C'), { name: 'ExitPromptError' });
    const found = choices.find(({ name }) => name.startsWith(wanted));
    if (!found) throw new Error(`no '${wanted}' in ${choices.map(({ name }) => name).join(', ')}`);
    return found.value;
  };
  return { askOne: pick, askSearch: pick, tell: () => {} };
});

let folder: string;
const uncoded = csv({ indicator: '' }, { id: 'a-2', indicator: '' }, { id: '', tekst: 'Zonder id.', indicator: '' });
beforeEach(async () => {
  folder = newOnderzoek();
  await ingest(folder, [deliver(folder, 'een.csv', uncoded)]);
});

const codes = () => readOnderzoek(folder).dossier.waarnemingen.map(({ indicatoren }) => indicatoren.map((ref) => ref.slice(6)));
function answer(...answers: string[]) {
  script.splice(0, script.length, ...answers);
  return promptCode(folder, '2026-03-01');
}

describe('coderen aan de vraag', () => {
  test('bewaart elke keuze, laat overslaan en teruggaan', async () => {
    expect(
      await answer(
        'een indicator',
        'E1.1',
        'nog een',
        'E2.1',
        'naar',
        'overslaan',
        'terug',
        'een indicator',
        'E2.1',
        'naar',
        'stoppen',
      ),
    ).toEqual({ gecodeerd: 2, open: 1 });
    expect(codes()).toEqual([['voorbereid/op-tijd', 'samen/regie'], ['samen/regie'], []]);
    expect(await answer('overslaan')).toEqual({ gecodeerd: 0, open: 1 });
  });

  test('houdt bij Ctrl-C wat al was gekozen', async () => {
    await expect(answer('een indicator', 'E1.1', 'naar')).rejects.toMatchObject({ name: 'ExitPromptError' });
    expect(codes()).toEqual([['voorbereid/op-tijd'], [], []]);
  });

  test('kan een keuze wissen', async () => {
    await answer('een indicator', 'E1.1', 'de keuze', 'stoppen');
    expect(codes()[0]).toEqual([]);
    expect(readOnderzoek(folder).dossier.waarnemingen[0]).not.toHaveProperty('gecodeerd');
  });

  test('gaat niet verloren als de levering zonder code terugkomt, met of zonder id', async () => {
    await answer('een indicator', 'E1.1', 'naar', 'overslaan', 'een indicator', 'E2.1', 'naar');
    expect(await ingest(folder, [deliver(folder, 'een.csv', uncoded)])).toMatchObject({ ongewijzigd: 3, ongecodeerd: ['a-2'] });
    const changed = csv(
      { indicator: '', strekking: 'feit' },
      { id: 'a-2', indicator: '' },
      { id: '', tekst: 'Zonder id.', indicator: '' },
    );
    expect(await ingest(folder, [deliver(folder, 'een.csv', changed)])).toMatchObject({ gewijzigd: 1, ongewijzigd: 2 });
    expect(codes()).toEqual([['voorbereid/op-tijd'], [], ['samen/regie']]);
  });
});

test('een waarneming met de hand krijgt een levering, en laat die van anderen met rust', async () => {
  const cells = { bron: 'b1', tekst: 'Nog iets.', indicator: 'regie' };
  const { files = [], base = '', data } = addWaarneming(folder, { cells, vandaag: '2026-03-01', versie: '0.0.0' });
  await writeFiles(base, files);
  expect(data).toEqual({ toegevoegd: [expect.stringMatching(/^w-/)] });
  const added = readOnderzoek(folder).dossier.waarnemingen.at(-1);
  expect(added).toMatchObject({
    tekst: 'Nog iets.',
    herkomst: [{ levering: 'met-de-hand', bestand: 'met de hand', plaats: '2026-03-01' }],
  });
  addWaarneming(folder, { cells: { ...cells, tekst: 'En dit.' }, vandaag: '2026-03-01', versie: '0.0.0' });
  expect(readOnderzoek(folder).dossier.waarnemingen.every(({ verdwenen }) => verdwenen === undefined)).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { describeStatus, nextStep } from '../../src/onderzoek/status.ts';
import { type Change, readKlein } from '../oordeel/klein.ts';

const NAAM = { naam: 'oz', rapporten: 0 };

function stap(name: string, omgeving: Partial<Parameters<typeof describeStatus>[1]> = {}, ...changes: Change[]) {
  return describeStatus(readKlein(...changes).dossier, { ...NAAM, ...omgeving }).find((item) => item.stap === name);
}

describe('a step of an onderzoek', () => {
  test('is done when what it asks for is there', () => {
    const stappen = describeStatus(readKlein().dossier, { ...NAAM, rapporten: 2, verouderd: [] });
    expect(stappen.filter(({ stand }) => stand !== 'klaar').map((item) => item.stap)).toEqual(['instrumenten']);
    expect(nextStep(stappen)?.opdracht).toBe('tsd kader concretise oz --format xlsx --out matrix.xlsx');
  });

  test('names the file that could not be read instead of sending someone to make it anew', () => {
    const { dossier } = readKlein();
    const unread = { ...NAAM, onleesbaar: ['oordelen/west.yaml', 'verbeterpunten.yaml'] };
    const stappen = describeStatus({ ...dossier, oordelen: [] }, unread);
    expect(stappen.find((item) => item.stap === 'oordelen')).toEqual({
      stap: 'oordelen',
      stand: 'bezig',
      telling: 'niet te lezen: oordelen/west.yaml',
    });
    expect(stappen.find((item) => item.stap === 'verbeterpunten')?.telling).toBe(
      '1 verbeterpunt; niet te lezen: verbeterpunten.yaml',
    );
  });

  test('does not take an empty conclusie for a conclusie', () => {
    const open: Change = ['oordelen/west.yaml', '  tekst: De hulp in West helpt te weinig.\n', ''];
    expect(stap('oordelen', {}, open)).toMatchObject({ stand: 'bezig', telling: expect.stringContaining('1 van 2 conclusies') });
  });

  test('sends someone who has room for every oordeel to what is still open', () => {
    const open: Change = ['oordelen/west.yaml', '    tekst: De hulp hangt in West niet samen.\n', ''];
    expect(stap('oordelen', {}, open)?.opdracht).toBe('tsd check oz');
  });

  test('names the reports that are stale, or says that they were not compared', () => {
    expect(stap('rapport', { rapporten: 4, verouderd: ['west/lokaal'] })).toEqual({
      stap: 'rapport',
      stand: 'bezig',
      telling: '4 bestanden in rapport/; verouderd: west/lokaal',
      opdracht: 'tsd report oz',
    });
    expect(stap('rapport', { rapporten: 4 })?.telling).toBe('4 bestanden in rapport/; niet vergeleken met wat er nu staat');
  });
});

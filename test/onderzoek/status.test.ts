import { describe, expect, test } from 'vitest';
import { describeStatus, nextStep } from '../../src/onderzoek/status.ts';
import { type Change, readKlein } from '../oordeel/klein.ts';

const NAAM = {
  naam: 'oz',
  formulier: 'oz/team-1.xlsx',
  keuzelijst: '--format xlsx --out keuzelijst.xlsx',
  matrix: '--format xlsx --out matrix.xlsx',
  rapporten: 0,
};

function stap(name: string, omgeving: Partial<Parameters<typeof describeStatus>[1]> = {}, ...changes: Change[]) {
  return describeStatus(readKlein(...changes).dossier, { ...NAAM, ...omgeving }).find((item) => item.stap === name);
}

const ITEM = '{ id: g-1, instrument: gesprek, soort: vraag, tekst: Wat helpt u?, indicatoren: [proef/toegang/weten-waar] }';
const CONCEPT: Change = ['toetsingskader.yaml', 'status: vastgesteld', 'status: concept'];
/** Takes away with whom the second indicator is asked. */
const UNASKED: Change = ['toetsingskader.yaml', '          aan_wie: [bewoner],\n', ''];

describe('a step of an onderzoek', () => {
  test('is done when what it asks for is there', () => {
    const stappen = describeStatus(readKlein().dossier, {
      ...NAAM,
      rapporten: 2,
      verouderd: { bestanden: [], vlaggen: '', gemengd: [] },
    });
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
    const opdracht = stap('oordelen', {}, open)?.opdracht ?? '';
    expect(opdracht).toMatch(/^schrijf wat nog open is in \S*oordelen\/west\.yaml; tsd check oz zegt waar$/);
  });

  test('reads a workbook that lies there instead of writing it again, and fixes what was read', () => {
    const { dossier } = readKlein();
    const { toetsingskader, instrumenten, ...rest } = dossier;
    const there = { ...NAAM, keuzelijst: '--from keuzelijst.xlsx', matrix: '--from matrix.xlsx' };
    expect(nextStep(describeStatus(rest, there))?.opdracht).toBe('tsd kader select oz --from keuzelijst.xlsx');
    if (!toetsingskader || !instrumenten) throw new Error('klein has both');
    const concept = { ...toetsingskader, value: { ...toetsingskader.value, status: 'concept' as const } };
    const criteria = concept.value.criteria.map(({ toespitsing: _, indicatoren, ...item }) => ({
      ...item,
      indicatoren: indicatoren.map(({ toespitsing: __, ...indicator }) => indicator),
    }));
    const bare = { ...concept, value: { ...concept.value, criteria } };
    expect(nextStep(describeStatus({ ...rest, toetsingskader: bare }, there))?.opdracht).toBe(
      'tsd kader concretise oz --from matrix.xlsx',
    );
    const item = { id: 'v-1', instrument: 'gesprek', soort: 'vraag' as const, tekst: 'Hoe gaat het?', indicatoren: [] };
    const read = { ...instrumenten, value: { ...instrumenten.value, items: [item] } };
    expect(nextStep(describeStatus({ ...rest, toetsingskader: bare, instrumenten: read }, there))?.opdracht).toBe(
      'tsd kader concretise oz --vaststellen',
    );
  });

  test('goes on with the matrix until somebody is asked about every indicator', () => {
    const { dossier } = readKlein(['instrumenten.yaml', 'items: []', `items: [${ITEM}]`], UNASKED, CONCEPT);
    const stappen = describeStatus(dossier, { ...NAAM, matrix: '--from matrix.xlsx' });
    expect(nextStep(stappen)).toMatchObject({ stap: 'toespitsing', opdracht: 'tsd kader concretise oz --from matrix.xlsx' });
    expect(stappen.find((item) => item.stap === 'instrumenten')).toMatchObject({
      stand: 'bezig',
      telling: expect.stringContaining('naar 1 indicator wordt nog niemand gevraagd'),
    });
    const one: Change = ['instrumenten.yaml', 'items: []', `items: [${ITEM}]`];
    const bare = readKlein(CONCEPT).dossier;
    expect(nextStep(describeStatus(bare, NAAM))?.opdracht).toBe('tsd kader concretise oz --format xlsx --out matrix.xlsx');
    expect(nextStep(describeStatus(readKlein(one, CONCEPT).dossier, NAAM))?.opdracht).toBe(
      'tsd kader concretise oz --vaststellen',
    );
  });

  test('puts a first form where git does not see it, and reads the forms that lie there', () => {
    const { dossier } = readKlein();
    const empty = { ...dossier, waarnemingen: [], bronnen: [] };
    const asked = (omgeving: object) =>
      describeStatus(empty, { ...NAAM, ...omgeving }).find((item) => item.stap === 'waarnemingen')?.opdracht;
    expect(asked({})).toBe('tsd waarnemingen form oz --levering team-1 --out oz/team-1.xlsx');
    expect(asked({ formulieren: 'oz/formulieren' })).toBe('tsd waarnemingen ingest oz oz/formulieren');
  });

  test('sends someone without the werkdossier to unpack what only it can tell', () => {
    const { dossier } = readKlein();
    const stappen = describeStatus({ ...dossier, waarnemingen: [], bronnen: [] }, { ...NAAM, elders: true });
    expect(stappen.find((item) => item.stap === 'waarnemingen')).toEqual({
      stap: 'waarnemingen',
      stand: 'klaar',
      telling: 'het werkdossier met de waarnemingen ligt niet op deze plaats',
    });
    expect(stappen.find((item) => item.stap === 'rapport')?.opdracht).toBe('tsd werkdossier unpack oz <bestand.age>');
  });

  test('names the reports that are stale, or says that they were not compared', () => {
    expect(
      stap('rapport', { rapporten: 4, verouderd: { bestanden: ['west/lokaal.html'], vlaggen: '--format md,html', gemengd: [] } }),
    ).toEqual({
      stap: 'rapport',
      stand: 'bezig',
      telling: '4 bestanden in rapport/; verouderd: west/lokaal.html',
      opdracht: 'tsd report oz --format md,html',
    });
    expect(stap('rapport', { rapporten: 4 })?.telling).toBe('4 bestanden in rapport/; niet vergeleken met wat er nu staat');
  });
});

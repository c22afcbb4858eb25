import { afterEach, expect, test, vi } from 'vitest';
import { promptAdd } from '../../src/cli/prompt-add.ts';
import { newDossierOnderzoek } from '../waarneming/dossier-onderzoek.ts';

/** What a person answers, in order: what the question says, and what is chosen or typed. */
const script = vi.hoisted((): [question: string, answer: string][] => []);

vi.mock('../../src/cli/prompt.ts', () => {
  const next = async (question: string) => {
    const [expected = 'geen vraag', answer = ''] = script.shift() ?? [];
    if (!question.includes(expected)) throw new Error(`asked '${question}' where '${expected}' was expected`);
    return answer;
  };
  return {
    askDate: next,
    askOne: next,
    askSearch: next,
    askText: next,
    askSeveral: async (question: string) => [await next(question)],
  };
});

afterEach(() => expect(script).toEqual([]));

const BRON = {
  bron: 'b1',
  'bron soort': 'dossier',
  'bron perspectief': 'gemeente',
  'bron datum': '2026-02-14',
  'bron gebieden': 'fictiehove',
};

test('bij een item met vaste antwoorden vraagt add welk antwoord, en mag de toelichting leeg blijven', async () => {
  script.push(['welke vraag', 'df-1'], ['Welk antwoord', 'nee'], ['alleen het antwoord', ''], ['Wat zegt dit', '']);
  expect(await promptAdd(newDossierOnderzoek(), BRON)).toMatchObject({ item: 'df-1', antwoord: 'nee', tekst: '' });
});

test('zegt geen van de antwoorden het, dan vraagt add wat er is gezegd', async () => {
  script.push(['Welk antwoord', ''], ['gezegd, gelezen', 'Half.'], ['Wat zegt dit', '']);
  expect(await promptAdd(newDossierOnderzoek(), { ...BRON, item: 'df-1' })).toMatchObject({ antwoord: '', tekst: 'Half.' });
});

test('zonder item vraagt add waar het over gaat', async () => {
  script.push(['welke vraag', ''], ['gezegd, gelezen', 'Iets.'], ['Waar gaat dit over', ''], ['Wat zegt dit', '']);
  expect(await promptAdd(newDossierOnderzoek(), BRON)).toMatchObject({ item: '', tekst: 'Iets.', indicator: '' });
});

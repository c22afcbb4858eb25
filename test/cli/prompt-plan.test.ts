import { expect, test, vi } from 'vitest';
import { promptPlan } from '../../src/cli/prompt-plan.ts';

const asked = vi.hoisted((): string[] => []);

vi.mock('../../src/cli/prompt.ts', () => ({
  askDate: async () => '2026-06-18',
  askOne: async () => 'geen',
  askSearch: async () => '',
  askSeveral: async () => [],
  askText: async (question: string) => {
    asked.push(question);
    return question.includes('Hoe wordt het onderzoek gedaan') ? 'Met gesprekken en dossiers.' : '';
  },
  tell: () => {},
}));

const PLAN = {
  titel: 'Proef',
  onderwerp: 'Een proef.',
  hoofdvraag: 'Werkt het?',
  deelvragen: [],
  aanleiding: { soort: 'signaal' as const, toelichting: 'Er kwam een signaal.' },
  inspecties: [{ id: 'igj', naam: 'Inspectie Gezondheidszorg en Jeugd', rol: 'leidend' as const }],
  partners: [],
  doelgroep: { omschrijving: 'Jongeren.' },
  gebieden: [],
  partijen: [],
  planning: [],
};

test('de vragen voor een nieuw onderzoek gaan ook over de werkwijze, en die is niet nog eens te geven', async () => {
  const lijsten = {} as Parameters<typeof promptPlan>[1];
  const given = PLAN as unknown as Parameters<typeof promptPlan>[0];
  expect(await promptPlan(given, lijsten, [])).toMatchObject({ werkwijze: 'Met gesprekken en dossiers.' });
  asked.length = 0;
  await promptPlan({ ...given, werkwijze: 'Met observaties.' }, lijsten, []);
  expect(asked.filter((question) => question.includes('gedaan'))).toEqual([]);
});

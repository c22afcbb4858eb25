import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { promptConcretise } from '../../src/cli/prompt-concretise.ts';
import { concretiseKader } from '../../src/commands/kader/concretise.ts';
import { tsd } from '../e2e/tsd.ts';

/** The answers of a person: what the question says, and the names of what is chosen or the text that is typed. */
const script = vi.hoisted((): [question: string, answer: string | string[]][] => []);

vi.mock('../../src/cli/prompt.ts', () => {
  const next = (question: string) => {
    const [expected = 'geen vraag', answer = ''] = script.shift() ?? [];
    if (!question.includes(expected)) throw new Error(`asked '${question}' where '${expected}' was expected`);
    return answer;
  };
  type Choices = readonly { name: string; value: unknown }[];
  const pick = (choices: Choices, name: string) => {
    const found = choices.find((choice) => choice.name === name) ?? choices.find((choice) => choice.name.startsWith(name));
    if (!found) throw new Error(`no '${name}' in ${choices.map((choice) => choice.name).join(', ')}`);
    return found.value;
  };
  const one = async (question: string, choices: Choices) => pick(choices, String(next(question)));
  return {
    askOne: one,
    askSearch: one,
    askSeveral: async (question: string, choices: Choices) => [next(question)].flat().map((name) => pick(choices, name)),
    askText: async (question: string, options?: { default?: string }) => next(question) || (options?.default ?? ''),
    askWholeNumber: async (question: string) => Number(next(question)) || undefined,
    askYes: async (question: string) => next(question) === 'ja',
    tell: () => {},
  };
});

const ROOT = mkdtempSync(join(tmpdir(), 'tsd-vragen-'));
const OZ = join(ROOT, 'repo/onderzoeken/oz');
const PLAN = [
  ...['--titel', 'Proef', '--onderwerp', 'Een proef.', '--hoofdvraag', 'Werkt het?', '--deelvraag', 'Hoe?'],
  ...['--aanleiding', 'signaal=Er kwam een signaal.', '--inspectie', 'igj=Inspectie Gezondheidszorg en Jeugd'],
  ...['--doelgroep-omschrijving', 'Jongeren.', '--datum', '2026-06-18', '--register', 'voorbeeld', '--gebied', 'VB0003=Daarom.'],
];

/** An onderzoek that takes one indicator from each of two kaders with the same numbers. */
beforeAll(() => {
  const repo = join(ROOT, 'repo');
  tsd(['init', 'repo'], { cwd: ROOT });
  cpSync(join(repo, 'framework/volwassenen'), join(repo, 'framework/tweede'), { recursive: true });
  const kader = join(repo, 'framework/tweede/kader.yaml');
  writeFileSync(kader, readFileSync(kader, 'utf8').replace(/^id: volwassenen/m, 'id: tweede'));
  tsd(['onderzoek', 'new', 'onderzoeken/oz', ...PLAN], { cwd: repo });
  const choice = ['volwassenen', 'tweede'].flatMap((id) => [
    ...['--indicator', `${id}/toegang/weten-waar`],
    ...['--zonder', `module:${id}/burgerperspectief=Later.`],
  ]);
  expect(tsd(['kader', 'select', 'oz', ...choice], { cwd: repo }).stderr).toContain('2 indicatoren gekozen');
});
afterAll(() => rmSync(ROOT, { recursive: true }));

async function answer(...answers: typeof script) {
  script.push(...answers);
  const antwoorden = await promptConcretise(OZ);
  expect(script).toEqual([]);
  return concretiseKader(OZ, { antwoorden, vandaag: '2026-01-02' });
}

describe('de vragen van kader concretise', () => {
  test('maken een instrument met een nieuw respondenttype, en items erbij', async () => {
    const { data } = await answer(
      ['Wat wilt u doen?', 'een vraag, onderwerp of dossieritem'],
      ['Wat voor instrument?', 'dossierformulier'],
      ['Voor wie is het?', ['professional', 'iemand anders']],
      ['Wie?', 'Buurtteam'],
      ['Wiens blik', 'organisatie'],
      ['Hoe heet dit instrument?', ''],
      ['Wat vertelt de inspecteur vooraf?', ''],
      ['hoogstens duren', '45'],
      ['Bij welk instrument?', 'Dossierformulier'],
      ['Wat voor item?', 'dossieritem'],
      ['Vraag:', 'Is er een plan?'],
      ['Voor welke indicator?', 'tweede 1.5.1'],
      ['Nog een indicator?', 'ja'],
      ['Welke?', 'volwassenen 1.5.1'],
      ['Vaste antwoorden', 'ja | nee |'],
      ['Hoeveel minuten?', ''],
      ['0 toegespitst, 1 nieuw instrument, 1 nieuw item', 'klaar'],
    );
    expect(data?.instrumenten).toEqual({
      formaat: 1,
      respondenttypen: [
        { id: 'professional', naam: 'professional', perspectief: 'professional' },
        { id: 'buurtteam', naam: 'Buurtteam', perspectief: 'organisatie' },
      ],
      instrumenten: [
        {
          id: 'dossierformulier-professional-en-buurtteam',
          soort: 'dossierformulier',
          bronsoort: 'dossier',
          naam: 'Dossierformulier professional en Buurtteam',
          respondenttypen: ['professional', 'buurtteam'],
          maximum_minuten: 45,
        },
      ],
      items: [
        {
          id: 'dossierformulier-professional-en-buurtteam-1',
          instrument: 'dossierformulier-professional-en-buurtteam',
          soort: 'dossieritem',
          tekst: 'Is er een plan?',
          indicatoren: ['tweede/toegang/weten-waar', 'volwassenen/toegang/weten-waar'],
          antwoorden: ['ja', 'nee'],
        },
      ],
    });
  });

  test('leggen vast wat per gebied anders is, wat niet van toepassing is en aan wie, en tellen wat verandert', async () => {
    const { data, messages } = await answer(
      ['0 toegespitst', 'een criterium of indicator'],
      ['Wat spitst u toe?', 'tweede 1.5 '],
      ['van toepassing?', 'ja'],
      ['Toegespitste tekst', ''],
      ['Welke deelvragen', []],
      ['Voor welke gebieden', 'Fictiehove'],
      ['Lokale context in Fictiehove', 'Er is een jongerenloket.'],
      ['1 toegespitst', 'een criterium of indicator'],
      ['Wat spitst u toe?', 'tweede 1.5 '],
      ['van toepassing?', 'ja'],
      ['Toegespitste tekst', ''],
      ['Welke deelvragen', []],
      ['Voor welke gebieden', []],
      ['1 toegespitst', 'een criterium of indicator'],
      ['Wat spitst u toe?', 'tweede 1.5.1'],
      ['van toepassing?', 'ja'],
      ['Toegespitste tekst', ''],
      ['Welke deelvragen', []],
      ['Aan wie', ['inwoner']],
      ['2 toegespitst', 'een criterium of indicator'],
      ['Wat spitst u toe?', 'volwassenen 1.5.1'],
      ['van toepassing?', 'nee'],
      ['Waarom', 'Speelt hier niet.'],
      ['3 toegespitst', 'klaar'],
    );
    expect(data).toMatchObject({
      toetsingskader: {
        criteria: [
          {
            ref: 'tweede/toegang',
            lokale_context: [{ gebied: 'fictiehove', tekst: 'Er is een jongerenloket.' }],
            indicatoren: [{ aan_wie: ['inwoner'] }],
          },
          { ref: 'volwassenen/toegang', indicatoren: [{ niet_van_toepassing: 'Speelt hier niet.' }] },
        ],
      },
      instrumenten: { respondenttypen: [{ id: 'inwoner', perspectief: 'burger' }] },
    });
    expect(messages?.at(-1)).toBe(`volgende stap: tsd kader concretise ${OZ}`);
  });

  test('spitsen toe, en vragen aan wie zodra er een respondenttype is', async () => {
    const { data } = await answer(
      ['Wat wilt u doen?', 'een instrument maken'],
      ['Wat voor instrument?', 'iets anders'],
      ['Wat is het?', 'schouw'],
      ['Wat voor bron', 'observatie'],
      ['Voor wie is het?', 'inwoner'],
      ['Hoe heet dit instrument?', 'Schouw'],
      ['Wat vertelt de inspecteur vooraf?', 'Wij kijken mee.'],
      ['hoogstens duren', ''],
      ['0 toegespitst, 1 nieuw instrument', 'een criterium of indicator'],
      ['Wat spitst u toe?', 'tweede 1.5.1'],
      ['van toepassing?', 'ja'],
      ['Toegespitste tekst', 'Vinden zij het?'],
      ['Welke deelvragen', 'dv1'],
      ['Aan wie', 'inwoner'],
      ['1 toegespitst', 'klaar'],
    );
    expect(data).toMatchObject({
      toetsingskader: {
        criteria: [
          {
            ref: 'tweede/toegang',
            indicatoren: [{ toespitsing: 'Vinden zij het?', deelvragen: ['dv1'], aan_wie: ['inwoner'] }],
          },
          { ref: 'volwassenen/toegang' },
        ],
      },
      instrumenten: { instrumenten: [{ soort: 'schouw', bronsoort: 'observatie', introductie: 'Wij kijken mee.' }], items: [] },
    });
  });
});

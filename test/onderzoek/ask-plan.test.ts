import { describe, expect, test } from 'vitest';
import { askPlan, isAsked } from '../../src/commands/onderzoek/ask.ts';
import { error } from '../../src/diagnostics/diagnostic.ts';
import { checkPlan } from '../../src/onderzoek/check-plan.ts';
import type { Planconcept } from '../../src/onderzoek/plan-flags.ts';
import type { Registers } from '../../src/onderzoek/register.ts';
import { plan } from './helpers.ts';

const codes = new Map(plan().gebieden.map(({ code = '', naam }) => [code, naam]));
const registers: Registers = { lijsten: new Map(['gemeenten', 'voorbeeld'].map((name) => [name, codes])), herindelingen: [] };
const check = (value: ReturnType<typeof plan>) => checkPlan({ file: 'onderzoek.yaml', value }, registers);
const keep = <T>(value: T) => value;

describe('askPlan', () => {
  test('vraagt alleen opnieuw wat niet klopt, en bewaart elk ander antwoord', async () => {
    const asked: [string[], string[]][] = [];
    const ask = async (given: Planconcept, problems: readonly { message: string }[]) => {
      asked.push([Object.keys(given), problems.map(({ message }) => message)]);
      const wrong = { stap: 'gesprekken', van: '2026-02-01', tot: '2026-01-01' };
      const right = { stap: 'gesprekken', van: '2026-02-01' };
      return asked.length === 1 ? plan({ titel: 'Bewaard', planning: [wrong] }) : { ...given, planning: [right] };
    };
    const made = await askPlan({ formaat: 1, id: 'proef' }, ask, check, keep);
    expect(made).toMatchObject({ titel: 'Bewaard', planning: [{ van: '2026-02-01' }] });
    expect(asked).toHaveLength(2);
    expect(asked[1]?.[0]).not.toContain('planning');
    expect(asked[1]?.[1]).toEqual(["'gesprekken' eindigt (2026-01-01) voordat het begint (2026-02-01)"]);
  });

  test('weigert wat al gegeven was en niet klopt, voordat er iets wordt gevraagd', async () => {
    const ask = () => Promise.reject(new Error('there is nothing to ask yet'));
    const planning = [{ stap: 'x', van: '2026-02-01', tot: '2026-01-01' }];
    await expect(askPlan({ formaat: 1, id: 'proef', planning }, ask, check, keep)).rejects.toThrow('eindigt');
    await expect(askPlan({ formaat: 1, id: 'proef', register: 'geen' }, ask, check, keep)).rejects.toThrow('bestaat niet');
  });

  test('vraagt geen veld dat binnen een ander ontbreekt', () => {
    const missing = (pointer: string) => error('schema/ontbreekt', "het veld 'reden' ontbreekt", { pointer });
    expect([isAsked(missing('')), isAsked(missing('/doelgroep')), isAsked(missing('/gebieden/0'))]).toEqual([true, true, false]);
  });
});

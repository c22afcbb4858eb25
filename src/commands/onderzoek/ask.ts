import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import type { Planconcept } from '../../onderzoek/plan-flags.ts';
import type { OnderzoekBestand } from '../../schema/generated/types.ts';
import { validateValue } from '../../schema/validate.ts';
import { fromPointer } from '../../source/pointer.ts';

type Ask = (plan: Planconcept, problems: readonly Diagnostic[]) => Promise<Planconcept>;
type Check = (plan: OnderzoekBestand) => Diagnostic[];

/** Whether what is missing is a field that a person can be asked for. */
export function isAsked({ code, pointer = '' }: Diagnostic): boolean {
  return code === 'schema/ontbreekt' && ['', '/doelgroep'].includes(pointer);
}

/**
 * A whole plan from one that misses fields. What is wrong with what was given stops it before the first question;
 * answers that turn out to be wrong together are asked again, and every other answer is kept.
 */
export async function askPlan(
  start: Planconcept,
  ask: Ask,
  check: Check,
  place: (problem: Diagnostic) => Diagnostic,
): Promise<Planconcept> {
  const known = checkGiven(start, check);
  if (hasErrors(known)) throw new Stop(known.map(place), 1);
  let plan = await ask(start, []);
  for (let wrong = problemsOf(plan, check); hasErrors(wrong); wrong = problemsOf(plan, check)) {
    const fields = new Set(wrong.map(({ pointer = '' }) => fromPointer(pointer)[0] ?? ''));
    plan = await ask(Object.fromEntries(Object.entries(plan).filter(([field]) => !fields.has(field))), wrong);
  }
  return plan;
}

/** What is wrong with the fields that a plan has, whatever others it still misses. */
export function checkGiven(plan: Planconcept, check: Check): Diagnostic[] {
  return check({ ...EMPTY, ...plan, partijen: plan.gebieden ? (plan.partijen ?? []) : [] });
}

/** A plan with nothing in it that can be wrong. */
const EMPTY: OnderzoekBestand = {
  formaat: 1,
  id: 'leeg',
  titel: '',
  onderwerp: '',
  hoofdvraag: '',
  aanleiding: { soort: 'geprogrammeerd', toelichting: '' },
  inspecties: [{ id: 'leeg', naam: '', rol: 'leidend' }],
  doelgroep: { omschrijving: '' },
  gebieden: [],
  datum: '',
};

function problemsOf(plan: Planconcept, check: Check): Diagnostic[] {
  const schema = validateValue('onderzoek', plan);
  return hasErrors(schema) ? schema : check(plan as OnderzoekBestand).filter(({ severity }) => severity === 'error');
}

import type { NewOptions } from '../commands/onderzoek/new.ts';
import { by } from '../source/order.ts';
import { slug } from '../source/slug.ts';
import { askOne, askSearch, askSeveral, askText, askYes, type Choice } from './prompt.ts';

type Ask = NonNullable<NewOptions['ask']>;
type Lijsten = Parameters<Ask>[1];
type List<K extends 'gebieden' | 'partijen'> = NonNullable<Parameters<Ask>[0][K]>;
type Soort = List<'gebieden'>[number]['soort'];

const SOORTEN: Choice<Soort>[] = [
  {
    value: 'gemeente',
    name: 'gemeente',
    description: 'Uit het register van gemeenten. Oefenen met verzonnen gemeenten kan met --register voorbeeld.',
  },
  { value: 'regio', name: 'regio', description: 'Gemeenten die samen worden beoordeeld.' },
  { value: 'wijk', name: 'wijk', description: 'Een deel van een gemeente.' },
  { value: 'vestiging', name: 'vestiging', description: 'Een plaats waar een organisatie werkt.' },
];

/** Asks which gebieden are judged, and why these. */
export async function askGebieden(name = 'gemeenten', { registers }: Lijsten): Promise<List<'gebieden'>> {
  const register = registers.lijsten.get(name) ?? new Map<string, string>();
  const codes = gemeenteChoices(register, registers);
  const gebieden: List<'gebieden'> = [];
  do {
    const taken = gebieden.map(({ id }) => id);
    const open = codes.filter(({ value }) => gebieden.every(({ code }) => code !== value));
    const soort = await askOne('Wat voor gebied wordt beoordeeld?', SOORTEN);
    const code = soort === 'gemeente' ? await askSearch('Welke gemeente? Typ om te zoeken:', open) : undefined;
    const free = (text: string) => idProblem(text, taken, soort);
    const naam = code === undefined ? await askText(`Naam van de ${soort}:`, { check: free }) : (register.get(code) ?? code);
    const id = freeId(naam, taken, soort) ?? slug(naam);
    gebieden.push({ id, naam, soort, ...(code ? { code } : {}), reden: await askText(`Waarom ${naam}?`) });
  } while (await askYes('Nog een gebied?', false));
  return gebieden;
}

/** The gemeenten of a register by name, and with them those that were merged: choosing one of these chooses what it became. */
export function gemeenteChoices(
  register: ReadonlyMap<string, string>,
  { herindelingen }: Lijsten['registers'],
): Choice<string>[] {
  const now = [...register].map(([value, naam]) => ({ value, name: `${naam} (${value})` }));
  const merged = herindelingen
    .filter(({ nieuweCode }) => register.has(nieuweCode))
    .map(({ oudeCode, oudeNaam, nieuweCode, nieuweNaam }) => ({
      value: nieuweCode,
      name: `${oudeNaam} (${oudeCode}), opgegaan in ${nieuweNaam} (${nieuweCode})`,
    }));
  return [...now, ...merged].sort(by(({ name }) => name));
}

/** Asks which gemeenten and organisations are part of it, and why. */
export async function askPartijen(gebieden: List<'gebieden'>): Promise<List<'partijen'>> {
  const partijen: List<'partijen'> = [];
  const taken = () => partijen.map(({ id }) => id);
  const names = () =>
    askText('Betrokken partij: gemeente of organisatie. Naam (leeg: klaar):', {
      optional: true,
      check: (text) => idProblem(text, taken()),
    });
  for (let naam = await names(); naam !== ''; naam = await names()) {
    const soort = await askOne<'gemeente' | 'organisatie'>('Wat is het?', [
      { value: 'gemeente', name: 'gemeente' },
      { value: 'organisatie', name: 'organisatie' },
    ]);
    const choices = gebieden.map((gebied) => ({ value: gebied.id, name: gebied.naam, checked: gebieden.length === 1 }));
    const where = await askSeveral(`Bij welke gebieden hoort ${naam}?`, choices, 'Zet ten minste één gebied aan.');
    partijen.push({ id: slug(naam), naam, soort, gebieden: where, reden: await askText(`Waarom is ${naam} betrokken?`) });
  }
  return partijen;
}

/** Why no id can be made of a name; with a soort a name may be used by something of another soort. */
export function idProblem(naam: string, taken: readonly string[], soort?: string): string | undefined {
  if (slug(naam) === '') return 'Gebruik letters of cijfers in de naam.';
  return freeId(naam, taken, soort) === undefined ? `'${naam}' staat er al.` : undefined;
}

/** The id of a name, with its soort in front when the name is taken; 'overkoepelend' is the judgement over all gebieden. */
function freeId(naam: string, taken: readonly string[], soort?: string): string | undefined {
  const ids = soort === undefined ? [slug(naam)] : [slug(naam), slug(`${soort} ${naam}`)];
  return ids.find((id) => !taken.includes(id) && !(soort !== undefined && id === 'overkoepelend'));
}

/** Asks until the answer is empty; the question is told the answers before it. */
export async function untilEmpty(ask: (before: string[]) => Promise<string>): Promise<string[]> {
  const answers: string[] = [];
  for (let answer = await ask(answers); answer !== ''; answer = await ask(answers)) answers.push(answer);
  return answers;
}

import type { NewOptions } from '../commands/onderzoek-new.ts';
import { slug } from '../source/slug.ts';
import { askOne, askSearch, askSeveral, askText, askYes } from './prompt.ts';
import { today } from './terminal.ts';

type Ask = NonNullable<NewOptions['ask']>;
type Plan = Parameters<Ask>[0];
type Lijsten = Parameters<Ask>[1];
type List<K extends keyof Plan> = NonNullable<Plan[K]>;

/** Asks for every field of a plan that is missing, and leaves what was given as it is. */
export async function promptPlan(given: Plan, lijsten: Lijsten): Promise<Plan> {
  const plan: Plan = { ...given };
  plan.titel ??= await askText('Titel van het onderzoek:');
  plan.onderwerp ??= await askText('Waar gaat het over, in een of twee zinnen?');
  plan.hoofdvraag ??= await askText('Hoofdvraag:');
  plan.deelvragen ??= await askDeelvragen();
  plan.aanleiding ??= await askAanleiding();
  plan.toezichtlijn ??= await askOne<List<'toezichtlijn'>>('Bij welke toezichtlijn hoort het?', [
    { value: 'verbreden', name: 'verbreden' },
    { value: 'verdiepen', name: 'verdiepen' },
    { value: 'reflecteren', name: 'reflecteren' },
  ]);
  plan.inspecties ??= await askInspecties();
  plan.partners ??= await askPartners();
  plan.doelgroep ??= await askDoelgroep(lijsten);
  plan.gebieden ??= await askGebieden(plan.register, lijsten);
  plan.partijen ??= await askPartijen(plan.gebieden);
  plan.planning ??= await askPlanning();
  plan.burgerbetrokkenheid ??= await askBurgers();
  plan.datum ??= await askText('Datum die op het rapport komt (jaar-maand-dag):', { default: today(), check: asDate });
  return plan;
}

async function askDeelvragen(): Promise<List<'deelvragen'>> {
  const texts = await untilEmpty((number) => askText(`Deelvraag ${number} (leeg: klaar):`, { optional: true }));
  return texts.map((tekst, index) => ({ id: `dv${index + 1}`, tekst }));
}

async function askAanleiding(): Promise<List<'aanleiding'>> {
  const soort = await askOne<List<'aanleiding'>['soort']>('Wat is de aanleiding?', [
    { value: 'geprogrammeerd', name: 'geprogrammeerd: het staat in het programma' },
    { value: 'signaal', name: 'signaal' },
    { value: 'calamiteit', name: 'calamiteit' },
    { value: 'verzoek', name: 'verzoek' },
  ]);
  return { soort, toelichting: await askText('Licht de aanleiding toe:') };
}

const INSPECTIES = [
  { id: 'igj', naam: 'Inspectie Gezondheidszorg en Jeugd' },
  { id: 'ijenv', naam: 'Inspectie Justitie en Veiligheid' },
  { id: 'ivho', naam: 'Inspectie van het Onderwijs' },
  { id: 'nla', naam: 'Nederlandse Arbeidsinspectie' },
];

async function askInspecties(): Promise<List<'inspecties'>> {
  const chosen = await askSeveral(
    'Welke inspecties doen mee?',
    INSPECTIES.map((value) => ({ value, name: value.naam })),
  );
  const others = await untilEmpty(() => askText('Nog een andere inspectie? Naam (leeg: nee):', { optional: true }));
  const all = [...chosen, ...others.map((naam) => ({ id: slug(naam), naam }))];
  if (all.length === 0) return askInspecties();
  const lead =
    all.length === 1
      ? all[0]
      : await askOne(
          'Welke inspectie is leidend?',
          all.map((value) => ({ value, name: value.naam })),
        );
  return all.map((inspectie) => ({ ...inspectie, rol: inspectie === lead ? 'leidend' : 'deelnemend' }));
}

async function askPartners(): Promise<List<'partners'>> {
  const names = await untilEmpty(() => askText('Partner, zoals een Wmo-toezichthouder. Naam (leeg: klaar):', { optional: true }));
  const partners: List<'partners'> = [];
  for (const naam of names)
    partners.push({
      id: slug(naam),
      naam,
      soort: await askText(`Wat voor partner is ${naam}?`, { default: 'Wmo-toezichthouder' }),
    });
  return partners;
}

async function askDoelgroep({ kenmerken }: Lijsten): Promise<List<'doelgroep'>> {
  const choices = (kenmerken?.doelgroep ?? []).map(({ id, titel }) => ({ value: id, name: titel }));
  const chosen = choices.length > 0 ? await askSeveral('Om welke doelgroepen gaat het?', choices) : [];
  const omschrijving = await askText('Beschrijf de doelgroep in gewone taal:');
  return { ...(chosen.length > 0 ? { kenmerken: chosen } : {}), omschrijving };
}

async function askGebieden(name = 'gemeenten', { registers }: Lijsten): Promise<List<'gebieden'>> {
  const codes = [...(registers.lijsten.get(name) ?? [])].map(([code, naam]) => ({ value: code, name: `${naam} (${code})` }));
  const gebieden: List<'gebieden'> = [];
  do {
    const soort = await askOne<List<'gebieden'>[number]['soort']>('Wat voor gebied wordt beoordeeld?', [
      { value: 'gemeente', name: 'gemeente' },
      { value: 'regio', name: 'regio' },
      { value: 'wijk', name: 'wijk' },
      { value: 'vestiging', name: 'vestiging' },
    ]);
    const code = soort === 'gemeente' ? await askSearch('Welke gemeente? Typ om te zoeken:', codes) : undefined;
    const naam = code === undefined ? await askText(`Naam van de ${soort}:`) : (registers.lijsten.get(name)?.get(code) ?? code);
    gebieden.push({ id: slug(naam), naam, soort, ...(code ? { code } : {}), reden: await askText(`Waarom ${naam}?`) });
  } while (await askYes('Nog een gebied?', false));
  return gebieden;
}

async function askPartijen(gebieden: List<'gebieden'>): Promise<List<'partijen'>> {
  const partijen: List<'partijen'> = [];
  const names = () => askText('Betrokken partij: gemeente of organisatie. Naam (leeg: klaar):', { optional: true });
  for (let naam = await names(); naam !== ''; naam = await names()) {
    const soort = await askOne<'gemeente' | 'organisatie'>('Wat is het?', [
      { value: 'gemeente', name: 'gemeente' },
      { value: 'organisatie', name: 'organisatie' },
    ]);
    const choices = gebieden.map((gebied) => ({ value: gebied.id, name: gebied.naam, checked: gebieden.length === 1 }));
    const chosen = await askSeveral(`Bij welke gebieden hoort ${naam}?`, choices);
    const where = chosen.length > 0 ? chosen : gebieden.map(({ id }) => id);
    partijen.push({ id: slug(naam), naam, soort, gebieden: where, reden: await askText(`Waarom is ${naam} betrokken?`) });
  }
  return partijen;
}

async function askPlanning(): Promise<List<'planning'>> {
  const planning: List<'planning'> = [];
  const step = () => askText('Stap in de planning (leeg: klaar):', { optional: true });
  for (let stap = await step(); stap !== ''; stap = await step()) {
    const van = await askText('Van (jaar-maand-dag):', { check: asDate });
    const tot = await askText('Tot en met (leeg: dezelfde dag):', { optional: true, check: asDate });
    planning.push({ stap, van, ...(tot ? { tot } : {}) });
  }
  return planning;
}

async function askBurgers(): Promise<List<'burgerbetrokkenheid'>> {
  const ask = (what: string) => askText(`Hoe doen burgers mee bij ${what}? (leeg: nog niet bekend)`, { optional: true });
  const answers = {
    toetsingskader: await ask('het maken van het toetsingskader'),
    verzamelen: await ask('het verzamelen'),
    oordelen: await ask('het oordelen'),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));
}

/** Asks until the answer is empty; the question is told which answer it is for. */
async function untilEmpty(ask: (number: number) => Promise<string>): Promise<string[]> {
  const answers: string[] = [];
  for (let answer = await ask(1); answer !== ''; answer = await ask(answers.length + 1)) answers.push(answer);
  return answers;
}

function asDate(text: string): string | undefined {
  const parsed = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parsed.toJSON()?.startsWith(text)
    ? undefined
    : 'Schrijf een datum die bestaat: jaar-maand-dag.';
}

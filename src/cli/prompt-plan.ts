import type { NewOptions } from '../commands/onderzoek/new.ts';
import { slug } from '../source/slug.ts';
import { askDate, askOne, askSeveral, askText, type Choice, tell } from './prompt.ts';
import { askGebieden, askPartijen, idProblem, untilEmpty } from './prompt-places.ts';
import { today } from './terminal.ts';

type Ask = NonNullable<NewOptions['ask']>;
type Plan = Parameters<Ask>[0];
type Lijsten = Parameters<Ask>[1];
type Problems = Parameters<Ask>[2];
type List<K extends keyof Plan> = NonNullable<Plan[K]>;

/** Asks for every field of a plan that is missing, and leaves what was given as it is. First says why a field is asked again. */
export async function promptPlan(given: Plan, lijsten: Lijsten, problems: Problems): Promise<Plan> {
  const plan: Plan = { ...given };
  for (const { message, help } of problems) tell(`Dit klopt nog niet: ${[message, help].filter(Boolean).join('; ')}.`);
  plan.titel ??= await askText('Titel van het onderzoek:');
  plan.onderwerp ??= await askText('Waar gaat het over, in een of twee zinnen?');
  plan.hoofdvraag ??= await askText('Hoofdvraag:');
  plan.deelvragen ??= await askDeelvragen();
  plan.aanleiding ??= await askAanleiding();
  Object.assign(plan, plan.toezichtlijn ? {} : await askToezichtlijn());
  plan.inspecties ??= await askInspecties();
  plan.partners ??= await askPartners(plan.inspecties);
  if (!plan.doelgroep?.omschrijving) plan.doelgroep = await askDoelgroep(plan.doelgroep?.kenmerken, lijsten);
  plan.gebieden ??= await askGebieden(plan.register, lijsten);
  plan.partijen ??= await askPartijen(plan.gebieden);
  plan.planning ??= await askPlanning();
  plan.burgerbetrokkenheid ??= await askBurgers();
  Object.assign(plan, plan.werkwijze === undefined ? await askWerkwijze() : {});
  plan.datum ??= await askDate('Datum die op het rapport komt:', { default: today() });
  return plan;
}

async function askDeelvragen(): Promise<List<'deelvragen'>> {
  const texts = await untilEmpty((before) => askText(`Deelvraag ${before.length + 1} (leeg: klaar):`, { optional: true }));
  return texts.map((tekst, index) => ({ id: `dv${index + 1}`, tekst }));
}

const TOEZICHTLIJNEN: Choice<List<'toezichtlijn'>>[] = [
  { value: 'verbreden', name: 'verbreden', description: 'Toezicht op samenwerking en samenhang, en op kwetsbare groepen.' },
  { value: 'verdiepen', name: 'verdiepen', description: 'Zoeken naar verklaringen voor knelpunten die blijven bestaan.' },
  {
    value: 'reflecteren',
    name: 'reflecteren',
    description: 'Leren en evalueren; bevindingen bijeenbrengen in een groter beeld.',
  },
];

async function askToezichtlijn(): Promise<Pick<Plan, 'toezichtlijn'>> {
  const none = { value: 'geen' as const, name: 'geen', description: 'Het hoort niet bij een van de drie.' };
  const toezichtlijn = await askOne('Bij welke toezichtlijn hoort het?', [...TOEZICHTLIJNEN, none]);
  return toezichtlijn === 'geen' ? {} : { toezichtlijn };
}

const AANLEIDINGEN: Choice<List<'aanleiding'>['soort']>[] = [
  { value: 'geprogrammeerd', name: 'geprogrammeerd', description: 'Het staat in het programma of jaarplan.' },
  { value: 'signaal', name: 'signaal', description: 'Er kwamen berichten van burgers, professionals of anderen.' },
  { value: 'calamiteit', name: 'calamiteit', description: 'Er is iets ernstigs gebeurd.' },
  { value: 'verzoek', name: 'verzoek', description: 'Iemand vroeg erom, bijvoorbeeld een bewindspersoon of gemeente.' },
];

async function askAanleiding(): Promise<List<'aanleiding'>> {
  const soort = await askOne('Wat is de aanleiding?', AANLEIDINGEN);
  return { soort, toelichting: await askText('Licht de aanleiding toe:') };
}

const INSPECTIES = [
  { id: 'igj', naam: 'Inspectie Gezondheidszorg en Jeugd' },
  { id: 'ijenv', naam: 'Inspectie Justitie en Veiligheid' },
  { id: 'ivho', naam: 'Inspectie van het Onderwijs' },
  { id: 'nla', naam: 'Nederlandse Arbeidsinspectie' },
];

async function askInspecties(): Promise<List<'inspecties'>> {
  const known = INSPECTIES.map((value) => ({ value, name: value.naam }));
  const chosen = await askSeveral('Welke inspecties doen mee?', known);
  const taken = (before: string[]) => [...chosen.map(({ id }) => id), ...before.map((naam) => slug(naam))];
  const others = await untilEmpty((before) =>
    askText('Nog een andere inspectie? Naam (leeg: nee):', { optional: true, check: (text) => idProblem(text, taken(before)) }),
  );
  const all = [...chosen, ...others.map((naam) => ({ id: slug(naam), naam }))];
  if (all.length === 0) {
    tell('Er moet ten minste één inspectie zijn: zet haar aan met de spatiebalk, of typ hierna haar naam.');
    return askInspecties();
  }
  const names = all.map((value) => ({ value, name: value.naam }));
  const lead = all.length === 1 ? all[0] : await askOne('Welke inspectie is leidend?', names);
  return all.map((inspectie) => ({ ...inspectie, rol: inspectie === lead ? 'leidend' : 'deelnemend' }));
}

async function askPartners(inspecties: List<'inspecties'>): Promise<List<'partners'>> {
  const taken = (before: string[]) => [...inspecties.map(({ id }) => id), ...before.map((naam) => slug(naam))];
  const names = await untilEmpty((before) =>
    askText('Partner, zoals een Wmo-toezichthouder. Naam (leeg: klaar):', {
      optional: true,
      check: (text) => idProblem(text, taken(before)),
    }),
  );
  const partners: List<'partners'> = [];
  for (const naam of names) {
    const soort = await askText(`Wat voor partner is ${naam}?`, { default: 'Wmo-toezichthouder' });
    partners.push({ id: slug(naam), naam, soort });
  }
  return partners;
}

async function askDoelgroep(given: string[] | undefined, { kenmerken }: Lijsten): Promise<List<'doelgroep'>> {
  const choices = (kenmerken?.doelgroep ?? []).map(({ id, titel }) => ({ value: id, name: titel }));
  const chosen = given ?? (choices.length > 0 ? await askSeveral('Om welke doelgroepen gaat het? (mag leeg)', choices) : []);
  const omschrijving = await askText('Beschrijf de doelgroep in gewone taal:');
  return { ...(chosen.length > 0 ? { kenmerken: chosen } : {}), omschrijving };
}

async function askPlanning(): Promise<List<'planning'>> {
  const planning: List<'planning'> = [];
  const step = () => askText('Stap in de planning (leeg: klaar):', { optional: true });
  for (let stap = await step(); stap !== ''; stap = await step()) {
    const van = await askDate('Van (bijvoorbeeld 14-2-2026):');
    const check = (day: string) => (day < van ? `Dat is vóór het begin (${van}).` : undefined);
    const tot = await askDate('Tot en met (leeg: dezelfde dag):', { optional: true, check });
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

async function askWerkwijze(): Promise<Pick<Plan, 'werkwijze'>> {
  const werkwijze = await askText('Hoe wordt het onderzoek gedaan? Dit komt in het rapport. (leeg: later in onderzoek.yaml)', {
    optional: true,
  });
  return werkwijze === '' ? {} : { werkwijze };
}

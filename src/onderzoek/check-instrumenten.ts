import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { type LeftOut, leftOutProblem } from '../kader/reference.ts';
import type { Instrument, InstrumentenBestand, Item } from '../schema/generated/types.ts';
import type { ToetsCriterium, ToetsIndicator } from './toetsing.ts';

/** An instrumenten.yaml that is valid by its schema, with its name for messages. */
export interface TeBevragen {
  file: string;
  value: InstrumentenBestand;
}

/** Every reference in the instruments that points at nothing or at what was left out, and every id that stands there twice. */
export function checkInstrumenten(
  { file, value }: TeBevragen,
  criteria: readonly ToetsCriterium[],
  weggelaten: readonly LeftOut[] = [],
): Diagnostic[] {
  const wrong = (pointer: string, message: string) =>
    error('instrumenten/verwijzing', message, { file, pointer, help: 'pas de naam aan, of zet erbij waar hij naar verwijst' });
  const indicatoren = criteria.flatMap((criterium) => criterium.indicatoren.map(({ ref }) => ref));
  const respondenttypen = value.respondenttypen.map(({ id }) => id);
  const instrumenten = value.instrumenten.map(({ id }) => id);
  const unknown = (name: string, id: string, known: readonly string[], pointer: string) =>
    known.includes(id) ? [] : [wrong(pointer, `${name} '${id}' bestaat niet${didYouMean(id, known)}`)];
  return [
    ...(['respondenttypen', 'instrumenten', 'items'] as const).flatMap((list) => doubles(list, value[list], wrong)),
    ...value.instrumenten.flatMap((instrument, i) =>
      instrument.respondenttypen.flatMap((id, place) =>
        unknown('respondenttype', id, respondenttypen, `/instrumenten/${i}/respondenttypen/${place}`),
      ),
    ),
    ...value.items.flatMap((item, i) => [
      ...unknown('instrument', item.instrument, instrumenten, `/items/${i}/instrument`),
      ...item.indicatoren.flatMap((ref, place) =>
        unknown('indicator', ref, indicatoren, `/items/${i}/indicatoren/${place}`).map((d) =>
          notChosen(d, ref, item, weggelaten),
        ),
      ),
    ]),
  ];
}

function notChosen(problem: Diagnostic, ref: string, { id }: Item, weggelaten: readonly LeftOut[]): Diagnostic {
  const left = leftOutProblem(ref, weggelaten);
  if (left === undefined)
    return { ...problem, message: problem.message.replace('bestaat niet', 'staat niet in het toetsingskader') };
  return { ...problem, message: `item '${id}' gaat over een indicator die er niet meer in zit: ${left}`, help: LEFT_OUT };
}

const LEFT_OUT =
  'haal de indicator weg bij het item, of het hele item, in instrumenten.yaml of op blad Items van een nieuwe matrix; of kies hem weer met tsd kader select';

/** The items that ask about what was left out. */
export function leftOutItems(
  instrumenten: TeBevragen,
  criteria: readonly ToetsCriterium[],
  weggelaten: readonly LeftOut[],
): Diagnostic[] {
  return checkInstrumenten(instrumenten, criteria, weggelaten).filter(({ help }) => help === LEFT_OUT);
}

function doubles(
  list: string,
  items: readonly { id: string }[],
  wrong: (pointer: string, message: string) => Diagnostic,
): Diagnostic[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((other) => other.id === id) < index ? [wrong(`/${list}/${index}/id`, `id '${id}' staat er al`)] : [],
  );
}

/** What the instruments leave out: indicatoren nobody is asked about, one kind of source, no burger, a guide that is too long. */
export function checkDekking({ file, value }: TeBevragen, criteria: readonly ToetsCriterium[]): Diagnostic[] {
  const asked = criteria.filter((criterium) => !criterium.nietVanToepassing);
  const indicatoren = asked.flatMap((criterium) => criterium.indicatoren.filter((indicator) => !indicator.nietVanToepassing));
  const empty = value.items.length === 0 && indicatoren.length > 0 ? [noItems(file)] : [];
  // Before anything is asked of anyone, that says it all.
  if (empty.length > 0 && indicatoren.every(({ aanWie }) => aanWie.length === 0)) return empty;
  return [
    ...empty,
    ...indicatoren.flatMap((indicator) => coverage(indicator, value, file)),
    ...withoutBurger(asked, value, file),
    ...withoutAnswers(value, file),
    ...tooLong(value, file),
  ];
}

/** The indicatoren that nobody is asked about: there is no item for them, nor does the matrix say with whom they are asked. */
export function unaskedIndicatoren(
  value: Pick<InstrumentenBestand, 'items'> | undefined,
  criteria: readonly ToetsCriterium[],
): ToetsIndicator[] {
  const asked = new Set(value?.items.flatMap(({ indicatoren }) => indicatoren));
  return criteria
    .filter(({ nietVanToepassing }) => !nietVanToepassing)
    .flatMap(({ indicatoren }) => indicatoren)
    .filter(({ ref, aanWie, nietVanToepassing }) => !nietVanToepassing && aanWie.length === 0 && !asked.has(ref));
}

/** Nothing is asked of anyone; `file` is instrumenten.yaml, where there is one. */
export function noItems(file?: string): Diagnostic {
  return warning('instrumenten/geen-items', 'er zijn nog geen vragen, onderwerpen of dossieritems', {
    ...(file !== undefined && { file, pointer: '/items' }),
    help: 'vul het blad Items van de matrix in, of voeg ze toe met tsd kader concretise <onderzoek>',
  });
}

/** The instruments by which an indicator is asked about, and the respondenttypen that they and `aan_wie` reach. */
function reach(indicator: ToetsIndicator, value: InstrumentenBestand): { instrumenten: Instrument[]; wie: Set<string> } {
  const ids = new Set(
    value.items.filter(({ indicatoren }) => indicatoren.includes(indicator.ref)).map(({ instrument }) => instrument),
  );
  const instrumenten = value.instrumenten.filter(({ id }) => ids.has(id));
  return { instrumenten, wie: new Set([...indicator.aanWie, ...instrumenten.flatMap(({ respondenttypen }) => respondenttypen)]) };
}

function coverage(indicator: ToetsIndicator, value: InstrumentenBestand, file: string): Diagnostic[] {
  const { instrumenten } = reach(indicator, value);
  const name = `indicator ${indicator.nummer} '${indicator.ref}'`;
  if (instrumenten.length === 0) return unasked(indicator, name, value, file);
  const kinds = new Set(instrumenten.map(({ bronsoort }) => bronsoort));
  if (kinds.size > 1) return [];
  const message = `${name} wordt alleen onderzocht met bronnen van één soort (${[...kinds].join('')})`;
  return [
    warning('instrumenten/een-soort-bron', message, { file, pointer: '/items', help: 'vraag er ook op een andere manier naar' }),
  ];
}

/** With whom it is asked may be said before the question is there. */
function unasked({ aanWie }: ToetsIndicator, name: string, { items }: InstrumentenBestand, file: string): Diagnostic[] {
  const at = { file, pointer: '/items' };
  if (aanWie.length === 0)
    return [
      warning('instrumenten/niet-bevraagd', `naar ${name} wordt niemand gevraagd`, {
        ...at,
        help: 'voeg een item toe, of zet bij de indicator waarom hij niet van toepassing is',
      }),
    ];
  if (items.length === 0) return [];
  const message = `nog geen vraag voor ${name} (aan wie: ${aanWie.join(', ')})`;
  return [warning('instrumenten/geen-vraag', message, { ...at, help: 'voeg er een item voor toe' })];
}

/** A dossier is compared with others, so what can be found in it is fixed beforehand. */
function withoutAnswers({ items }: InstrumentenBestand, file: string): Diagnostic[] {
  return items.flatMap(({ id, soort, antwoorden = [] }, index) =>
    soort !== 'dossieritem' || antwoorden.length > 0
      ? []
      : [
          warning('instrumenten/zonder-antwoorden', `dossieritem '${id}' heeft geen vaste antwoorden`, {
            file,
            pointer: `/items/${index}`,
            help: 'zet de antwoorden waaruit wordt gekozen in de kolom antwoorden, of maak er een vraag van',
          }),
        ],
  );
}

function withoutBurger(criteria: readonly ToetsCriterium[], value: InstrumentenBestand, file: string): Diagnostic[] {
  const burgers = new Set(value.respondenttypen.filter(({ perspectief }) => perspectief === 'burger').map(({ id }) => id));
  return criteria
    .filter(({ indicatoren }) => indicatoren.length > 0)
    .filter(({ indicatoren }) => !indicatoren.some((indicator) => [...reach(indicator, value).wie].some((id) => burgers.has(id))))
    .map(({ nummer, ref }) =>
      warning('instrumenten/geen-burger', `bij criterium ${nummer} '${ref}' wordt aan geen burger iets gevraagd`, {
        file,
        pointer: '/respondenttypen',
        help: 'vraag ernaar bij een respondenttype met perspectief burger',
      }),
    );
}

function tooLong(value: InstrumentenBestand, file: string): Diagnostic[] {
  return value.instrumenten.flatMap(({ id, naam, maximum_minuten: maximum }, index) => {
    const minutes = value.items.filter(({ instrument }) => instrument === id).reduce((sum, { minuten = 0 }) => sum + minuten, 0);
    if (maximum === undefined || minutes <= maximum) return [];
    const message = `'${naam}' duurt naar schatting ${minutes} minuten; het maximum is ${maximum}`;
    return [
      warning('instrumenten/te-lang', message, { file, pointer: `/instrumenten/${index}`, help: 'schrap of verkort items' }),
    ];
  });
}

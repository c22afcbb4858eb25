import type { Antwoorden, Toespitsbaar } from '../commands/kader/concretise-items.ts';
import { slug } from '../source/slug.ts';
import { askOne, askSeveral, askText, askWholeNumber } from './prompt.ts';
import { idProblem } from './prompt-places.ts';

type Instrument = Antwoorden['instrumenten'][number];
type Respondenttype = Antwoorden['respondenttypen'][number];
type Soort = Pick<Instrument, 'soort' | 'bronsoort'>;

/** Asks for a way to gather: of what kind, for whom, and how long it may take. */
export async function addInstrument(lijst: Toespitsbaar, antwoorden: Antwoorden): Promise<void> {
  const kind = await askSoort(lijst);
  const wie = await askWie(lijst, antwoorden);
  const taken = lijst.instrumenten.map(({ id }) => id);
  const naam = await askText('Hoe heet dit instrument?', {
    ...suggested(kind, wie, taken),
    check: (text) => idProblem(text, taken),
  });
  const introductie = await askText('Wat vertelt de inspecteur vooraf? (leeg: niets)', { optional: true });
  const maximum = await askWholeNumber('Hoeveel minuten mag het hoogstens duren? (leeg: onbekend)', 1);
  const [first, ...rest] = wie.map(({ id }) => id);
  if (first === undefined) return;
  const instrument: Instrument = {
    id: slug(naam),
    ...kind,
    naam,
    respondenttypen: [first, ...rest],
    ...(introductie ? { introductie } : {}),
    ...(maximum === undefined ? {} : { maximum_minuten: maximum }),
  };
  lijst.instrumenten.push(instrument);
  antwoorden.instrumenten.push(instrument);
}

async function askSoort({ lijsten }: Toespitsbaar): Promise<Soort> {
  const known = lijsten.instrumentsoort.map((value) => ({ value, name: value.soort }));
  const found = await askOne<Soort | undefined>('Wat voor instrument?', [...known, { value: undefined, name: 'iets anders' }]);
  if (found) return found;
  const soort = await askText('Wat is het?');
  const bronsoorten = lijsten.bronsoort.map((value) => ({ value, name: value }));
  return { soort, bronsoort: await askOne('Wat voor bron levert het op?', bronsoorten) };
}

function suggested({ soort }: Soort, wie: readonly Respondenttype[], taken: readonly string[]): { default?: string } {
  const naam = `${soort.charAt(0).toUpperCase()}${soort.slice(1)} ${wie.map((type) => type.naam).join(' en ')}`;
  return taken.includes(slug(naam)) ? {} : { default: naam };
}

/** Asks for whom it is; who is not in the list yet is added to it. */
async function askWie(lijst: Toespitsbaar, antwoorden: Antwoorden): Promise<Respondenttype[]> {
  const NIEUW = 'nieuw';
  const known = [...lijst.respondenttypen, ...lijst.voorstellen];
  const chosen = await askSeveral<Respondenttype | typeof NIEUW>(
    'Voor wie is het?',
    [...known.map((value) => ({ value, name: value.naam })), { value: NIEUW, name: 'iemand anders' }],
    'Zet ten minste een respondenttype aan met de spatiebalk.',
  );
  const wie = chosen.filter((item) => item !== NIEUW);
  if (chosen.includes(NIEUW)) wie.push(await askRespondenttype(known, lijst));
  return adoptRespondenttypen(wie, lijst, antwoorden);
}

/** Makes those that were only proposed, or are new, respondenttypen; gives them all back, each with a perspectief. */
export async function adoptRespondenttypen(
  chosen: readonly Respondenttype[],
  lijst: Toespitsbaar,
  antwoorden: Antwoorden,
): Promise<Respondenttype[]> {
  const wie: Respondenttype[] = [];
  for (const type of chosen) wie.push(await withPerspectief(type, lijst));
  const added = wie.filter((type) => !lijst.respondenttypen.some(({ id }) => id === type.id));
  lijst.voorstellen = lijst.voorstellen.filter((type) => !added.some(({ id }) => id === type.id));
  lijst.respondenttypen.push(...added);
  antwoorden.respondenttypen.push(...added);
  return wie;
}

/** What is only proposed has no perspectief yet when its name does not say it. */
async function withPerspectief(type: Respondenttype, lijst: Toespitsbaar): Promise<Respondenttype> {
  const isOpen = type.perspectief === 'overig' && lijst.voorstellen.includes(type);
  return isOpen ? { ...type, perspectief: await askPerspectief(type.naam, lijst) } : type;
}

async function askRespondenttype(known: readonly Respondenttype[], lijst: Toespitsbaar): Promise<Respondenttype> {
  const taken = known.map(({ id }) => id);
  const naam = await askText('Wie? Bijvoorbeeld: jongere.', { check: (text) => idProblem(text, taken) });
  return { id: slug(naam), naam, perspectief: await askPerspectief(naam, lijst) };
}

function askPerspectief(naam: string, { lijsten }: Toespitsbaar): Promise<Respondenttype['perspectief']> {
  const perspectieven = lijsten.perspectief.map((value) => ({ value, name: value }));
  return askOne(`Wiens blik is die van ${naam}?`, perspectieven);
}

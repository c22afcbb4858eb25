import { type AddChoices, readAddChoices } from '../commands/waarnemingen/add-choices.ts';
import { askDate, askOne, askSearch, askSeveral, askText } from './prompt.ts';

type Cells = Record<string, string>;

/** Asks for one waarneming, with its bron when that is new; what was given already is not asked. */
export async function promptAdd(onderzoek: string, given: Cells): Promise<Cells> {
  const choices = readAddChoices(onderzoek);
  const cells: Cells = { ...given };
  const fill = async (column: string, ask: () => Promise<string>) => {
    cells[column] ??= await ask();
  };
  await fill('bron', () => askBron(choices));
  if (!choices.bronnen.some(({ id }) => id === cells.bron)) await askNewBron(cells, choices);
  const about = choices.bronnen.find(({ id }) => id === cells.bron)?.gebieden ?? (cells['bron gebieden'] ?? '').split(' | ');
  if (about.length > 1) await fill('gebied', () => askOne('Over welk gebied?', about.map(asChoice)));
  if (choices.items.length > 0) await fill('item', () => askItem(choices));
  const { antwoorden = [] } = choices.items.find(({ id }) => id === cells.item) ?? {};
  if (antwoorden.length > 0) await fill('antwoord', () => askOne('Welk antwoord?', [...antwoorden.map(asChoice), NONE]));
  await fill('tekst', () => askTekst(Boolean(cells.antwoord)));
  // An item says itself what it is about.
  if (!cells.item) await fill('indicator', () => askIndicator(choices));
  await fill('strekking', () =>
    askOne('Wat zegt dit?', [{ value: '', name: 'niets kiezen' }, ...choices.strekkingen.map(asChoice)]),
  );
  return cells;
}

function askBron({ bronnen }: AddChoices): Promise<string> {
  const known = bronnen.map(({ id, uitleg }) => ({ value: id, name: id, description: uitleg }));
  if (known.length === 0) return askText('Id van de nieuwe bron (kleine letters, cijfers, koppelteken):');
  return askSearch('Uit welke bron?', [...known, { value: '', name: 'een nieuwe bron' }]).then(
    (id) => id || askText('Id van de nieuwe bron (kleine letters, cijfers, koppelteken):'),
  );
}

async function askNewBron(cells: Cells, { soorten, perspectieven, gebieden }: AddChoices): Promise<void> {
  cells['bron soort'] ??= await askOne('Wat voor bron is dit?', soorten.map(asChoice));
  cells['bron perspectief'] ??= await askOne('Wiens blik is dit?', perspectieven.map(asChoice));
  cells['bron datum'] ??= await askDate('Van welke dag (14-2-2026)?');
  const [only, ...more] = gebieden;
  cells['bron gebieden'] ??=
    only && more.length === 0
      ? only
      : (await askSeveral('Over welke gebieden gaat zij?', gebieden.map(asChoice), 'Kies er ten minste een.')).join(' | ');
}

const NONE = { value: '', name: 'geen van deze; ik schrijf het op' };

function askItem({ items }: AddChoices): Promise<string> {
  const all = items.map(({ id, tekst }) => ({ value: id, name: `${id}: ${tekst}` }));
  return askSearch('Bij welke vraag of welk onderwerp?', [{ value: '', name: 'bij geen' }, ...all]);
}

function askTekst(isExplanation: boolean): Promise<string> {
  if (!isExplanation) return askText('Wat is er gezegd, gelezen of gezien?');
  return askText('Toelichting (leeg: alleen het antwoord):', { optional: true });
}

function askIndicator({ indicatoren }: AddChoices): Promise<string> {
  const all = indicatoren.map(({ ref, label, uitleg }) => ({ value: ref, name: label, description: uitleg }));
  return askSearch('Waar gaat dit over? Typ woorden of een nummer:', [{ value: '', name: 'nog niet coderen' }, ...all]);
}

function asChoice(value: string): { value: string; name: string } {
  return { value, name: value };
}

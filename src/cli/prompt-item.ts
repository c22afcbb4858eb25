import type { Antwoorden, Toespitsbaar } from '../commands/kader/concretise-items.ts';
import { askOne, askSearch, askText, askWholeNumber, askYes, type Choice } from './prompt.ts';

type Item = Antwoorden['items'][number];

const UITLEG: Record<Item['soort'], string> = {
  vraag: 'Een vraag die zo wordt gesteld.',
  onderwerp: 'Iets waarover u doorvraagt, in eigen woorden.',
  dossieritem: 'Iets wat u opzoekt in een dossier, met vaste antwoorden.',
};

/** Asks for what is asked with an instrument: a question, a topic, or something to look up with fixed answers. */
export async function addItem({ items, instrumenten, lijsten }: Toespitsbaar, antwoorden: Antwoorden): Promise<void> {
  const instrument = await askOne(
    'Bij welk instrument?',
    instrumenten.map(({ id, naam }) => ({ value: id, name: naam })),
  );
  const soort = await askOne(
    'Wat voor item?',
    lijsten.itemsoort.map((value) => ({ value, name: value, description: UITLEG[value] })),
  );
  const tekst = await askText(soort === 'onderwerp' ? 'Onderwerp:' : 'Vraag:');
  const indicatoren = await askIndicatoren(items);
  const vast = soort === 'dossieritem' ? splitAnswers(await askText('Vaste antwoorden, met | ertussen:')) : [];
  const minuten = await askWholeNumber('Hoeveel minuten? (leeg: onbekend)');
  antwoorden.items.push({
    instrument,
    soort,
    tekst,
    indicatoren,
    ...(vast.length > 0 ? { antwoorden: vast } : {}),
    ...(minuten === undefined ? {} : { minuten }),
  });
}

async function askIndicatoren(items: Toespitsbaar['items']): Promise<Item['indicatoren']> {
  const all = items
    .filter(({ isIndicator }) => isIndicator)
    .map(({ ref, nummer, kort, tekst }): Choice<string> => ({ value: ref, name: `${nummer} ${kort}`, description: tekst }));
  const first = await askSearch('Voor welke indicator? Typ om te zoeken:', all);
  const more: string[] = [];
  const open = () => all.filter(({ value }) => value !== first && !more.includes(value));
  while (open().length > 0 && (await askYes('Nog een indicator?', false)))
    more.push(await askSearch('Welke? Typ om te zoeken:', open()));
  return [first, ...more];
}

function splitAnswers(written: string): string[] {
  return written
    .split('|')
    .map((text) => text.trim())
    .filter(Boolean);
}

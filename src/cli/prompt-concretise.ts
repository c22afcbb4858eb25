import { readToespitsbaar } from '../commands/kader/concretise-items.ts';
import { countOf } from '../source/count.ts';
import { askOne, askSearch, askSeveral, askText, tell } from './prompt.ts';
import { addInstrument } from './prompt-instrument.ts';
import { addItem } from './prompt-item.ts';

type Lijst = ReturnType<typeof readToespitsbaar>['lijst'];
type Antwoorden = ReturnType<typeof readToespitsbaar>['antwoorden'];

/** Lets a person sharpen one criterium or indicator after another, and add instruments and what is asked with them. */
export async function promptConcretise(onderzoek: string): Promise<Antwoorden> {
  const { lijst, antwoorden } = readToespitsbaar(onderzoek);
  for (;;) {
    const step = await askOne(`${standOf(antwoorden)}. Wat wilt u doen?`, [
      { value: 'tekst' as const, name: 'een criterium of indicator toespitsen' },
      { value: 'instrument' as const, name: 'een instrument maken: wie u spreekt of wat u leest, en hoe' },
      { value: 'item' as const, name: 'een vraag, onderwerp of dossieritem toevoegen' },
      { value: 'klaar' as const, name: 'klaar: schrijven' },
    ]);
    if (step === 'klaar') return antwoorden;
    if (step === 'tekst') await sharpen(lijst, antwoorden);
    const isFirst = step === 'item' && lijst.instrumenten.length === 0;
    if (isFirst) tell('Er is nog geen instrument om dit bij te vragen. Maak dat eerst.');
    if (isFirst || step === 'instrument') await addInstrument(lijst, antwoorden);
    if (step === 'item') await addItem(lijst, antwoorden);
  }
}

function standOf({ geschreven, instrumenten, items }: Antwoorden): string {
  return [
    `${geschreven.length} toegespitst`,
    ...(instrumenten.length > 0 ? [countOf(instrumenten.length, 'nieuw instrument', 'nieuwe instrumenten')] : []),
    ...(items.length > 0 ? [countOf(items.length, 'nieuw item', 'nieuwe items')] : []),
  ].join(', ');
}

type Item = Lijst['items'][number];

async function sharpen(lijst: Lijst, antwoorden: Antwoorden): Promise<void> {
  const item = await askSearch(
    'Wat spitst u toe? Typ woorden uit de tekst:',
    lijst.items.map((value) => ({
      value,
      name: `${value.nummer} ${value.kort}`,
      description: `Norm: ${value.tekst}\nNu: ${value.toespitsing ?? 'nog niet toegespitst'}`,
    })),
  );
  tell(`Norm: ${item.tekst}`);
  const toespitsing = await askText('Toegespitste tekst (leeg: zoals het is):', {
    optional: true,
    ...(item.toespitsing ? { default: item.toespitsing } : {}),
  });
  const written = {
    ...(toespitsing ? { toespitsing } : {}),
    ...(await askDeelvragen(item, lijst)),
    ...(await askAanWie(item, lijst)),
  };
  Object.assign(item, written);
  const { aanWie, ...texts } = written;
  antwoorden.geschreven.push({ ref: item.ref, ...texts, ...(aanWie ? { aan_wie: aanWie } : {}) });
}

async function askDeelvragen(item: Item, { deelvragen }: Lijst): Promise<{ deelvragen?: string[] }> {
  const vragen = deelvragen.map(({ id, tekst }) => ({
    value: id,
    name: `${id}: ${tekst}`,
    checked: item.deelvragen.includes(id),
  }));
  return vragen.length > 0 ? { deelvragen: await askSeveral('Welke deelvragen dient dit?', vragen) } : {};
}

async function askAanWie(item: Item, { respondenttypen }: Lijst): Promise<{ aanWie?: string[] }> {
  const wie = respondenttypen.map(({ id, naam }) => ({ value: id, name: naam, checked: item.aanWie.includes(id) }));
  if (!item.isIndicator || wie.length === 0) return {};
  return { aanWie: await askSeveral('Aan wie wordt dit gevraagd?', wie) };
}

import { readToespitsbaar } from '../commands/kader/concretise-items.ts';
import { countOf } from '../source/count.ts';
import { askOne, tell } from './prompt.ts';
import { addInstrument } from './prompt-instrument.ts';
import { addItem } from './prompt-item.ts';
import { sharpen } from './prompt-sharpen.ts';

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

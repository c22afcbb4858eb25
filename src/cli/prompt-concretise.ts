import { readToespitsbaar, type Toespitsbaar } from '../commands/kader-concretise-items.ts';
import { askOne, askSearch, askSeveral, askText, tell } from './prompt.ts';

type Antwoorden = Awaited<ReturnType<typeof readToespitsbaar>>['antwoorden'];

/** Lets a person sharpen one criterium or indicator after another, and add items to the instruments. */
export async function promptConcretise(onderzoek: string): Promise<Antwoorden> {
  const { lijst, antwoorden } = readToespitsbaar(onderzoek);
  for (;;) {
    const step = await askOne(`${antwoorden.geschreven.length} toegespitst. Wat wilt u doen?`, [
      { value: 'tekst' as const, name: 'een criterium of indicator toespitsen' },
      { value: 'item' as const, name: 'een vraag, onderwerp of dossieritem toevoegen' },
      { value: 'klaar' as const, name: 'klaar: schrijven' },
    ]);
    if (step === 'klaar') return antwoorden;
    if (step === 'tekst') await sharpen(lijst, antwoorden);
    else await addItem(lijst, antwoorden);
  }
}

async function sharpen({ items, deelvragen, respondenttypen }: Toespitsbaar, antwoorden: Antwoorden): Promise<void> {
  const item = await askSearch(
    'Wat spitst u toe? Typ woorden uit de tekst:',
    items.map((value) => ({
      value,
      name: `${value.nummer} ${value.kort}`,
      description: `Norm: ${value.tekst}\nNu: ${value.toespitsing ?? 'nog niet toegespitst'}`,
    })),
  );
  process.stderr.write(`\n  Norm: ${item.tekst}\n`);
  const toespitsing = await askText('Toegespitste tekst (leeg: zoals het is):', {
    optional: true,
    ...(item.toespitsing ? { default: item.toespitsing } : {}),
  });
  const vragen = deelvragen.map(({ id, tekst }) => ({
    value: id,
    name: `${id}: ${tekst}`,
    checked: item.deelvragen.includes(id),
  }));
  const wie = respondenttypen.map(({ id, naam }) => ({ value: id, name: naam, checked: item.aanWie.includes(id) }));
  const chosen = vragen.length > 0 ? await askSeveral('Welke deelvragen dient dit?', vragen) : [];
  const asked = item.isIndicator && wie.length > 0 ? await askSeveral('Aan wie wordt dit gevraagd?', wie) : undefined;
  if (toespitsing) item.toespitsing = toespitsing;
  if (vragen.length > 0) item.deelvragen = chosen;
  if (asked) item.aanWie = asked;
  antwoorden.geschreven.push({
    ref: item.ref,
    ...(toespitsing ? { toespitsing } : {}),
    ...(vragen.length > 0 ? { deelvragen: chosen } : {}),
    ...(asked ? { aan_wie: asked } : {}),
  });
}

async function addItem({ items, instrumenten, respondenttypen }: Toespitsbaar, antwoorden: Antwoorden): Promise<void> {
  if (instrumenten.length === 0 || respondenttypen.length === 0) {
    tell(
      'Er zijn nog geen instrumenten. Kies klaar, en typ dan: tsd kader concretise <onderzoek> --format xlsx --out matrix.xlsx. In de bladen Respondenttypen en Instrumenten staan voorstellen; lees ze in met --from matrix.xlsx.',
    );
    return;
  }
  const instrument = await askOne(
    'Bij welk instrument?',
    instrumenten.map(({ id, naam }) => ({ value: id, name: naam })),
  );
  const soort = await askOne<'vraag' | 'onderwerp' | 'dossieritem'>('Wat voor item?', [
    { value: 'vraag', name: 'vraag' },
    { value: 'onderwerp', name: 'onderwerp' },
    { value: 'dossieritem', name: 'dossieritem met vaste antwoorden' },
  ]);
  const tekst = await askText('Tekst:');
  const choices = items
    .filter(({ isIndicator }) => isIndicator)
    .map(({ ref, nummer, kort, tekst: norm }) => ({ value: ref, name: `${nummer} ${kort}`, description: norm }));
  const indicator = await askSearch('Voor welke indicator? Typ om te zoeken:', choices);
  const vast = soort === 'dossieritem' ? await askText('Vaste antwoorden, met | ertussen:') : '';
  const minuten = await askText('Hoeveel minuten? (leeg: onbekend)', {
    optional: true,
    check: (text) => (/^\d+$/.test(text) ? undefined : 'Schrijf een heel getal.'),
  });
  antwoorden.items.push({
    instrument,
    soort,
    tekst,
    indicatoren: [indicator],
    ...(vast
      ? {
          antwoorden: vast
            .split('|')
            .map((text) => text.trim())
            .filter(Boolean),
        }
      : {}),
    ...(minuten ? { minuten: Number(minuten) } : {}),
  });
}

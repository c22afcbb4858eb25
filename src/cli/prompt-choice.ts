import { previewChoice, type Voorbeeldkeuze, withChosen, withLeftOut } from '../commands/kader/select-preview.ts';
import { countOf } from '../source/count.ts';
import { askOne, askSearch, askText, askYes, type Choice, tell } from './prompt.ts';

type Antwoorden = Parameters<typeof previewChoice>[1];
type Keuze = Antwoorden['met'][number];
type Weglating = Antwoorden['zonder'][number];
type Item = { soort: 'criterium' | 'indicator'; ref: string };

/** Lets a person choose step by step, with the texts in sight, until they are done. */
export async function promptChoice(onderzoek: string): Promise<{ antwoorden: Antwoorden }> {
  let antwoorden: Antwoorden = { met: [], zonder: [] };
  for (;;) {
    const stand = await previewChoice(onderzoek, antwoorden);
    const step = await askOne(`${standOf(stand)}. Wat wilt u doen?`, [
      { value: 'module' as const, name: 'een module kiezen', description: 'Een benoemde keuze uit het kader, met haar reden.' },
      { value: 'zoek' as const, name: 'een criterium of indicator zoeken en kiezen' },
      { value: 'weg' as const, name: 'iets weglaten' },
      { value: 'klaar' as const, name: 'klaar: redenen geven en schrijven' },
    ]);
    if (step === 'klaar' && stand.gekozen.size > 0) break;
    if (step === 'klaar') tell('Er is nog niets gekozen. Kies eerst een module, criterium of indicator; stoppen kan met Ctrl-C.');
    if (step === 'module') antwoorden = withChosen(antwoorden, await askModule(stand));
    if (step === 'zoek') antwoorden = withChosen(antwoorden, await askItem(stand));
    if (step === 'weg') antwoorden = withLeftOut(antwoorden, await askLeftOut(stand));
  }
  return { antwoorden: await settle(onderzoek, antwoorden) };
}

function standOf({ gekozen }: Voorbeeldkeuze): string {
  const criteria = [...gekozen].filter((ref) => ref.split('/').length === 2).length;
  return gekozen.size === 0
    ? 'Er is nog niets gekozen'
    : `Gekozen: ${countOf(criteria, 'criterium', 'criteria')} met ${countOf(gekozen.size - criteria, 'indicator', 'indicatoren')}`;
}

async function askModule({ modules }: Voorbeeldkeuze): Promise<Keuze> {
  const choices = modules.map(({ ref, titel, reden, verplicht }) => ({
    value: ref,
    name: `${titel}${verplicht ? ' (verplicht)' : ''}  [${ref}]`,
    description: reden,
  }));
  const ref = await askSearch('Welke module? Typ om te zoeken:', choices);
  return { soort: 'module', ref, ...(await askMotivering()) };
}

async function askItem(stand: Voorbeeldkeuze): Promise<Keuze> {
  const { soort, ref } = await askSearch('Welk criterium of welke indicator? Typ woorden uit de tekst:', itemChoices(stand));
  return { soort, ref, ...(await askMotivering()) };
}

async function askLeftOut(stand: Voorbeeldkeuze): Promise<Weglating> {
  const { ref } = await askSearch('Wat laat u weg? Typ woorden uit de tekst:', itemChoices(stand));
  return { ref, reden: await askText('Waarom wordt dit weggelaten?') };
}

function itemChoices({ criteria, gekozen }: Voorbeeldkeuze): Choice<Item>[] {
  const mark = (ref: string) => (gekozen.has(ref) ? '✓ ' : '  ');
  return criteria.flatMap((criterium): Choice<Item>[] => [
    {
      value: { soort: 'criterium', ref: criterium.ref },
      name: `${mark(criterium.ref)}${criterium.nummer} ${criterium.titel}`,
      description: `${criterium.tekst}\n[${criterium.ref}]`,
      toelichting: criterium.toelichting,
    },
    ...criterium.indicatoren.map(
      (indicator): Choice<Item> => ({
        value: { soort: 'indicator', ref: indicator.ref },
        name: `${mark(indicator.ref)}   ${indicator.nummer} ${indicator.kort}`,
        description: `${[indicator.tekst, ...indicator.aandachtspunten.map((punt) => `– ${punt}`)].join('\n')}\n[${indicator.ref}]`,
      }),
    ),
  ]);
}

async function askMotivering(message = 'Waarom kiest u dit? (leeg: later)'): Promise<{ motivering?: string }> {
  const motivering = await askText(message, { optional: true });
  return motivering ? { motivering } : {};
}

/** Asks what must still be said: about verplichte modules, why things were chosen, and why the rest is left out. */
async function settle(onderzoek: string, given: Antwoorden): Promise<Antwoorden> {
  const decided = await settleVerplicht(await previewChoice(onderzoek, given), given);
  const explained: Antwoorden = { met: [], zonder: decided.zonder };
  for (const rule of decided.met) explained.met.push({ ...rule, ...(await askLate(rule)) });
  return settleRest(await previewChoice(onderzoek, explained), explained);
}

async function settleVerplicht({ modules, verplichtOpen }: Voorbeeldkeuze, given: Antwoorden): Promise<Antwoorden> {
  let antwoorden = given;
  for (const { ref, titel } of modules.filter((module) => verplichtOpen.includes(module.ref))) {
    const choose = await askYes(`Module '${titel}' is verplicht. Kiest u haar?`);
    antwoorden = choose
      ? withChosen(antwoorden, { soort: 'module', ref })
      : withLeftOut(antwoorden, { soort: 'module', ref, reden: await askText('Waarom wordt deze module weggelaten?') });
  }
  return antwoorden;
}

async function askLate({ ref, motivering }: Keuze): Promise<{ motivering?: string }> {
  return motivering ? {} : askMotivering(`Waarom kiest u ${ref}? (leeg: later, in toetsingskader.yaml)`);
}

async function settleRest({ zonderReden, gekozen }: Voorbeeldkeuze, { met, zonder }: Antwoorden): Promise<Antwoorden> {
  const count = countOf(zonderReden.length, 'criterium', 'criteria');
  const wants = zonderReden.length > 0 && (await askYes(`Van ${count} is (een deel) weggelaten zonder reden. Nu redenen geven?`));
  const reasons: Weglating[] = [];
  for (const { ref, nummer, titel, indicatoren } of wants ? zonderReden : []) {
    const part = gekozen.has(ref) ? 'een deel van ' : '';
    const reden = await askText(`Waarom valt ${part}${nummer} '${titel}' weg? (leeg: later)`, { optional: true });
    const refs = gekozen.has(ref) ? indicatoren.filter((i) => !gekozen.has(i.ref)).map((i) => i.ref) : [ref];
    if (reden) reasons.push(...refs.map((item) => ({ ref: item, reden })));
  }
  return { met, zonder: [...zonder, ...reasons] };
}

import { previewChoice, type Voorbeeldkeuze } from '../commands/kader-select-preview.ts';
import { countOf } from '../source/count.ts';
import { askOne, askSearch, askText, askYes, type Choice, tell } from './prompt.ts';

type Antwoorden = Parameters<typeof previewChoice>[1];
type Item = { soort: 'criterium' | 'indicator'; ref: string };

/** Lets a person choose step by step, with the texts in sight, until they are done. */
export async function promptChoice(onderzoek: string): Promise<{ antwoorden: Antwoorden }> {
  const antwoorden: Antwoorden = { met: [], zonder: [] };
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
    if (step === 'module') await chooseModule(stand, antwoorden);
    if (step === 'zoek') await chooseItem(stand, antwoorden);
    if (step === 'weg') await leaveOut(stand, antwoorden);
  }
  await settle(onderzoek, antwoorden);
  return { antwoorden };
}

function standOf({ gekozen }: Voorbeeldkeuze): string {
  const criteria = [...gekozen].filter((ref) => ref.split('/').length === 2).length;
  return gekozen.size === 0
    ? 'Er is nog niets gekozen'
    : `Gekozen: ${countOf(criteria, 'criterium', 'criteria')} met ${countOf(gekozen.size - criteria, 'indicator', 'indicatoren')}`;
}

async function chooseModule({ modules }: Voorbeeldkeuze, antwoorden: Antwoorden): Promise<void> {
  const choices = modules.map(({ ref, titel, reden, verplicht }) => ({
    value: ref,
    name: `${titel}${verplicht ? ' (verplicht)' : ''}  [${ref}]`,
    description: reden,
  }));
  const ref = await askSearch('Welke module? Typ om te zoeken:', choices);
  antwoorden.met.push({ soort: 'module', ref, ...(await askMotivering()) });
}

async function chooseItem(stand: Voorbeeldkeuze, antwoorden: Antwoorden): Promise<void> {
  const { soort, ref } = await askSearch('Welk criterium of welke indicator? Typ woorden uit de tekst:', itemChoices(stand));
  antwoorden.met.push({ soort, ref, ...(await askMotivering()) });
}

async function leaveOut(stand: Voorbeeldkeuze, antwoorden: Antwoorden): Promise<void> {
  const { ref } = await askSearch('Wat laat u weg? Typ woorden uit de tekst:', itemChoices(stand));
  antwoorden.zonder.push({ ref, reden: await askText('Waarom wordt dit weggelaten?') });
}

function itemChoices({ criteria, gekozen }: Voorbeeldkeuze): Choice<Item>[] {
  const mark = (ref: string) => (gekozen.has(ref) ? '✓ ' : '  ');
  return criteria.flatMap((criterium): Choice<Item>[] => [
    {
      value: { soort: 'criterium', ref: criterium.ref },
      name: `${mark(criterium.ref)}${criterium.nummer} ${criterium.titel}`,
      description: `${criterium.tekst}\n${criterium.toelichting}\n[${criterium.ref}]`,
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

/** Asks what must still be said: about verplichte modules, and why the rest is left out. */
async function settle(onderzoek: string, antwoorden: Antwoorden): Promise<void> {
  const before = await previewChoice(onderzoek, antwoorden);
  for (const module of before.modules.filter(({ ref }) => before.verplichtOpen.includes(ref))) {
    const choose = await askYes(`Module '${module.titel}' is verplicht. Kiest u haar?`);
    if (choose) antwoorden.met.push({ soort: 'module', ref: module.ref, ...(await askMotivering()) });
    else
      antwoorden.zonder.push({ soort: 'module', ref: module.ref, reden: await askText('Waarom wordt deze module weggelaten?') });
  }
  for (const item of antwoorden.met.filter(({ motivering }) => !motivering))
    Object.assign(item, await askMotivering(`Waarom kiest u ${item.ref}? (leeg: later, in toetsingskader.yaml)`));
  const { zonderReden, gekozen } = await previewChoice(onderzoek, antwoorden);
  if (
    zonderReden.length === 0 ||
    !(await askYes(
      `Van ${countOf(zonderReden.length, 'criterium', 'criteria')} is (een deel) weggelaten zonder reden. Nu redenen geven?`,
    ))
  )
    return;
  for (const { ref, nummer, titel, indicatoren } of zonderReden) {
    const part = gekozen.has(ref) ? 'een deel van ' : '';
    const reden = await askText(`Waarom valt ${part}${nummer} '${titel}' weg? (leeg: later)`, { optional: true });
    const refs = gekozen.has(ref) ? indicatoren.filter((i) => !gekozen.has(i.ref)).map((i) => i.ref) : [ref];
    if (reden) antwoorden.zonder.push(...refs.map((item) => ({ ref: item, reden })));
  }
}

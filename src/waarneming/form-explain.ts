import type { Dossier } from '../onderzoek/dossier.ts';
import type { Item } from '../schema/generated/types.ts';
import type { SheetSpec } from '../tabel/sheet-spec.ts';
import { type FormLists, type FormScope, itemsFor, itemUitleg, type ListName } from './form-lists.ts';
import { hasAntwoorden, indicatorLabels, itemLabel } from './words.ts';

/** The sheets of a form that only explain: how it is filled in, and the toetsingskader with its sharpened texts. */
export function explainingSheets(
  dossier: Dossier,
  lists: FormLists,
  { levering, ...scope }: FormScope & { levering: string },
): SheetSpec[] {
  const explained = itemsFor(dossier, scope).filter((item) => item.soort === 'dossieritem' || hasAntwoorden(item));
  return [explanation(dossier, lists, levering, explained), toetsingskader(dossier)];
}

const STEPS: [string, string][] = [
  ['1. Bronnen', 'Vul per gesprek, dossier, document of observatie één rij in op het blad Bronnen. De id staat er al.'],
  ['2. Waarnemingen', 'Vul per uitspraak, passage of gebeurtenis één rij in op het blad Waarnemingen, en kies de bron.'],
  ['3. Indicator', 'Kies waar het over gaat. Weet u het nog niet, laat de cel dan leeg: dat kan later.'],
  ['Meer dan één', 'Mogen er meer waarden in een cel, zet er dan | tussen.'],
  ['Geen personen', 'Schrijf geen namen, adressen of burgerservicenummers op. Gebruik een casuscode.'],
  [
    'Eén formulier',
    'Dit formulier is van één persoon of team: de ids mogen niet dubbel worden gebruikt. Een ander krijgt een eigen formulier.',
  ],
  ['Terugsturen', 'Bewaar het als Excel-bestand en stuur het terug. Vult u later aan, gebruik dan hetzelfde formulier.'],
];

const DOSSIERS: [string, string] = [
  'Dossiers',
  'Vul per dossier één rij in op het blad Dossiers: casus, gebied, datum, en per vraag het antwoord uit de lijst en zo nodig een toelichting en de strekking. Die rij is zelf de bron: zet haar niet ook op het blad Bronnen. Wat u leeg laat, telt niet mee.',
];

const NAMES: [soort: string, list: ListName][] = [
  ['gebied', 'gebied'],
  ['partij', 'partij'],
  ['respondenttype', 'respondenttype'],
  ['vastgelegd door', 'vastlegger'],
];

function explanation({ onderzoek }: Dossier, lists: FormLists, levering: string, items: readonly Item[]): SheetSpec {
  const hasGrid = items.some(({ soort }) => soort === 'dossieritem');
  const { titel } = onderzoek.value;
  const rows = [
    ...STEPS.toSpliced(3, 0, ...(hasGrid ? [DOSSIERS] : [])).map(([onderwerp, uitleg]) => ({ onderwerp, uitleg })),
    ...items.map((item) => ({ onderwerp: `item ${itemLabel(item)}`, uitleg: itemUitleg(item) })),
    ...NAMES.flatMap(([soort, list]) => lists[list].map(({ waarde, uitleg }) => ({ onderwerp: `${soort} ${waarde}`, uitleg }))),
  ];
  return {
    name: 'Uitleg',
    titleLines: [`Waarnemingen vastleggen: ${titel}`, `Levering ${levering}`],
    columns: [
      { header: 'onderwerp', key: 'onderwerp', width: 34, kind: 'text', locked: true, wrap: true },
      { header: 'uitleg', key: 'uitleg', width: 100, kind: 'text', locked: true, wrap: true },
    ],
    rows,
    protect: true,
  };
}

function toetsingskader(dossier: Dossier): SheetSpec {
  const rows = indicatorLabels(dossier).map(({ label, criterium, indicator }) => ({
    criterium: `${criterium.nummer} ${criterium.titel}`,
    'toespitsing van het criterium': criterium.nietVanToepassing
      ? `Niet van toepassing: ${criterium.nietVanToepassing}`
      : (criterium.toespitsing ?? ''),
    indicator: label,
    tekst: indicator.tekst,
    toespitsing: indicator.nietVanToepassing
      ? `Niet van toepassing: ${indicator.nietVanToepassing}`
      : (indicator.toespitsing ?? ''),
    'aan wie': indicator.aanWie.join(', '),
  }));
  const widths: [string, number][] = [
    ['criterium', 30],
    ['toespitsing van het criterium', 60],
    ['indicator', 36],
    ['tekst', 60],
    ['toespitsing', 60],
    ['aan wie', 24],
  ];
  return {
    name: 'Toetsingskader',
    columns: widths.map(([header, width]) => ({ header, key: header, width, kind: 'text', locked: true, wrap: true })),
    rows,
    protect: true,
  };
}

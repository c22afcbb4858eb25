import type { InstrumentenBestand, Item, OnderzoekBestand, Respondenttype } from '../schema/generated/types.ts';
import type { ColumnSpec, SheetSpec } from '../tabel/sheet-spec.ts';
import { AAN_WIE, cellsOf, contextColumns } from './matrix-cells.ts';
import { choice, locked, text } from './matrix-columns.ts';
import { instrumentenSheet, itemsSheet, respondenttypenSheet } from './matrix-instrumenten.ts';
import { STAND } from './stand.ts';
import { suggestInstrument, suggestRespondenttypen } from './suggest-instrumenten.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** The mark that says: ask this of them. */
const KRUIS = 'x';

/** Before the id of an item in the hidden sheet. */
export const ITEM = 'item:';

const UITLEG = [
  'Spits het toetsingskader toe en leg vast wat aan wie wordt gevraagd. Lees dit terug met: tsd kader concretise <onderzoek> --from <dit bestand>.',
  'Criteria: per criterium de tekst van de norm, met daarnaast de tekst zoals die voor dit onderwerp luidt.',
  'Matrix: per indicator een x bij wie ernaar wordt gevraagd, de toegespitste tekst en de deelvragen die hij dient.',
  'niet van toepassing: vul de reden in als een criterium of indicator hier niet speelt.',
  'Respondenttypen en Instrumenten: wie u spreekt of leest, en hoe.',
  'Spreekt u nog iemand anders? Zet die in het blad Respondenttypen, en maak in het blad Matrix achteraan zelf een kolom met precies die naam erboven; zet daar uw kruisjes. Een nieuw geschreven matrix heeft die kolom vanzelf.',
  'Items: vragen, onderwerpen en dossieritems, in volgorde. Meer indicatoren of antwoorden scheidt u met een |. Een lege id vult tsd in; bij instrument mag ook de naam staan.',
  'Alleen wat u wijzigt, telt. Een leeg veld bij een tekst haalt niets weg: wat al was geschreven, blijft staan. Een weggehaalde x telt wel.',
];

/** What the sheets are made of. */
export interface MatrixInhoud {
  onderzoek: OnderzoekBestand;
  criteria: readonly ToetsCriterium[];
  instrumenten: InstrumentenBestand | undefined;
}

/** The sheets with which a toetsingskader is sharpened and its instruments are made. */
export function matrixSheets({ onderzoek, criteria, instrumenten }: MatrixInhoud): SheetSpec[] {
  const wie = instrumenten?.respondenttypen ?? suggestRespondenttypen(criteria);
  const hoe = instrumenten?.instrumenten ?? wie.map(suggestInstrument);
  return [
    {
      name: 'Uitleg',
      titleLines: [`Toespitsing – ${onderzoek.titel}`],
      columns: [text('hoe dit werkt', 110)],
      rows: UITLEG.map((line) => ({ 'hoe dit werkt': line })),
    },
    criteriaSheet(onderzoek, criteria),
    matrixSheet(onderzoek, criteria, wie),
    respondenttypenSheet(wie),
    instrumentenSheet(hoe),
    itemsSheet(hoe, instrumenten?.items ?? [], criteria),
    standSheet(onderzoek, criteria, instrumenten?.items ?? []),
  ];
}

function criteriaSheet(onderzoek: OnderzoekBestand, criteria: readonly ToetsCriterium[]): SheetSpec {
  return {
    name: 'Criteria',
    columns: [
      ...place(criteria),
      locked('norm', 44),
      ...written(onderzoek),
      ...contextColumns(onderzoek).map(({ header }) => text(header, 34)),
    ],
    rows: criteria.map((criterium) => ({
      kader: kaderOf(criterium),
      nummer: criterium.nummer,
      verwijzing: criterium.ref,
      norm: criterium.tekst,
      ...cellsOf(criterium, onderzoek),
    })),
    protect: true,
    frozenColumns: place(criteria).length - 1,
  };
}

function matrixSheet(
  onderzoek: OnderzoekBestand,
  criteria: readonly ToetsCriterium[],
  wie: readonly Respondenttype[],
): SheetSpec {
  const marks = wie.map(({ naam }) => ({ ...choice(naam, 12, [KRUIS]), wrap: false }));
  return {
    name: 'Matrix',
    columns: [...place(criteria), locked('criterium', 24), locked('norm', 44), ...marks, ...written(onderzoek)],
    rows: criteria.flatMap((criterium) =>
      criterium.indicatoren.map((indicator) => ({
        kader: kaderOf(criterium),
        nummer: indicator.nummer,
        verwijzing: indicator.ref,
        criterium: criterium.titel,
        norm: [indicator.tekst, ...indicator.aandachtspunten.map((punt) => `– ${punt}`)].join('\n'),
        ...cellsOf(indicator, onderzoek),
        ...Object.fromEntries(wie.map(({ id, naam }) => [naam, indicator.aanWie.includes(id) ? KRUIS : ''])),
      })),
    ),
    frozenColumns: place(criteria).length,
  };
}

function standSheet(onderzoek: OnderzoekBestand, criteria: readonly ToetsCriterium[], all: readonly Item[]): SheetSpec {
  const items = criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  const contexts = contextColumns(onderzoek).map(({ header }) => text(header, 30));
  return {
    name: STAND,
    columns: [text('verwijzing', 30), ...written(onderzoek), text(AAN_WIE, 30), ...contexts],
    rows: [
      ...items.map((item) => ({ verwijzing: item.ref, ...cellsOf(item, onderzoek) })),
      ...all.map(({ id }) => ({ verwijzing: `${ITEM}${id}` })),
    ],
    hidden: true,
  };
}

/** What a criterium or indicator is known by; with several kaders every number occurs more than once. */
function place(criteria: readonly ToetsCriterium[]): ColumnSpec[] {
  const kaders = new Set(criteria.flatMap(({ kader }) => kader?.id ?? []));
  return [...(kaders.size > 1 ? [locked('kader', 16)] : []), locked('nummer', 9), locked('verwijzing', 28)];
}

function kaderOf({ kader, thema }: ToetsCriterium): string {
  return kader?.id ?? thema.ref;
}

function written({ deelvragen = [] }: OnderzoekBestand): ColumnSpec[] {
  const note = deelvragen.map(({ id, tekst }) => `${id}: ${tekst}`).join('\n');
  return [text('toespitsing', 50), { ...text('deelvragen', 14), ...(note ? { note } : {}) }, text('niet van toepassing', 30)];
}

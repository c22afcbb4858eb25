import { enumeration } from '../schema/enumeration.ts';
import type { Instrument, Item, Respondenttype } from '../schema/generated/types.ts';
import type { SheetSpec } from '../tabel/sheet-spec.ts';
import { joinCell } from '../tabel/table.ts';
import { indicatorLabel } from './indicator-reference.ts';
import { INSTRUMENTSOORTEN } from './instrumentsoorten.ts';
import { choice, text } from './matrix-columns.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** The sheet with the respondenttypen. */
export function respondenttypenSheet(wie: readonly Respondenttype[]): SheetSpec {
  return {
    name: 'Respondenttypen',
    columns: [text('id', 20), text('naam', 34), choice('perspectief', 18, enumeration('perspectief'))],
    rows: wie.map(({ id, naam, perspectief }) => ({ id, naam, perspectief })),
    blankRows: 12,
  };
}

/** The sheet with the instruments. */
export function instrumentenSheet(hoe: readonly Instrument[]): SheetSpec {
  return {
    name: 'Instrumenten',
    columns: [
      text('id', 26),
      {
        ...choice(
          'soort',
          22,
          INSTRUMENTSOORTEN.map(({ soort }) => soort),
        ),
        open: true,
        note: 'Kies er een, of schrijf een eigen soort.',
      },
      choice('bronsoort', 16, enumeration('bronsoort')),
      text('naam', 36),
      text('respondenttypen', 34),
      text('introductie', 60),
      text('maximum minuten', 12),
    ],
    rows: hoe.map(instrumentRow),
    blankRows: 12,
  };
}

function instrumentRow(instrument: Instrument): Record<string, string> {
  const { id, soort, bronsoort, naam, respondenttypen, introductie = '', maximum_minuten: maximum } = instrument;
  return {
    id,
    soort,
    bronsoort,
    naam,
    respondenttypen: joinCell(respondenttypen),
    introductie,
    'maximum minuten': asText(maximum),
  };
}

/** The sheet with the items, each with the indicatoren it is for. */
export function itemsSheet(hoe: readonly Instrument[], items: readonly Item[], criteria: readonly ToetsCriterium[]): SheetSpec {
  const labels = new Map(criteria.flatMap(({ indicatoren }) => indicatoren.map((item) => [item.ref, indicatorLabel(item)])));
  const instrumenten = hoe.map(({ id }) => id);
  return {
    name: 'Items',
    columns: [
      text('id', 24),
      { ...choice('instrument', 26, instrumenten), open: true },
      choice('soort', 14, enumeration('itemsoort')),
      text('tekst', 70),
      {
        ...choice('indicatoren', 48, [...labels.values()]),
        open: true,
        note: 'Kies er een, of schrijf er meer met een | ertussen. De verwijzing telt, het nummer ervoor niet.',
      },
      text('antwoorden', 34),
      text('minuten', 10),
    ],
    rows: items.map((item) => itemRow(item, labels)),
    blankRows: 60,
  };
}

function itemRow(item: Item, labels: ReadonlyMap<string, string>): Record<string, string> {
  const { id, instrument, soort, tekst, indicatoren, antwoorden = [], minuten } = item;
  return {
    id,
    instrument,
    soort,
    tekst,
    indicatoren: joinCell(indicatoren.map((ref) => labels.get(ref) ?? ref)),
    antwoorden: joinCell(antwoorden),
    minuten: asText(minuten),
  };
}

function asText(number: number | undefined): string {
  return number === undefined ? '' : String(number);
}

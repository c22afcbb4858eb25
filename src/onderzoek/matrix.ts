import { enumeration } from '../schema/enumeration.ts';
import type {
  Instrument,
  InstrumentenBestand,
  OnderzoekBestand,
  Perspectief,
  Respondenttype,
} from '../schema/generated/types.ts';
import type { ColumnSpec, SheetSpec } from '../tabel/sheet-spec.ts';
import { joinCell } from '../tabel/table.ts';
import { indicatorLabel } from './indicator-reference.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** The mark that says: ask this of them. */
export const KRUIS = 'x';

/** What the header of a column with local context begins with. */
export const CONTEXT = 'context: ';

const SUGGESTIES: [string, string, Perspectief][] = [
  ['inwoner', 'inwoner', 'burger'],
  ['naaste', 'naaste', 'naaste'],
  ['professional', 'professional', 'professional'],
  ['gemeente', 'medewerker van de gemeente', 'gemeente'],
];

const UITLEG = [
  'Spits het toetsingskader toe en leg vast wat aan wie wordt gevraagd. Lees dit terug met: tsd kader concretise <onderzoek> --from <dit bestand>.',
  'Criteria: per criterium de tekst van de norm, met daarnaast de tekst zoals die voor dit onderwerp luidt.',
  'Matrix: per indicator een x bij wie ernaar wordt gevraagd, de toegespitste tekst en de deelvragen die hij dient.',
  'niet van toepassing: vul de reden in als een criterium of indicator hier niet speelt.',
  'Respondenttypen en Instrumenten: wie u spreekt of leest, en hoe. Een nieuw respondenttype krijgt in de Matrix een kolom met zijn naam, als u die toevoegt.',
  'Items: vragen, onderwerpen en dossieritems, in volgorde. Meer indicatoren of antwoorden scheidt u met een |. Een lege id vult tsd in.',
  'Een leeg veld bij een tekst haalt niets weg: wat al was geschreven, blijft staan. Een weggehaalde x telt wel.',
];

/** What the sheets are made of. */
export interface MatrixInhoud {
  onderzoek: OnderzoekBestand;
  criteria: readonly ToetsCriterium[];
  instrumenten: InstrumentenBestand | undefined;
}

/** The sheets with which a toetsingskader is sharpened and its instruments are made. */
export function matrixSheets({ onderzoek, criteria, instrumenten }: MatrixInhoud): SheetSpec[] {
  const wie = instrumenten?.respondenttypen ?? suggestedTypes(criteria);
  const hoe = instrumenten?.instrumenten ?? wie.map(suggestedInstrument);
  return [
    {
      name: 'Uitleg',
      titleLines: [`Toespitsing – ${onderzoek.titel}`],
      columns: [text('hoe dit werkt', 110)],
      rows: UITLEG.map((line) => ({ 'hoe dit werkt': line })),
    },
    criteriaSheet(onderzoek, criteria),
    matrixSheet(onderzoek, criteria, wie),
    {
      name: 'Respondenttypen',
      columns: [text('id', 20), text('naam', 34), choice('perspectief', 18, enumeration('perspectief'))],
      rows: wie.map(({ id, naam, perspectief }) => ({ id, naam, perspectief })),
      blankRows: 12,
    },
    {
      name: 'Instrumenten',
      columns: [
        text('id', 26),
        text('soort', 22),
        choice('bronsoort', 16, enumeration('bronsoort')),
        text('naam', 36),
        text('respondenttypen', 34),
        text('introductie', 60),
        text('maximum minuten', 12),
      ],
      rows: hoe.map(instrumentRow),
      blankRows: 12,
    },
    itemsSheet(hoe, instrumenten, criteria),
  ];
}

function criteriaSheet(onderzoek: OnderzoekBestand, criteria: readonly ToetsCriterium[]): SheetSpec {
  const context = onderzoek.gebieden.map(({ id, naam }) => ({ id, column: text(`${CONTEXT}${naam}`, 34) }));
  const rows = criteria.map((criterium) => ({
    ...shared(criterium),
    norm: criterium.tekst,
    ...Object.fromEntries(
      context.map(({ id, column }) => [column.key, criterium.lokaleContext.find(({ gebied }) => gebied === id)?.tekst ?? '']),
    ),
  }));
  const columns = [
    locked('nummer', 9),
    locked('verwijzing', 28),
    locked('norm', 44),
    text('toespitsing', 50),
    deelvragen(onderzoek),
    text('niet van toepassing', 30),
  ];
  return {
    name: 'Criteria',
    columns: [...columns, ...context.map(({ column }) => column)],
    rows,
    protect: true,
    frozenColumns: 1,
  };
}

function matrixSheet(
  onderzoek: OnderzoekBestand,
  criteria: readonly ToetsCriterium[],
  wie: readonly Respondenttype[],
): SheetSpec {
  const rows = criteria.flatMap((criterium) =>
    criterium.indicatoren.map((indicator) => ({
      ...shared(indicator),
      criterium: criterium.titel,
      norm: [indicator.tekst, ...indicator.aandachtspunten.map((punt) => `– ${punt}`)].join('\n'),
      ...Object.fromEntries(wie.map(({ id, naam }) => [naam, indicator.aanWie.includes(id) ? KRUIS : ''])),
    })),
  );
  const marks = wie.map(({ naam }): ColumnSpec => ({ header: naam, key: naam, width: 12, kind: 'choice', choices: [KRUIS] }));
  const columns = [locked('nummer', 9), locked('verwijzing', 28), locked('criterium', 24), locked('norm', 44), ...marks];
  return {
    name: 'Matrix',
    columns: [...columns, text('toespitsing', 50), deelvragen(onderzoek), text('niet van toepassing', 30)],
    rows,
    frozenColumns: 2,
  };
}

function itemsSheet(
  hoe: readonly Instrument[],
  instrumenten: InstrumentenBestand | undefined,
  criteria: readonly ToetsCriterium[],
): SheetSpec {
  const labels = new Map(criteria.flatMap(({ indicatoren }) => indicatoren.map((item) => [item.ref, indicatorLabel(item)])));
  return {
    name: 'Items',
    columns: [
      text('id', 24),
      {
        ...choice(
          'instrument',
          26,
          hoe.map(({ id }) => id),
        ),
        open: true,
      },
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
    rows: (instrumenten?.items ?? []).map(({ id, instrument, soort, tekst, indicatoren, antwoorden = [], minuten }) => ({
      id,
      instrument,
      soort,
      tekst,
      indicatoren: joinCell(indicatoren.map((ref) => labels.get(ref) ?? ref)),
      antwoorden: joinCell(antwoorden),
      minuten: minuten === undefined ? '' : String(minuten),
    })),
    blankRows: 60,
  };
}

/** What a criterium and an indicator have in common on a sheet. */
function shared(
  item: Pick<ToetsCriterium, 'nummer' | 'ref' | 'toespitsing' | 'deelvragen' | 'nietVanToepassing'>,
): Record<string, string> {
  return {
    nummer: item.nummer,
    verwijzing: item.ref,
    toespitsing: item.toespitsing ?? '',
    deelvragen: joinCell(item.deelvragen),
    'niet van toepassing': item.nietVanToepassing ?? '',
  };
}

function suggestedTypes(criteria: readonly ToetsCriterium[]): Respondenttype[] {
  const named = new Set(criteria.flatMap((criterium) => criterium.indicatoren.flatMap(({ aanWie }) => aanWie)));
  const known = SUGGESTIES.map(([id, naam, perspectief]) => ({ id, naam, perspectief }));
  if (named.size === 0) return known;
  return [...named]
    .sort()
    .map((id) => known.find((type) => type.id === id) ?? { id, naam: id.replaceAll('-', ' '), perspectief: 'overig' });
}

function suggestedInstrument({ id, naam }: Respondenttype): Instrument {
  return {
    id: `gesprek-${id}`,
    soort: 'gespreksleidraad',
    bronsoort: 'gesprek',
    naam: `Gespreksleidraad ${naam}`,
    respondenttypen: [id],
    maximum_minuten: 60,
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
    'maximum minuten': maximum === undefined ? '' : String(maximum),
  };
}

function deelvragen({ deelvragen: vragen = [] }: OnderzoekBestand): ColumnSpec {
  const note = vragen.map(({ id, tekst }) => `${id}: ${tekst}`).join('\n');
  return { ...text('deelvragen', 14), ...(note ? { note } : {}) };
}

function text(header: string, width: number): ColumnSpec {
  return { header, key: header, width, kind: 'text', wrap: true };
}

function locked(header: string, width: number): ColumnSpec {
  return { ...text(header, width), locked: true };
}

function choice(header: string, width: number, choices: readonly string[]): ColumnSpec {
  return { header, key: header, width, kind: 'choice', choices, wrap: true };
}

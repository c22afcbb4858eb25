import type { ColumnSpec, SheetSpec } from '../tabel/sheet-spec.ts';
import { MODULES, moduleRows, moduleStand } from './keuzelijst-modules.ts';
import { EMPTY, type Keuzestand } from './keuzelijst-rows.ts';
import type { Eerder, Selectie } from './select.ts';
import type { Keuzeruimte, RuimteCriterium } from './space.ts';
import { STAND } from './stand.ts';

/** The columns of the list to tick, in order. */
const KEUZELIJST: readonly ColumnSpec[] = [
  { header: 'nummer', key: 'nummer', width: 9, kind: 'text', locked: true },
  { header: 'thema', key: 'thema', width: 18, kind: 'text', locked: true, wrap: true },
  { header: 'criterium', key: 'criterium', width: 34, kind: 'text', locked: true, wrap: true },
  { header: 'indicator', key: 'indicator', width: 46, kind: 'text', locked: true, wrap: true },
  { header: 'verwijzing', key: 'verwijzing', width: 30, kind: 'text', locked: true, wrap: true },
  {
    header: 'kiezen',
    key: 'kiezen',
    width: 9,
    kind: 'choice',
    choices: ['ja', 'nee'],
    note: 'ja bij een criterium kiest alle indicatoren waar niets bij staat. Leeg bij een indicator: als het criterium.',
  },
  {
    header: 'motivering',
    key: 'motivering',
    width: 40,
    kind: 'text',
    wrap: true,
    note: 'Waarom gekozen of weggelaten. Bij een criterium geldt zij voor alle indicatoren waar niets bij staat.',
  },
  {
    header: 'toespitsing',
    key: 'toespitsing',
    width: 40,
    kind: 'text',
    wrap: true,
    note: 'De tekst, toegespitst op dit onderzoek.',
  },
  {
    header: 'aan wie',
    key: 'aanWie',
    width: 22,
    kind: 'text',
    wrap: true,
    note: 'Respondenttypen, met een komma ertussen. Bij een criterium geldt dit voor zijn gekozen indicatoren waar niets bij staat.',
  },
];

/** With several kaders every number occurs more than once. */
const KADER: ColumnSpec = { header: 'kader', key: 'kader', width: 16, kind: 'text', locked: true, wrap: true };

/** How things stood when the list was written, so that what a person changed can be told from what was filled in. */
const STAND_COLUMNS: readonly ColumnSpec[] = ['verwijzing', 'kiezen', 'motivering', 'toespitsing', 'aan wie'].map((header) => ({
  header,
  key: header === 'aan wie' ? 'aanWie' : header,
  width: 30,
  kind: 'text',
}));

const UITLEG = [
  'Kruis in het blad Keuzelijst aan wat dit onderzoek toetst. Lees het terug met: tsd kader select <onderzoek> --from <dit bestand>.',
  'Het blad Modules noemt de benoemde keuzes uit het kader. Een verplichte module staat al op ja; zet bij nee waarom zij wordt weggelaten.',
  'kiezen: ja of nee. Een ja bij een criterium kiest al zijn indicatoren, behalve die waar nee bij staat.',
  'Staat er al iets ingevuld? Alleen wat u wijzigt, telt. Wijzigt u een criterium, dan geldt dat ook voor zijn indicatoren die u niet wijzigt.',
  'motivering: waarom dit is gekozen, of waarom het is weggelaten. Een motivering bij een criterium geldt ook voor zijn indicatoren.',
  'toespitsing: de tekst zoals die voor dit onderwerp luidt. De oorspronkelijke tekst blijft er altijd naast staan.',
  'aan wie: welke respondenttypen hiernaar worden gevraagd, bijvoorbeeld: jongere, ouder, consulent. Bij een criterium geldt het voor zijn gekozen indicatoren waar nog niets bij staat.',
  'Een leeg veld haalt niets weg: wat al was geschreven, blijft staan. Regels toevoegen kan niet; eigen criteria gaan met --eigen.',
];

/** How the list stands now, by reference; before anything was chosen `kiezen` is empty. */
export function keuzestand(ruimte: Keuzeruimte, selectie: Selectie | undefined): Map<string, Keuzestand> {
  const stands = new Map<string, Keuzestand>();
  for (const criterium of selectie?.criteria ?? [])
    for (const item of [criterium, ...criterium.indicatoren]) stands.set(item.ref, standOf('ja', item, item.motivering));
  for (const item of selectie?.weggelaten ?? []) stands.set(item.ref, standOf('nee', item, item.reden));
  return new Map(
    ruimte.criteria.flatMap((criterium): [string, Keuzestand][] => {
      const own = stands.get(criterium.ref) ?? EMPTY;
      const under = criterium.indicatoren.map(({ ref }): [string, Keuzestand] => {
        const stand = stands.get(ref) ?? EMPTY;
        const follows = stand.kiezen === own.kiezen && stand.motivering === own.motivering;
        return [ref, follows ? { ...stand, motivering: '' } : stand];
      });
      return [[criterium.ref, own], ...under];
    }),
  );
}

function standOf(kiezen: string, item: { toespitsing?: string; aan_wie?: string[] }, motivering = ''): Keuzestand {
  return { kiezen, motivering, toespitsing: item.toespitsing ?? '', aanWie: (item.aan_wie ?? []).join(', ') };
}

/**
 * The sheets of the list to tick, filled in with how things would stand (`nu`). A hidden sheet keeps how they stand in the
 * onderzoek (`bewaard`), so that a choice that is only proposed counts when the list is read.
 */
export function keuzelijstSheets(
  ruimte: Keuzeruimte,
  titel: string,
  nu: Eerder | undefined,
  bewaard: Eerder | undefined = nu,
): SheetSpec[] {
  const stand = keuzestand(ruimte, nu);
  const several = ruimte.kaders.length > 1;
  const rows = ruimte.criteria.flatMap((criterium) => [
    { ...criteriumCells(criterium), ...stand.get(criterium.ref) },
    ...criterium.indicatoren.map((i) => ({
      kader: criterium.kader,
      nummer: i.nummer,
      thema: themaOf(criterium),
      indicator: [i.tekst, ...i.aandachtspunten.map((punt) => `– ${punt}`)].join('\n'),
      verwijzing: i.ref,
      ...stand.get(i.ref),
    })),
  ]);
  const saved = [...keuzestand(ruimte, bewaard), ...moduleStand(ruimte, bewaard?.keuze)];
  return [
    {
      name: 'Uitleg',
      titleLines: [`Keuzelijst – ${titel}`],
      columns: [{ header: 'hoe dit werkt', key: 'uitleg', width: 110, kind: 'text', wrap: true }],
      rows: UITLEG.map((uitleg) => ({ uitleg })),
    },
    ...(ruimte.modules.length > 0
      ? [{ name: 'Modules', columns: MODULES, rows: moduleRows(ruimte, nu?.keuze), protect: true }]
      : []),
    {
      name: 'Keuzelijst',
      columns: several ? [KADER, ...KEUZELIJST] : KEUZELIJST,
      rows,
      protect: true,
      frozenColumns: several ? 2 : 1,
    },
    { name: STAND, columns: STAND_COLUMNS, rows: saved.map(([verwijzing, row]) => ({ verwijzing, ...row })), hidden: true },
  ];
}

function criteriumCells(criterium: RuimteCriterium): Record<string, string> {
  const { kader, nummer, tekst, ref } = criterium;
  return { kader, nummer, thema: themaOf(criterium), criterium: tekst, verwijzing: ref };
}

function themaOf({ themas }: RuimteCriterium): string {
  return themas[0]?.titel ?? 'Eigen criteria';
}

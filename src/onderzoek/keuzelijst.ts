import type { ToetsingskaderBestand } from '../schema/generated/types.ts';
import type { ColumnSpec, SheetSpec } from '../tabel/sheet-spec.ts';
import type { Selectie } from './select.ts';
import type { Keuzeruimte, RuimteCriterium } from './space.ts';
import { contentFingerprint } from './versions.ts';

/** The columns of the list to tick, in order. */
export const KEUZELIJST: readonly ColumnSpec[] = [
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
    note: 'Respondenttypen, met een komma ertussen. Alleen bij een indicator.',
  },
];

const UITLEG = [
  'Kruis in het blad Keuzelijst aan wat dit onderzoek toetst. Lees het terug met: tsd kader select <onderzoek> --from <dit bestand>.',
  'kiezen: ja of nee. Een ja bij een criterium kiest al zijn indicatoren, behalve die waar nee bij staat.',
  'motivering: waarom dit is gekozen, of waarom het is weggelaten. Een motivering bij een criterium geldt ook voor zijn indicatoren.',
  'toespitsing: de tekst zoals die voor dit onderwerp luidt. De oorspronkelijke tekst blijft er altijd naast staan.',
  'aan wie: welke respondenttypen hiernaar worden gevraagd, bijvoorbeeld: jongere, ouder, consulent.',
  'Een leeg veld haalt niets weg: wat al was geschreven, blijft staan. Regels toevoegen kan niet; eigen criteria gaan met --eigen.',
];

/** What a row of the list says of one criterium or indicator. */
export interface Keuzestand {
  kiezen: string;
  motivering: string;
  toespitsing: string;
  aanWie: string;
}

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

const EMPTY: Keuzestand = { kiezen: '', motivering: '', toespitsing: '', aanWie: '' };

function standOf(kiezen: string, item: { toespitsing?: string; aan_wie?: string[] }, motivering = ''): Keuzestand {
  return { kiezen, motivering, toespitsing: item.toespitsing ?? '', aanWie: (item.aan_wie ?? []).join(', ') };
}

/** The sheets of the list to tick, filled in with how things stand. */
export function keuzelijstSheets(ruimte: Keuzeruimte, selectie: Selectie | undefined, titel: string): SheetSpec[] {
  const stand = keuzestand(ruimte, selectie);
  const rows = ruimte.criteria.flatMap((criterium) => [
    { ...criteriumCells(criterium), ...stand.get(criterium.ref) },
    ...criterium.indicatoren.map((i) => ({
      nummer: i.nummer,
      thema: themaOf(criterium),
      indicator: [i.tekst, ...i.aandachtspunten.map((punt) => `– ${punt}`)].join('\n'),
      verwijzing: i.ref,
      ...stand.get(i.ref),
    })),
  ]);
  return [
    {
      name: 'Uitleg',
      titleLines: [`Keuzelijst – ${titel}`],
      columns: [{ header: 'hoe dit werkt', key: 'uitleg', width: 110, kind: 'text', wrap: true }],
      rows: UITLEG.map((uitleg) => ({ uitleg })),
    },
    { name: 'Keuzelijst', columns: KEUZELIJST, rows, protect: true, frozenColumns: 1 },
  ];
}

/** What ties a form to its onderzoek and to the state it was made from. */
export function formProperties(
  formulier: string,
  onderzoek: string,
  toetsingskader?: ToetsingskaderBestand,
): Record<string, string> {
  const vingerafdruk = toetsingskader ? { vingerafdruk: contentFingerprint(toetsingskader) } : {};
  return { formulier, formulierversie: '1', onderzoek, ...vingerafdruk };
}

function criteriumCells(criterium: RuimteCriterium): Record<string, string> {
  return { nummer: criterium.nummer, thema: themaOf(criterium), criterium: criterium.tekst, verwijzing: criterium.ref };
}

function themaOf({ themas }: RuimteCriterium): string {
  return themas[0]?.titel ?? 'Eigen criteria';
}

import type { ColumnSpec } from '../tabel/sheet-spec.ts';

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
    choices: ['ja', 'nee', 'x'],
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
export const KADER: ColumnSpec = { header: 'kader', key: 'kader', width: 16, kind: 'text', locked: true, wrap: true };

/** How things stood when the list was written, so that what a person changed can be told from what was filled in. */
export const STAND_COLUMNS: readonly ColumnSpec[] = ['verwijzing', 'kiezen', 'motivering', 'toespitsing', 'aan wie'].map(
  (header) => ({
    header,
    key: header === 'aan wie' ? 'aanWie' : header,
    width: 30,
    kind: 'text',
  }),
);

/** How the list is filled in. */
export const UITLEG = [
  'Zet in het blad Keuzelijst ja bij wat dit onderzoek toetst. Lees het terug met: tsd kader select <onderzoek> --from <dit bestand>.',
  'Het blad Modules noemt de benoemde keuzes uit het kader, en welke criteria elk daarvan kiest. Een verplichte module staat al op ja; zet bij nee waarom zij wordt weggelaten.',
  'kiezen: ja of nee; een x telt als ja. Een ja bij een criterium kiest al zijn indicatoren, behalve die waar nee bij staat.',
  'Staat er al iets ingevuld? Alleen wat u wijzigt, telt. Wijzigt u een criterium, dan geldt dat ook voor zijn indicatoren die u niet wijzigt.',
  'motivering: waarom dit is gekozen, of waarom het is weggelaten. Een motivering bij een criterium geldt ook voor zijn indicatoren.',
  'toespitsing: de tekst zoals die voor dit onderwerp luidt. De oorspronkelijke tekst blijft er altijd naast staan.',
  'aan wie: welke respondenttypen hiernaar worden gevraagd, bijvoorbeeld: jongere, ouder, consulent. Bij een criterium geldt het voor zijn gekozen indicatoren waar nog niets bij staat.',
  'Eén reden voor alles wat u niet kiest, geeft u bij het teruglezen: --zonder-rest "<reden>".',
  'Een leeg veld haalt niets weg: wat al was geschreven, blijft staan. Regels toevoegen kan niet; eigen criteria gaan met --eigen.',
];

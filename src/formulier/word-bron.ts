import type { Dossier } from '../onderzoek/dossier.ts';
import { enumeration } from '../schema/enumeration.ts';
import type { Bronsoort, Respondenttype } from '../schema/generated/types.ts';
import { groupBy } from '../source/order.ts';
import type { Bronveld } from '../verslag/bron-velden.ts';
import type { BronColumn } from '../waarneming/columns.ts';
import { bronVooraf } from '../waarneming/form.ts';
import { type FormScope, formLists, type Keuze } from '../waarneming/form-lists.ts';
import { type Control, type Inline, paragraph, type Table } from '../word/spec.ts';

/** What a form in Word is made for. */
export interface WordScope extends FormScope {
  levering: string;
}

/** What is known of the bron before anybody fills it in, by column. */
export type BronVooraf = Partial<Record<BronColumn, string>>;

/** What is known of every bron of this kind that these people are asked about. */
export function wordVooraf(dossier: Dossier, scope: WordScope, soort: Bronsoort, wie: Respondenttype): BronVooraf {
  const { gebieden } = bronVooraf(dossier, { gebieden: scope.gebieden });
  return {
    id: bronBasis(scope.levering, soort, wie.id),
    soort,
    perspectief: wie.perspectief,
    respondenttype: wie.id,
    ...(gebieden === undefined ? {} : { gebieden }),
  };
}

/** The beginning of the ids of these bronnen: each gets a number of its own after it. */
function bronBasis(levering: string, soort: Bronsoort, respondenttype: string): string {
  const parts = [levering, ...(soort === 'gesprek' || respondenttype.split('-').includes(soort) ? [] : [soort]), respondenttype];
  return parts.join('-');
}

interface Veld {
  naam: string;
  content: Inline;
}

/** The table about the bron, as `readBronVelden` reads it: names on the left, and on the right what is known or to be filled in. */
export function bronTabel(dossier: Dossier, scope: FormScope, vooraf: BronVooraf, isVerslag: boolean): Table {
  const lists = formLists(dossier, scope);
  const known = (naam: string, column: BronColumn, otherwise: Omit<Control, 'title' | 'tag'>): Veld => {
    const value = vooraf[column];
    return { naam, content: value === undefined ? field(naam, column, otherwise) : value };
  };
  const velden: Veld[] = [
    known('Bron', 'id', { control: 'text', hint: 'dezelfde id als op de gespreksleidraad, met haar nummer' }),
    ...(vooraf.id === undefined ? [] : [asked('Nummer', 'nummer', 'text', 'elk exemplaar een eigen nummer: 1, 2, 3 …')]),
    asked('Datum', 'datum', 'date', 'kies de dag, of typ haar: 14-2-2026'),
    known('Gebied', 'gebieden', choice('kies een gebied', lists.gebied)),
    asked('Casus', 'casus', 'text', 'een code zoals c01, nooit een naam; mag leeg blijven'),
    ...(lists.partij.length === 0 ? [] : [chosen('Partij', 'partij', 'een betrokken partij; mag leeg blijven', lists.partij)]),
    chosen('Vastgelegd door', 'vastgelegd door', 'kies een inspectie of partner; mag leeg blijven', lists.vastlegger),
    known('Soort', 'soort', choice('kies wat het is', lists.bronsoort)),
    known('Perspectief', 'perspectief', choice('kies wiens blik dit is', lists.perspectief)),
    known('Respondenttype', 'respondenttype', choice('kies voor wie dit is; mag leeg blijven', lists.respondenttype)),
    ...(isVerslag ? statusVelden() : []),
  ];
  return {
    kind: 'table',
    widths: [28, 72],
    headerRows: 0,
    rows: velden.map(({ naam, content }) => ({
      cells: [
        { tint: true, content: [paragraph('field', { text: naam, strong: true })] },
        { content: [paragraph('field', content)] },
      ],
    })),
  };
}

function statusVelden(): Veld[] {
  const statussen = enumeration('verslagstatus').map((waarde) => ({ waarde, uitleg: '' }));
  return [
    chosen('Status', 'status', 'kies hoe het met dit verslag staat', statussen),
    asked('Status sinds', 'status sinds', 'date', 'kies de dag waarop dat zo werd'),
  ];
}

function asked(naam: string, veld: Bronveld, control: Control['control'], hint: string): Veld {
  return { naam, content: field(naam, veld, { control, hint }) };
}

function chosen(naam: string, veld: Bronveld, hint: string, keuzes: readonly Keuze[]): Veld {
  return { naam, content: field(naam, veld, choice(hint, keuzes)) };
}

function field(title: string, veld: Bronveld, control: Omit<Control, 'title' | 'tag'>): Control {
  return { ...control, title, tag: `bron ${veld}` };
}

/** By name; where two have one name, by id. */
function choice(hint: string, keuzes: readonly Keuze[]): Omit<Control, 'title' | 'tag'> {
  const named = groupBy(keuzes, ({ uitleg }) => uitleg);
  const choices = keuzes.map(({ waarde, uitleg }) => (uitleg === '' || named.get(uitleg)?.length !== 1 ? waarde : uitleg));
  return { control: 'choice', hint, choices };
}

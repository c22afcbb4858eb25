import type { Dossier } from '../onderzoek/dossier.ts';
import { VERSLAG } from '../verslag/word-forms.ts';
import { indicatorenFor, respondenttypenOf } from '../waarneming/form-lists.ts';
import { type Block, paragraph, type Table } from '../word/spec.ts';
import { type BronVooraf, bronTabel, type WordScope, wordVooraf } from './word-bron.ts';
import { type WordForm, wordForm } from './word-form.ts';

/** The headings of an account, with what belongs under them. */
const SECTIONS: readonly [kop: string, uitleg: string][] = [
  ['Met wie en hoe', 'Wie waren erbij (functies, geen namen), waar, hoe lang, en wat is vooraf afgesproken.'],
  [
    'Wat is verteld',
    'Volg het gesprek. Geef elke uitspraak, ervaring of gebeurtenis een eigen alinea: dan is zij straks goed te coderen.',
  ],
  ['Wat viel op', 'Wat de respondent zelf het belangrijkst vindt, en wat u is opgevallen. Houd die twee uit elkaar.'],
  ['Afspraken', 'Wat is toegezegd, door wie, en wanneer het verslag wordt voorgelegd.'],
  ['Reactie van de respondent op dit verslag', 'Wat er na het voorleggen is gewijzigd, en waarom.'],
];

const CODES: readonly [code: string, betekenis: string][] = [
  ['1.3.2 of 1.3b', 'de tweede indicator van criterium 1.3'],
  ['goed, verbeterpunt, wisselend, feit', 'de strekking'],
  ['citeerbaar, niet citeerbaar, vertrouwelijk', 'wat er met de passage mag'],
  ['een item, een gebied, een verklarende factor', 'zoals op de gespreksleidraad en in de tabel bovenaan'],
  ['notitie: nog navragen', 'geen code; wordt niet ingelezen'],
];

/** An empty verslag, to be written, submitted and coded with comments; narrowed to one respondenttype its bron has an id already. */
export function verslagForm(dossier: Dossier, scope: WordScope): WordForm {
  const wie = scope.respondenttypen?.length ? respondenttypenOf(dossier, scope) : [];
  const [only, ...others] = wie;
  const known = only && others.length === 0 ? only : undefined;
  const vooraf: BronVooraf = known ? wordVooraf(dossier, scope, 'gesprek', known) : {};
  const titel = known ? `Verslag van een gesprek: ${known.naam}` : 'Verslag van een gesprek';
  return wordForm(dossier, known ? `verslag-${known.id}` : 'verslag', {
    formulier: VERSLAG,
    titel,
    levering: scope.levering,
    vooraf,
    begin: [
      paragraph('title', titel),
      paragraph('subtitle', dossier.onderzoek.value.titel),
      paragraph('text', 'Schrijf zonder namen, geboortedata, adressen en burgerservicenummers; gebruik de casuscode.'),
    ],
    bron: bronTabel(dossier, scope, vooraf, true),
    rest: [...SECTIONS.flatMap(section), ...codingPage(dossier, scope)],
  });
}

function section([kop, uitleg]: readonly [string, string]): Block[] {
  return [paragraph('heading1', kop), paragraph('small', uitleg, { keepNext: true }), paragraph('text', '')];
}

function codingPage(dossier: Dossier, scope: WordScope): Block[] {
  return [
    paragraph('heading1', 'Voor het team: coderen met opmerkingen', { newPage: true }),
    paragraph('text', 'Haal alles vanaf hier weg voordat u het verslag voorlegt. Voor het inlezen is het niet nodig.'),
    paragraph('bullet', 'Selecteer in het verslag een passage, en voeg een opmerking toe (Controleren › Nieuwe opmerking).'),
    paragraph('bullet', 'Typ daarin een of meer codes, met een komma, een puntkomma of een nieuwe regel ertussen.'),
    paragraph('bullet', 'Elke passage met een code wordt een waarneming. Wat geen code heeft, blijft verslag.'),
    paragraph('spacer', ''),
    list(['In een opmerking', 'betekent'], CODES, [40, 60]),
    paragraph('heading2', 'De indicatoren'),
    list(
      ['Nummer', 'Indicator'],
      indicatorenFor(dossier, scope).map(({ indicator }) => [indicator.nummer, indicator.toespitsing ?? indicator.tekst]),
      [14, 86],
    ),
  ];
}

function list(
  [first, second]: readonly [string, string],
  rows: readonly (readonly [string, string])[],
  widths: readonly [number, number],
): Table {
  const head = [first, second].map((text) => ({ tint: true, content: [paragraph('field', { text, strong: true })] }));
  return {
    kind: 'table',
    widths,
    headerRows: 1,
    rows: [{ cells: head }, ...rows.map((row) => ({ cells: row.map((text) => ({ content: [paragraph('field', text)] })) }))],
  };
}

import type { Dossier } from '../onderzoek/dossier.ts';
import type { Item } from '../schema/generated/types.ts';
import { bronVooraf } from '../waarneming/form.ts';
import { BRON_FORM, WAARNEMING_FORM } from '../waarneming/form-columns.ts';
import { type FormLists, type FormScope, formLists, indicatorenFor, itemsFor } from '../waarneming/form-lists.ts';
import { hasAntwoorden, type IndicatorLabel } from '../waarneming/words.ts';
import { encodeName } from './xform-name.ts';
import {
  type AskedColumn,
  type Block,
  type BlockGroup,
  BRON_NAMES,
  ITEMS_COLUMN,
  indicatorKey,
  type Question,
  questionName,
  type XlsFormModel,
} from './xlsform-model.ts';

type BronAsked = keyof typeof BRON_NAMES;

const NOT_LATER = { constraint: '. <= today()', constraintMessage: 'Deze datum ligt in de toekomst.' };
const CODE = {
  constraint: "regex(., '^[a-z0-9][a-z0-9.-]{0,79}$')",
  constraintMessage: 'Gebruik kleine letters, cijfers, punt en koppelteken.',
};

const BRON_ASKED: readonly ({ column: BronAsked } & Omit<Question, 'name'>)[] = [
  { column: 'soort', type: 'select_one', list: 'bronsoort', label: 'Soort bron', required: true },
  { column: 'respondenttype', type: 'select_one', list: 'respondenttype', label: 'Respondenttype' },
  { column: 'perspectief', type: 'select_one', list: 'perspectief', label: 'Perspectief', required: true },
  { column: 'datum', type: 'date', label: 'Datum van de bron', required: true, ...NOT_LATER },
  { column: 'gebieden', type: 'select_multiple', list: 'gebied', label: 'Gebied van de bron', required: true },
  { column: 'partij', type: 'select_one', list: 'partij', label: 'Partij' },
  { column: 'casus', type: 'text', label: 'Casuscode', ...CODE },
  { column: 'omschrijving', type: 'text', label: 'Omschrijving van de bron', appearance: 'multiline' },
  { column: 'vastgelegd door', type: 'select_one', list: 'vastlegger', label: 'Vastgelegd door' },
];

/** In a form with choices, and none of what is separated in a cell, a few notes read otherwise. */
const BRON_HINTS: Partial<Record<BronAsked, string>> = { datum: '', gebieden: 'Kies er een of meer.' };

/** The questions of an XLSForm, narrowed to its scope. */
export function xlsFormModel(dossier: Dossier, scope: FormScope): XlsFormModel {
  const lists = formLists(dossier, scope);
  return {
    bron: bronQuestions(dossier, scope, lists),
    groups: [...themaGroups(dossier, scope, lists), besides(dossier, scope, lists)],
  };
}

function bronQuestions(dossier: Dossier, scope: FormScope, lists: FormLists): Question[] {
  const vooraf = bronVooraf(dossier, scope);
  return BRON_ASKED.filter(({ list }) => list === undefined || lists[list].length > 0).map(({ column, ...question }) => {
    const hint = BRON_HINTS[column] ?? BRON_FORM[column].note;
    const filled = vooraf[column];
    return {
      name: BRON_NAMES[column],
      ...question,
      ...(hint ? { hint } : {}),
      ...(filled === undefined ? {} : { default: encodeName(filled) }),
    };
  });
}

function themaGroups(dossier: Dossier, scope: FormScope, lists: FormLists): BlockGroup[] {
  const themas = new Map<string, BlockGroup>();
  for (const item of indicatorenFor(dossier, scope)) {
    const { ref, nummer, titel } = item.criterium.thema;
    const name = encodeName(ref);
    const group = themas.get(ref) ?? { name: `thema_${name}`, label: `${nummer} ${titel}`, blocks: [] };
    group.blocks.push(indicatorBlock(item, lists));
    themas.set(ref, group);
  }
  return [...themas.entries()].map(([ref, group]) => {
    const name = encodeName(ref);
    const more = repeatBlock(`m_${name}`, `Meer waarnemingen: ${group.label}`, lists, {
      filter: `thema = '${name}'`,
      item: false,
    });
    return { ...group, blocks: [...group.blocks, more] };
  });
}

function besides(dossier: Dossier, scope: FormScope, lists: FormLists): BlockGroup {
  const answered = itemsFor(dossier, scope).filter(hasAntwoorden);
  const label = 'Overige waarnemingen';
  return {
    name: 'overig',
    label,
    blocks: [repeatBlock('m', `${label}: per item, of nog zonder indicator`, lists, { item: true, answered })],
  };
}

function indicatorBlock({ label, criterium, indicator }: IndicatorLabel, lists: FormLists): Block {
  const key = indicatorKey(indicator.ref);
  const { tekst, toespitsing, nietVanToepassing } = indicator;
  const hint = nietVanToepassing ? `Niet van toepassing: ${nietVanToepassing}` : (toespitsing ?? tekst);
  return {
    key,
    repeats: false,
    label: `${criterium.nummer} ${criterium.titel} › ${label}`,
    questions: [textQuestion(key, label, hint), ...aboutText(key, label, lists)],
  };
}

function repeatBlock(
  key: string,
  label: string,
  lists: FormLists,
  { filter, item, answered = [] }: { filter?: string; item: boolean; answered?: readonly Item[] },
): Block {
  const more = { key, about: label };
  const withItem = item && lists.item.length > 0;
  // A form in a browser shows an empty one of each repeat: that may stay empty.
  const needed = (['indicator', ...(withItem ? ['item' as const] : [])] as const).map(
    (column) => `\${${questionName(column, key)}} != ''`,
  );
  const ask = (column: AskedColumn, question: Omit<Question, 'name' | 'label'>) => [
    { name: questionName(column, more.key), label: `${LABELS[column]} – ${more.about}`, ...question },
  ];
  const hasAnswers = answered.length > 0;
  const isNeeded = needed.join(' or ');
  const unanswered = `\${${questionName('antwoord', key)}} = ''`;
  return {
    key,
    repeats: true,
    label,
    answers: hasAnswers,
    questions: [
      ...ask('indicator', {
        type: 'select_multiple',
        list: 'indicator',
        hint: 'Mag leeg blijven: coderen kan later.',
        ...(filter ? { filter } : {}),
      }),
      ...(withItem ? ask('item', { type: 'select_one', list: 'item' }) : []),
      ...(hasAnswers ? ask('antwoord', antwoordQuestion(key, answered)) : []),
      textQuestion(
        key,
        `${LABELS.tekst} – ${label}`,
        hasAnswers ? 'Bij een vast antwoord hoeft hier niets te staan.' : (WAARNEMING_FORM.tekst.note ?? ''),
        hasAnswers ? `(${isNeeded}) and ${unanswered}` : isNeeded,
      ),
      ...aboutText(key, label, lists, hasAnswers),
    ],
  };
}

/** Asked of an item with fixed answers, which are then the only choices. */
function antwoordQuestion(key: string, items: readonly Item[]): Omit<Question, 'name' | 'label'> {
  const item = `\${${questionName('item', key)}}`;
  return {
    type: 'select_one',
    list: 'antwoord',
    hint: 'Licht het hieronder toe als dat nodig is.',
    relevant: `selected('${items.map(({ id }) => encodeName(id)).join(' ')}', ${item})`,
    filter: `selected(${ITEMS_COLUMN}, ${item})`,
  };
}

const LABELS: Readonly<Record<AskedColumn, string>> = {
  id: 'Id',
  gebied: 'Gebied',
  indicator: 'Indicator',
  item: 'Item',
  antwoord: 'Antwoord',
  tekst: 'Waarneming',
  strekking: 'Strekking',
  'verklarende factor': 'Verklarende factor',
  vertrouwelijk: 'Vertrouwelijk',
  citeerbaar: 'Citeerbaar',
};

function textQuestion(key: string, label: string, hint: string, required?: string): Question {
  return {
    name: questionName('tekst', key),
    type: 'text',
    label,
    hint,
    appearance: 'multiline',
    ...(required ? { required } : {}),
  };
}

const ABOUT_TEXT: readonly [column: AskedColumn, type: Question['type'], list: Question['list']][] = [
  ['gebied', 'select_one', 'gebied'],
  ['strekking', 'select_one', 'strekking'],
  ['verklarende factor', 'select_multiple', 'factor'],
  ['vertrouwelijk', 'select_one', 'jaNee'],
  ['citeerbaar', 'select_one', 'jaNee'],
];

/** What is asked once there is a text or a fixed answer; the gebied only where a bron may be about more than one. */
function aboutText(key: string, about: string, lists: FormLists, hasAnswers = false): Question[] {
  const said = `\${${questionName('tekst', key)}} != ''`;
  const relevant = hasAnswers ? `(${said} or \${${questionName('antwoord', key)}} != '')` : said;
  const asked = ABOUT_TEXT.filter(([column]) => column !== 'gebied' || lists.gebied.length > 1);
  return asked.map(([column, type, list = 'jaNee']) => {
    const several = `${relevant} and count-selected(\${${BRON_NAMES.gebieden}}) > 1`;
    return {
      name: questionName(column, key),
      type,
      list,
      label: `${LABELS[column]} – ${about}`,
      ...(NOTES[column] ? { hint: NOTES[column] } : {}),
      ...(column === 'gebied' ? { relevant: several, required: true } : { relevant }),
    };
  });
}

const NOTES: Partial<Record<AskedColumn, string>> = {
  gebied: 'Een van de gebieden van de bron.',
  'verklarende factor': 'Waardoor het komt, als de bron dat zegt.',
  ...(WAARNEMING_FORM.citeerbaar.note ? { citeerbaar: WAARNEMING_FORM.citeerbaar.note } : {}),
};

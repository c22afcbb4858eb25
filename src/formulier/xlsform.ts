import type { Dossier } from '../onderzoek/dossier.ts';
import { FORM_VERSION } from '../onderzoek/form.ts';
import { canonicalJson, sha256 } from '../source/fingerprint.ts';
import type { SheetSpec, WorkbookSpec } from '../tabel/sheet-spec.ts';
import { toetsingskaderFingerprint } from '../waarneming/fingerprint.ts';
import { type FormLists, type FormScope, formLists, type ListName } from '../waarneming/form-lists.ts';
import { indicatorLabels } from '../waarneming/words.ts';
import { encodeName } from './xform-name.ts';
import { xlsFormModel } from './xlsform-build.ts';
import {
  ANSWER_ALONE,
  type Block,
  BRON_NAMES,
  HIDDEN,
  ITEMS_COLUMN,
  type Question,
  questionName,
  type XlsFormModel,
} from './xlsform-model.ts';

const LANGUAGE = 'Nederlands (nl)';
const local = (column: string) => `${column}::${LANGUAGE}`;
/** The column of what a person reads of a question or choice. */
export const LABEL = local('label');
type Line = Readonly<Record<string, string>>;

const SURVEY: readonly [column: string, width: number][] = [
  ['type', 28],
  ['name', 40],
  [LABEL, 60],
  [local('hint'), 60],
  ['required', 10],
  [local('required_message'), 24],
  ['relevant', 30],
  ['constraint', 24],
  [local('constraint_message'), 30],
  ['calculation', 40],
  ['choice_filter', 20],
  ['default', 16],
  ['appearance', 14],
];
const CHOICES: typeof SURVEY = [
  ['list_name', 18],
  ['name', 40],
  [LABEL, 70],
  ['thema', 24],
  [ITEMS_COLUMN, 24],
];
const SETTINGS: typeof SURVEY = [
  ['form_title', 50],
  ['form_id', 40],
  ['version', 20],
  ['default_language', 20],
  ['instance_name', 50],
];

/** A recording form for KoboToolbox and ODK: the sheets survey, choices and settings of an XLSForm. */
export function xlsForm(dossier: Dossier, { levering, ...scope }: FormScope & { levering: string }): WorkbookSpec {
  const { id, titel, datum } = dossier.onderzoek.value;
  const model = xlsFormModel(dossier, scope);
  const survey = [...hidden(dossier, levering, model), ...questions(model)];
  const choices = choiceLines(dossier, formLists(dossier, scope), model);
  const settings = {
    form_title: `${titel} (${levering})`,
    form_id: `tsd_${encodeName(`${id}/${levering}`)}`,
    version: `${FORM_VERSION}.${sha256(canonicalJson([survey, choices])).slice(0, 12)}`,
    default_language: LANGUAGE,
    instance_name: `concat(\${${BRON_NAMES.soort}}, ' ', \${${BRON_NAMES.datum}})`,
  };
  return {
    title: `XLSForm: ${titel}`,
    date: datum,
    sheets: [sheet('survey', SURVEY, survey), sheet('choices', CHOICES, choices), sheet('settings', SETTINGS, [settings])],
  };
}

function sheet(name: string, columns: typeof SURVEY, rows: readonly Line[]): SheetSpec {
  return { name, columns: columns.map(([header, width]) => ({ header, key: header, width, kind: 'text', wrap: true })), rows };
}

function hidden(dossier: Dossier, levering: string, { groups }: XlsFormModel): Line[] {
  const repeats = groups.flatMap(({ blocks }) => blocks).filter((block) => block.repeats);
  const counted = repeats.flatMap(({ key, answers }) => [questionName('tekst', key), ...(answers ? [ANSWER_ALONE] : [])]);
  const counts = counted.map((name) => `count-non-empty(\${${name}})`);
  const calculations: [name: string, calculation: string][] = [
    [HIDDEN.versie, `'${FORM_VERSION}'`],
    [HIDDEN.onderzoek, `'${dossier.onderzoek.value.id}'`],
    [HIDDEN.levering, `'${levering}'`],
    [HIDDEN.vingerafdruk, `'${toetsingskaderFingerprint(dossier)}'`],
    [HIDDEN.record, 'once(uuid())'],
    [HIDDEN.aantal, counts.join(' + ')],
  ];
  return calculations.map(([name, calculation]) => ({ type: 'calculate', name, calculation }));
}

function questions({ bron, groups }: XlsFormModel): Line[] {
  return [
    ...enclosed('group', { name: 'bron', label: 'Bron', appearance: 'field-list' }, bron.map(question)),
    ...groups.flatMap(({ name, label, blocks }) => enclosed('group', { name, label }, blocks.flatMap(blockLines))),
  ];
}

function blockLines({ key, repeats, label, questions: asked, answers }: Block): Line[] {
  const lines = [...asked.map(question), ...(answers ? [answerAlone(key)] : [])];
  if (!repeats) return enclosed('group', { name: key, label, appearance: 'field-list' }, lines);
  const own = { type: 'calculate', name: questionName('id', key), calculation: 'once(uuid())' };
  return enclosed('repeat', { name: key, label, appearance: 'field-list' }, [own, ...lines]);
}

function answerAlone(key: string): Line {
  const [tekst, antwoord] = [questionName('tekst', key), questionName('antwoord', key)];
  return { type: 'calculate', name: ANSWER_ALONE, calculation: `if(\${${tekst}} = '', \${${antwoord}}, '')` };
}

function enclosed(
  kind: 'group' | 'repeat',
  { label, ...begin }: { name: string; label: string; appearance?: string },
  lines: readonly Line[],
): Line[] {
  return [{ type: `begin_${kind}`, ...begin, [LABEL]: shown(label) }, ...lines, { type: `end_${kind}` }];
}

function question({ name, type, list, label, hint, required, ...rest }: Question): Line {
  const { constraintMessage, filter, ...same } = rest;
  return {
    type: list === undefined ? type : `${type} ${list}`,
    name,
    [LABEL]: shown(label),
    ...(hint ? { [local('hint')]: shown(hint) } : {}),
    ...(required ? { required: required === true ? 'yes' : required, [local('required_message')]: 'Vul dit in.' } : {}),
    ...(constraintMessage ? { [local('constraint_message')]: constraintMessage } : {}),
    ...(filter ? { choice_filter: filter } : {}),
    ...same,
  };
}

/** A text as it stands in the form, and in an export with labels: in an XLSForm `${` begins a reference to a question; and the header of an export is one line. */
export function shown(text: string): string {
  return text.replaceAll('${', '$ {').replace(/\s+/g, ' ').trim();
}

function choiceLines(dossier: Dossier, lists: FormLists, { bron, groups }: XlsFormModel): Line[] {
  const asked = [...bron, ...groups.flatMap(({ blocks }) => blocks.flatMap((block) => block.questions))];
  const used = [...new Set(asked.flatMap(({ list }) => list ?? []))];
  return used.flatMap((list) => choicesOf(dossier, lists, list).map((choice) => ({ list_name: list, ...choice })));
}

/** The choices of a list: the name is the recorded value, written as a name; the label is what a person reads. */
export function choicesOf(dossier: Dossier, lists: FormLists, list: ListName): Line[] {
  if (list === 'indicator') {
    const asked = new Set(lists.indicator.map(({ waarde }) => waarde));
    return indicatorLabels(dossier)
      .filter((item) => asked.has(item.label))
      .map(({ label: text, indicator, criterium }) => ({
        name: encodeName(indicator.ref),
        [LABEL]: shown(text),
        thema: encodeName(criterium.thema.ref),
      }));
  }
  if (list === 'antwoord') return lists.antwoord.map(({ waarde }) => answerChoice(dossier, waarde));
  return lists[list].map(({ waarde, uitleg }) => {
    const value = list === 'item' ? (waarde.split(':')[0] ?? waarde) : waarde;
    const plain = list === 'item' || uitleg === '' ? waarde : uitleg;
    return { name: encodeName(value), [LABEL]: shown(plain) };
  });
}

function answerChoice({ instrumenten }: Dossier, antwoord: string): Line {
  const items = (instrumenten?.value.items ?? []).filter(({ antwoorden = [] }) => antwoorden.includes(antwoord));
  return {
    name: encodeName(antwoord),
    [local('label')]: shown(antwoord),
    [ITEMS_COLUMN]: items.map(({ id }) => encodeName(id)).join(' '),
  };
}

import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { isDay } from '../source/date.ts';
import { isRecord } from '../source/value.ts';
import { headerKey } from '../tabel/records.ts';
import { splitCell } from '../tabel/table.ts';
import { textProblems } from '../waarneming/text-guard.ts';
import { short, type WordList } from '../waarneming/word-list.ts';
import type { Words } from '../waarneming/words.ts';
import { allFields, bronFields, entriesOf, type Field, sourcesOf } from './fields.ts';
import { idOf } from './ids.ts';
import type { KoppelingFile } from './match.ts';
import { isPersonal } from './persons.ts';

/** The fields that a bron of a bevinding that was recorded elsewhere has. */
const ELSEWHERE = ['bron soort', 'bron perspectief', 'bron datum', 'bron omschrijving'];

/** Finds what is wrong with a koppeling itself, before any table is read with it. */
export function checkKoppeling(koppeling: KoppelingFile, words: Words): Diagnostic[] {
  const { value } = koppeling;
  const fields = allFields(value);
  const problems = value.bevinding ? checkBevinding(koppeling) : checkWaarneming(koppeling);
  return [
    ...problems,
    ...fields.flatMap((field) => [...checkPersons(field), ...checkWords(field, words)]),
    ...(value.overslaan ?? []).flatMap(({ kolom }, index) => personalUse(kolom, `/overslaan/${index}/kolom`)),
    ...checkIgnored(koppeling, fields),
    ...checkSecret(koppeling, words),
  ].map((problem) => ({ ...problem, file: koppeling.file }));
}

function checkWaarneming({ value }: KoppelingFile): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (!value.bron?.id) {
    const help = 'een kolom met een nummer of code, of vast: met een naam voor de hele tabel als er één bron is';
    problems.push(
      error('koppeling/zonder-bron', "hier ontbreekt 'bron' met een 'id': waar komt dit vandaan?", {
        pointer: value.bron ? '/bron' : '/waarneming',
        help,
      }),
    );
  }
  problems.push(...incompleteBron(value));
  if (entriesOf(value).some(({ fields }) => !fields.some(({ column }) => column === 'tekst')))
    problems.push(
      error('koppeling/zonder-tekst', "hier ontbreekt 'tekst': wat is er gezegd, gelezen of gezien?", {
        pointer: '/waarneming',
        help: 'noem de kolom waarin de tekst staat',
      }),
    );
  const codes = value.waarnemingen?.map(({ code }) => code) ?? [];
  for (const [index, code] of codes.entries()) {
    if (codes.indexOf(code) === index) continue;
    const help = 'geef elke waarneming uit een rij een eigen code';
    problems.push(
      error('koppeling/dubbele-code', `de code '${code}' staat er twee keer`, { pointer: `/waarnemingen/${index}/code`, help }),
    );
  }
  return problems;
}

/** What a bron must have besides its id, if the table says anything of it. */
const NEEDED = ['soort', 'perspectief', 'datum', 'gebieden'] as const;

/** Without this, every row of the table would be refused for the same reason. */
function incompleteBron({ bron }: KoppelingFile['value']): Diagnostic[] {
  const missing = NEEDED.filter((veld) => bron?.[veld] === undefined);
  if (!bron || missing.length === 0 || Object.keys(bron).every((veld) => veld === 'id')) return [];
  const message = `bij deze bron ${missing.length === 1 ? 'ontbreekt' : 'ontbreken'} ${missing.map((veld) => `'${veld}'`).join(', ')}`;
  const help =
    'noem een kolom, of vast: als het voor elke rij hetzelfde is; staat de bron al in het werkdossier, dan is id genoeg';
  return [error('koppeling/bron-onvolledig', message, { pointer: '/bron', help })];
}

function checkBevinding({ value }: KoppelingFile): Diagnostic[] {
  const wrong = bronFields(value).filter(({ column }) => !ELSEWHERE.includes(column));
  const problems = wrong.map(({ column, pointer }) =>
    error('koppeling/bron-van-bevinding', `een bron van een bevinding heeft geen '${column.replace(/^bron ?/, '') || 'id'}'`, {
      pointer,
      help: `hier mag: ${ELSEWHERE.map((name) => name.replace('bron ', '')).join(', ')}`,
    }),
  );
  if (!value.waarnemingen) return problems;
  const help = 'een rij wordt hier één bevinding';
  return [
    ...problems,
    error('koppeling/waarnemingen-bij-bevinding', "'waarnemingen' hoort niet bij een bevinding", {
      pointer: '/waarnemingen',
      help,
    }),
  ];
}

/** A column about persons may not be mapped, nor decide about a row: it is ignored or it is not there. */
function checkPersons({ waarde, pointer }: Field): Diagnostic[] {
  return sourcesOf(waarde).flatMap((column, index) =>
    personalUse(column, waarde.kolommen ? `${pointer}/kolommen/${index}` : `${pointer}/kolom`),
  );
}

function personalUse(column: string, pointer: string): Diagnostic[] {
  if (!isPersonal(column)) return [];
  const help = 'zet haar bij negeer, met de reden; om personen uit elkaar te houden, zet u in de tabel een kolom met een code';
  return [
    error('koppeling/persoonsgegevens', `de kolom '${column}' gaat over een persoon, en mag niet worden gekoppeld`, {
      pointer,
      help,
    }),
  ];
}

/** A column that is both used and ignored. */
function checkIgnored({ value }: KoppelingFile, fields: readonly Field[]): Diagnostic[] {
  const used = new Set(
    [...fields.flatMap(({ waarde }) => sourcesOf(waarde)), ...(value.overslaan ?? []).map(({ kolom }) => kolom)].map(headerKey),
  );
  return (value.negeer ?? []).flatMap(({ kolom }, index) => {
    if (!used.has(headerKey(kolom))) return [];
    const help = 'haal haar weg bij negeer, of bij het veld dat haar gebruikt';
    return [
      error('koppeling/gebruikt-en-genegeerd', `de kolom '${kolom}' wordt gebruikt, en staat ook bij negeer`, {
        pointer: `/negeer/${index}/kolom`,
        help,
      }),
    ];
  });
}

/** What is the same for every row is looked up once, and told at its place in the koppeling. */
function checkWords({ column, waarde, pointer }: Field, words: Words): Diagnostic[] {
  const { vast, waarden = {} } = waarde;
  const written = [
    ...(vast === undefined ? [] : [{ text: vast, at: `${pointer}/vast` }]),
    ...Object.entries(waarden).map(([theirs, text]) => ({
      text,
      at: `${pointer}/waarden/${theirs.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    })),
  ];
  return written.flatMap(({ text, at }) => (text === '' ? [] : checkWord(column, text, at, words)));
}

function checkWord(column: string, text: string, pointer: string, words: Words): Diagnostic[] {
  if (column === 'bron datum')
    return isDay(text)
      ? []
      : [
          error('koppeling/datum', `'${short(text)}' is geen datum die bestaat`, {
            pointer,
            help: 'schrijf jaar-maand-dag, bijvoorbeeld "2026-03-14"',
          }),
        ];
  const list = wordsOf(column, words);
  if (!list) return [];
  // What is a value or an id on the whole is not looked for in parts.
  const parts = list.find(text) === undefined && column !== 'id' ? splitCell(text) : [];
  return parts
    .filter((part) => list.find(idLike(column) ? idOf(part) : part) === undefined)
    .map((part) => error(list.code, list.problem(part), { pointer, ...(list.help ? { help: list.help } : {}) }));
}

function idLike(column: string): boolean {
  return column === 'bron' || column === 'bron casus';
}

/** The list that the values of one of our columns come from; `undefined` for free text. */
export function wordsOf(column: string, words: Words): WordList | undefined {
  const lists: Readonly<Record<string, WordList>> = {
    bron: words.ids,
    'bron soort': words.bronsoorten,
    'bron perspectief': words.perspectieven,
    'bron respondenttype': words.respondenttypen,
    'bron casus': words.ids,
    'bron gebieden': words.gebieden,
    'bron partij': words.partijen,
    'bron vastgelegd door': words.vastleggers,
    gebied: words.gebieden,
    indicator: words.indicatoren,
    indicatoren: words.indicatoren,
    item: words.items,
    strekking: words.strekkingen,
    'verklarende factor': words.factoren,
    vertrouwelijk: words.jaNee,
    citeerbaar: words.jaNee,
    'vastgelegd door': words.vastleggers,
  };
  return Object.hasOwn(lists, column) ? lists[column] : undefined;
}

/** A koppeling lies in git: no text in it, of whatever field, may be one that would be refused in a table. */
function checkSecret({ value }: KoppelingFile, { guard }: Words): Diagnostic[] {
  return textsOf(value, '').flatMap(({ text, pointer }) => {
    const problem = textProblems(text, guard).find(({ severity }) => severity === 'error');
    return problem ? [error(problem.code, problem.message, { pointer, help: problem.help })] : [];
  });
}

/** Every text under a value with its place; a text that is a key of `waarden` stands at `waarden`, so that no pointer tells it. */
function textsOf(value: unknown, pointer: string): { text: string; pointer: string }[] {
  if (typeof value === 'string') return [{ text: value, pointer }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, `${pointer}/${index}`));
  if (!isRecord(value)) return [];
  if (pointer.endsWith('/waarden'))
    return Object.entries(value).flatMap((pair) => pair.flatMap((text) => textsOf(text, pointer)));
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, `${pointer}/${key}`));
}

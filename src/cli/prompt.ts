import { checkbox, input, password, search, select } from '@inquirer/prompts';
import { dateProblem, readDate } from '../source/date.ts';
import { findChoices, foldLines, nameAlone } from './search.ts';

/** Questions are talk, not data: they go where messages go. */
const context = { output: process.stderr };

const ACTIONS: Record<string, string> = {
  '↑↓ navigate': '↑↓ kiezen',
  '⏎ select': 'Enter bevestigen',
  'space select': 'spatie aan- of uitzetten',
  'a all': 'a alles',
  'i invert': 'i omkeren',
  '⏎ submit': 'Enter klaar',
};

/** What the prompts say of themselves, in Dutch; they have no other place to set it. */
const theme = {
  style: {
    keysHelpTip: (shown: [string, string][]) => shown.map((pair) => ACTIONS[pair.join(' ')] ?? pair.join(' ')).join(' · '),
    error: (text: string) => `> ${text === 'No results found' ? 'Niets gevonden; wis een deel van wat u typte.' : text}`,
  },
};

/** An answer to choose, with what explains it. */
export interface Choice<T> {
  value: T;
  name: string;
  description?: string;
  /** Stands below the description. */
  toelichting?: string;
}

/** Asks for a text; asks again until it is good. Empty is allowed when `optional`. */
export function askText(
  message: string,
  options: { optional?: boolean; default?: string; check?: (text: string) => string | undefined } = {},
): Promise<string> {
  const validate = (text: string) => {
    if (text.trim() === '') return options.optional ? true : 'Vul iets in.';
    return options.check?.(text.trim()) ?? true;
  };
  return input(
    { message, validate, theme, ...(options.default === undefined ? {} : { default: options.default }) },
    context,
  ).then((text) => text.trim());
}

/** Asks for a secret that is never shown; asks again, from nothing, until it is good. */
export async function askSecret(message: string, check: (text: string) => string | undefined): Promise<string> {
  for (;;) {
    const text = await password({ message, mask: '•', toggleMask: false, theme }, context);
    const problem = check(text);
    if (problem === undefined) return text;
    tell(problem);
  }
}

/** Asks for one of a few answers. */
export function askOne<T>(message: string, choices: readonly Choice<T>[]): Promise<T> {
  return select({ message, choices: folded(choices), theme }, context);
}

/** Asks for any number of answers; asks again when there is none and `empty` says why there must be one. */
export function askSeveral<T>(
  message: string,
  choices: readonly (Choice<T> & { checked?: boolean })[],
  empty?: string,
): Promise<T[]> {
  const validate = (chosen: readonly unknown[]) => (chosen.length === 0 && empty) || true;
  return checkbox({ message, choices: folded(choices), pageSize: 14, validate, theme }, context);
}

/** Lets one search among many answers; the words typed must all occur in the name or the explanation. */
export function askSearch<T>(message: string, choices: readonly Choice<T>[]): Promise<T> {
  const source = (term = '') => folded(findChoices(term, choices));
  return search({ message, source, pageSize: 12, theme }, context);
}

/** What stands before an answer in a list: the pointer, and a mark. */
const MARGIN = 5;

/** Answers that fit the screen: the prompts themselves break lines inside words. */
function folded<T, C extends Choice<T>>(choices: readonly C[]): C[] {
  const width = Math.max(20, (process.stderr.columns ?? 80) - MARGIN);
  return choices.map((choice) => {
    const below = [choice.description, choice.toelichting].filter((text) => text !== undefined).join('\n');
    const shown = { name: foldLines(choice.name, width), short: nameAlone(choice.name) };
    return { ...choice, ...shown, ...(below ? { description: foldLines(below, width) } : {}) };
  });
}

/** Asks yes or no, as a choice: a prompt for a letter knows only the English ones. */
export function askYes(message: string, standard = true): Promise<boolean> {
  const answers = [
    { value: true, name: 'ja' },
    { value: false, name: 'nee' },
  ];
  return askOne(message, standard ? answers : answers.reverse());
}

/** Asks for a day, written as 14-2-2026 or 2026-02-14, and gives it as jaar-maand-dag; an optional one that is left empty as ''. */
export async function askDate(
  message: string,
  { check, ...options }: { optional?: boolean; default?: string; check?: (day: string) => string | undefined } = {},
): Promise<string> {
  const problem = (text: string) => {
    const day = readDate(text);
    return day === undefined ? `${dateProblem(text)}.` : check?.(day);
  };
  const text = await askText(message, { ...options, check: problem });
  return readDate(text) ?? '';
}

/** Asks for a whole number that may be left out. */
export async function askWholeNumber(message: string, least = 0): Promise<number | undefined> {
  const check = (text: string) =>
    /^\d+$/.test(text) && Number(text) >= least ? undefined : `Schrijf een heel getal${least > 0 ? ` vanaf ${least}` : ''}.`;
  const text = await askText(message, { optional: true, check });
  return text === '' ? undefined : Number(text);
}

/** Says something between two questions. */
export function tell(text: string): void {
  const width = Math.max(20, (process.stderr.columns ?? 80) - MARGIN);
  process.stderr.write(`\n${foldLines(`  ${text}`, width)}\n\n`);
}

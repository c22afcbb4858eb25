import { checkbox, input, search, select } from '@inquirer/prompts';

/** Questions are talk, not data: they go where messages go. */
const context = { output: process.stderr };

const keys = (help: Record<string, string>) => ({
  style: {
    keysHelpTip: (shown: [string, string][]) => shown.map(([key, action]) => `${key} ${help[action] ?? action}`).join(' · '),
  },
});

const DUTCH = {
  navigate: 'kiezen',
  select: 'bevestigen',
  submit: 'klaar',
  all: 'alles',
  invert: 'omkeren',
};

/** An answer to choose, with what explains it. */
export interface Choice<T> {
  value: T;
  name: string;
  description?: string;
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
  return input({ message, validate, ...(options.default === undefined ? {} : { default: options.default }) }, context).then(
    (text) => text.trim(),
  );
}

/** Asks for one of a few answers. */
export function askOne<T>(message: string, choices: readonly Choice<T>[]): Promise<T> {
  return select({ message, choices: [...choices], theme: keys(DUTCH) }, context);
}

/** Asks for any number of answers. */
export function askSeveral<T>(message: string, choices: readonly (Choice<T> & { checked?: boolean })[]): Promise<T[]> {
  return checkbox({ message, choices: [...choices], pageSize: 14, theme: keys(DUTCH) }, context);
}

/** Lets one search among many answers; the words typed must all occur in the name or the explanation. */
export function askSearch<T>(message: string, choices: readonly Choice<T>[]): Promise<T> {
  const source = (term = '') => {
    const words = term.toLowerCase().split(/\s+/).filter(Boolean);
    return choices.filter(({ name, description = '' }) => {
      const text = `${name} ${description}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  };
  return search({ message, source, pageSize: 12, theme: keys(DUTCH) }, context);
}

/** Asks yes or no, as a choice: a prompt for a letter knows only the English ones. */
export function askYes(message: string, standard = true): Promise<boolean> {
  const answers = [
    { value: true, name: 'ja' },
    { value: false, name: 'nee' },
  ];
  return askOne(message, standard ? answers : answers.reverse());
}

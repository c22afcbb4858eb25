import type { Termen } from '../huisstijl/model.ts';
import { MONTHS } from '../source/months.ts';

/** A date as a reader sees it: "2026-06-18" becomes "18 juni 2026". Anything else comes back as it is. */
export function dateWords(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = match && MONTHS[Number(match[2]) - 1];
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : date;
}

/** How many of a whole: "3 van de 5 gemeenten", "beide gemeenten", "alle 3 gemeenten". */
export function countWords(count: number, whole: number, noun: string): string {
  if (count === whole && whole === 2) return `beide ${noun}`;
  if (count === whole && whole > 2) return `alle ${whole} ${noun}`;
  return `${count} van de ${whole} ${noun}`;
}

/** A whole number with points between the thousands: "12.345". */
export function numberWords(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A noun for one thing and for more of them. */
export interface Noun {
  een: string;
  meer: string;
}

const GEBIEDEN: Readonly<Record<string, string>> = {
  gemeente: 'gemeenten',
  regio: "regio's",
  wijk: 'wijken',
  vestiging: 'vestigingen',
};

/** The word for the gebieden of an onderzoek, as the huisstijl has it: "gemeente" when all are, "gebied" when they differ. */
export function areaNoun(soorten: readonly string[], termen: Termen = {}): Noun {
  const [een = '', ...others] = new Set(soorten);
  const meer = others.length === 0 ? GEBIEDEN[een] : undefined;
  if (meer === undefined) return termen.gebied ?? { een: 'gebied', meer: 'gebieden' };
  return termen[een] ?? { een, meer };
}

/** The words that fit a number: those for one, or those for none and for more. */
export function wordsFor<T>(number: number, one: T, more: T): T {
  return number === 1 ? one : more;
}

/** A text with a capital to begin with. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { listWords } from '../source/sentence.ts';
import type { Tabel } from './model.ts';

/** The number in a cell; nothing when it is no whole number. */
export function numberIn(cell: string | undefined): number | undefined {
  return /^\d{1,6}$/.test(cell ?? '') ? Number(cell) : undefined;
}

/** The numbers of a column; what is no number counts for nothing, and is reported by `countProblem`. */
export function column({ regels }: Tabel, index: number): number[] {
  return regels.map((regel) => numberIn(regel[index]) ?? 0);
}

/** What is wrong with a table that must have numbers from a column on, and at least so many columns. */
export function countProblem({ kop, regels }: Tabel, from: number, least: number): string | undefined {
  if (kop.length < least) return `de tabel heeft ${kop.length} kolommen; verwacht: ten minste ${least}`;
  for (const [index, regel] of regels.entries()) {
    const wrong = regel.slice(from).find((cell) => numberIn(cell) === undefined);
    if (wrong !== undefined) return `in rij ${index + 1} staat '${wrong}'; verwacht: een geheel getal`;
  }
  return undefined;
}

/** The sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Where the highest number stands, as words: "Sturing (7)", "Sturing en Rollen (elk 5)"; of more than three only how many. */
export function highest(names: readonly string[], numbers: readonly number[]): string {
  const number = Math.max(0, ...numbers);
  const found = names.filter((_, index) => numbers[index] === number);
  if (found.length === 1) return `${found[0]} (${number})`;
  return `${found.length > 3 ? `${found.length} rijen` : listWords(found)} (elk ${number})`;
}

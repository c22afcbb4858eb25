/** “1 criterium”, “3 criteria”: a number with the form of the word that goes with it. */
export function countOf(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

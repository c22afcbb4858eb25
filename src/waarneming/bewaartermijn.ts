import type { Dossier } from '../onderzoek/dossier.ts';

/**
 * The day on which the retention term of a werkdossier is over: as the plan says, or so many years after the date of the
 * report as the settings say; `undefined` when neither says anything.
 */
export function retentionOf({ onderzoek, instellingen }: Pick<Dossier, 'onderzoek' | 'instellingen'>): string | undefined {
  const { bewaren_tot: until, datum } = onderzoek.value;
  const years = instellingen.werkdossier?.bewaartermijn;
  if (until !== undefined || years === undefined) return until;
  const year = String(Number(datum.slice(0, 4)) + years);
  const rest = datum.slice(4);
  // There is no such day in other years: the term then ends a day later.
  return rest === '-02-29' && !isLeap(Number(year)) ? `${year}-03-01` : year + rest;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

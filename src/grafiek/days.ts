import { MONTHS } from '../source/months.ts';

const DAY = 86_400_000;
const SHORT = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** The number of a day that is written as readers see it, "18 juni 2026"; days count on without time zones. Nothing for other words. */
export function dayOf(written: string): number | undefined {
  const [, day, name = '', year] = /^(\d{1,2}) ([a-z]+) (\d{4})$/.exec(written) ?? [];
  const month = MONTHS.indexOf(name);
  if (month === -1) return undefined;
  const date = new Date(Date.UTC(Number(year), month, Number(day)));
  return date.getUTCDate() === Number(day) ? date.getTime() / DAY : undefined;
}

/** The first day of a month, with its name when there is room for that: "okt ’25", then "nov". */
export interface Month {
  dag: number;
  label: string;
}

/** The first days of the months around a span of days, to its end; on so many pixels only every second, third … has its name. */
export function monthStarts(from: number, to: number, width: number): Month[] {
  const first = new Date(from * DAY);
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  const starts: number[] = [];
  for (let index = month; starts.length < 2 || (starts.at(-1) ?? 0) < to; index++) starts.push(Date.UTC(year, index, 1) / DAY);
  const step =
    [1, 2, 3, 6, 12].find((size) => (starts.length / size) * 44 <= width) ?? 12 * Math.ceil((starts.length * 44) / 12 / width);
  let shown = 0;
  return starts.map((dag, index) => {
    if (index % step !== 0 || index === starts.length - 1) return { dag, label: '' };
    const date = new Date(dag * DAY);
    const year = date.getUTCFullYear();
    const label = `${SHORT[date.getUTCMonth()]}${year === shown ? '' : ` ’${String(year % 100).padStart(2, '0')}`}`;
    shown = year;
    return { dag, label };
  });
}

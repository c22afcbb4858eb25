/** Reads a date written as 2026-02-14 or 14-2-2026 (a time after it is left out); `undefined` when there is no such day. */
export function readDate(written: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/.exec(written);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const dutch = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(written);
  return dutch ? existing(dutch[4], dutch[3], dutch[1]) : undefined;
}

/** Whether a text is a day that exists, written as jaar-maand-dag: 2026-02-28, but not 2026-02-30. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

function existing(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

const MONTHS = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** What to say of a date that `readDate` does not know: how to write it, in the form it was probably meant. */
export function dateProblem(written: string): string {
  const [, day, name = '', year] = /^(\d{1,2})\s+([a-z]{3,})\.?\s+(\d{4})$/i.exec(written.trim()) ?? [];
  const start = name.toLowerCase().replace('mrt', 'maart').slice(0, 3);
  const meant = existing(year, String(MONTHS.indexOf(start) + 1), day);
  return `'${written}' kan ik niet lezen als datum; schrijf ${meant ?? 'een dag die bestaat, zoals 2026-02-14 of 14-2-2026'}`;
}

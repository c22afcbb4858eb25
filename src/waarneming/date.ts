/** Reads a date written as 2026-02-14 or 14-2-2026 (a time after it is left out); `undefined` when there is no such day. */
export function readDate(written: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/.exec(written);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const dutch = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(written);
  return dutch ? existing(dutch[4], dutch[3], dutch[1]) : undefined;
}

function existing(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

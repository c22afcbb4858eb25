import type { KoppelingDatum } from '../schema/generated/types.ts';
import { isDay, readDate } from '../source/date.ts';

/** A named form of dates. */
export type DateForm = NonNullable<KoppelingDatum['datum']>;

/** A time behind a day, as questionnaires and spreadsheets write it: it is left out. */
const TIME =
  /(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:Z|CES?T|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT))?)?$/i;

/** In characters; no date is longer, and a longer text costs the patterns more than it is worth. */
const LONGEST = 60;

const MONTHS = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** Each form as a pattern; the groups are named after the parts of a day. */
const PATTERNS: Readonly<Record<Exclude<DateForm, 'excel'>, RegExp>> = {
  'jjjj-mm-dd': /^(?<j>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  'd-m-jjjj': /^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<j>\d{4})$/,
  'd-m-jj': /^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<j>\d{2})$/,
  'd/m/jjjj': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<j>\d{4})$/,
  'd/m/jj': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<j>\d{2})$/,
  'd.m.jjjj': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<j>\d{4})$/,
  'm/d/jjjj': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<j>\d{4})$/,
  'm/d/jj': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<j>\d{2})$/,
  'jjjj/mm/dd': /^(?<j>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  jjjjmmdd: /^(?<j>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  'd maand jjjj': /^(?<d>\d{1,2}) (?<naam>[a-z]{3,})\.? (?<j>\d{4})$/i,
};

/** The named forms, in the order in which they are tried on the dates of an unknown table. */
export const DATE_FORMS = [...Object.keys(PATTERNS), 'excel'] as DateForm[];

/**
 * Reads a date in a form, as jaar-maand-dag; `undefined` when it is none. One that is written as jaar-maand-dag is read in any form: so
 * does a real date in a workbook come, and it means one thing only. Two digits of a year are those of this century.
 */
export function readDateIn(written: string, form: DateForm | undefined): string | undefined {
  if (written.length > LONGEST) return undefined;
  const day = written.replace(TIME, '').replace(/\s+/g, ' ');
  if (isDay(day)) return day;
  if (form === undefined) return readDate(day);
  if (form === 'excel') return excelDay(day);
  const { j = '', m = '', d = '', naam = '' } = PATTERNS[form].exec(day)?.groups ?? {};
  if (j === '') return undefined;
  const month = naam === '' ? m : String(MONTHS.indexOf(naam.toLowerCase().replace('mrt', 'maa').slice(0, 3)) + 1);
  const text = `${j.length === 2 ? `20${j}` : j}-${month.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** The day that a spreadsheet keeps as a number, counted from 1900 with a day that never was (29 February 1900). */
function excelDay(written: string): string | undefined {
  const days = /^\d{1,7}(?:[.,]\d+)?$/.test(written) ? Math.floor(Number(written.replace(',', '.'))) : 0;
  if (days < FIRST_SURE || days > LAST) return undefined;
  return new Date(EPOCH + days * DAY).toISOString().slice(0, 10);
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** 1 March 1900: the first day whose number is beyond doubt. */
const FIRST_SURE = 61;
/** 31 December 9999. */
const LAST = 2_958_465;

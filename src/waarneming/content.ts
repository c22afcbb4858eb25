import type { Waarneming } from '../schema/generated/types.ts';
import { canonicalJson, normaliseText, sha256 } from '../source/fingerprint.ts';
import { byText } from '../source/order.ts';
import type { WaarnemingColumn } from './columns.ts';
import { WAARNEMING_FIELDS } from './read-record.ts';

/** The fields that make up what a waarneming says; the rest is identity and origin. */
const CONTENT = [
  'bron',
  'gebied',
  'indicatoren',
  'item',
  'tekst',
  'strekking',
  'verklarende_factoren',
  'vertrouwelijk',
  'citeerbaar',
  'vastgelegd_door',
] as const satisfies readonly (keyof Waarneming)[];

/** What belongs to that as well, and did not exist at first: without it an id is what it was. */
const LATER = ['antwoord'] as const satisfies readonly (keyof Waarneming)[];

/** What is compared besides: it makes no other waarneming, but it is told when it changes. */
const BESIDES = ['extra', 'alinea', 'codeurs', 'bijlagen'] as const satisfies readonly (keyof Waarneming)[];

type Field = (typeof CONTENT)[number] | (typeof LATER)[number] | (typeof BESIDES)[number];

/** A field of a waarneming that became another. */
export interface FieldChange {
  /** As a person reads it: “verklarende factoren”. */
  veld: string;
  oud: Waarneming[Field] | null;
  nieuw: Waarneming[Field] | null;
}

/**
 * Of 48 bits: two different contents with one id are met as a change of an id, which is refused. Where there is `extra` it counts as
 * well: two rows of a foreign table that differ in it alone are two, or one of them would lose what it had.
 */
export function contentId(waarneming: Waarneming): string {
  const content = CONTENT.map((field) => {
    const value = waarneming[field];
    if (Array.isArray(value)) return [...value].sort(byText);
    return field === 'tekst' ? normaliseText(waarneming.tekst) : (value ?? null);
  });
  const later = LATER.flatMap((field) => (waarneming[field] === undefined ? [] : [{ [field]: waarneming[field] }]));
  const extra = waarneming.extra === undefined ? [] : [canonicalJson(waarneming.extra)];
  return `w-${sha256(JSON.stringify([...content, ...later, ...extra])).slice(0, 12)}`;
}

/** Whether the id of a waarneming is its content, and not given by whoever recorded it. */
export function hasContentId(waarneming: Waarneming): boolean {
  return waarneming.id.startsWith('w-') && waarneming.id === contentId(waarneming);
}

/** The fields in which two versions of a waarneming differ. */
export function differences(before: Waarneming, after: Waarneming): FieldChange[] {
  const content: Field[] = [...CONTENT, ...LATER].filter((field) => !same(before[field], after[field]));
  const besides = BESIDES.filter(
    (field) => before[field] !== after[field] && canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null),
  );
  return [...content, ...besides].map((field) => ({
    veld: field.replaceAll('_', ' '),
    oud: before[field] ?? null,
    nieuw: after[field] ?? null,
  }));
}

const COLUMNS: ReadonlyMap<string, WaarnemingColumn> = new Map(
  (Object.entries(WAARNEMING_FIELDS) as [WaarnemingColumn, string][]).map(([column, field]) => [
    field.replaceAll('_', ' '),
    column,
  ]),
);

/** The column in which a change stands, the first of several: where there is no explanation, the answer is the text as well. */
export function changedColumn(changes: readonly FieldChange[], { tekst, antwoord }: Waarneming): WaarnemingColumn | undefined {
  const isAnswer = antwoord === tekst && changes.some(({ veld }) => veld === 'antwoord');
  const columns = changes.flatMap(({ veld }) => COLUMNS.get(veld) ?? []);
  return isAnswer ? 'antwoord' : columns[0];
}

/**
 * A waarneming as its levering held it: one that was coded here, and is delivered without a code as before, is compared without
 * the code that it got here.
 */
export function asDelivered(before: Waarneming, delivered: Waarneming): Waarneming {
  return before.gecodeerd !== undefined && delivered.indicatoren.length === 0 ? { ...before, indicatoren: [] } : before;
}

function same(a: string | readonly string[] | undefined, b: string | readonly string[] | undefined): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value) => b.includes(value));
}

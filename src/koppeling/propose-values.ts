import { BRON_FIELDS, WAARNEMING_FIELDS } from '../waarneming/read-record.ts';
import type { Words } from '../waarneming/words.ts';
import { wordsOf } from './check.ts';
import type { Waarde } from './fields.ts';
import type { ColumnProfile } from './profile.ts';
import { assumedValue } from './synonyms.ts';
import { wordsIn } from './value.ts';

/** A field of a proposed koppeling. */
export interface ProposedField {
  /** Its name in the koppeling. */
  veld: string;
  waarde: Waarde;
  /** What someone should look at, one line each. */
  uitleg: string[];
  /** Words of the table of which the meaning is assumed. */
  aannames?: string[];
  /** Words of the table that are not known, to be filled in. */
  onbekend?: string[];
  /** How many words are personal data: a koppeling lies in git, so they are not written in it. */
  verzwegen?: number;
  /** What can be chosen from for those. */
  keuze?: string;
}

const KEYS = new Map<string, string>([
  ...Object.entries(WAARNEMING_FIELDS),
  ...Object.entries(BRON_FIELDS).map(([column, key]): [string, string] => [`bron ${column}`, key]),
]);

/** Proposes a field that is made from one column: with the form of a date, or what every word in it is taken for. */
export function proposeValues(column: string, profile: ColumnProfile, words: Words): ProposedField {
  const veld = KEYS.get(column) ?? column;
  const { name, dates } = profile;
  if (column === 'bron datum') return { veld, waarde: { kolom: name, ...formOf(dates) }, uitleg: doubt(dates) };
  const list = wordsOf(column, words);
  if (!list || list.values.length === 0 || profile.isOpen) return { veld, waarde: { kolom: name }, uitleg: [] };
  const waarden: Record<string, string> = {};
  const aannames: string[] = [];
  const onbekend: string[] = [];
  let verzwegen = 0;
  for (const written of wordsIn(column, profile.values, (text) => list.find(text) !== undefined)) {
    const known = list.find(written);
    const meant = known ?? assumedValue(column, written);
    if (words.guard.judge(written).length > 0) verzwegen += 1;
    else if (meant === undefined) onbekend.push(written);
    else {
      waarden[written] = meant;
      if (known === undefined) aannames.push(written);
    }
  }
  return {
    veld,
    waarde: { kolom: name, waarden },
    uitleg: [],
    aannames,
    onbekend,
    verzwegen,
    ...(list.help ? { keuze: list.help } : {}),
  };
}

function formOf([form]: ColumnProfile['dates']): { datum?: NonNullable<Waarde['datum']> } {
  return form === undefined ? {} : { datum: form };
}

/** 1/2/2026 can be two days; 2026-02-01 is read in any form, and means one day. */
function doubt(dates: ColumnProfile['dates']): string[] {
  if (dates[0] === 'jjjj-mm-dd') return [];
  const others = dates.filter((form) => form.startsWith('m/') || form.startsWith('d/'));
  return others.length > 1 ? [`NAGAAN: de datums passen ook bij ${others.slice(1).join(' en ')}`] : [];
}

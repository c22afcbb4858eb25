import { BRON_FIELDS, WAARNEMING_FIELDS } from '../waarneming/read-record.ts';
import type { WordList } from '../waarneming/word-list.ts';
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
  /** Words of the table that are not known, to be filled in, each with the one of ours that it may be meant for. */
  onbekend?: { woord: string; bedoelt: string | undefined }[];
  /** How many words are personal data: a koppeling lies in git, so they are not written in it. */
  verzwegen?: number;
  /** What can be chosen from for those. */
  keuze?: string;
}

const KEYS = new Map<string, string>([
  ...Object.entries(WAARNEMING_FIELDS),
  ...Object.entries(BRON_FIELDS).map(([column, key]): [string, string] => [`bron ${column}`, key]),
]);

/**
 * Proposes a field that is made from one column: with the form of a date, or what every word in it is taken for. `isDoubtful`: nothing
 * in it says that it is what its name says.
 */
export function proposeValues(column: string, profile: ColumnProfile, words: Words, isDoubtful = false): ProposedField {
  const veld = KEYS.get(column) ?? column;
  const { name, dates } = profile;
  if (column === 'bron datum') return { veld, waarde: { kolom: name, ...formOf(dates) }, uitleg: doubt(dates) };
  const list = wordsOf(column, words);
  const uitleg = isDoubtful ? ['NAGAAN: niet alles wat hierin staat, is bekend'] : [];
  if (!list || list.values.length === 0 || profile.isOpen) return { veld, waarde: { kolom: name }, uitleg };
  const { waarden, ...doubts } = meanings(column, profile, list, words);
  return { veld, waarde: { kolom: name, waarden }, uitleg, ...doubts, ...(list.help ? { keuze: list.help } : {}) };
}

type Meanings = Required<Pick<ProposedField, 'aannames' | 'onbekend' | 'verzwegen'>> & { waarden: Record<string, string> };

/** What every word in a column means, as far as it can be known. */
function meanings(column: string, { values }: ColumnProfile, list: WordList, { guard }: Words): Meanings {
  const found: Meanings = { waarden: {}, aannames: [], onbekend: [], verzwegen: 0 };
  for (const written of wordsIn(column, values, (text) => list.find(text) !== undefined)) {
    const known = list.find(written);
    const meant = known ?? assumedValue(column, written);
    if (guard.judge(written).length > 0) found.verzwegen += 1;
    else if (meant === undefined) found.onbekend.push({ woord: written, bedoelt: list.near(written) });
    else {
      found.waarden[written] = meant;
      if (known === undefined) found.aannames.push(written);
    }
  }
  return found;
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

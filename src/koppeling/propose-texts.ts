import type { Words } from '../waarneming/words.ts';
import type { Assigned } from './assign.ts';
import { wordsOf } from './check.ts';
import type { ColumnProfile } from './profile.ts';
import type { ProposedField } from './propose-values.ts';
import { type Asked, itemCalled } from './texts.ts';

/** One of the waarnemingen that a row becomes. */
export interface ProposedEntry {
  code: string;
  fields: ProposedField[];
}

/** What the columns with texts become: the one text of a waarneming, or a waarneming each. */
export function proposeTexts(
  { texts, namedText }: Assigned,
  words: Words,
  items: readonly Asked[],
): { tekst: ProposedField[]; entries: ProposedEntry[] } {
  const [only, ...more] = texts;
  if (more.length > 0) return { tekst: [], entries: texts.map((text, index) => entry(text, index, items, words)) };
  const uitleg = namedText ? [] : ['NAGAAN: is dit wat er is gezegd, gelezen of gezien?'];
  return { tekst: only ? [{ veld: 'tekst', waarde: { kolom: only.name }, uitleg }] : [], entries: [] };
}

/** A question with what it is about, where the instruments know it. */
function entry({ name }: ColumnProfile, index: number, items: readonly Asked[], words: Words): ProposedEntry {
  const item = itemCalled(name, items);
  const indicator = item || !/[./]/.test(name) ? undefined : wordsOf('indicator', words)?.find(name);
  const fields: ProposedField[] = [{ veld: 'tekst', waarde: { kolom: name }, uitleg: [] }];
  if (item) fields.push({ veld: 'item', waarde: { vast: item.id }, uitleg: [] });
  if (indicator) fields.push({ veld: 'indicatoren', waarde: { vast: indicator }, uitleg: [] });
  return { code: `v${index + 1}`, fields };
}

import type { Word } from './sentences.ts';

const BECOMES = new Set(['word', 'wordt', 'worden', 'werd', 'werden']);
/** A participle: ge…d, ge…t, ge…en, or with a prefix that takes no ge. */
const PARTICIPLE =
  /^(?:(?:aan|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|vast|voor|weg|samen)?ge[a-zëï]+(?:d|t|en|aan|ien)|(?:be|ver|ont|her|er)[a-z]{3,}(?:d|t|en|aan|ien))$/;
/** Words that look like one and are none. */
const NONE = new Set([
  ...['geen', 'genoeg', 'gezinnen', 'gebieden', 'gemeenten', 'gesprekken', 'gevallen', 'geheugen', 'gegevens', 'gewoonten'],
  ...[
    'beleid',
    'verschillend',
    'verschillen',
    'betrokkenen',
    'besluiten',
    'bestanden',
    'verbeterpunten',
    'vertrouwen',
    'verhalen',
  ],
]);

/** The form of “worden” that makes a sentence passive, as in “wordt vastgesteld”; that of becoming, “wordt achttien”, is none. */
export function passiveIn(words: readonly Word[]): Word | undefined {
  const at = words.findIndex(({ text }) => BECOMES.has(text.toLowerCase()));
  if (at < 0) return undefined;
  const isPassive = words.some(({ text }) => PARTICIPLE.test(text.toLowerCase()) && !NONE.has(text.toLowerCase()));
  return isPassive ? words[at] : undefined;
}

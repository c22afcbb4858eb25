import type { Sentence, Word } from './sentences.ts';

/** Capitals together (BJZ), or around a small letter (BRp); not the plural or the rest of a compound. */
const CAPITALS = /^(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z][A-Za-z]{0,3})(?=$|['’-])/;
/** What is written as a word, and is none to most readers. */
const AS_WORD = /^(?:awb|avg|bjz|ggd|ggz|jgz|jw|poh|pgb|pw|uhp|wajong|wia|wlz|wmo|woo|wvggz|wzd|zvw)(?=$|['’-])/i;
/** What everyone knows, or hears as a word. */
const KNOWN = new Set([
  'AOW',
  'BTW',
  'EU',
  'HBO',
  'ID',
  'IQ',
  'MBO',
  'NL',
  'PC',
  'PDF',
  'TV',
  'VMBO',
  'VN',
  'VWO',
  'WC',
  'APK',
  'SMS',
]);

/** The abbreviations in sentences, each once, where it is first used; those that everyone knows are left out. */
export function abbreviationsIn(sentences: readonly Sentence[]): Word[] {
  const met = new Map<string, Word>();
  for (const { words } of sentences)
    for (const word of words) {
      const short = (CAPITALS.exec(word.text) ?? AS_WORD.exec(word.text))?.[0];
      if (short !== undefined && !KNOWN.has(short) && !met.has(short)) met.set(short, { ...word, text: short });
    }
  return [...met.values()];
}

/** Whether a text says what an abbreviation stands for: “Wet maatschappelijke ondersteuning (Wmo)”, or the other way round. */
export function isExplained(short: string, text: string): boolean {
  return text.includes(`(${short})`) || new RegExp(`(?<![\\p{L}\\p{N}])${short} \\([^)]{5,}\\)`, 'u').test(text);
}

import { type Choose, chooser, VULLEN } from './vullen-met.ts';
import { VULLEN_ZONDER } from './vullen-zonder.ts';
import { ZINNEN_MET } from './zinnen-met.ts';
import { STAARTEN, ZINNEN_ZONDER } from './zinnen-zonder.ts';

const MET = 640;
const ZONDER = 1200;

/**
 * The lines with personal data, each value marked as `⟦kind|value⟧`: every sentence is used equally often, each time with other
 * values, and now and then with a clean sentence before or after it.
 */
export function regelsMet(): string[] {
  const choose = chooser(2016);
  return Array.from({ length: MET }, (_, index) => {
    const sentence = (ZINNEN_MET[index % ZINNEN_MET.length] ?? '').replace(/\{([^}]+)\}/g, (_, slot: string) =>
      marked(slot, choose),
    );
    const other = fill(choose.from(ZINNEN_ZONDER), choose);
    return choose.from([sentence, sentence, `${other} ${sentence}`, `${sentence} ${other}`]);
  });
}

/** The lines without personal data; no line stands there twice. */
export function regelsZonder(): string[] {
  const choose = chooser(1848);
  const lines = new Set<string>();
  for (let index = 0; lines.size < ZONDER; index += 1) {
    const sentence = ZINNEN_ZONDER[index % ZINNEN_ZONDER.length] ?? '';
    lines.add(fill(`${sentence} ${choose.from(STAARTEN)}`.trim(), choose));
  }
  return [...lines];
}

function marked(slot: string, choose: Choose): string {
  const { kind = '', make } = VULLEN[slot] ?? {};
  if (!make) throw new Error(`no slot ${slot}`);
  return `⟦${kind}|${make(choose)}⟧`;
}

function fill(sentence: string, choose: Choose): string {
  return sentence.replace(/\{([^}]+)\}/g, (_, slot: string) => {
    const make = VULLEN_ZONDER[slot];
    if (!make) throw new Error(`no slot ${slot}`);
    return make(choose);
  });
}

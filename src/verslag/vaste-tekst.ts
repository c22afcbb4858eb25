import { normaliseText, sha256 } from '../source/fingerprint.ts';

/** What a form remembers of the texts it came with: its own paragraphs, and what a field says until it is filled in. */
export type VasteTekst = 'vaste tekst' | 'aanwijzing';

/** Enough to tell the texts of one document apart. */
const LENGTH = 8;
/** Between two of them, so that no run of digits looks like a number of a person. */
const BETWEEN = 'x';
/** Word cuts a property off after 255 characters. */
const MOST = Math.floor(255 / (LENGTH + BETWEEN.length));

/** Document properties that remember texts, whatever is written between them later. */
export function vasteTekstProperties(name: VasteTekst, texts: readonly string[]): Record<string, string> {
  const prints = [...new Set(texts.filter((text) => text.trim() !== '').map(print))];
  const properties: Record<string, string> = {};
  for (let at = 0; at < prints.length; at += MOST)
    properties[`${name} ${at / MOST + 1}`] = prints.slice(at, at + MOST).join(BETWEEN);
  return properties;
}

/** Says of a text whether the form came with it; `undefined` where the document does not remember. */
export function readVasteTekst(
  name: VasteTekst,
  properties: Readonly<Record<string, string>>,
): ((text: string) => boolean) | undefined {
  const kept = Object.entries(properties).filter(([property]) => property.startsWith(`${name} `));
  const prints = new Set(kept.flatMap(([, value]) => value.match(/[0-9a-f]{8}/g) ?? []));
  return kept.length === 0 ? undefined : (text) => prints.has(print(text));
}

function print(text: string): string {
  return sha256(normaliseText(text)).slice(0, LENGTH);
}

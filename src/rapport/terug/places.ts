import { textWith } from '../../word/changes.ts';
import { textName } from '../document/docx/ledger.ts';
import { flat } from './compare-text.ts';
import { ACCEPT_ALL, REJECT_ALL, type Region, withoutLead } from './regions.ts';

/**
 * For each region its number among those that may differ from what the document was made of. Only the document itself is asked, so that
 * the numbers stay as they are when the source changes.
 */
export function placesOf(regions: readonly Region[]): (number | undefined)[] {
  let count = 0;
  return regions.map((region) => {
    if (!mayDiffer(region)) return undefined;
    count += 1;
    return count;
  });
}

function mayDiffer({ names, paragraphs }: Region): boolean {
  const [name] = names;
  const [before, after] = [textWith(paragraphs, REJECT_ALL), textWith(paragraphs, ACCEPT_ALL)];
  if (name === undefined) return !isBare(before) || !isBare(after);
  return names.length > 1 || originalText(name, [after]) === undefined || flat(before) !== flat(after);
}

/** Whether a paragraph says nothing: it may have the number of what follows in another form. */
export function isBare(text: string): boolean {
  return /^\s*$|^\d{1,9}\t\s*$/.test(text);
}

/** Which of these texts a paragraph was made with, as its bookmark says, whatever its number. */
export function originalText(name: string, texts: readonly string[]): string | undefined {
  const forms = texts.flatMap((text) => [text, withoutLead(text)]).map((text) => text.replaceAll('\n', ' ').trim());
  return forms.find((text) => name === textName(text) || name.startsWith(`${textName(text)}_`));
}

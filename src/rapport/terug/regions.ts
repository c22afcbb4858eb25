import { type EditedParagraph, textWith } from '../../word/changes.ts';
import { textName } from '../document/docx/ledger.ts';
import { flat } from './compare-text.ts';
import type { Passage } from './passages.ts';

/** Accepts every tracked change, and none. */
export const ACCEPT_ALL = (): boolean => true;
export const REJECT_ALL = (): boolean => false;

/** A passage in a document: one paragraph, or several where it was divided. */
export interface Region {
  /** The bookmarks of its text: none of what was added, more than one where passages were joined. */
  names: string[];
  paragraphs: EditedParagraph[];
}

/** How the bookmark of a text begins. */
const TEXT = textName('').slice(0, -16);

/** The passages of a document, in their order. */
export function regionsIn(all: readonly EditedParagraph[]): Region[] {
  const paragraphs = all.filter(({ generated }) => !generated);
  const regions: Region[] = [];
  let index = 0;
  while (index < paragraphs.length) {
    const region = regionAt(paragraphs, index);
    regions.push(region);
    index += region.paragraphs.length;
  }
  return regions;
}

function regionAt(paragraphs: readonly EditedParagraph[], start: number): Region {
  const first = paragraphs.slice(start, start + 1);
  const names = first.flatMap(textNames);
  const own = paragraphs.slice(start, endOf(paragraphs, start, names.at(-1)) + 1);
  const next = paragraphs[start + own.length];
  if (!next || !isJoined(own, next)) return { names, paragraphs: own };
  return { names: [...names, ...textNames(next)], paragraphs: [...own, next] };
}

/** The bookmarks of texts that begin in a paragraph; one around nothing was left behind by what is gone. */
function textNames({ starts, ends }: EditedParagraph): string[] {
  const isEmpty = (name: string, at: number): boolean => ends.some((end) => end.name === name && end.at === at);
  const found = starts.filter(({ name }) => name.startsWith(TEXT));
  const full = found.filter(({ name, at }) => !isEmpty(name, at));
  return (full.length > 0 ? full : found.slice(0, 1)).map(({ name }) => name);
}

/** The last paragraph of a passage that was divided: there its bookmark ends. */
function endOf(paragraphs: readonly EditedParagraph[], start: number, name: string | undefined): number {
  const next = paragraphs.findIndex((paragraph, at) => at > start && textNames(paragraph).length > 0);
  const reach = paragraphs.slice(start, next < 0 ? undefined : next);
  const found = name === undefined ? 0 : reach.findIndex(({ ends }) => ends.some((end) => end.name === name));
  return start + Math.max(0, found);
}

/** Whether the end of a passage was deleted, so that it goes on in another one; not where all of it was deleted. */
function isJoined(own: readonly EditedParagraph[], next: EditedParagraph): boolean {
  const deleted = own.at(-1)?.mark.some(({ kind }) => kind === 'del') ?? false;
  return deleted && textNames(next).length > 0 && textWith(own, ACCEPT_ALL).trim() !== '';
}

/** A passage with its number, as it counts when two are laid beside each other. */
export function wholeText({ lead, text }: Pick<Passage, 'lead' | 'text'>): string {
  return flat(lead + text);
}

/** What tsd writes before the text of a paragraph: a number and a tab, or the letter of an appendix. */
const LEAD = /^(?:(?:\p{Lu}{1,2}\.)?[\d.]{0,12}\t|Bijlage \p{Lu}{1,2} +)/u;

/** The text of a paragraph without the number before it. */
export function withoutLead(text: string): string {
  return text.replace(LEAD, '');
}

/** A passage with the number that it has in a document with this text: tsd counts anew where there came more or less before it. */
export function withLead(passage: Passage, text: string): Passage {
  return passage.lead === '' ? passage : { ...passage, lead: LEAD.exec(text)?.[0] ?? '' };
}

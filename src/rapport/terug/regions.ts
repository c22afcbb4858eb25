import { changesIn, type EditedParagraph, textWith } from '../../word/changes.ts';
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

/** A paragraph without a bookmark that says what a passage says that is nowhere else, is that passage. */
export function withLost(regions: readonly Region[], passages: readonly Passage[]): Region[] {
  const there = new Set(regions.flatMap(({ names }) => names));
  const lost = new Map(passages.filter(({ name }) => !there.has(name)).map((passage) => [wholeText(passage), passage.name]));
  return regions.map((region) => {
    const text = region.names.length > 0 ? '' : flat(textWith(region.paragraphs, ACCEPT_ALL));
    const name = lost.get(text);
    if (name === undefined || changesIn(region.paragraphs).length > 0) return region;
    lost.delete(text);
    return { ...region, names: [name] };
  });
}

/** A passage with its number, as it counts when two are laid beside each other. */
export function wholeText({ lead, text }: Pick<Passage, 'lead' | 'text'>): string {
  return flat(lead + text);
}

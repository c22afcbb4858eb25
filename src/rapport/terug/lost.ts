import { changesIn, textWith } from '../../word/changes.ts';
import { flat } from './compare-text.ts';
import type { Passage } from './passages.ts';
import { ACCEPT_ALL, type Region, wholeText, withoutLead } from './regions.ts';

/**
 * Gives back the bookmarks that a program lost: a paragraph without one that says what a passage says that is nowhere else, is that
 * passage. Where the source changed since, it may as well be a new paragraph that was taken over: then only a document without any bookmark
 * is read so.
 */
export function withLost(regions: readonly Region[], passages: readonly Passage[], current: boolean): readonly Region[] {
  const there = new Set(regions.flatMap(({ names }) => names));
  if (!current && there.size > 0) return regions;
  const lost = new Map<string, string[]>();
  for (const passage of passages.filter(({ name }) => !there.has(name))) {
    for (const text of new Set([wholeText(passage), flat(passage.text)]))
      lost.set(text, [...(lost.get(text) ?? []), passage.name]);
  }
  return regions.map((region) => {
    if (region.names.length > 0 || changesIn(region.paragraphs).length > 0) return region;
    const text = textWith(region.paragraphs, ACCEPT_ALL);
    const found = [flat(text), flat(withoutLead(text))].flatMap((form) => lost.get(form) ?? []);
    const name = found.find((one) => !there.has(one));
    if (name === undefined) return region;
    there.add(name);
    return { ...region, names: [name] };
  });
}

import { textWith } from '../../word/changes.ts';
import { flat } from './compare-text.ts';
import type { Match } from './match.ts';
import type { Passage } from './passages.ts';
import { ACCEPT_ALL } from './regions.ts';

/** What stands before and after a place in a document, of what is there now. */
export interface Neighbours {
  previous?: Passage;
  next?: Passage;
}

/** What stands around a region: the nearest that is known, and that only where nothing else stands between that reads otherwise now. */
export interface Around {
  known: Neighbours;
  beside: Neighbours;
}

/** What stands around each region of a document. */
export function aroundEach(matches: readonly Match[]): Around[] {
  const [before, after] = [lastKnown(matches), lastKnown(matches.toReversed()).toReversed()];
  return matches.map((_, index) => ({
    known: neighbours(before[index]?.known, after[index]?.known),
    beside: neighbours(before[index]?.beside, after[index]?.beside),
  }));
}

function neighbours(previous: Passage | undefined, next: Passage | undefined): Neighbours {
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

function lastKnown(matches: readonly Match[]): { known: Passage | undefined; beside: Passage | undefined }[] {
  let [known, beside]: (Passage | undefined)[] = [];
  return matches.map(({ region, passage, taken }) => {
    const here = { known, beside };
    const own = passage ?? taken?.passage;
    if (own) [known, beside] = [own, own];
    else if (region.names.length > 0 && flat(textWith(region.paragraphs, ACCEPT_ALL)) !== '') beside = undefined;
    return here;
  });
}

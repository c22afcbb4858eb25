import { groupBy } from '../../source/order.ts';
import { type Change, changesIn, textWith } from '../../word/changes.ts';
import { baseName } from '../document/docx/ledger.ts';
import { between, flat } from './compare-text.ts';
import type { Source } from './mark-dossier.ts';
import type { Passage } from './passages.ts';
import { ACCEPT_ALL, type Region, withoutLead } from './regions.ts';

/** What was taken over before of what was done in a region: the passage that came of it, and what it was made with. */
export interface Taken {
  passage: Passage;
  accepts: (change: Change) => boolean;
  /** Whether it was everything. */
  all: boolean;
}

/** More authors than this in one passage are not told apart. */
const MOST_AUTHORS = 6;

/** What was taken over of each region, where it is given; `fresh` are the passages that no region stands for. */
export function takenFrom(regions: readonly (Region | undefined)[], fresh: readonly Passage[]): (Taken | undefined)[] {
  const texts = groupBy(fresh, ({ text }) => flat(text));
  const claimed = new Set<Passage>();
  const whole = regions.map((region) => region && wholeOf(region, texts, fresh, claimed));
  return whole.map((found, index) => {
    const region = regions[index];
    return found ?? (region && partOf(region, texts, claimed));
  });
}

type Texts = ReadonlyMap<string, readonly Passage[]>;

function wholeOf(region: Region, texts: Texts, fresh: readonly Passage[], claimed: Set<Passage>): Taken | undefined {
  const text = withoutLead(textWith(region.paragraphs, ACCEPT_ALL));
  const alike = (texts.get(flat(text)) ?? []).filter((passage) => isOther(passage, region));
  const found = alike.length > 0 || !RESTS_ON.test(text) ? alike : fresh.filter((passage) => restsElse(passage, text));
  const passage = found.find((one) => !claimed.has(one)) ?? found[0];
  if (flat(text) === '' || !passage) return undefined;
  claimed.add(passage);
  return { passage, accepts: ACCEPT_ALL, all: true };
}

/** What some of the authors of a region did; nothing where that says what two passages say. */
function partOf(region: Region, texts: Texts, claimed: Set<Passage>): Taken | undefined {
  const authors = [...new Set(changesIn(region.paragraphs).map(({ author }) => author))];
  if (authors.length > MOST_AUTHORS) return undefined;
  for (let chosen = 0; chosen < 2 ** authors.length - 1; chosen += 1) {
    const accepts = ({ author }: Change): boolean => Math.floor(chosen / 2 ** authors.indexOf(author)) % 2 === 1;
    const text = flat(withoutLead(textWith(region.paragraphs, accepts)));
    const found = (texts.get(text) ?? []).filter((one) => isOther(one, region) && !claimed.has(one));
    const [passage, other] = found;
    if (text === '' || !passage || other) continue;
    claimed.add(passage);
    return { passage, accepts, all: false };
  }
  return undefined;
}

/** A passage with the text that a region was made with is another one that was alike. */
function isOther({ name }: Passage, { names: [own] }: Region): boolean {
  return own === undefined || baseName(name) !== baseName(own);
}

const RESTS_ON = /\bRust op (?:bevinding|oordeel|oordelen)[^.]*\.\s*$/;

/** Whether a passage says this, but for the numbers by which tsd says what it rests on. */
function restsElse({ sources }: Passage, text: string): boolean {
  return sources.some((source) => {
    const rest = between(text, source.before + sourceText(source), '');
    return rest !== undefined && isGround(rest) && isGround(source.after);
  });
}

function isGround(text: string): boolean {
  return RESTS_ON.exec(text.trim())?.index === 0;
}

/** The text of the team as it stands in its file. */
export function sourceText({ field, part }: Source): string {
  return field.tekst.slice(part.start, part.end);
}

import type { Source } from './mark-dossier.ts';
import type { Passage } from './passages.ts';

/** What is to happen to a text of the team: another text, a paragraph beside it, or that it goes. */
export interface Proposal extends Source {
  kind: 'tekst' | 'erna' | 'ervoor' | 'weg';
  text: string;
}

/** What can be done with a difference: carry it to its source, nothing any more, or not, and why. */
export type Judgement =
  | { outcome: 'kan'; proposal: Proposal }
  | { outcome: 'overgenomen' }
  | { outcome: 'geweigerd' | 'botsing'; reason: string; help: string; source?: Source };

/** What a judgement needs to know of the document as it is made now. */
export interface Now {
  /** Passages that nothing in the document stands for, in their order. */
  fresh: readonly Passage[];
  /** Every passage, in its order. */
  passages: readonly Passage[];
}

/** The judgement that a difference cannot be carried, with why, and what to do. */
export function refused(reason: string, help: string, source?: Source): Judgement {
  return { outcome: 'geweigerd', reason, help, ...(source ? { source } : {}) };
}

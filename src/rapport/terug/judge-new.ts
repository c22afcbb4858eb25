import { type Change, textWith } from '../../word/changes.ts';
import { between, flat } from './compare-text.ts';
import type { Difference } from './differences.ts';
import { type Judgement, type Proposal, refused } from './judgement.ts';
import type { Neighbours } from './neighbours.ts';
import type { Passage, PassageSource } from './passages.ts';
import { ACCEPT_ALL } from './regions.ts';

/** Judges a paragraph that is new, with the text that it has by the changes that are accepted: only in a text in teksten/ it has a place. */
export function judgeNew(difference: Difference, text: string, accepts: (change: Change) => boolean): Judgement {
  if (flat(text) === '') return { outcome: 'overgenomen' };
  const marks = difference.paragraphs.flatMap(({ mark }) => mark);
  const other = marks.find((change) => change.kind === 'ins' && !accepts(change));
  if (other && flat(text) !== flat(textWith(difference.paragraphs, ACCEPT_ALL)))
    return refused(
      `deze alinea is van ${other.author === '' ? 'een ander' : other.author}, en die is nog niet overgenomen`,
      'neem haar over met haar nummer, of noem beide namen',
    );
  const { beside = {}, known = {} } = difference.around ?? {};
  const place = proseBeside(beside);
  if (place) return { outcome: 'kan', proposal: { ...place, text: between(text, '', '') ?? '' } };
  const near = proseBeside(known);
  if (near)
    return {
      outcome: 'botsing',
      reason:
        'wat ernaast staat, is na het maken van dit Word-bestand ook in de bron veranderd; waar deze alinea hoort, is niet te zien',
      help: `zet haar zelf op haar plaats in ${near.field.file}`,
      source: near,
    };
  return refused(
    'deze alinea is nieuw, en er is geen bevinding waar zij op rust',
    'schrijf haar als bevinding, oordeel of verbeterpunt, met waar zij op rust; alleen in een tekst uit teksten/ kan een alinea erbij',
  );
}

/** Where a new paragraph can stand: beside one of a text in teksten/. */
export function proseBeside({ previous, next }: Neighbours): Omit<Proposal, 'text'> | undefined {
  const [before, after] = [previous && proseSource(previous), next && proseSource(next)];
  if (before) return { field: before.field, part: before.part, kind: 'erna' };
  return after && { field: after.field, part: after.part, kind: 'ervoor' };
}

/** The text in teksten/ that a passage is a whole paragraph of. */
function proseSource({ sources: [source] }: Passage): PassageSource | undefined {
  return source?.field.naam !== undefined && source.part.block ? source : undefined;
}

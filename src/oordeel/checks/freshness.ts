import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { groupBy } from '../../source/order.ts';
import { type Chain, dependencies, fingerprintOf, fittingOordelen } from '../chain.ts';
import type { ChainNode } from '../chain-model.ts';
import { at, type Check, writtenNodes } from './context.ts';

/** The code of the error that a sentence is te herzien. */
export const TO_REVIEW = 'oordeel/te-herzien';

/** The code of the warning that sentences were never confirmed. */
export const UNCONFIRMED = 'oordeel/niet-bevestigd';

/** What was confirmed still rests on the same texts; what was never confirmed is named, once for each file. */
export const checkFreshness: Check = ({ chain }) => {
  const written = writtenNodes(chain).filter(({ tekst }) => tekst !== '');
  const unconfirmed = groupBy(
    written.filter(({ confirmed }) => !confirmed),
    ({ place }) => place?.bestand.file ?? '',
  );
  const stale = written.flatMap((node): Diagnostic[] => {
    const changed = changedSince(chain, node);
    if (changed.length === 0) return [];
    const related = changed.flatMap((ref) => {
      const ground = chain.nodes.get(ref);
      return ground?.place ? [{ message: `${ref} staat hier`, ...at(ground) }] : [];
    });
    const message = `te herzien: sinds '${node.ref}' is bevestigd, ${howChanged(node, changed)}`;
    const help = `lees het opnieuw, pas het zo nodig aan, en bevestig met tsd confirm <onderzoek> ${node.ref}`;
    return [error(TO_REVIEW, message, { ...at(node), related, help })];
  });
  return [...stale, ...[...unconfirmed].map(([file, nodes]) => neverConfirmed(file, nodes))];
};

/** “veranderde waar het op rust: a; rust het nu ook op: b”. */
function howChanged(node: ChainNode, changed: readonly string[]): string {
  const refs = dependencies(node);
  const kindOf = (ref: string) => {
    if (!refs.includes(ref)) return 'rust het niet meer op';
    return node.confirmed?.[ref] === undefined ? 'rust het nu ook op' : 'veranderde waar het op rust';
  };
  return [...groupBy(changed, kindOf)].map(([kind, items]) => `${kind}: ${someOf(items)}`).join('; ');
}

/**
 * The references of a confirmed node whose text changed since, that it did not rest on then, or that it no longer rests on:
 * leaving out a contradiction changes the case as well. What a reference that became too short may still mean does not count:
 * that reference is reported itself. Empty when never confirmed.
 */
function changedSince(chain: Chain, node: ChainNode): string[] {
  const { confirmed } = node;
  if (!confirmed) return [];
  const refs = dependencies(node);
  const changed = refs.filter((ref) => {
    const [now, before] = [fingerprintOf(chain, ref), confirmed[ref]];
    if (now === undefined || now === before) return false;
    // What was confirmed before the kenmerken of a waarneming counted, holds as long as its text does.
    return before === undefined || before !== chain.nodes.get(ref)?.prints?.text;
  });
  const meant = new Set(refs.flatMap((ref) => [ref, ...(chain.nodes.has(ref) ? [] : fittingOordelen(chain, ref))]));
  return [...changed, ...Object.keys(confirmed).filter((ref) => !meant.has(ref))];
}

/** The references of the sentences that are te herzien, in the order of the work. */
export function refsToReview(chain: Chain): string[] {
  const written = writtenNodes(chain).filter(({ tekst }) => tekst !== '');
  return written.filter((node) => changedSince(chain, node).length > 0).map(({ ref }) => ref);
}

function neverConfirmed(file: string, nodes: readonly ChainNode[]): Diagnostic {
  const refs = nodes.map(({ ref }) => ref);
  const message = `nog niet bevestigd (${refs.length}): ${someOf(refs)}`;
  const help = 'bevestig met tsd confirm waar deze zinnen op rusten; daarna ziet tsd check wat te herzien is';
  return warning(UNCONFIRMED, message, { file, help });
}

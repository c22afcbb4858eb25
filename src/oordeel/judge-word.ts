import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { PrivacyGuard } from '../privacy/guard.ts';
import { textProblems } from '../waarneming/text-guard.ts';
import { type Chain, wholeRef } from './chain.ts';
import type { ChainNode } from './chain-model.ts';
import { checkPassage } from './checks/grounds.ts';
import { withdrawn } from './checks/standing.ts';
import type { JoinedFile } from './join-word.ts';
import type { WrittenSentence } from './read-word.ts';
import { RUST_OP, TEKST } from './word-document.ts';
import type { SentencePlace } from './word-rooms.ts';

/** What keeps a sentence that somebody wrote from being recorded: a reference to nothing, or what may not stand in a text. */
export function judgeSentence(sentence: WrittenSentence, chain: Chain, guard: PrivacyGuard): Diagnostic[] {
  const { tekst, rust_op, file } = sentence;
  const known = [...chain.nodes.keys()];
  const unknown = rust_op.filter((ref) => !chain.nodes.has(wholeRef(chain, ref)));
  return [
    ...unknown.map((ref) =>
      error('oordeel/onbekende-verwijzing', `'${ref}' bestaat niet${didYouMean(ref, known)}`, {
        ...placeOf(sentence, RUST_OP),
        help: 'schrijf de id van een bevinding (fictiehove-3), of een oordeel (oordeel:fictiehove/toegang)',
      }),
    ),
    ...textProblems(tekst, guard, file).map(({ from: _, ...problem }) => ({ ...problem, ...placeOf(sentence, TEKST) })),
  ];
}

/**
 * What `tsd check` will say of what the sentences that were taken rest on. `chain` is that of the onderzoek with these sentences in
 * it, since one may rest on another. That something is still to be written keeps nothing out.
 */
export function judgeGrounds({ bestand, taken }: JoinedFile, chain: Chain): Diagnostic[] {
  const nodes = [...chain.nodes.values(), ...chain.doubles].filter(({ place }) => place?.bestand.path === bestand.path);
  return taken.flatMap(({ place, sentence }) => {
    const node = nodes.find((one) => isWithin(place, one));
    const { soort, label, pointer } = place;
    const restsOn = sentence.rust_op.map((ref) => wholeRef(chain, ref));
    const passage = { soort, label: label.toLowerCase(), tekst: sentence.tekst, restsOn, pointer };
    const problems = node
      ? [...checkPassage(node, passage, chain), ...restsOn.flatMap((ref) => withdrawn(node.ref, ref, chain) ?? [])]
      : [];
    return problems
      .filter(({ code }) => code !== 'oordeel/open-grond')
      .map(({ pointer: _, ...problem }) => ({ ...problem, ...placeOf(sentence, RUST_OP) }));
  });
}

function isWithin({ pointer }: SentencePlace, { place }: ChainNode): boolean {
  return place !== undefined && `${pointer}/`.startsWith(`${place.pointer}/`);
}

function placeOf({ file, alinea }: WrittenSentence, header: string): Pick<Diagnostic, 'file' | 'cell'> {
  return { file, cell: { row: alinea, unit: 'alinea', header } };
}

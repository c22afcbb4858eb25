import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { didYouMean, suggester } from '../../diagnostics/suggest.ts';
import { resolveReference } from '../../kader/reference.ts';
import type { Chain } from '../chain.ts';
import type { ChainNode } from '../chain-model.ts';
import { at, beside, type Check, type CheckContext, writtenNodes } from './context.ts';

/** Every reference points at something that exists: gebieden, norms, and what a sentence rests on. */
export const checkReferences: Check = (context) => {
  const { dossier, chain } = context;
  const written = writtenNodes(chain);
  return [
    ...unknownGebieden(context),
    ...brokenReferences(written, context),
    ...(dossier.toetsingskader
      ? written.flatMap((node) => unknownNorms(node, context))
      : withoutToetsingskader(written, context)),
  ];
};

function unknownGebieden({ dossier }: CheckContext): Diagnostic[] {
  const ids = dossier.onderzoek.value.gebieden.map(({ id }) => id);
  return [...dossier.bevindingen, ...dossier.oordelen]
    .filter(({ value }) => !ids.includes(value.gebied))
    .map(({ file, value }) => {
      const message = `gebied '${value.gebied}' hoort niet bij dit onderzoek${didYouMean(value.gebied, ids)}`;
      return error('oordeel/onbekend-gebied', message, { file, pointer: '/gebied' });
    });
}

function brokenReferences(written: readonly ChainNode[], { chain, elsewhere }: CheckContext): Diagnostic[] {
  const suggest = suggestRef(chain);
  return written.flatMap((node) =>
    groundsOf(node)
      .filter(({ ref }) => !chain.nodes.has(ref) && !elsewhere.has(ref))
      .map(({ ref, pointer }) =>
        error('oordeel/onbekende-verwijzing', `'${ref}' bestaat niet${suggest(ref)}`, at(node, pointer)),
      ),
  );
}

/** Everything that a node supports itself with or is contradicted by, with where that is written. */
function groundsOf(node: ChainNode): { ref: string; pointer: string }[] {
  const field = node.soort === 'bevinding' ? 'steunt_op' : 'rust_op';
  const grounds = node.passages.flatMap(({ restsOn, pointer }) =>
    restsOn.map((ref, index) => ({ ref, pointer: `${pointer}/${field}/${index}` })),
  );
  const against = node.contradictedBy.map((ref, index) => ({
    ref,
    pointer: `${node.place?.pointer}/weersproken_door/${index}`,
  }));
  return [...grounds, ...against];
}

/** Suggests a reference of the same soort: only what comes after the soort is compared. */
function suggestRef(chain: Chain): (ref: string) => string {
  const perSoort = new Map<string, (name: string) => string>();
  return (ref) => {
    const soort = ref.slice(0, ref.indexOf(':') + 1);
    const names = () => [...chain.nodes.keys()].filter((key) => key.startsWith(soort)).map((key) => key.slice(soort.length));
    const suggest = perSoort.get(soort) ?? suggester(names, soort);
    perSoort.set(soort, suggest);
    return suggest(ref.slice(soort.length));
  };
}

/** What a bevinding or oordeel is about stands in the toetsingskader, and is of the kind that belongs there. */
function unknownNorms(node: ChainNode, { chain }: CheckContext): Diagnostic[] {
  const wanted = node.soort === 'bevinding' ? ['indicator'] : ['criterium', 'thema'];
  const norms = [...chain.norms.values()].filter(({ soort }) => wanted.includes(soort));
  return node.about.flatMap((ref, index) => {
    const norm = chain.norms.get(ref);
    if (norm && wanted.includes(norm.soort)) return [];
    const place = at(node, node.soort === 'bevinding' ? `${node.place?.pointer}/indicatoren/${index}` : undefined);
    const { problem } = norm
      ? { problem: `'${ref}' is een ${norm.soort}; hier hoort een ${wanted.join(' of ')}` }
      : resolveReference(ref, norms, chain.weggelaten);
    const help = 'alleen wat in toetsingskader.yaml is gekozen, wordt beoordeeld; kies meer met tsd kader select';
    return [error('oordeel/buiten-toetsingskader', problem ?? `'${ref}' staat niet in het toetsingskader`, { ...place, help })];
  });
}

function withoutToetsingskader(written: readonly ChainNode[], { dossier }: CheckContext): Diagnostic[] {
  if (written.length === 0) return [];
  const message = 'er zijn bevindingen of oordelen, maar er is geen toetsingskader';
  const file = beside(dossier, 'toetsingskader.yaml');
  return [error('oordeel/geen-toetsingskader', message, { file, help: 'kies eerst met tsd kader select' })];
}

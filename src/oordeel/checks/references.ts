import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { resolveReference } from '../../kader/reference.ts';
import type { ChainNode } from '../chain-model.ts';
import { at, type Check, type CheckContext, writtenNodes } from './context.ts';

/** Every reference points at something that exists: gebieden, norms, and what a sentence rests on. */
export const checkReferences: Check = (context) => {
  const { dossier, chain } = context;
  const written = writtenNodes(chain);
  return [
    ...unknownGebieden(context),
    ...written.flatMap((node) => [...brokenGrounds(node, context), ...brokenContradictions(node, context)]),
    ...(dossier.toetsingskader ? written.flatMap((node) => unknownNorms(node, context)) : withoutToetsingskader(written)),
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

function brokenGrounds(node: ChainNode, context: CheckContext): Diagnostic[] {
  const field = node.soort === 'bevinding' ? 'steunt_op' : 'rust_op';
  return node.passages.flatMap(({ restsOn, pointer }) =>
    restsOn.flatMap((ref, index) => broken(ref, context, at(node, `${pointer}/${field}/${index}`))),
  );
}

function brokenContradictions(node: ChainNode, context: CheckContext): Diagnostic[] {
  return node.contradictedBy.flatMap((ref, index) =>
    broken(ref, context, at(node, `${node.place?.pointer}/weersproken_door/${index}`)),
  );
}

function broken(ref: string, { chain, elsewhere }: CheckContext, place: Pick<Diagnostic, 'file' | 'pointer'>): Diagnostic[] {
  if (chain.nodes.has(ref) || elsewhere.has(ref)) return [];
  const soort = ref.slice(0, ref.indexOf(':') + 1);
  const candidates = [...chain.nodes.keys()].filter((key) => key.startsWith(soort));
  return [error('oordeel/onbekende-verwijzing', `'${ref}' bestaat niet${didYouMean(ref, candidates)}`, place)];
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
      : resolveReference(ref, norms);
    const help = 'alleen wat in toetsingskader.yaml is gekozen, wordt beoordeeld; kies meer met tsd kader select';
    return [error('oordeel/buiten-toetsingskader', problem ?? `'${ref}' staat niet in het toetsingskader`, { ...place, help })];
  });
}

function withoutToetsingskader(written: readonly ChainNode[]): Diagnostic[] {
  if (written.length === 0) return [];
  const message = 'er zijn bevindingen of oordelen, maar er is geen toetsingskader';
  return [error('oordeel/geen-toetsingskader', message, { help: 'kies eerst met tsd kader select' })];
}

import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { didYouMean, suggester } from '../../diagnostics/suggest.ts';
import { resolveReference } from '../../kader/reference.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { groupBy } from '../../source/order.ts';
import type { Chain } from '../chain.ts';
import type { ChainNode } from '../chain-model.ts';
import { tooShort } from '../find.ts';
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
      return error('oordeel/onbekend-gebied', message, { file, pointer: '/gebied', help: `kies uit: ${ids.join(', ')}` });
    });
}

function brokenReferences(written: readonly ChainNode[], { chain, elsewhere, dossier }: CheckContext): Diagnostic[] {
  const suggest = suggestRef(chain);
  const broken = written.flatMap((node) =>
    groundsOf(node)
      .filter(({ ref }) => !chain.nodes.has(ref) && !elsewhere.has(ref))
      .map(({ ref, pointer }): Broken => ({ node, ref, pointer, lost: lostGebied(node, ref, dossier) })),
  );
  const loose = broken.filter(({ lost }) => lost === undefined);
  const lost = groupBy(
    broken.filter((item) => item.lost !== undefined),
    (item) => item.lost ?? '',
  );
  return [
    ...[...lost].map(([gebied, items]) => lostBevindingen(gebied, items, dossier)),
    ...loose.map(({ node, ref, pointer }) => {
      const short = tooShort(chain, ref);
      const message = short ?? `'${ref}' bestaat niet${suggest(ref)}`;
      return error('oordeel/onbekende-verwijzing', message, { ...at(node, pointer), help: short ? MEND_SHORT : MEND });
    }),
  ];
}

const MEND = 'pas de verwijzing aan, of haal haar weg; tsd trace <onderzoek> <verwijzing> laat zien wat er wel is';
const MEND_SHORT = 'schrijf welke u bedoelt, met het kader erbij';

/** A reference to nothing; `lost` is the gebied of which no bevindingen are there at all, where that is the cause. */
interface Broken {
  node: ChainNode;
  ref: string;
  pointer: string;
  lost: string | undefined;
}

/** The gebied that a missing bevinding belongs to, when that has no file: by its id, or else by what names it. */
function lostGebied(node: ChainNode, ref: string, { onderzoek, bevindingen }: Dossier): string | undefined {
  if (!ref.startsWith('bevinding:')) return undefined;
  const id = ref.slice('bevinding:'.length);
  const ids = onderzoek.value.gebieden.map((gebied) => gebied.id);
  const gebied = ids.find((name) => id.startsWith(`${name}-`)) ?? node.gebied;
  return bevindingen.some(({ value }) => value.gebied === gebied) ? undefined : gebied;
}

/** One cause, said once: without it each reference to a file that is not there would be an error of its own. */
function lostBevindingen(gebied: string, items: readonly Broken[], dossier: Dossier): Diagnostic {
  const refs = [...new Set(items.map(({ ref }) => ref))];
  const message = `er zijn geen bevindingen van '${gebied}', maar zij worden wel genoemd: ${someOf(refs)}`;
  const [first] = items;
  const related = first ? [{ message: 'bijvoorbeeld hier', ...at(first.node, first.pointer) }] : [];
  const help = 'zet dit bestand terug (uit git of een kopie), of lees de bevindingen opnieuw in met tsd bevindingen ingest';
  return error('oordeel/geen-bevindingen', message, { file: beside(dossier, `bevindingen/${gebied}.yaml`), related, help });
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

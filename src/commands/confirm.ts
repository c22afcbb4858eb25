import { hasErrors } from '../diagnostics/diagnostic.ts';
import { someOf } from '../diagnostics/some-of.ts';
import { stop } from '../diagnostics/stop.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { buildChain, type Chain } from '../oordeel/chain.ts';
import type { ChainNode } from '../oordeel/chain-model.ts';
import { refsToReview } from '../oordeel/checks/freshness.ts';
import { type Confirmation, confirmedFiles, confirmNodes } from '../oordeel/confirm.ts';
import { findRef, KINDS_OF_REFERENCE } from '../oordeel/find.ts';
import { readingProblems } from './check/names.ts';
import { chooseGebieden } from './choose-gebieden.ts';
import { stopWithoutToetsingskader } from './missing-toetsingskader.ts';
import { calledAs, nextStepLine } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read/onderzoek.ts';

/** What `tsd confirm` is asked for besides references. */
export interface ConfirmOptions {
  alles?: boolean;
  gebied?: string[];
}

/** `tsd confirm`: keeps with each sentence the fingerprints of what it rests on, so that a later change shows. */
export function confirmOnderzoek(argument: string, refs: readonly string[], options: ConfirmOptions): Outcome {
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  const problems = readingProblems(read);
  if (hasErrors(problems)) return { ...reading, diagnostics: problems };
  const chain = buildChain(dossier);
  const gebieden = options.gebied ? chooseGebieden(dossier, options.gebied) : undefined;
  const written = [...chain.nodes.values()].filter(({ place, tekst }) => place && tekst !== '');
  if (written.length === 0) throw nothingWritten(dossier);
  if (refs.length === 0 && !gebieden && !options.alles) throw nothingNamed(chain, written);
  const named = refs.map((ref) => nodeOf(chain, ref));
  const swept = written.filter(({ gebied }) => options.alles || (gebied !== undefined && gebieden?.includes(gebied)));
  const { value, diagnostics } = confirmNodes(chain, [...new Set([...named, ...swept])]);
  return {
    sources: reading.sources,
    diagnostics: [...reading.diagnostics, ...diagnostics],
    files: confirmedFiles(value),
    base: dossier.folder,
    messages: [...messagesOf(value), nextStepLine(dossier.folder, 'check')],
    data: { bevestigd: value.map(({ node, changed }) => ({ ref: node.ref, veranderd: changed })) },
  };
}

function nothingWritten(dossier: Dossier): Error {
  if (!dossier.toetsingskader) return stopWithoutToetsingskader(dossier);
  const help = `tsd onderzoek status ${calledAs(dossier.folder)} zegt wat eerst komt`;
  return stop('oordeel/niets-te-bevestigen', 'er zijn nog geen bevindingen of oordelen om te bevestigen', { help });
}

function nodeOf(chain: Chain, written: string): ChainNode {
  const found = findRef(chain, written);
  if ('problem' in found)
    throw stop('oordeel/onbekende-verwijzing', found.problem, { help: `zo kunt u verwijzen: ${KINDS_OF_REFERENCE.join(', ')}` });
  if (!('node' in found) || !found.node.place) {
    const help = 'te bevestigen zijn bevindingen, oordelen, conclusies, punten en verbeterpunten';
    throw stop('oordeel/niet-te-bevestigen', `'${written}' rust zelf nergens op en is niet te bevestigen`, { help });
  }
  if (found.node.tekst === '')
    throw stop('oordeel/open', `'${written}' heeft nog geen tekst om te bevestigen`, { help: 'schrijf eerst de tekst' });
  return found.node;
}

function nothingNamed(chain: Chain, written: readonly ChainNode[]): Error {
  const stale = refsToReview(chain);
  const fresh = written.filter(({ confirmed }) => !confirmed).length;
  const open = [...(stale.length > 0 ? [`te herzien: ${someOf(stale)}`] : []), `nog nooit bevestigd: ${fresh}`];
  const help = `noem wat u hebt gelezen, of gebruik --gebied of --alles. Nu ${open.join('; ')}`;
  return stop('oordeel/niets-genoemd', 'zeg wat u bevestigt', { help });
}

function messagesOf(confirmations: readonly Confirmation[]): string[] {
  const again = confirmations.filter(({ node }) => node.confirmed);
  const altered = again.filter(({ changed }) => changed.length > 0);
  const lines = altered.map(({ node, changed }) => `opnieuw bevestigd: ${node.ref} (veranderd: ${changed.join(', ')})`);
  const first = confirmations.length - again.length;
  const completed = again.length - altered.length;
  if (confirmations.length === 0) return ['alles was al bevestigd; er is niets veranderd'];
  return [
    ...lines,
    ...(completed > 0 ? [`aangevuld met de kenmerken van de bronnen: ${completed}`] : []),
    ...(first > 0 ? [`voor het eerst bevestigd: ${first}`] : []),
  ];
}

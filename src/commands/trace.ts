import { indexSources } from '../bevinding/triangulate.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import { buildChain } from '../oordeel/chain.ts';
import { findRef } from '../oordeel/find.ts';
import { traceNode, traceNorm } from '../oordeel/trace.ts';
import { traceText } from '../oordeel/trace-text.ts';
import type { Outcome } from './outcome.ts';
import { readManifest } from './read-manifest.ts';
import { readOnderzoek } from './read-onderzoek.ts';

/** `tsd trace`: from a waarneming up to every sentence that rests on it, from a sentence down to its sources and norms. */
export function traceOnderzoek(argument: string, ref: string): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  const chain = buildChain(dossier);
  const found = findRef(chain, ref);
  // What could not be read may hold what is asked for.
  if ('problem' in found && hasErrors(reading.diagnostics)) return reading;
  if ('problem' in found)
    throw stop('oordeel/onbekende-verwijzing', found.problem, {
      help: 'bijvoorbeeld bevinding:<id>, waarneming:<id>, oordeel:<gebied>/<criterium>, verbeterpunt:<id> of een criterium',
    });
  const context = { chain, dossier, ...indexSources(dossier), elsewhere: readManifest(dossier, reading).elsewhere };
  const trace = 'node' in found ? traceNode(found.node, context) : traceNorm(found.norm, context);
  return { ...reading, stdout: traceText(trace), data: { ...trace } };
}

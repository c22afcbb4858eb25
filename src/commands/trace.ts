import { indexSources } from '../bevinding/triangulate.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { buildChain } from '../oordeel/chain.ts';
import { findRef, KINDS_OF_REFERENCE } from '../oordeel/find.ts';
import { traceElsewhere, traceFound, traceNode } from '../oordeel/trace.ts';
import type { Trace, TraceContext } from '../oordeel/trace-model.ts';
import { traceText } from '../oordeel/trace-text.ts';
import type { RapportOptions } from '../rapport/model/options.ts';
import { readingProblems } from './check-names.ts';
import type { Outcome } from './outcome.ts';
import { readManifest } from './read-manifest.ts';
import { readOnderzoek } from './read-onderzoek.ts';

/** What `tsd trace` is asked for besides a reference. */
export interface TraceOptions {
  /** How the report was made in which a number stands. */
  indeling: RapportOptions['indeling'];
}

/** A number in a report: that of an alinea, or of a verbeterpunt. */
const IN_REPORT = /^(?:rapport|alinea):([^/]+)\/(?:alinea-)?(V?\d+)$/;

const BARE = /^(?:alinea[- ]?)?(V?\d+)$/i;

const KINDS = [...KINDS_OF_REFERENCE, 'een nummer in een rapport: rapport:<gebied>/12, rapport:overkoepelend/V3'];

/** `tsd trace`: from a waarneming up to every sentence that rests on it, from a sentence down to its sources and norms. */
export async function traceOnderzoek(argument: string, written: string, { indeling }: TraceOptions): Promise<Outcome> {
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  const { elsewhere } = readManifest(dossier, reading);
  const context: TraceContext = { chain: buildChain(dossier), dossier, ...indexSources(dossier), elsewhere };
  const trace = await traceWritten(written.trim(), context, indeling);
  if (!('problem' in trace)) return { ...reading, stdout: traceText(trace), data: { ...trace } };
  // What could not be read may hold what is asked for.
  const diagnostics = readingProblems(read);
  if (hasErrors(diagnostics)) return { ...reading, diagnostics };
  throw stop('oordeel/onbekende-verwijzing', trace.problem, { help: `zo kunt u verwijzen: ${KINDS.join(', ')}` });
}

async function traceWritten(
  written: string,
  context: TraceContext,
  indeling: TraceOptions['indeling'],
): Promise<Trace | { problem: string }> {
  const { chain, dossier, elsewhere } = context;
  const [, map, nummer] = IN_REPORT.exec(written) ?? [];
  if (map !== undefined && nummer !== undefined) {
    const { findInReport } = await import('./trace-report.ts');
    const place = findInReport({ map, nummer, indeling }, dossier, chain);
    if ('problem' in place) return place;
    const trace = traceNode(place.node, context);
    return { ...trace, feiten: [place.feit, ...trace.feiten] };
  }
  const found = findRef(chain, written);
  if (!('problem' in found)) return traceFound(found, context);
  const away = [written, `waarneming:${written}`].find((ref) => elsewhere.has(ref));
  return away === undefined ? withReport(found, written, dossier) : traceElsewhere(away, context);
}

/** A number by itself may be that of an alinea: each report has its own. */
function withReport(found: { problem: string }, written: string, { onderzoek }: Dossier): { problem: string } {
  const [, nummer] = BARE.exec(written) ?? [];
  const [gebied] = onderzoek.value.gebieden;
  if (nummer === undefined || !gebied) return found;
  return { problem: `${found.problem}; bedoelt u een nummer in een rapport, zoals 'rapport:${gebied.id}/${nummer}'?` };
}

import { join } from 'node:path';
import { indexSources } from '../bevinding/triangulate.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { Stop, stop } from '../diagnostics/stop.ts';
import { exists, readBytes, readText, requireInside, shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { buildChain } from '../oordeel/chain.ts';
import { OVERKOEPELEND } from '../oordeel/chain-model.ts';
import { findRef, KINDS_OF_REFERENCE } from '../oordeel/find.ts';
import { traceElsewhere, traceFound, traceNode } from '../oordeel/trace.ts';
import type { Trace, TraceContext } from '../oordeel/trace-model.ts';
import { traceText } from '../oordeel/trace-text.ts';
import type { RapportOptions } from '../rapport/model/options.ts';
import { readingProblems } from './check/names.ts';
import type { Outcome } from './outcome.ts';
import { readManifest } from './read/manifest.ts';
import { readOnderzoek } from './read/onderzoek.ts';
import type { LyingReport } from './report/trace-report.ts';

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
  const asked = written.trim();
  const found = await traceWritten(asked, context, { indeling, printed: readPrinted(asked, dossier) });
  if ('trace' in found) {
    const diagnostics = [...reading.diagnostics, ...found.diagnostics];
    return { ...reading, diagnostics, stdout: traceText(found.trace), data: { ...found.trace } };
  }
  // What could not be read may hold what is asked for.
  const diagnostics = readingProblems(read);
  if (hasErrors(diagnostics)) return { ...reading, diagnostics };
  if ('gone' in found) throw new Stop([found.gone], 1);
  throw stop('oordeel/onbekende-verwijzing', found.problem, { help: `zo kunt u verwijzen: ${KINDS.join(', ')}` });
}

/** The public report that a number is in, as it lies there; nothing when none was made. */
function readPrinted(written: string, { folder, onderzoek }: Dossier): LyingReport | undefined {
  const [, map] = IN_REPORT.exec(written) ?? [];
  const isLocal = onderzoek.value.gebieden.some(({ id }) => id === map);
  if (map === undefined || !(isLocal || map === OVERKOEPELEND)) return undefined;
  for (const format of ['md', 'html', 'docx'] as const) {
    const path = requireInside(folder, join('rapport', map, `${isLocal ? 'lokaal' : OVERKOEPELEND}.${format}`));
    if (!exists(path)) continue;
    const file = shownPath(path);
    return format === 'docx' ? { format, bytes: readBytes(path), file } : { format, text: readText(path), file };
  }
  return undefined;
}

type Written = { trace: Trace; diagnostics: Diagnostic[] } | { problem: string } | { gone: Diagnostic };

async function traceWritten(
  written: string,
  context: TraceContext,
  report: TraceOptions & { printed: LyingReport | undefined },
): Promise<Written> {
  const { chain, dossier, elsewhere } = context;
  const [, map, nummer] = IN_REPORT.exec(written) ?? [];
  if (map !== undefined && nummer !== undefined) {
    const { findInReport } = await import('./report/trace-report.ts');
    const place = findInReport({ map, nummer, ...report }, dossier, chain);
    if (!('node' in place)) return place;
    const trace = traceNode(place.node, context);
    return { trace: { ...trace, feiten: [place.feit, ...trace.feiten] }, diagnostics: place.diagnostics };
  }
  const found = findRef(chain, written);
  if (!('problem' in found)) return { trace: traceFound(found, context), diagnostics: [] };
  const away = [written, `waarneming:${written}`].find((ref) => elsewhere.has(ref));
  if (away === undefined) return withReport(found, written, dossier);
  return { trace: traceElsewhere(away, context), diagnostics: [] };
}

/** A number by itself may be that of an alinea: each report has its own. */
function withReport(found: { problem: string }, written: string, { onderzoek }: Dossier): { problem: string } {
  const [, nummer] = BARE.exec(written) ?? [];
  const [gebied] = onderzoek.value.gebieden;
  if (nummer === undefined || !gebied) return found;
  return { problem: `${found.problem}; bedoelt u een nummer in een rapport, zoals 'rapport:${gebied.id}/${nummer}'?` };
}

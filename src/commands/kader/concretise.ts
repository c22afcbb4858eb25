import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { resolveReference } from '../../kader/reference.ts';
import { confirmTexts } from '../../onderzoek/concretise.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { addToInstrumenten, mergeInstrumenten } from '../../onderzoek/merge-instrumenten.ts';
import { buildRuimte } from '../../onderzoek/space.ts';
import { applyToespitsing } from '../../onderzoek/toespitsing.ts';
import type { ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import type { Reading } from '../read/yaml.ts';
import { finishConcretise } from './concretise-finish.ts';
import type { Antwoorden } from './concretise-items.ts';
import { writeMatrix } from './concretise-matrix.ts';
import { readLeveringen } from './concretise-read.ts';
import { type FixOptions, versionAfter } from './concretise-version.ts';
import { writeToespitsing } from './concretise-yaml.ts';
import { requireEnding } from './select-rules.ts';

/** The options of `tsd kader concretise`. */
export interface ConcretiseOptions extends FixOptions {
  from?: string[];
  format?: string;
  out?: string;
  bevestig?: string[];
  /** What was answered to questions. */
  antwoorden?: Antwoorden;
}

/** `tsd kader concretise`: sharpens the toetsingskader, fills the instruments, and fixes it. */
export async function concretiseKader(argument: string, options: ConcretiseOptions): Promise<Outcome> {
  requireOutEnding(options);
  const { dossier, reading } = readOnderzoek(argument);
  const bestand = dossier.toetsingskader;
  if (!bestand && !hasErrors(reading.diagnostics)) throw stopWithoutToetsingskader(dossier);
  if (!bestand || hasErrors(reading.diagnostics)) return reading;
  if (options.format) return writeForm(dossier, bestand, options, reading);
  const levering = await readLeveringen(dossier, bestand, options.from ?? [], reading);
  if (hasErrors(reading.diagnostics)) return reading;
  const { antwoorden } = options;
  const sharpened = applyToespitsing(bestand.value, [...levering.geschreven, ...(antwoorden?.geschreven ?? [])]);
  const refs = options.bevestig?.includes('alles') ? ('alles' as const) : chosenRefs(options.bevestig ?? [], bestand.value);
  const ruimte = buildRuimte(dossier.kaders, bestand.value.keuze.eigen);
  const { toetsingskader: confirmed, bevestigd } = confirmTexts(sharpened, ruimte, refs);
  const now = dossier.instrumenten?.value;
  const merged = levering.instrumenten ? mergeInstrumenten(now, levering.instrumenten) : now;
  const instrumenten = antwoorden ? addToInstrumenten(merged, antwoorden) : merged;
  const after = versionAfter(bestand.value, confirmed, options, { before: now, after: instrumenten });
  return finishConcretise({ dossier, bestand, after, instrumenten, bevestigd, ruimte }, options, reading);
}

function requireOutEnding({ out, format }: ConcretiseOptions): void {
  if (out) requireEnding(out, format === 'yaml' ? ['.yaml', '.yml'] : ['.xlsx']);
}

async function writeForm(
  dossier: Dossier,
  bestand: Bestand<ToetsingskaderBestand>,
  options: ConcretiseOptions,
  reading: Reading,
): Promise<Outcome> {
  if (options.format === 'yaml') return writeToespitsing(dossier, bestand, options.out, reading);
  return writeMatrix(dossier, bestand, options.out, reading);
}

/** The full references of what is confirmed by name. Stops when one is not chosen. */
function chosenRefs(written: readonly string[], { criteria }: ToetsingskaderBestand): Set<string> {
  const chosen = criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  return new Set(
    written.map((ref) => {
      const { found, problem } = resolveReference(ref, chosen);
      if (found) return found.ref;
      throw stop('toespitsing/onbekend', `--bevestig: ${problem}`, { help: 'noem een gekozen criterium of indicator, of alles' });
    }),
  );
}

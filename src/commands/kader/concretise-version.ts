import { type Stop, stop } from '../../diagnostics/stop.ts';
import { contentFingerprint, differs, fixVersion, nextVersion, sameInstrumenten } from '../../onderzoek/versions.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { canonicalJson } from '../../source/fingerprint.ts';

/** How a toetsingskader is fixed; `vandaag` is the day of its version. */
export interface FixOptions {
  vaststellen?: boolean;
  reden?: string;
  dryRun?: boolean;
  vandaag: string;
}

/** Instruments before and after a command. */
export interface Instrumentwijziging {
  before: InstrumentenBestand | undefined;
  after: InstrumentenBestand | undefined;
}

/** Whether instruments differ; none and nothing in them is the same. */
export function instrumentenDiffer({ before, after }: Instrumentwijziging): boolean {
  return after !== undefined && canonicalJson(before) !== canonicalJson(after);
}

/**
 * The state after this command: fixed when that is asked, a new version when a fixed one changed. Stops without a reason for
 * that, unless nothing will be written. How something is asked may change without a new version; with a reason it is one.
 */
export function versionAfter(
  before: ToetsingskaderBestand,
  after: ToetsingskaderBestand,
  { vaststellen, reden, dryRun, vandaag }: FixOptions,
  instrumenten: Instrumentwijziging,
): ToetsingskaderBestand {
  const vaststelling = { datum: vandaag, instrumenten: instrumenten.after ?? instrumenten.before };
  if (before.status !== 'vastgesteld')
    return vaststellen ? fixVersion(after, { ...vaststelling, reden: reden ?? 'Vastgesteld door het team.' }) : after;
  const last = before.versies?.at(-1);
  const changed = differs(before, after) || (vaststellen && last?.vingerafdruk !== contentFingerprint(after));
  if (changed && !reden && !dryRun) throw needsReason(before);
  const asked = instrumentenDiffer(instrumenten) || (vaststellen && !sameInstrumenten(last, vaststelling.instrumenten));
  return reden && (changed || asked) ? nextVersion(after, { ...vaststelling, reden }) : after;
}

/** What stops a change of a fixed toetsingskader that says no reason. */
export function needsReason({ versie }: Pick<ToetsingskaderBestand, 'versie'>): Stop {
  return stop(
    'toetsingskader/vastgesteld',
    `het toetsingskader is vastgesteld (versie ${versie}); een wijziging vraagt om een reden`,
    {
      help: 'geef de opdracht opnieuw met --reden "<waarom>"; --dry-run toont wat er zou veranderen',
    },
  );
}

/** What holds of a `--reden` that became no version, and of instruments that changed without one. */
export function versionMessages(
  before: Pick<ToetsingskaderBestand, 'status' | 'versie'> | undefined,
  after: ToetsingskaderBestand,
  { reden }: Pick<FixOptions, 'reden'>,
  instrumenten?: Instrumentwijziging,
): string[] {
  const recorded = after.status === 'vastgesteld' && (before?.status !== 'vastgesteld' || before.versie !== after.versie);
  if (recorded) return [];
  if (after.status !== 'vastgesteld')
    return reden ? ['de reden is niet bewaard: een toetsingskader dat nog niet is vastgesteld, heeft geen versies'] : [];
  if (reden) return ['de reden is niet bewaard: er verandert niets'];
  if (!instrumenten || !instrumentenDiffer(instrumenten)) return [];
  return [
    `het toetsingskader blijft versie ${after.versie}: alleen de instrumenten zijn gewijzigd; met --reden wordt dat een nieuwe versie`,
  ];
}

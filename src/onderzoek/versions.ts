import type { InstrumentenBestand, ToetsingskaderBestand, Toetsingskaderversie } from '../schema/generated/types.ts';
import { canonicalJson, fingerprint } from '../source/fingerprint.ts';

/** The fingerprint of what a toetsingskader asks: what was chosen, how it was sharpened, and what was left out. */
export function contentFingerprint({ kaders, keuze, criteria, weggelaten }: ToetsingskaderBestand): string {
  return fingerprint({
    kaders: kaders.map(({ id, versie, vingerafdruk }) => ({ id, versie, vingerafdruk })),
    keuze,
    criteria,
    weggelaten,
  });
}

/** Whether two states of a toetsingskader differ in what they ask. */
export function differs(before: ToetsingskaderBestand, after: ToetsingskaderBestand): boolean {
  return canonicalJson({ ...before, kaders: pins(before) }) !== canonicalJson({ ...after, kaders: pins(after) });
}

/** Whether a change needs a reason: it changes a toetsingskader that was fixed. */
export function needsReden(before: ToetsingskaderBestand | undefined, after: ToetsingskaderBestand): boolean {
  return before?.status === 'vastgesteld' && differs(before, after);
}

/** The fingerprint of how it is asked: everything in the instruments. */
function instrumentenFingerprint(instrumenten: InstrumentenBestand): string {
  return fingerprint(instrumenten);
}

/** Whether a version was fixed with these instruments; one that was fixed by an earlier tsd does not tell, and counts as the same. */
export function sameInstrumenten(
  versie: Toetsingskaderversie | undefined,
  instrumenten: InstrumentenBestand | undefined,
): boolean {
  if (versie?.instrumenten === undefined) return true;
  return instrumenten !== undefined && versie.instrumenten === instrumentenFingerprint(instrumenten);
}

/** When and why a version came about, and with which instruments. */
export interface Vaststelling {
  datum: string;
  reden: string;
  instrumenten: InstrumentenBestand | undefined;
}

/** A changed toetsingskader that was fixed before becomes its next version, with the day and the reason. */
export function nextVersion(after: ToetsingskaderBestand, vaststelling: Vaststelling): ToetsingskaderBestand {
  return fixVersion({ ...after, versie: after.versie + 1 }, vaststelling);
}

/** Fixes a toetsingskader as the version it is. */
export function fixVersion(
  toetsingskader: ToetsingskaderBestand,
  { datum, reden, instrumenten }: Vaststelling,
): ToetsingskaderBestand {
  const { versie, versies = [] } = toetsingskader;
  const asked = instrumenten && { instrumenten: instrumentenFingerprint(instrumenten) };
  const entry: Toetsingskaderversie = { versie, datum, reden, vingerafdruk: contentFingerprint(toetsingskader), ...asked };
  return { ...toetsingskader, status: 'vastgesteld', versies: [...versies, entry] };
}

function pins({ kaders }: ToetsingskaderBestand): unknown {
  return kaders.map(({ id, versie, vingerafdruk }) => [id, versie, vingerafdruk]);
}

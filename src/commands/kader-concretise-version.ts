import { stop } from '../diagnostics/stop.ts';
import { contentFingerprint, differs, fixVersion, nextVersion } from '../onderzoek/versions.ts';
import type { ToetsingskaderBestand } from '../schema/generated/types.ts';

/** How a toetsingskader is fixed; `vandaag` is the day of its version. */
export interface FixOptions {
  vaststellen?: boolean;
  reden?: string;
  vandaag: string;
}

/** The state after this command: fixed when that is asked, a new version when a fixed one changed. Stops without a reason for that. */
export function versionAfter(
  before: ToetsingskaderBestand,
  after: ToetsingskaderBestand,
  { vaststellen, reden, vandaag }: FixOptions,
): ToetsingskaderBestand {
  const last = before.versies?.at(-1)?.vingerafdruk;
  const isFixed = before.status === 'vastgesteld';
  const changed = isFixed && (differs(before, after) || (vaststellen && last !== contentFingerprint(after)));
  if (changed && !reden) {
    const message = `het toetsingskader is vastgesteld (versie ${before.versie}); een wijziging vraagt om een reden`;
    throw stop('toetsingskader/vastgesteld', message, { help: 'geef de opdracht opnieuw met --reden "<waarom>"' });
  }
  if (changed) return nextVersion(after, vandaag, reden ?? '');
  return vaststellen && !isFixed ? fixVersion(after, vandaag, reden ?? 'Vastgesteld door het team.') : after;
}

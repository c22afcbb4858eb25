import { error } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';

/** The name of the verklaring in the folder of an onderzoek. */
export const VERKLARING = 'verklaring-van-vernietiging.yaml';

/** Stops when the werkdossier was destroyed: what a command wanted to read or add there belongs there no more. */
export function refuseDestroyed({ vernietiging }: Dossier, consequence: string): void {
  if (!vernietiging) return;
  const { datum, reden } = vernietiging.value;
  const message = `het werkdossier is vernietigd op ${datum} (${reden}); ${consequence}`;
  throw new Stop(
    [
      error('werkdossier/vernietigd', message, {
        file: vernietiging.file,
        help: 'bevindingen, oordelen en rapporten die er al zijn, blijven te lezen',
      }),
    ],
    1,
  );
}

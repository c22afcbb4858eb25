import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { calledAs } from '../next-step.ts';
import { ELSEWHERE, readManifest } from '../read/manifest.ts';
import type { Reading } from '../read/yaml.ts';

/**
 * The error of a command that needs what respondents said, where the werkdossier lies elsewhere: it is never in git, so this is
 * how a colleague has an onderzoek. `diagnostics` are those of the manifest, `consequence` is what would be untrue without it.
 */
export function werkdossierElsewhere(
  { folder }: Dossier,
  diagnostics: readonly Diagnostic[],
  consequence: string,
): Diagnostic | undefined {
  const found = diagnostics.find(({ code }) => code === ELSEWHERE);
  if (!found) return undefined;
  const help = `doe dit waar het werkdossier ligt, of zet het terug met tsd werkdossier unpack ${calledAs(folder)} <bestand.age>`;
  const message = `het werkdossier ligt niet op deze plaats (het komt nooit in git); ${consequence}`;
  return error(ELSEWHERE, message, { ...(found.file ? { file: found.file } : {}), help });
}

/** Stops when what was recorded lies elsewhere: then there is more than this place knows of. */
export function refuseElsewhere(dossier: Dossier, reading: Reading, consequence: string): void {
  const { diagnostics } = readManifest(dossier, { sources: reading.sources, diagnostics: [] });
  const refusal = werkdossierElsewhere(dossier, diagnostics, consequence);
  if (refusal) throw new Stop([refusal], 1);
}

import { join } from 'node:path';
import { type Diagnostic, error, info, warning } from '../../diagnostics/diagnostic.ts';
import { exists, listEntries, shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { ManifestBestand } from '../../schema/generated/types.ts';
import { bijlagenOf, withBijlagen } from '../../waarneming/bijlagen.ts';
import {
  CHANGED_BIJLAGE,
  CHANGED_FILE,
  type Comparison,
  compareWerkdossier,
  helpForLost,
  isBijlage,
  MANIFEST,
  readManifestFile,
  withoutManifest,
} from '../werkdossier/compare-werkdossier.ts';
import type { ReadFile, Reading } from './yaml.ts';

/** What the manifest says about the werkdossier, and whether that lies here. */
export interface Manifest {
  /** References to what is in a werkdossier that does not lie here; empty when it does. */
  elsewhere: Set<string>;
  /** Where the werkdossier differs from its manifest. */
  diagnostics: Diagnostic[];
}

/** The code of the warning that what respondents said does not lie here. */
export const ELSEWHERE = 'oordeel/werkdossier-elders';

/** Compares the werkdossier with its manifest: each file that it names is there and is the same, and none is missing from it. */
export function readManifest(dossier: Dossier, reading: Reading): Manifest {
  const { folder } = dossier;
  const manifest = readManifestFile(folder, reading);
  const werkdossier = join(folder, 'werkdossier');
  const recorded = manifest?.value.bestanden ?? [];
  if (dossier.vernietiging) return { elsewhere: refsIn(recorded), diagnostics: destroyed(dossier, dossier.vernietiging) };
  const lines = withBijlagen(recorded, bijlagenOf(dossier));
  const comparison = compareWerkdossier(folder, lines);
  if (manifest && recorded.length > 0 && isAbsent(comparison, lines.length)) {
    const message = 'het werkdossier ligt niet op deze plaats; wat erin staat is niet nagekeken';
    return { elsewhere: refsIn(recorded), diagnostics: [warning(ELSEWHERE, message, { file: manifest.file })] };
  }
  const diagnostics = manifest ? differences(werkdossier, manifest, comparison) : withoutManifest(folder, comparison);
  return { elsewhere: new Set(), diagnostics };
}

/** A form or a draft may have made the folder: what counts is that nothing of what was recorded lies there. */
function isAbsent({ missing, unlisted }: Comparison, listed: number): boolean {
  return missing.length === listed && unlisted.length === 0;
}

/** Every reference that what the manifest names may have. */
function refsIn(lines: ManifestBestand['bestanden']): Set<string> {
  return new Set(lines.flatMap(({ ids }) => ids).flatMap((id) => [`waarneming:${id}`, `bron:${id}`]));
}

/** What there is to say of a werkdossier that was destroyed: that it was, unless something lies there or its manifest is gone. */
export function destroyed({ folder }: Dossier, { file, value }: NonNullable<Dossier['vernietiging']>): Diagnostic[] {
  const message = `het werkdossier is vernietigd op ${value.datum} (${value.reden})`;
  const left = listEntries(join(folder, 'werkdossier')).length;
  if (left > 0) {
    const help = 'haal het weg; is het toch niet vernietigd, haal dan de verklaring weg';
    const lies = `${message}, maar er ${left === 1 ? 'ligt 1 bestand' : `liggen ${left} bestanden`}`;
    return [error('werkdossier/niet-vernietigd', lies, { file: shownPath(join(folder, 'werkdossier')), help })];
  }
  if (exists(join(folder, MANIFEST))) return [info('werkdossier/vernietigd', message, { file })];
  const help = 'zet het terug (het staat in git): het noemt de ids waar zinnen op rusten';
  return [
    error('oordeel/manifest-ontbreekt', `${message}; het manifest ontbreekt`, { file: shownPath(join(folder, MANIFEST)), help }),
  ];
}

function differences(
  werkdossier: string,
  manifest: ReadFile<'manifest'>,
  { missing, changed, unlisted }: Comparison,
): Diagnostic[] {
  const order = new Map(manifest.value.bestanden.map(({ pad }, index) => [pad, index]));
  const place = (pad: string) => {
    const index = order.get(pad);
    const line = { message: 'zo staat het in het manifest', file: manifest.file, pointer: `/bestanden/${index}` };
    return { file: shownPath(join(werkdossier, pad)), related: index === undefined ? [] : [line] };
  };
  return [
    ...missing.map((pad) =>
      error('oordeel/werkdossier-ontbreekt', 'dit bestand hoort in het werkdossier, en ligt er niet', {
        ...place(pad),
        help: helpForLost(pad),
      }),
    ),
    ...changed.map((pad) =>
      error('oordeel/werkdossier-veranderd', 'dit bestand is veranderd sinds het inlezen', {
        ...place(pad),
        help: isBijlage(pad) ? CHANGED_BIJLAGE : CHANGED_FILE,
      }),
    ),
    ...unlisted.map((pad) =>
      warning('oordeel/werkdossier-onbekend', 'dit bestand staat niet in het manifest; het is niet met tsd ingelezen', {
        file: shownPath(join(werkdossier, pad)),
      }),
    ),
  ];
}

import { join } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { type Entry, exists, listEntries, shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Bijlage, ManifestBestand } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { groupBy } from '../../source/order.ts';
import { bijlagenOf, withBijlagen } from '../../waarneming/bijlagen.ts';
import type { ReadOnderzoek } from '../read/onderzoek.ts';
import {
  CHANGED_BIJLAGE,
  CHANGED_FILE,
  type Comparison,
  compareWerkdossier,
  helpForLost,
  isBijlage,
  MANIFEST,
  readManifestFile,
} from './compare-werkdossier.ts';

/** A werkdossier as it lies there, beside what the manifest says of it. Paths are within the werkdossier, with `/`. */
export interface WerkdossierLook {
  /** The folder of the werkdossier. */
  root: string;
  /** What must lie there: the lines of the manifest, and registered bijlagen. */
  lines: ManifestBestand['bestanden'];
  comparison: Comparison;
  bijlagen: Bijlage[];
  entries: Entry[];
  /** The verslagen of bronnen, and earlier versions of them; they are recorded with their bron, not in the manifest. */
  verslagen: string[];
  /** What lies there and is not for the manifest to name: forms, drafts, reports for the team. */
  other: string[];
  /** What cannot be read in it, and what keeps it from being compared. */
  problems: Diagnostic[];
}

/** Looks at the werkdossier of an onderzoek that was read. */
export function lookAtWerkdossier({ dossier, reading }: ReadOnderzoek): WerkdossierLook {
  const { folder } = dossier;
  const root = join(folder, 'werkdossier');
  const own = { sources: reading.sources, diagnostics: [] };
  const recorded = readManifestFile(folder, own)?.value.bestanden ?? [];
  const bijlagen = bijlagenOf(dossier);
  const lines = withBijlagen(recorded, bijlagen);
  const comparison = compareWerkdossier(folder, lines);
  const entries = listEntries(root);
  const named = new Set([...lines.map(({ pad }) => pad), ...comparison.unlisted]);
  const rest = entries.map(({ path }) => padIn(root, path)).filter((pad) => !named.has(pad));
  const registered = new Set(dossier.bronnen.map(({ verslag }) => verslag?.pad));
  const verslagen = rest.filter((pad) => registered.has(pad) || isEarlierVerslag(pad));
  const other = rest.filter((pad) => !verslagen.includes(pad));
  const inside = reading.diagnostics.filter(({ file }) => file?.startsWith(`${shownPath(root)}/`));
  return { root, lines, comparison, bijlagen, entries, verslagen, other, problems: [...own.diagnostics, ...inside] };
}

/** Whether a file is a version of a verslag that another took the place of. */
export function isEarlierVerslag(pad: string): boolean {
  return pad.startsWith('verslagen/eerder/');
}

/** A path within the werkdossier, with `/`. */
function padIn(root: string, path: string): string {
  return path.slice(root.length + 1).replaceAll('\\', '/');
}

/** What does not match, one message for each kind of difference. */
export function mismatches({ folder }: Dossier, { root, lines, comparison, problems }: WerkdossierLook): Diagnostic[] {
  const manifest = shownPath(join(folder, MANIFEST));
  if (lines.length > 0 && !exists(root)) {
    const help = 'zet het terug, of pak het uit met tsd werkdossier unpack';
    return [error('werkdossier/elders', 'het werkdossier ligt niet op deze plaats', { file: shownPath(root), help })];
  }
  const { missing, changed, unlisted } = comparison;
  const takeOver = 'hoort het erbij, neem het dan over met tsd waarnemingen ingest --neem-over';
  const deliver = 'noem het als bijlage in een levering en lees die in, of haal het hier weg';
  return [
    ...problems,
    ...apart('werkdossier/ontbreekt', missing, manifest, 'niet gevonden', helpForLost),
    ...apart('werkdossier/gewijzigd', changed, manifest, 'anders dan in het manifest', (pad) =>
      isBijlage(pad) ? CHANGED_BIJLAGE : CHANGED_FILE,
    ),
    ...apart('werkdossier/extra', unlisted, manifest, 'niet in het manifest', (pad) => (isBijlage(pad) ? deliver : takeOver)),
  ];
}

/** What asks for the same to be done, in one message; bijlagen by themselves. */
function apart(code: string, pads: readonly string[], file: string, what: string, helpOf: (pad: string) => string): Diagnostic[] {
  return [...groupBy(pads, helpOf)].map(([help, list]) => {
    const counted = list.every(isBijlage)
      ? countOf(list.length, 'bijlage', 'bijlagen')
      : countOf(list.length, 'bestand', 'bestanden');
    return error(code, `${what}: ${counted} (${someOf(list)})`, { file, help });
  });
}

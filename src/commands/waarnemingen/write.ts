import { join } from 'node:path';
import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { exists, readBytes, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Bron, ManifestBestand, Waarneming } from '../../schema/generated/types.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { bijlageLines, bijlagenOf } from '../../waarneming/bijlagen.ts';
import {
  layOutWerkdossier,
  type ManifestLine,
  renderManifest,
  type Werkdossier,
  type WerkdossierFile,
  waarnemingenPad,
  YAML_MAXIMUM,
} from '../../waarneming/werkdossier.ts';
import { gitignore } from '../gitignore.ts';
import type { Reading } from '../read/yaml.ts';
import { schemaFiles } from '../schema-files.ts';
import {
  CHANGED_BIJLAGE,
  type Comparison,
  compareWerkdossier,
  isBijlage,
  MANIFEST,
  readManifestFile,
  withoutManifest,
} from '../werkdossier/compare-werkdossier.ts';
import { restored as foundBack, type Lost, lostWaarnemingen } from './restore.ts';

/** The parts of a werkdossier that a levering changed. */
export interface Touched {
  bronnen: boolean;
  /** Bronnen whose waarnemingen changed. */
  waarnemingen: ReadonlySet<string>;
  leveringen: ReadonlySet<string>;
}

/** A werkdossier as it lies there, and how a command deals with what was changed there without tsd. */
export interface Present {
  lines: ManifestBestand['bestanden'];
  comparison: Comparison;
  /** Files with waarnemingen that are gone, and that what is read in may bring back. */
  lost: Lost;
  /** Take over what was changed without tsd. */
  neemOver?: boolean | undefined;
}

/**
 * The files that bring a werkdossier and its manifest up to date: only what a levering touched is written anew; `restored` are the bijlagen that were delivered again. What someone
 * changed without tsd keeps its old line in the manifest, so that it stays visible; where a levering touches it nothing may be
 * written, unless it is to be taken over.
 */
export function writeWerkdossier(
  { folder }: Dossier,
  after: Werkdossier,
  touched: Touched,
  { lines, comparison, lost, neemOver = false }: Present,
  restored: ReadonlySet<string> = new Set(),
): { files: FileChange[]; diagnostics: Diagnostic[] } {
  const root = join(folder, 'werkdossier');
  const recorded = new Map(lines.map((line) => [line.pad, line]));
  const laidOut = layOutWerkdossier(after);
  const written = laidOut.filter((file) => isTouched(file, touched) || isFirst(file, root));
  const stale = [...laidOut.flatMap(({ other }) => other ?? []), ...emptied(laidOut, touched)].filter((pad) =>
    exists(join(root, pad)),
  );
  const contents = new Map(written.map((file) => [file.pad, Buffer.from(file.render())]));
  const manifest = laidOut.flatMap((file): ManifestLine[] => {
    const content =
      contents.get(file.pad) ?? (neemOver && exists(join(root, file.pad)) ? readBytes(join(root, file.pad), LIMIT) : undefined);
    const line = content ? { ...file, sha256: sha256(content) } : recorded.get(file.pad);
    return line ? [line] : [];
  });
  const bijlagen = bijlageLines(bijlagenOf(after));
  return {
    files: [
      ...[...contents].map(([pad, content]) => ({ path: join(root, pad), content })),
      ...stale.map((pad) => ({ path: join(root, pad), content: undefined })),
      { path: join(folder, MANIFEST), content: renderManifest([...manifest, ...bijlagen]) },
      ...gitignore(folder),
      ...schemaFiles(folder),
    ],
    diagnostics: [
      ...foundBack(lost, laidOut, { root, neemOver }),
      ...withoutTsd(root, withoutRestored(comparison, after, restored), new Set([...contents.keys(), ...stale]), neemOver),
    ],
  };
}

/** The werkdossier as it lies there; what is wrong with it goes into the reading. `isDelivered`: which bijlagen and waarnemingen are missing is told once it is known what was delivered. */
export function readPresent(
  { folder }: Dossier,
  reading: Reading,
  { neemOver, isDelivered = false }: { neemOver?: boolean | undefined; isDelivered?: boolean } = {},
): Present {
  const lines = readManifestFile(folder, reading)?.value.bestanden ?? [];
  const comparison = compareWerkdossier(folder, lines);
  const isLater = isDelivered && comparison.missing.length < lines.length;
  const lost = isLater ? lostWaarnemingen(lines, comparison.missing) : [];
  const later = new Set(lost.map(({ pad }) => pad));
  const missing = comparison.missing.filter((pad) => !(isLater && isBijlage(pad)) && !later.has(pad));
  reading.diagnostics.push(...missingFiles(folder, missing), ...(neemOver ? [] : withoutManifest(folder, comparison)));
  return { lines, comparison, lost, neemOver };
}

/** The files that change some waarnemingen of a dossier, given as they are to be; nothing else is touched. */
export function writeWaarnemingen(dossier: Dossier, changed: readonly Waarneming[], reading: Reading): FileChange[] {
  const present = readPresent(dossier, reading);
  const byId = new Map(changed.map((waarneming) => [waarneming.id, waarneming]));
  const waarnemingen = dossier.waarnemingen.map((waarneming) => byId.get(waarneming.id) ?? waarneming);
  const touched = { bronnen: false, waarnemingen: new Set(changed.map(({ bron }) => bron)), leveringen: new Set<string>() };
  const written = writeWerkdossier(dossier, { ...dossier, waarnemingen }, touched, present);
  reading.diagnostics.push(...written.diagnostics);
  return written.files;
}

/** The files that change some bronnen of a dossier, given as they are to be; nothing else is touched. */
export function writeBronnen(dossier: Dossier, changed: readonly Bron[], reading: Reading): FileChange[] {
  const present = readPresent(dossier, reading);
  const byId = new Map(changed.map((bron) => [bron.id, bron]));
  const bronnen = dossier.bronnen.map((bron) => byId.get(bron.id) ?? bron);
  const touched = { bronnen: true, waarnemingen: new Set<string>(), leveringen: new Set<string>() };
  const written = writeWerkdossier(dossier, { ...dossier, bronnen }, touched, present);
  reading.diagnostics.push(...written.diagnostics);
  return written.files;
}

/** Files larger than this, in bytes, are not expected in a werkdossier. */
const LIMIT = 1 << 30;

/** A first levering without bronnen still gives a werkdossier. */
function isFirst({ subject, pad }: WerkdossierFile, root: string): boolean {
  return subject.soort === 'bronnen' && !exists(join(root, pad));
}

function isTouched({ subject }: WerkdossierFile, touched: Touched): boolean {
  if (subject.soort === 'bronnen') return touched.bronnen;
  return touched[subject.soort].has(subject.id);
}

/** Where a bron lost its last waarneming. */
function emptied(laidOut: readonly WerkdossierFile[], { waarnemingen }: Touched): string[] {
  const left = new Set(laidOut.flatMap(({ subject }) => (subject.soort === 'waarnemingen' ? subject.id : [])));
  return [...waarnemingen]
    .filter((bron) => !left.has(bron))
    .flatMap((bron) => [waarnemingenPad(bron, 0), waarnemingenPad(bron, YAML_MAXIMUM + 1)]);
}

/** What the manifest names and is not there, as in a copy from git: reading in would forget that it ever was. */
function missingFiles(folder: string, missing: readonly string[]): Diagnostic[] {
  if (missing.length === 0) return [];
  const [files, lie] = missing.length === 1 ? ['1 bestand dat', 'ligt'] : [`${missing.length} bestanden die`, 'liggen'];
  return [
    error('werkdossier/ontbreekt', `het manifest noemt ${files} niet in het werkdossier ${lie}, zoals ${missing[0]}`, {
      file: shownPath(join(folder, MANIFEST)),
      help: 'zet eerst het werkdossier terug (het staat niet in git); is het met opzet weg, verwijder dan ook het manifest',
    }),
  ];
}

/** What still differs when the bijlagen that were delivered are put back, and those that nothing names any more are put aside. */
function withoutRestored(comparison: Comparison, after: Werkdossier, restored: ReadonlySet<string>): Comparison {
  const registered = new Set(bijlagenOf(after).map(({ pad }) => pad));
  const differs = (pad: string) => !isBijlage(pad) || (registered.has(pad) && !restored.has(pad));
  return { ...comparison, changed: comparison.changed.filter(differs) };
}

function withoutTsd(
  root: string,
  { changed, unlisted }: Comparison,
  rewritten: ReadonlySet<string>,
  neemOver: boolean,
): Diagnostic[] {
  return [...changed, ...unlisted].map((pad) => {
    const file = shownPath(join(root, pad));
    // A bijlage is registered by its content: one that is another is delivered as another.
    if (isBijlage(pad)) return bijlageWithoutTsd(file, changed.includes(pad));
    if (neemOver)
      return warning('werkdossier/overgenomen', 'dit bestand is gewijzigd zonder tsd, en wordt zo overgenomen', { file });
    const message = 'dit bestand is gewijzigd zonder tsd';
    if (!rewritten.has(pad))
      return warning('werkdossier/gewijzigd', `${message}; in het manifest blijft staan wat er lag`, { file, help: RESTORE });
    return error('werkdossier/gewijzigd', `${message}, en deze opdracht verandert het ook`, { file, help: RESTORE });
  });
}

function bijlageWithoutTsd(file: string, isChanged: boolean): Diagnostic {
  if (!isChanged)
    return warning('werkdossier/onbekend', 'dit bestand hoort bij geen bron of waarneming', {
      file,
      help: 'noem het als bijlage in een levering en lees die in, of haal het hier weg',
    });
  return warning('werkdossier/gewijzigd', 'deze bijlage is gewijzigd zonder tsd; vastgelegd blijft wat is geleverd', {
    file,
    help: CHANGED_BIJLAGE,
  });
}

const RESTORE = 'zet een kopie van het werkdossier terug; klopt de wijziging, neem haar dan over met --neem-over';

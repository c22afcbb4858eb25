import { join, relative } from 'node:path';
import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { exists, listFiles, listNames, readBytes, requireInside, shownPath } from '../../io/files.ts';
import { cleanCommit } from '../../io/git.ts';
import { findRoot } from '../../io/root.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Kader } from '../../kader/model.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { VastgelegdKader } from '../../schema/generated/types.ts';
import { frameworkOf, kaderFolders, readKader } from '../read/kader.ts';
import { newReading, type Reading } from '../read/yaml.ts';

/** A kader that can be chosen from, with where its files are taken from when it is pinned now. */
export interface Beschikbaar {
  kader: Kader;
  /** How it is pinned already; absent when it is to be copied. */
  pin?: VastgelegdKader;
  folder: string;
  reading: Reading;
}

/** The kaders an onderzoek can choose from, and those for reflection, with what there is to say about the pinned ones. */
export interface Aanbod {
  toezicht: Beschikbaar[];
  reflectie: Kader[];
  diagnostics: Diagnostic[];
}

/** Reads the kaders of the framework and the pinned copies; a copy goes before its source until `herzie` says otherwise. */
export function readAanbod(dossier: Dossier, herzie: boolean): Aanbod {
  const unreadable: Diagnostic[] = [];
  const sources = kaderFolders(frameworkOf(dossier.folder)).flatMap((folder) => {
    const reading = newReading();
    const kader = readKader(folder, reading)?.kader;
    if (!kader) unreadable.push(...reading.diagnostics.map((d): Diagnostic => ({ ...d, severity: 'warning' })));
    return kader ? [{ kader, folder, reading }] : [];
  });
  const pinned = (dossier.toetsingskader?.value.kaders ?? []).map((pin) => fromPin(dossier, pin, sources, herzie));
  const ids = new Set(dossier.toetsingskader?.value.kaders.map(({ id }) => id));
  const others = sources.filter(({ kader }) => !ids.has(kader.id));
  return {
    toezicht: [...pinned.flatMap(({ item }) => item ?? []), ...others.filter(({ kader }) => kader.bron.soort === 'toezicht')],
    reflectie: others.map(({ kader }) => kader).filter(({ bron }) => bron.soort === 'reflectie'),
    diagnostics: [...unreadable, ...pinned.flatMap(({ diagnostics }) => diagnostics)],
  };
}

interface FromPin {
  item?: Beschikbaar;
  diagnostics: Diagnostic[];
}

const RENEW = 'gebruik --herzie om de kopie te vervangen';

function fromPin(dossier: Dossier, pin: VastgelegdKader, sources: readonly Beschikbaar[], herzie: boolean): FromPin {
  const folder = pinFolder(dossier, pin);
  const source = sources.find(({ kader }) => kader.id === pin.id);
  if (herzie && source) return { item: sameFiles(source.folder, folder) ? { ...source, pin } : source, diagnostics: [] };
  const kader = dossier.kaders.find(({ id, bron }) => id === pin.id && bron.versie === pin.versie);
  if (!kader) {
    const message = 'deze kopie van het kader ontbreekt of klopt niet';
    return { diagnostics: [error('kader/geen-kopie', message, { file: shownPath(folder), help: RENEW })] };
  }
  const item = { kader, pin, folder, reading: newReading() };
  if (kader.vingerafdruk !== pin.vingerafdruk) {
    const message = `de teksten in kader/${pin.id}@${pin.versie} zijn gewijzigd nadat zij waren vastgelegd`;
    return { item, diagnostics: [error('kader/kopie-gewijzigd', message, { help: `zet de kopie terug, of ${RENEW}` })] };
  }
  return { item, diagnostics: source && !sameFiles(source.folder, folder) ? [newerSource(source.kader, pin)] : [] };
}

function newerSource({ bron }: Kader, { id, versie }: VastgelegdKader): Diagnostic {
  const message =
    bron.versie === versie
      ? `kader '${id}' is gewijzigd onder hetzelfde versienummer ${versie} nadat het hier was vastgelegd; de kopie blijft gelden`
      : `kader '${id}' heeft nu versie ${bron.versie}; hier is versie ${versie} vastgelegd, en die blijft gelden`;
  return warning('kader/nieuwer', message, { help: RENEW });
}

/** The pins of the kaders used, and the files that make the copies what they should be. */
export function pinKaders(dossier: Dossier, used: readonly Beschikbaar[]): { kaders: VastgelegdKader[]; files: FileChange[] } {
  const kaders = used.map(({ kader, pin, folder }): VastgelegdKader => {
    if (pin) return pin;
    const commit = findRoot(folder).isPackage ? undefined : cleanCommit(folder);
    return { id: kader.id, versie: kader.bron.versie, vingerafdruk: kader.vingerafdruk, ...(commit ? { commit } : {}) };
  });
  const copies = used
    .filter(({ pin }) => !pin)
    .flatMap(({ kader, folder }) => copyFiles(folder, pinFolder(dossier, { id: kader.id, versie: kader.bron.versie })));
  const kept = new Set([
    ...copies.map(({ path }) => path),
    ...used.filter(({ pin }) => pin).flatMap(({ folder, pin }) => (pin ? listFiles(pinFolder(dossier, pin)) : listFiles(folder))),
  ]);
  const before = (dossier.toetsingskader?.value.kaders ?? []).flatMap((pin) => listFiles(pinFolder(dossier, pin)));
  const removed = before.filter((path) => !kept.has(path)).map((path): FileChange => ({ path, content: undefined }));
  return { kaders, files: [...copies, ...removed] };
}

function copyFiles(from: string, to: string): FileChange[] {
  return listFiles(from).map((path) => ({ path: join(to, relative(from, path)), content: readBytes(path) }));
}

function pinFolder({ folder }: Dossier, { id, versie }: Pick<VastgelegdKader, 'id' | 'versie'>): string {
  return requireInside(join(folder, 'kader'), `${id}@${versie}`);
}

function sameFiles(a: string, b: string): boolean {
  if (!exists(b) || listNames(b).length === 0) return false;
  const names = (folder: string) => listFiles(folder).map((path) => relative(folder, path));
  const [left, right] = [names(a), names(b)];
  return (
    left.join('\n') === right.join('\n') &&
    left.every((name) => Buffer.compare(readBytes(join(a, name)), readBytes(join(b, name))) === 0)
  );
}

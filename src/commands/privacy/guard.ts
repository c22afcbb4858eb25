import { dirname, join } from 'node:path';
import { exists, isFolder } from '../../io/files.ts';
import { findRoot } from '../../io/root.ts';
import { folderHolding } from '../../io/walk.ts';
import { knownNames } from '../../onderzoek/privacy.ts';
import type { KnownNames } from '../../privacy/allowed.ts';
import { createGuard, type PrivacyGuard } from '../../privacy/guard.ts';
import type { TsdBestand } from '../../schema/generated/types.ts';
import { frameworkOf } from '../read/kader.ts';
import { readRegisters } from '../read/registers.ts';
import { newReading, type Reading, readYaml } from '../read/yaml.ts';

/**
 * Gives the guard for a file wherever it lies: by the nearest `tsd.yaml` above it, with the names of the onderzoek around it.
 * What is wrong with those settings goes into the reading, once; then the strictest apply.
 */
export function guardFinder(reading: Reading): (path: string) => PrivacyGuard {
  const guards = new Map<string, PrivacyGuard>();
  const perFolder = new Map<string, PrivacyGuard>();
  return (path) => {
    const folder = dirname(path);
    const known = perFolder.get(folder);
    if (known) return known;
    const root = findRoot(folder);
    const onderzoek = folderHolding('onderzoek.yaml', folder);
    const key = `${root.folder}\0${onderzoek ?? ''}`;
    const guard = guards.get(key) ?? createGuard(settingsIn(root, reading), namesAround(folder, onderzoek));
    guards.set(key, guard);
    perFolder.set(folder, guard);
    return guard;
  };
}

function settingsIn(root: { folder: string; isPackage: boolean }, reading: Reading): TsdBestand['privacy'] {
  const path = join(root.folder, 'tsd.yaml');
  return root.isPackage || isFolder(path) ? undefined : readYaml(path, 'tsd', reading)?.value.privacy;
}

/** The names of the onderzoek around a file, when there is one, and of every gemeente and other place in the registers. */
function namesAround(folder: string, onderzoek: string | undefined): KnownNames {
  const { organisations, places } = onderzoek === undefined ? NOBODY : namesIn(onderzoek);
  const framework = frameworkOf(folder);
  const lists = exists(framework) ? [...readRegisters(framework).lijsten.values()] : [];
  return { organisations, places: [...places, ...lists.flatMap((names) => [...names.values()])] };
}

const NOBODY: KnownNames = { organisations: [], places: [] };

/** An onderzoek that cannot be read is for `tsd check`; here it only has no names to offer. */
function namesIn(folder: string): KnownNames {
  const path = join(folder, 'onderzoek.yaml');
  const onderzoek = isFolder(path) ? undefined : readYaml(path, 'onderzoek', newReading())?.value;
  return onderzoek ? knownNames(onderzoek) : NOBODY;
}

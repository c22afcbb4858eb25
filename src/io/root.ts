import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from './files.ts';

/** Where kaders and templates come from: the kader repository around a folder, or else the package itself, read-only. */
export interface Root {
  folder: string;
  isPackage: boolean;
}

/** The nearest ancestor of a folder that holds a `tsd.yaml`, or the package. */
export function findRoot(from: string): Root {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (exists(join(folder, 'tsd.yaml'))) return { folder, isPackage: false };
    if (dirname(folder) === folder) return { folder: packageFolder(), isPackage: true };
  }
}

/** The folder of the installed package, with `framework`, `templates` and `dist`. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!exists(join(folder, 'framework', 'schema')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

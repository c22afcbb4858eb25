import { join, relative, sep } from 'node:path';
import { findRoot } from '../io/root.ts';

/**
 * The way from a folder to the schemas of the kader repository around it, for the line with which an editor finds them;
 * nothing when it lies in no kader repository.
 */
export function schemaPath(folder: string): string | undefined {
  const root = findRoot(folder);
  return root.isPackage
    ? undefined
    : relative(folder, join(root.folder, 'framework', 'schema'))
        .split(sep)
        .join('/');
}

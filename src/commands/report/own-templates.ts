import { join } from 'node:path';
import { requireInside } from '../../io/files.ts';
import { findRoot } from '../../io/root.ts';

/**
 * The folder with templates and the huisstijl of one's own: `templates/` in the kader repository around a folder or, where there is
 * none, in the folder itself, such as that of an onderzoek on its own.
 */
export function ownTemplates(from: string): string {
  const { folder, isPackage } = findRoot(from);
  const root = isPackage ? from : folder;
  return requireInside(root, join(root, 'templates'));
}

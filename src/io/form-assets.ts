import { join } from 'node:path';
import { readText } from './files.ts';
import { packageFolder } from './root.ts';

/** The working and the look of the HTML form, as they were shipped with this build. */
export function readFormAssets(): { script: string; style: string } {
  const dist = join(packageFolder(), 'dist');
  return { script: readText(join(dist, 'formulier.js')), style: readText(join(dist, 'formulier-stijl.css')) };
}

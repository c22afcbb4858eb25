import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import { exists, readBytes, shownPath } from '../../io/files.ts';

/**
 * Stops before a Word document is written over that is no longer as it was made: somebody may have worked in it. Every such document is
 * named at once.
 */
export async function refuseEdited(paths: readonly string[]): Promise<void> {
  const there = paths.filter((path) => exists(path));
  if (there.length === 0) return;
  const { isAsMade } = await import('../../word/seal.ts');
  const edited = there.filter((path) => !isAsMade(readBytes(path)));
  if (edited.length > 0) throw new Stop(edited.map(editedAt));
}

function editedAt(path: string): Diagnostic {
  return error('rapport/bewerkt', 'dit Word-document is na het maken bewerkt of opgeslagen; er is niets gemaakt', {
    file: shownPath(path),
    help: 'geef het een andere naam, kies met --out een andere map, of geef --vervang als het weg mag',
  });
}

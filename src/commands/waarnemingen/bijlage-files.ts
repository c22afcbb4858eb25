import { join, parse } from 'node:path';
import { type Diagnostic, error, info } from '../../diagnostics/diagnostic.ts';
import { exists, readBytes, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Bijlage } from '../../schema/generated/types.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { isBijlage, LOST_BIJLAGE, MANIFEST } from '../werkdossier/compare-werkdossier.ts';
import type { Present } from './write.ts';

/** The bijlagen of a werkdossier before and after a levering. */
export interface BijlageChange {
  before: readonly Bijlage[];
  after: readonly Bijlage[];
  /** What was delivered, by where it belongs in the werkdossier. */
  copies: ReadonlyMap<string, FileChange['content']>;
  comparison: Present['comparison'];
}

/**
 * The files that bring the bijlagen up to date: what was delivered is written, also over what was changed or had gone; what it takes
 * the place of is put aside in `eerder/`. One that is gone and was not delivered again is an error.
 */
export function bijlageFiles(
  folder: string,
  { before, after, copies, comparison }: BijlageChange,
): { files: FileChange[]; diagnostics: Diagnostic[] } {
  const root = join(folder, 'werkdossier');
  const stays = padsOf(after);
  const written = [...copies].filter(([pad]) => stays.has(pad));
  const restored = written.map(([pad]) => pad).filter((pad) => comparison.changed.includes(pad));
  const replaced = [...padsOf(before)].filter((pad) => !stays.has(pad) && exists(join(root, pad)));
  const back = written.map(([pad]) => pad).filter((pad) => comparison.missing.includes(pad));
  const gone = comparison.missing.filter((pad) => isBijlage(pad) && stays.has(pad) && !copies.has(pad));
  return {
    files: [
      ...[...restored, ...replaced].map((pad) => aside(root, pad)),
      ...replaced.map((pad) => ({ path: join(root, pad), content: undefined })),
      ...written.map(([pad, content]) => ({ path: join(root, pad), content })),
    ],
    diagnostics: [
      ...back.map((pad) => told('teruggezet', root, pad, 'deze bijlage ontbrak, en is teruggezet zoals zij is geleverd')),
      ...restored.map((pad) =>
        told('teruggezet', root, pad, `deze bijlage was veranderd, en is teruggezet zoals zij is geleverd; ${KEPT}`),
      ),
      ...replaced.map((pad) => told('vervangen', root, pad, `voor deze bijlage is een andere geleverd; ${KEPT}`)),
      ...gone.map((pad) => missing(folder, pad)),
    ],
  };
}

const KEPT = 'wat er lag, staat nu in werkdossier/eerder/';

/** Where the bijlagen lie that lie in the werkdossier. */
function padsOf(bijlagen: readonly Bijlage[]): Set<string> {
  return new Set(bijlagen.flatMap(({ pad, elders }) => (elders === undefined ? [pad] : [])));
}

function aside(root: string, pad: string): FileChange {
  const content = readBytes(join(root, pad), Number.POSITIVE_INFINITY);
  const { dir, name, ext } = parse(pad);
  return { path: join(root, 'eerder', dir, `${name}-${sha256(content).slice(0, 8)}${ext}`), content };
}

function told(what: string, root: string, pad: string, message: string): Diagnostic {
  return info(`waarneming/bijlage-${what}`, message, { file: shownPath(join(root, pad)) });
}

function missing(folder: string, pad: string): Diagnostic {
  return error('werkdossier/ontbreekt', `het manifest noemt bijlage ${pad}, die niet in het werkdossier ligt`, {
    file: shownPath(join(folder, MANIFEST)),
    help: LOST_BIJLAGE,
  });
}

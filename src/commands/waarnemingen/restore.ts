import { join } from 'node:path';
import { type Diagnostic, error, info, warning } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { shownPath } from '../../io/files.ts';
import type { ManifestBestand } from '../../schema/generated/types.ts';
import { sha256 } from '../../source/fingerprint.ts';
import type { WerkdossierFile } from '../../waarneming/werkdossier.ts';
import { helpForLost } from '../werkdossier/compare-werkdossier.ts';

/** Files with waarnemingen that the manifest names and that are gone. */
export type Lost = ManifestBestand['bestanden'];

/** Those of the missing files that a levering may bring back: their waarnemingen are what was delivered. */
export function lostWaarnemingen(lines: ManifestBestand['bestanden'], missing: readonly string[]): Lost {
  const gone = new Set(missing.filter((pad) => pad.startsWith('waarnemingen/')));
  return lines.filter(({ pad }) => gone.has(pad));
}

/** The ids in files that are gone: delivered again, they are nothing new. */
export function idsOf(lost: Lost): Set<string> {
  return new Set(lost.flatMap(({ ids }) => ids));
}

/**
 * Says of each file that was gone whether it is back as it was, by the SHA-256 in the manifest. One that comes back otherwise lost
 * what people decided here about its waarnemingen, and is taken only when that is asked for; one that lacks any of its ids never is.
 */
export function restored(
  lost: Lost,
  laidOut: readonly WerkdossierFile[],
  { root, neemOver }: { root: string; neemOver: boolean },
): Diagnostic[] {
  const byPad = new Map(laidOut.flatMap((file) => [file.pad, file.other ?? file.pad].map((pad) => [pad, file] as const)));
  return lost.map(({ pad, sha256: wanted, ids }) => {
    const file = shownPath(join(root, pad));
    const back = byPad.get(pad);
    const has = new Set(back?.ids);
    const absent = ids.filter((id) => !has.has(id));
    if (absent.length > 0)
      return error('werkdossier/ontbreekt', `dit bestand ontbreekt, en ook na deze levering nog: ${someOf(absent)}`, {
        file,
        help: helpForLost(pad),
      });
    if (back?.pad === pad && sha256(Buffer.from(back.render())) === wanted)
      return info('werkdossier/teruggezet', 'dit bestand ontbrak, en ligt er nu weer zoals het was', { file });
    const message = 'dit bestand ontbrak, en komt terug zoals het is geleverd, niet zoals het was';
    return neemOver
      ? warning('werkdossier/overgenomen', `${message}: ${DECIDED}`, { file })
      : error('werkdossier/anders-terug', `${message}: ${DECIDED}`, { file, help: OTHERWISE });
  });
}

const DECIDED = 'wat hier is gecodeerd of ingetrokken, kan ontbreken';
const OTHERWISE =
  'zet een kopie terug, of lees alle leveringen van deze bron samen in; is er geen kopie meer, neem het dan zo over met --neem-over';

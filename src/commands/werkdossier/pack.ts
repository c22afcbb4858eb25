import { dirname, join, resolve } from 'node:path';
import { error } from '../../diagnostics/diagnostic.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { encryptWithPassphrase } from '../../io/age.ts';
import { exists, fileSize, isInside, listFiles, readBytes, requireFolder, shownPath } from '../../io/files.ts';
import { isSeenByGit } from '../../io/git.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { countOf } from '../../source/count.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { ARCHIEF_LIMIT, archiefProblem, writeArchief } from '../../waarneming/archief.ts';
import { requireEnding } from '../kader/select-rules.ts';
import { calledAs, typed } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { MANIFEST } from './compare-werkdossier.ts';
import { lookAtWerkdossier, mismatches } from './look.ts';
import { type SecretSource, strongSecretFrom } from './secret.ts';
import { refuseDestroyed } from './vernietigd.ts';

/** How a werkdossier is packed. */
export interface PackOptions extends SecretSource {
  /** The file that is made. */
  out: string;
}

/** `tsd werkdossier pack`: one encrypted file with the werkdossier and its manifest, to hand over. */
export async function packWerkdossier(argument: string, options: PackOptions): Promise<Outcome> {
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  refuseDestroyed(dossier, 'er is niets om in te pakken');
  const out = requireOut(options.out, dossier);
  const look = lookAtWerkdossier(read);
  const diagnostics = mismatches(dossier, look);
  // A colleague can only unpack what matches the manifest that came along in git.
  if (diagnostics.length > 0) return { sources: reading.sources, diagnostics };
  if (look.lines.length === 0) throw nothingRead(dossier);
  const files = filesOf(dossier);
  const packed = await encryptWithPassphrase(writeArchief(files), await strongSecretFrom(options));
  const name = shownPath(out);
  return {
    diagnostics: [],
    files: [{ path: out, content: packed }],
    base: dirname(out),
    data: { bestand: name, bestanden: files.length, bytes: packed.length, sha256: sha256(packed) },
    messages: [
      `${countOf(files.length, 'bestand', 'bestanden')} versleuteld in ${name}`,
      'geef het wachtwoord langs een andere weg door dan het bestand; zonder wachtwoord is het niet te openen',
      `uitpakken: tsd werkdossier unpack ${calledAs(dossier.folder)} ${typed(name)} (of, tot een ZIP: age -d)`,
    ],
  };
}

/** Where the file comes: not over another one, not where it would be packed itself next time, and not in git. */
function requireOut(written: string, { folder }: Dossier): string {
  requireEnding(written, ['.age']);
  const out = resolve(written);
  const file = shownPath(out);
  requireFolder(dirname(out));
  if (exists(out)) throw stop('io/bestaat-al', 'dit bestand bestaat al', { file, help: 'geef met --out een andere naam' });
  if (isInside(join(folder, 'werkdossier'), out))
    throw stop('werkdossier/in-zichzelf', 'het ingepakte werkdossier kan niet in het werkdossier zelf komen', {
      file,
      help: 'kies met --out een plaats daarbuiten',
    });
  if (isSeenByGit(out))
    throw stop('werkdossier/in-git', 'dit bestand zou in git terechtkomen, en wat daarin staat is niet meer te vernietigen', {
      file,
      help: 'kies een plaats buiten git, of zet het bestand in .gitignore',
    });
  return out;
}

function nothingRead({ folder }: Dossier): Stop {
  const help = 'lees eerst iets in met tsd waarnemingen ingest';
  return new Stop([error('werkdossier/leeg', 'er is nog niets ingelezen om in te pakken', { file: shownPath(folder), help })], 1);
}

function filesOf({ folder }: Dossier): { pad: string; content: Uint8Array }[] {
  const paths = [join(folder, MANIFEST), ...listFiles(join(folder, 'werkdossier'))];
  const pads = paths.map((path) => path.slice(folder.length + 1).replaceAll('\\', '/'));
  const problem = archiefProblem(pads);
  if (problem) throw new Stop([error('werkdossier/naam', problem, { help: 'geef het bestand een andere naam' })], 1);
  const total = paths.reduce((sum, path) => sum + fileSize(path), 0);
  if (total > ARCHIEF_LIMIT)
    throw new Stop(
      [
        error(
          'werkdossier/te-groot',
          `het werkdossier is ${Math.ceil(total / 1_000_000)} MB; hoogstens 1.000 MB past in een bestand`,
          {
            help: 'verplaats grote bestanden die geen bijlage zijn naar een andere opslag',
          },
        ),
      ],
      1,
    );
  return paths.map((path, index) => ({ pad: pads[index] ?? '', content: readBytes(path, ARCHIEF_LIMIT) }));
}

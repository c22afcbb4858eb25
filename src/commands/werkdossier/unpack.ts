import { join, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors, type Result } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { decryptWithPassphrase, type Opened } from '../../io/age.ts';
import { exists, fileSize, readBytes, requireInside, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { ManifestBestand } from '../../schema/generated/types.ts';
import { validate } from '../../schema/validate.ts';
import { countOf } from '../../source/count.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { parseYaml } from '../../source/yaml.ts';
import { ARCHIEF_LIMIT, type ArchiefBestand, openArchief } from '../../waarneming/archief.ts';
import { compareManifests } from '../../waarneming/compare-manifests.ts';
import { gitignore } from '../gitignore.ts';
import { nextStepLine } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { newReading } from '../read/yaml.ts';
import { compareWerkdossier, MANIFEST, readManifestFile } from './compare-werkdossier.ts';
import { type SecretSource, secretFrom } from './secret.ts';
import { refuseDestroyed } from './vernietigd.ts';

/** How a werkdossier is unpacked. */
export interface UnpackOptions extends SecretSource {
  /** Keep what lies there and is different aside, and put the packed files in its place. */
  vervang?: boolean | undefined;
  /** Today, as jaar-maand-dag: the name of the folder for what is kept aside. */
  vandaag: string;
}

/** `tsd werkdossier unpack`: puts a packed werkdossier in the onderzoek whose manifest it matches, all of it or nothing. */
export async function unpackWerkdossier(argument: string, file: string, options: UnpackOptions): Promise<Outcome> {
  // What lies there may be what is to be mended: what is wrong in it is no hindrance.
  const { dossier } = readOnderzoek(argument);
  refuseDestroyed(dossier, 'zet het niet terug');
  const { folder } = dossier;
  const reading = newReading();
  const own = readManifestFile(folder, reading)?.value.bestanden;
  if (hasErrors(reading.diagnostics)) return reading;
  if (!own) throw withoutManifest(folder);
  const archive = await open(resolve(file), options);
  const named = {
    ...archive,
    diagnostics: archive.diagnostics.map((d): Diagnostic => ({ ...d, file: shownPath(resolve(file)) })),
  };
  const problems = hasErrors(named.diagnostics) ? named.diagnostics : contentProblems(named.value, own, shownPath(resolve(file)));
  if (problems.length > 0) return { diagnostics: problems };
  return place(folder, named.value, options);
}

function withoutManifest(folder: string): Stop {
  const help = 'het hoort in git: haal daar de laatste versie van het onderzoek op, en pak het dan uit';
  const file = shownPath(join(folder, MANIFEST));
  return new Stop(
    [error('werkdossier/zonder-manifest', 'dit onderzoek heeft geen manifest om mee te vergelijken', { file, help })],
    1,
  );
}

const CLOSED: Record<Extract<Opened, { problem: string }>['problem'], [message: string, help: string]> = {
  'geen-age': ['dit is geen bestand dat met age is versleuteld', 'geef het bestand dat tsd werkdossier pack maakte'],
  'zonder-wachtwoord': [
    'dit bestand is met een sleutel versleuteld, en niet met een wachtwoord',
    'open het met age -d -i <sleutel>',
  ],
  'ander-wachtwoord': [
    'het wachtwoord is niet het goede',
    'let op hoofdletters en spaties; in een bestand telt alleen de eerste regel',
  ],
  beschadigd: ['dit bestand is beschadigd of onderweg veranderd', 'vraag het opnieuw'],
};

/** What cannot be compressed becomes a little larger, in bytes. */
const ENCRYPTED_LIMIT = ARCHIEF_LIMIT + (1 << 26);

async function open(path: string, options: SecretSource): Promise<Result<ArchiefBestand[]>> {
  fileSize(path);
  const encrypted = readBytes(path, ENCRYPTED_LIMIT);
  const opened = await decryptWithPassphrase(encrypted, await secretFrom(options));
  if ('content' in opened) return openArchief(opened.content);
  const [message, help] = CLOSED[opened.problem];
  throw stop(`werkdossier/${opened.problem}`, message, { file: shownPath(path), help });
}

const ASK_AGAIN = 'vraag het pakket opnieuw op';

/** Whether the archive is the werkdossier of this manifest: the same files by name and hash, and their content as the hash says. */
function contentProblems(files: readonly ArchiefBestand[], own: ManifestBestand['bestanden'], file: string): Diagnostic[] {
  const packed = files.find(({ pad }) => pad === MANIFEST);
  const source = packed && parseYaml(Buffer.from(packed.content).toString('utf8'), file).value;
  const lines = source && validate('manifest', source).value?.bestanden;
  if (!lines) return [error('werkdossier/archief', 'er zit geen manifest in dat te lezen is', { file, help: ASK_AGAIN })];
  const { missing, extra, other } = compareManifests(own, lines);
  const differences = [
    ...difference('staat wel in het manifest van dit onderzoek, niet in dat van het pakket', missing),
    ...difference('staat wel in het manifest van het pakket, niet in dat van dit onderzoek', extra),
    ...difference('is in het pakket een andere versie', other),
  ];
  if (differences.length > 0) {
    const help = 'haal de laatste versie van het onderzoek uit git, of vraag een pakket van deze stand';
    const related = differences.map((message) => ({ message, file }));
    return [
      error('werkdossier/ander-manifest', 'dit pakket hoort niet bij deze stand van het onderzoek', { file, related, help }),
    ];
  }
  const byPad = new Map(files.map(({ pad, content }) => [pad, content]));
  const broken = lines.flatMap(({ pad, sha256: wanted }) => {
    const content = byPad.get(`werkdossier/${pad}`);
    return content && sha256(content) === wanted ? [] : pad;
  });
  if (broken.length === 0) return [];
  return [
    error('werkdossier/archief', `ontbreekt in het pakket, of is anders dan zijn manifest zegt: ${someOf(broken)}`, {
      file,
      help: ASK_AGAIN,
    }),
  ];
}

function difference(what: string, pads: readonly string[]): string[] {
  return pads.length === 0 ? [] : [`${what} (${pads.length}): ${someOf(pads)}`];
}

/** Puts the files in place; what is different there is kept aside, or stands in the way. */
function place(folder: string, files: readonly ArchiefBestand[], { vervang = false, vandaag }: UnpackOptions): Outcome {
  const root = join(folder, 'werkdossier');
  const wanted = files.filter(({ pad }) => pad !== MANIFEST);
  const inTheWay = [...differentFiles(folder, wanted), ...unknownRecords(folder, wanted)];
  if (inTheWay.length > 0 && !vervang) {
    const message = `hier ligt al iets anders: ${countOf(inTheWay.length, 'bestand', 'bestanden')} (${someOf(inTheWay)})`;
    const help =
      'met --vervang komen de ingepakte bestanden ervoor in de plaats, en blijft wat er ligt bewaard in werkdossier/opzij/';
    return { diagnostics: [error('werkdossier/ligt-al', message, { file: shownPath(root), help })] };
  }
  const aside = asideFolder(root, vandaag);
  const inside = (pad: string) => requireInside(root, join(folder, pad));
  const kept = inTheWay.map((pad): FileChange => {
    return { path: join(aside, pad.slice('werkdossier/'.length)), content: readBytes(inside(pad), ARCHIEF_LIMIT) };
  });
  const packed = new Set(wanted.map(({ pad }) => pad));
  const removed = inTheWay
    .filter((pad) => !packed.has(pad))
    .map((pad): FileChange => ({ path: inside(pad), content: undefined }));
  return {
    diagnostics: [],
    files: [
      ...kept,
      ...removed,
      ...wanted.map(({ pad, content }): FileChange => ({ path: inside(pad), content })),
      ...gitignore(folder),
    ],
    base: folder,
    data: { bestanden: wanted.length, opzij: inTheWay },
    messages: [
      `${countOf(wanted.length, 'bestand', 'bestanden')} uitgepakt in ${shownPath(root)}`,
      ...(kept.length > 0 ? [`wat er anders lag, staat in ${shownPath(aside)} (${kept.length})`] : []),
      nextStepLine(folder, 'werkdossier check'),
    ],
  };
}

function differentFiles(folder: string, wanted: readonly ArchiefBestand[]): string[] {
  return wanted.flatMap(({ pad, content }) => {
    const path = requireInside(folder, pad);
    return exists(path) && Buffer.compare(readBytes(path, ARCHIEF_LIMIT), content) !== 0 ? pad : [];
  });
}

/** Records that the package does not have: beside it they would be read as if they belonged to it. */
function unknownRecords(folder: string, wanted: readonly ArchiefBestand[]): string[] {
  const lines = wanted.map(({ pad }) => ({ pad: pad.slice('werkdossier/'.length), sha256: '', ids: [] }));
  return compareWerkdossier(folder, lines).unlisted.map((pad) => `werkdossier/${pad}`);
}

/** A folder for what is kept aside today, that is not there yet. */
function asideFolder(root: string, vandaag: string): string {
  const start = join(root, 'opzij', vandaag);
  let folder = start;
  for (let next = 2; exists(folder); next += 1) folder = `${start}-${next}`;
  return folder;
}

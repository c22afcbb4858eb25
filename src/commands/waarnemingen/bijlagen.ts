import { createHash } from 'node:crypto';
import { extname, posix } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { fileSize, shownPath, streamBytes } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import type { Bijlage, GeleverdeBijlage } from '../../schema/generated/types.ts';
import { sha256 as sha256Of } from '../../source/fingerprint.ts';
import type { At, Attached } from '../../waarneming/delivered.ts';
import { isThere, otherContent, pathOf, problemOf, tooLarge, wordProblems } from './bijlage-problems.ts';
import type { Delivery } from './delivery.ts';

/** Takes in the files that are delivered with bronnen and waarnemingen. */
export interface BijlageBook {
  /** The bijlagen as they are registered with something from this bron, and what is wrong with them. */
  take(
    delivered: readonly GeleverdeBijlage[],
    from: { delivery: Delivery; bron: string; at: At },
  ): Promise<Required<Omit<Attached, 'gemeld'>>>;
  /** The copies that may be written into the werkdossier, by where they belong in it. */
  readonly copies: ReadonlyMap<string, FileChange['content']>;
}

const MEGABYTE = 1024 * 1024;
/** An id, and so the name of a folder. */
const ID = /^[a-z0-9][a-z0-9.-]*$/;
/** Where a file lies that is too large to copy, until someone says it. */
const TOO_LARGE = 'nog niet vastgelegd; te groot voor het werkdossier';
/** In MB, where tsd.yaml does not say. */
const LARGEST = 50;

/** Starts a book for one command; a guard looks at what is written about a file. */
export function createBijlageBook(dossier: Dossier, guard: PrivacyGuard): BijlageBook {
  const { instellingen } = dossier;
  const kept = keptElsewhere(dossier);
  const largest = instellingen.werkdossier?.bijlage_maximum ?? LARGEST;
  const copies = new Map<string, FileChange['content']>();
  const to = {
    largest,
    copy: (from: string, pad: string, sha256: string) => {
      copies.set(pad, sameBytes(from, sha256));
    },
    hash: hasher(),
  };
  return {
    async take(delivered, { delivery, bron, at }) {
      const bijlagen: Bijlage[] = [];
      const problems: Diagnostic[] = [];
      // A bron that is no id is refused where its row is read.
      if (!ID.test(bron)) return { bijlagen, problems };
      for (const named of delivered) {
        const bijlage = withKnownHash(named, delivery, kept.get(`${bron}\n${named.pad}`));
        const problem = problemOf(bijlage, delivery, at);
        if (problem) {
          problems.push(problem);
          continue;
        }
        problems.push(...wordProblems(bijlage, guard, at));
        const made = await register(bijlage, { ...to, delivery, bron });
        if (made.elders !== undefined && bijlage.elders === undefined) problems.push(tooLarge(bijlage, largest, delivery, at));
        if (bijlage.sha256 !== undefined && bijlage.sha256 !== made.sha256) problems.push(otherContent(bijlage, at));
        bijlagen.push(made);
      }
      return { bijlagen, problems };
    },
    copies,
  };
}

/** The SHA-256 of each bijlage that is kept elsewhere, by its bron and its path. */
function keptElsewhere({ bronnen, waarnemingen }: Dossier): Map<string, string> {
  const owners = [...bronnen.map(({ id, bijlagen }) => ({ bron: id, bijlagen })), ...waarnemingen];
  return new Map(
    owners.flatMap(({ bron, bijlagen = [] }) =>
      bijlagen.flatMap(({ pad, sha256, elders }): [string, string][] =>
        elders === undefined ? [] : [[`${bron}\n${pad}`, sha256]],
      ),
    ),
  );
}

/** What was brought elsewhere lies beside its delivery no more, and need not: it was registered when it did. */
function withKnownHash(bijlage: GeleverdeBijlage, delivery: Delivery, known: string | undefined): GeleverdeBijlage {
  if (bijlage.elders === undefined || bijlage.sha256 !== undefined || known === undefined) return bijlage;
  return isThere(bijlage.pad, delivery) ? bijlage : { ...bijlage, sha256: known };
}

interface Registering {
  delivery: Delivery;
  bron: string;
  largest: number;
  copy(from: string, pad: string, sha256: string): void;
  hash(path: string): Promise<string>;
}

/** The copy is named after its content: the name it was delivered with may tell who it is about, and the manifest is in git. */
async function register({ pad, sha256: given, omschrijving, elders }: GeleverdeBijlage, to: Registering): Promise<Bijlage> {
  if (elders !== undefined && given !== undefined) return { pad, sha256: given, omschrijving, elders };
  const from = pathOf(pad, to.delivery);
  const sha256 = await to.hash(from);
  if (elders !== undefined) return { pad, sha256, omschrijving, elders };
  if (fileSize(from) > to.largest * MEGABYTE) return { pad, sha256, omschrijving, elders: TOO_LARGE };
  const own = `bijlagen/${to.bron}/${sha256.slice(0, 12)}${extname(pad).toLowerCase()}`;
  to.copy(from, own, sha256);
  return { pad: own, sha256, omschrijving, geleverd_als: nameOf(pad, to.delivery) };
}

/** What a file was delivered as, to know it again by; the name itself is not kept. */
function nameOf(pad: string, { bestand }: Delivery): string {
  return sha256Of(`${bestand}\n${posix.normalize(pad.replaceAll('\\', '/'))}`).slice(0, 12);
}

/** Computes the SHA-256 of a file once: in a flat table the files of a bron may stand on each of its rows. */
function hasher(): (path: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (path) => {
    const hash = known.get(path) ?? hashOf(path);
    known.set(path, hash);
    return hash;
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of streamBytes(path)) hash.update(piece);
  return hash.digest('hex');
}

/** A file piece by piece, when it is asked for; stops when it is no longer what it was. */
async function* sameBytes(path: string, wanted: string): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of streamBytes(path)) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== wanted)
    throw stop('io/intussen-gewijzigd', 'deze bijlage is gewijzigd terwijl zij werd gekopieerd', {
      file: shownPath(path),
      help: 'er is niets geschreven; geef de opdracht opnieuw',
    });
}

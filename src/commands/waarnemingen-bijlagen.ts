import { createHash } from 'node:crypto';
import { dirname, extname, join, resolve } from 'node:path';
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import { exists, fileSize, isFolder, isInside, shownPath, streamBytes } from '../io/files.ts';
import type { FileChange } from '../io/writer.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bijlage, GeleverdeBijlage } from '../schema/generated/types.ts';
import type { At } from '../waarneming/delivered.ts';
import { textProblem } from '../waarneming/text-guard.ts';
import type { Delivery } from './waarnemingen-delivery.ts';

/** Takes in the files that are delivered with bronnen and waarnemingen. */
export interface BijlageBook {
  /** The bijlagen as they are registered with something from this bron; what is wrong with one is reported at its place. */
  take(delivered: readonly GeleverdeBijlage[], from: { delivery: Delivery; bron: string; at: At }): Promise<Bijlage[]>;
  /** The copies to be written into the werkdossier: of what is registered there in the end. */
  files(registered: readonly Bijlage[]): FileChange[];
}

const MEGABYTE = 1024 * 1024;
/** An id, and so the name of a folder. */
const ID = /^[a-z0-9][a-z0-9.-]*$/;
/** Where a file lies that is too large to copy, until someone says it. */
const TOO_LARGE = 'nog niet vastgelegd; te groot voor het werkdossier';
/** In MB, where tsd.yaml does not say. */
const LARGEST = 50;

/** Starts a book for one command. */
export function createBijlageBook({ folder, instellingen }: Dossier, report: (diagnostic: Diagnostic) => void): BijlageBook {
  const largest = instellingen.werkdossier?.bijlage_maximum ?? LARGEST;
  const copies = new Map<string, FileChange['content']>();
  const copy = (from: string, pad: string, sha256: string) => {
    copies.set(pad, sameBytes(from, sha256));
  };
  return {
    async take(delivered, { delivery, bron, at }) {
      const taken: Bijlage[] = [];
      // A bron that is no id is refused where its row is read.
      if (!ID.test(bron)) return taken;
      for (const bijlage of delivered) {
        const problem = problemOf(bijlage, delivery, at);
        if (problem) {
          report(problem);
          continue;
        }
        const made = await register(bijlage, { delivery, bron, largest, copy });
        if (made.elders !== undefined && bijlage.elders === undefined) report(tooLarge(bijlage, largest, at));
        if (bijlage.sha256 !== undefined && bijlage.sha256 !== made.sha256) report(otherContent(bijlage, at));
        taken.push(made);
      }
      return taken;
    },
    files: (registered) =>
      registered.flatMap(({ pad }) => {
        const content = copies.get(pad);
        return content ? [{ path: join(folder, 'werkdossier', pad), content }] : [];
      }),
  };
}

interface Registering {
  delivery: Delivery;
  bron: string;
  largest: number;
  copy(from: string, pad: string, sha256: string): void;
}

/** The copy is named after its content: the name it was delivered with may tell who it is about, and the manifest is in git. */
async function register({ pad, sha256: given, omschrijving, elders }: GeleverdeBijlage, to: Registering): Promise<Bijlage> {
  if (elders !== undefined && given !== undefined) return { pad, sha256: given, omschrijving, elders };
  const from = pathOf(pad, to.delivery);
  const sha256 = await hashOf(from);
  if (elders !== undefined) return { pad, sha256, omschrijving, elders };
  if (fileSize(from) > to.largest * MEGABYTE) return { pad, sha256, omschrijving, elders: TOO_LARGE };
  const own = `bijlagen/${to.bron}/${sha256.slice(0, 12)}${extname(pad).toLowerCase()}`;
  to.copy(from, own, sha256);
  return { pad: own, sha256, omschrijving };
}

function pathOf(pad: string, { path }: Delivery): string {
  return resolve(dirname(path), pad);
}

/** Why a bijlage cannot be taken in. What a delivered file names may not reach outside the folder that it came in. */
function problemOf({ pad, sha256, omschrijving, elders }: GeleverdeBijlage, delivery: Delivery, at: At): Diagnostic | undefined {
  const unfit = [pad, omschrijving, elders ?? ''].map((text) => textProblem(text)).find((problem) => problem !== undefined);
  if (unfit) return error(unfit.code, unfit.message, { ...at, help: unfit.help });
  if (elders !== undefined && sha256 !== undefined) return undefined;
  const path = pathOf(pad, delivery);
  if (!isInside(dirname(delivery.path), path)) {
    const help = 'zet de bijlage naast het geleverde bestand, of in een map daaronder';
    return error('waarneming/bijlage-buiten', `bijlage '${pad}' ligt buiten de map van dit bestand`, { ...at, help });
  }
  if (exists(path) && !isFolder(path)) return undefined;
  const help = 'zet het bestand terug, of noem met elders en sha256 waar het ligt';
  return error('waarneming/bijlage-ontbreekt', `bijlage '${pad}' is hier niet gevonden`, { ...at, help });
}

function tooLarge({ pad }: GeleverdeBijlage, largest: number, at: At): Diagnostic {
  const message = `bijlage '${pad}' is groter dan ${largest} MB en wordt niet gekopieerd; pad en SHA-256 zijn wel vastgelegd`;
  const help = 'bewaar haar met Git LFS of in een andere beveiligde opslag, en noem die plaats bij elders';
  return warning('waarneming/bijlage-groot', message, { ...at, help });
}

function otherContent({ pad }: GeleverdeBijlage, at: At): Diagnostic {
  const help = 'vraag na welk bestand is bedoeld, en pas de sha256 aan of laat haar weg';
  return error('waarneming/bijlage-anders', `bijlage '${pad}' heeft een andere SHA-256 dan hier staat`, { ...at, help });
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

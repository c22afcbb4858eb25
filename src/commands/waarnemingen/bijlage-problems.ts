import { dirname, resolve } from 'node:path';
import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { isInside, kindAt } from '../../io/files.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import type { GeleverdeBijlage } from '../../schema/generated/types.ts';
import type { At } from '../../waarneming/delivered.ts';
import { textProblem, textProblems } from '../../waarneming/text-guard.ts';
import { short } from '../../waarneming/word-list.ts';
import type { Delivery } from './delivery.ts';

/** Where a delivered file lies that is named in a delivery. */
export function pathOf(pad: string, { path }: Delivery): string {
  return resolve(dirname(path), pad);
}

/** Whether anything lies where a delivery says that a file lies. */
export function isThere(pad: string, delivery: Delivery): boolean {
  return pad.length <= LONGEST_PATH && kindAt(pathOf(pad, delivery)) !== undefined;
}

/** Why a bijlage cannot be taken in. What a delivered file names may not reach outside the folder that it came in. */
export function problemOf(
  { pad, sha256, omschrijving, elders }: GeleverdeBijlage,
  delivery: Delivery,
  at: At,
): Diagnostic | undefined {
  const unfit = [pad, omschrijving, elders ?? ''].map((text) => textProblem(text)).find((problem) => problem !== undefined);
  if (unfit) return error(unfit.code, unfit.message, { ...at, help: unfit.help });
  if (elders !== undefined && sha256 !== undefined) return undefined;
  if (pad.length > LONGEST_PATH) return missing(pad, delivery, at);
  const path = pathOf(pad, delivery);
  const kind = kindAt(path);
  if (kind === 'koppeling') {
    const help = 'zet het bestand zelf op die plaats';
    return error('waarneming/bijlage-koppeling', `bijlage '${short(pad)}' is een koppeling naar iets anders`, { ...at, help });
  }
  if (!isInside(dirname(delivery.path), path)) {
    const help = 'zet de bijlage naast het geleverde bestand, of in een map daaronder';
    return error('waarneming/bijlage-buiten', `bijlage '${short(pad)}' ligt buiten de map van dit bestand`, { ...at, help });
  }
  return kind === 'bestand' ? undefined : missing(pad, delivery, at);
}

/** Longer than any file system takes, in characters. */
const LONGEST_PATH = 4096;

/** Whether a delivery is a table: there a bijlage is written in a cell. */
function isTable({ vorm }: Delivery): boolean {
  return vorm === 'csv' || vorm === 'werkmap';
}

function missing(pad: string, delivery: Delivery, at: At): Diagnostic {
  const several = /[,;]/.test(pad) ? '; zijn het er meer, zet er dan | tussen' : '';
  const help = isTable(delivery)
    ? `zet het bestand op die plaats naast het geleverde bestand, met de omschrijving erachter: foto.jpg (de balie)${several}`
    : 'zet het bestand terug, of noem met elders en sha256 waar het ligt';
  return error('waarneming/bijlage-ontbreekt', `bijlage '${short(pad)}' is hier niet gevonden`, { ...at, help });
}

/** What is kept of a bijlage in words, and is to be looked at again: a name is told, and recorded all the same. */
export function wordProblems({ omschrijving, elders = '' }: GeleverdeBijlage, guard: PrivacyGuard, at: At): Diagnostic[] {
  return [omschrijving, elders]
    .flatMap((text) => textProblems(text, guard))
    .map(({ severity, code, message, help }) => (severity === 'error' ? error : warning)(code, message, { ...at, help }));
}

/** Says that a file is registered and not copied. */
export function tooLarge({ pad }: GeleverdeBijlage, largest: number, delivery: Delivery, at: At): Diagnostic {
  const message = `bijlage '${short(pad)}' is groter dan ${largest} MB en wordt niet gekopieerd; pad en SHA-256 zijn wel vastgelegd`;
  const where = isTable(delivery) ? 'achter de omschrijving: film.mp4 (het overleg) [zaaksysteem Z-14]' : 'bij elders';
  const help = `bewaar haar met Git LFS of in een andere beveiligde opslag, en noem die plaats ${where}`;
  return warning('waarneming/bijlage-groot', message, { ...at, help });
}

/** Says that a file is not the one that was meant. */
export function otherContent({ pad }: GeleverdeBijlage, at: At): Diagnostic {
  const help = 'vraag na welk bestand is bedoeld, en pas de sha256 aan of laat haar weg';
  return error('waarneming/bijlage-anders', `bijlage '${pad}' heeft een andere SHA-256 dan hier staat`, { ...at, help });
}

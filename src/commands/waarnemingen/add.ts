import { join } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { shownPath } from '../../io/files.ts';
import { canonicalJson, sha256 } from '../../source/fingerprint.ts';
import type { Part } from '../../waarneming/delivered.ts';
import type { FlatCells } from '../../waarneming/flat-bron.ts';
import { joinWaarnemingen } from '../../waarneming/identity.ts';
import { Intake } from '../../waarneming/intake.ts';
import { recordLeveringen } from '../../waarneming/record-levering.ts';
import { createWords } from '../../waarneming/words.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { nextStepLine } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readVeldwerk } from '../read/onderzoek.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';
import { requireLevering } from './levering.ts';
import { masked } from './messages.ts';
import { readPresent, writeWerkdossier } from './write.ts';

/** A waarneming as a person types it: texts by the columns of the flat table, with its bron when that is new. */
export interface AddOptions {
  cells: FlatCells;
  levering?: string | undefined;
  vandaag: string;
  versie: string;
}

const BY_HAND = 'met de hand';

/** `tsd waarnemingen add <onderzoek>`: records one waarneming, by the same rules as one that is delivered. */
export function addWaarneming(argument: string, { cells, levering = 'met-de-hand', vandaag, versie }: AddOptions): Outcome {
  const { dossier, reading } = readVeldwerk(argument);
  refuseDestroyed(dossier, 'er wordt niets meer vastgelegd');
  if (hasErrors(reading.diagnostics)) return reading;
  if (!dossier.toetsingskader) throw stopWithoutToetsingskader(dossier);
  const words = createWords(dossier, vandaag);
  requireLevering(levering, words);
  const present = readPresent(dossier, reading);
  const report = reading.diagnostics.push.bind(reading.diagnostics);
  const intake = new Intake({
    words,
    bronnen: dossier.bronnen,
    bronnenFile: shownPath(join(dossier.folder, 'werkdossier')),
    report,
  });
  const part: Part = {
    bestand: BY_HAND,
    plaats: () => vandaag,
    at: (_, column) => (column ? { file: `--${column.replace(' ', '-')}` } : {}),
  };
  intake.addFlat({ part, levering, row: 1, cells });
  const joined = joinWaarnemingen(dossier.waarnemingen, intake.finish(), intake.tallies, { isAanvulling: () => true });
  for (const problem of joined.diagnostics) report(problem);
  if (hasErrors(reading.diagnostics)) return { ...reading, diagnostics: masked(reading.diagnostics, reading) };
  const text = canonicalJson({ ...cells, levering });
  const file = { bestand: BY_HAND, bytes: Buffer.byteLength(text), sha256: sha256(text), aanvulling: true };
  const { leveringen, touched } = recordLeveringen(dossier.leveringen, [file], intake.tallies.all(), versie);
  const written = writeWerkdossier(
    dossier,
    { bronnen: intake.bronnen.all(), waarnemingen: joined.waarnemingen, leveringen },
    { bronnen: intake.bronnen.touched, waarnemingen: joined.touched, leveringen: touched },
    present,
  );
  const added = joined.waarnemingen.slice(dossier.waarnemingen.length).map(({ id }) => id);
  return {
    ...reading,
    diagnostics: masked([...reading.diagnostics, ...written.diagnostics], reading),
    files: written.files,
    base: dossier.folder,
    data: { toegevoegd: added },
    messages: [
      added.length > 0 ? `vastgelegd als ${added.join(', ')}` : 'deze waarneming stond er al; er is niets bij gekomen',
      nextStepLine(dossier.folder, 'waarnemingen list'),
    ],
  };
}

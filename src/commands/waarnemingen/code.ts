import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import { writeFiles } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Waarneming } from '../../schema/generated/types.ts';
import { resolvePositions } from '../../source/positions.ts';
import { listWaarnemingen } from '../../waarneming/list.ts';
import { said } from '../../waarneming/said.ts';
import { indicatorLabels } from '../../waarneming/words.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { type ReadOnderzoek, readOnderzoek } from '../read/onderzoek.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';
import { writeWaarnemingen } from './write.ts';

/** A waarneming without a code, as it is laid before a person. */
export interface Uncoded {
  id: string;
  /** “fictiehove · burger · gesprek op 2026-02-14”. */
  over: string;
  tekst: string;
}

/** An indicator that can be chosen, with the words to find it by. */
export interface CodeChoice {
  ref: string;
  label: string;
  uitleg: string;
}

/** What there is to code, and what with. */
export interface Coding {
  open: Uncoded[];
  indicatoren: CodeChoice[];
}

/** The waarnemingen without an indicator, withdrawn ones left out, with the indicatoren of the toetsingskader. */
export function readCoding(argument: string, gebied?: readonly string[]): Coding {
  const { dossier } = readForCoding(argument);
  const gebieden = gebied ? chooseGebieden(dossier, [...gebied]) : [];
  const open = listWaarnemingen(dossier, { gebieden, ongecodeerd: true })
    .filter(({ waarneming }) => !waarneming.ingetrokken)
    .map(({ waarneming, bron }): Uncoded => {
      const from = bron ? [bron.perspectief, `${bron.soort} op ${bron.datum}`] : [];
      const { id, gebied: where } = waarneming;
      return { id, tekst: said(waarneming), over: [where, ...from].join(' · ') };
    });
  return { open, indicatoren: codeChoices(dossier) };
}

/** The indicatoren of the toetsingskader, to choose from. */
export function codeChoices(dossier: Dossier): CodeChoice[] {
  return indicatorLabels(dossier).map(({ label, criterium, indicator }) => ({
    ref: indicator.ref,
    label,
    uitleg: `${criterium.nummer} ${criterium.titel}: ${indicator.toespitsing ?? indicator.tekst}`,
  }));
}

/** Gives waarnemingen their indicatoren and writes that at once, from the werkdossier as it is now; `vandaag` is kept with it. */
export async function codeWaarnemingen(
  argument: string,
  codes: ReadonlyMap<string, readonly string[]>,
  vandaag: string,
): Promise<void> {
  const { dossier, reading } = readForCoding(argument);
  const order = indicatorLabels(dossier).map(({ indicator }) => indicator.ref);
  const changed = dossier.waarnemingen.flatMap((waarneming): Waarneming[] => {
    const chosen = codes.get(waarneming.id);
    if (chosen === undefined) return [];
    if (chosen.length > 0)
      return [{ ...waarneming, indicatoren: order.filter((ref) => chosen.includes(ref)), gecodeerd: vandaag }];
    const { gecodeerd: _, ...rest } = waarneming;
    return [{ ...rest, indicatoren: [] }];
  });
  const files = writeWaarnemingen(dossier, changed, reading);
  if (hasErrors(reading.diagnostics)) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  await writeFiles(dossier.folder, files);
}

function readForCoding(argument: string): ReadOnderzoek {
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  refuseDestroyed(dossier, 'er is niets meer te coderen');
  if (hasErrors(reading.diagnostics)) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  if (!dossier.toetsingskader) throw stopWithoutToetsingskader(dossier);
  return read;
}

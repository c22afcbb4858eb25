import { join, resolve } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import type { Termen } from '../huisstijl/model.ts';
import { shownPath } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { buildChain } from '../oordeel/chain.ts';
import { grafieken } from '../rapport/model/grafieken.ts';
import { gatherMaterial } from '../rapport/model/material.ts';
import type { RapportOptions } from '../rapport/model/options.ts';
import type { RapportGrafiek, RapportGrafieken } from '../schema/generated/types.ts';
import { chooseGebieden } from './choose-gebieden.ts';
import { contentOf } from './grafiek/content.ts';
import type { GRAFIEK_FLAGS } from './grafiek/flags.ts';
import { missingToetsingskader } from './missing-toetsingskader.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read/onderzoek.ts';
import { readHuisstijl } from './report/huisstijl.ts';
import { isSeenByOthers } from './report/place.ts';
import { refuseElsewhere } from './werkdossier/elsewhere.ts';
import { refuseDestroyed } from './werkdossier/vernietigd.ts';

/** What `tsd grafiek` is asked for. */
export interface GrafiekRequest {
  soort: (typeof GRAFIEK_FLAGS)['soort'][number];
  format: (typeof GRAFIEK_FLAGS)['format'][number];
  diepte: RapportOptions['diepte'];
  /** A gebied, by id or by name; over all of them together when absent. */
  gebied?: string;
  /** The file to write to; without it text goes to stdout. */
  out?: string;
}

/** `tsd grafiek`: one picture of an onderzoek on its own, with the numbers that it has in a report of the same diepte. */
export async function showGrafiek(argument: string, request: GrafiekRequest): Promise<Outcome> {
  if (request.format === 'png' && request.out === undefined)
    throw stop('grafiek/png-zonder-bestand', 'een PNG past niet op het scherm', { help: `geef --out ${request.soort}.png` });
  refusePublic(request);
  const { dossier, reading } = readOnderzoek(argument);
  if (hasErrors(reading.diagnostics)) return reading;
  refuseUntrue(dossier, reading, request);
  if (!dossier.toetsingskader) return { ...reading, diagnostics: [...reading.diagnostics, missingToetsingskader(dossier)] };
  refuseVisible(dossier, request);
  const huisstijl = await readHuisstijl(dossier.folder);
  const grafiek = grafiekOf(dossier, dossier.toetsingskader.value, request, huisstijl.termen);
  const { value, diagnostics } = await contentOf(grafiek, request.format, huisstijl.papier);
  const found = { ...reading, diagnostics: [...reading.diagnostics, ...diagnostics], messages: [grafiek.alt, ...notes(request)] };
  if (value === undefined) return found;
  if (request.out === undefined) return { ...found, stdout: String(value) };
  const path = resolve(request.out);
  return {
    ...found,
    files: [{ path, content: value }],
    base: resolve(path, '..'),
    messages: [...found.messages, shownPath(path)],
  };
}

/** The heat map says how much was recorded where: no reader outside the team may count on that. */
function refusePublic({ soort, diepte }: GrafiekRequest): void {
  if (soort !== 'waarnemingen' || diepte === 'intern') return;
  const message = 'een figuur met aantallen waarnemingen is alleen voor het onderzoeksteam';
  throw stop('grafiek/alleen-intern', message, { help: 'geef --diepte intern, en deel de figuur niet' });
}

/** Of sources that do not lie here, or lie nowhere any more, a picture would be untrue. */
function refuseUntrue(dossier: Dossier, reading: Parameters<typeof refuseElsewhere>[1], { soort, diepte }: GrafiekRequest): void {
  if (soort !== 'waarnemingen' && soort !== 'perspectieven') return;
  if (diepte === 'intern') refuseDestroyed(dossier, 'deze figuur toont wat daarin stond');
  refuseElsewhere(dossier, reading, 'een figuur zou zonder die bronnen onwaar zijn');
}

function refuseVisible({ folder }: Dossier, { diepte, out }: GrafiekRequest): void {
  if (diepte !== 'intern' || out === undefined || !isSeenByOthers(folder, resolve(out))) return;
  const message = 'een figuur voor het team hoort niet tussen de bestanden van het onderzoek die in git staan';
  const help = `zet haar in ${shownPath(join(folder, 'werkdossier'))}`;
  throw stop('grafiek/intern-zichtbaar', message, { file: shownPath(resolve(out)), help });
}

const FIELDS = {
  perspectieven: 'perspectieven',
  'goed-en-beter': 'goed_en_beter',
  factoren: 'factoren',
  tijdlijn: 'tijdlijn',
  waarnemingen: 'waarnemingen',
} as const satisfies Record<GrafiekRequest['soort'], keyof RapportGrafieken>;

function grafiekOf(
  dossier: Dossier,
  toetsingskader: Parameters<typeof gatherMaterial>[2],
  { soort, gebied, diepte }: GrafiekRequest,
  termen: Termen,
): RapportGrafiek {
  const material = gatherMaterial(dossier, buildChain(dossier), toetsingskader, { diepte, indeling: 'thema', termen });
  const [id] = gebied === undefined ? [] : chooseGebieden(dossier, [gebied]);
  const found = grafieken(material, id)[FIELDS[soort]];
  if (!found) throw new Error(`tsd made no picture ${soort} for ${diepte}`);
  const naam = dossier.onderzoek.value.gebieden.find((item) => item.id === id)?.naam;
  return naam === undefined ? found : { ...found, titel: `${found.titel} – ${naam}` };
}

function notes({ diepte }: GrafiekRequest): string[] {
  if (diepte === 'intern') return ['deze figuur is voor het team; deel haar niet'];
  return diepte === 'partij' ? ['deze figuur is voor de betrokken partijen; publiceer haar niet'] : [];
}

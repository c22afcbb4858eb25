import { join, resolve } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { requireInside, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { buildChain, type Chain } from '../../oordeel/chain.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { oordelenDocument } from '../../oordeel/word-document.ts';
import type { OordeelBestand } from '../../oordeel/word-rooms.ts';
import { writeWord } from '../../word/write.ts';
import { conceptFolder } from '../bevindingen/drafts.ts';
import { readingProblems } from '../check/names.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { calledAs, nextStepLine, typed } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { refuseOverwrite } from '../refuse-overwrite.ts';

/** `tsd oordeel draft --format docx`: for each gebied, and for all together, a document to write oordelen in with Word. */
export async function draftOordelenInWord(
  argument: string,
  { gebied, out }: { gebied?: string[]; out?: string },
): Promise<Outcome> {
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  const diagnostics = readingProblems(read);
  if (hasErrors(diagnostics)) return { ...reading, diagnostics };
  if (!dossier.toetsingskader) throw stopWithoutToetsingskader(dossier);
  const chain = buildChain(dossier);
  const folder = out === undefined ? conceptFolder(dossier) : resolve(out);
  const places = [...chooseGebieden(dossier, gebied), ...(gebied || !dossier.overkoepelend ? [] : [OVERKOEPELEND])];
  const files: FileChange[] = [];
  for (const place of places) files.push(await draftPlace(place, folder, dossier, chain));
  const paths = files.map(({ path }) => shownPath(path));
  return {
    ...reading,
    diagnostics,
    files,
    base: out === undefined ? dossier.folder : folder,
    data: { bestanden: paths },
    messages: [
      ...paths.map((path) => `geschreven: ${path}`),
      nextStepLine(dossier.folder, 'oordeel ingest', ...paths.map(typed)),
    ],
  };
}

async function draftPlace(place: string, folder: string, dossier: Dossier, chain: Chain): Promise<FileChange> {
  const naam = calledAs(dossier.folder);
  const bestand: OordeelBestand | undefined =
    place === OVERKOEPELEND ? dossier.overkoepelend : dossier.oordelen.find(({ value }) => value.gebied === place);
  if (!bestand)
    throw stop('oordeel/geen-ruimte', `over '${place}' is er nog geen bestand met oordelen`, {
      help: `maak eerst ruimte met tsd oordeel draft ${naam}`,
    });
  const path = requireInside(folder, join(folder, `oordelen-${place}.docx`));
  const content = await writeWord(oordelenDocument(bestand, place, dossier, chain));
  const first = `lees het in met tsd oordeel ingest ${naam} ${typed(shownPath(path))}; met --out <map> komt een nieuw ergens anders`;
  refuseOverwrite(path, content, first);
  return { path, content };
}

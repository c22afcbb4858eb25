import { join } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { buildChain, type Chain } from '../../oordeel/chain.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { makeRoom, type Room } from '../../oordeel/room.ts';
import { newVerbeterpunten } from '../../oordeel/room-verbeterpunten.ts';
import { readingProblems } from '../check/names.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { nextStepLine } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { schemaLine } from '../schema-line.ts';

/** A file with room in it, and what is said of that. */
interface Drafted {
  file: FileChange;
  message: string;
}

/** `tsd oordeel draft`: room for every oordeel, conclusie and verbeterpunt that is not there yet. */
export function draftOordelen(argument: string, { gebied }: { gebied?: string[] }): Outcome {
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  const diagnostics = readingProblems(read);
  if (hasErrors(diagnostics)) return { ...reading, diagnostics };
  if (!dossier.toetsingskader) throw stopWithoutToetsingskader(dossier);
  const chain = buildChain(dossier);
  const places = [...chooseGebieden(dossier, gebied), ...(gebied ? [] : [OVERKOEPELEND])];
  const drafted = [
    ...places.flatMap((place) => draftPlace(place, dossier, chain)),
    ...(gebied || dossier.verbeterpunten ? [] : [draftVerbeterpunten(dossier, chain)]),
  ];
  return { ...reading, ...outcomeOf(drafted, dossier.folder) };
}

function outcomeOf(drafted: readonly Drafted[], folder: string): Pick<Outcome, 'files' | 'base' | 'messages' | 'data'> {
  const done = drafted.length > 0 ? drafted.map(({ message }) => message) : ['er is al ruimte voor alles; er is niets veranderd'];
  const files = drafted.map(({ file }) => file);
  return {
    files,
    base: folder,
    messages: [...done, `${nextStepLine(folder, 'confirm', '--alles')} (als de oordelen zijn geschreven)`],
    data: { bestanden: files.map(({ path }) => shownPath(path)) },
  };
}

function draftPlace(place: string, dossier: Dossier, chain: Chain): Drafted[] {
  const before = place === OVERKOEPELEND ? dossier.overkoepelend : dossier.oordelen.find(({ value }) => value.gebied === place);
  const room = makeRoom(dossier, chain, place, before);
  if (!room) return [];
  const path = before?.path ?? join(dossier.folder, 'oordelen', `${place}.yaml`);
  const format = place === OVERKOEPELEND ? 'overkoepelend' : 'oordelen';
  const content = before ? room.text : schemaLine(path, format) + room.text;
  return [{ file: { path, content }, message: doneTo(path, room, !before) }];
}

/** What was done to a file, in words. */
function doneTo(path: string, { criteria, deelvragen, added }: Room, isNew: boolean): string {
  if (!added) return `bijgewerkt: ${shownPath(path)} (waar de open oordelen op kunnen rusten)`;
  const counts = `criteria: ${criteria.length}, deelvragen: ${deelvragen.length}`;
  return `${isNew ? 'gemaakt' : 'aangevuld'}: ${shownPath(path)} (${counts})`;
}

function draftVerbeterpunten(dossier: Dossier, chain: Chain): Drafted {
  const path = join(dossier.folder, 'verbeterpunten.yaml');
  const content = schemaLine(path, 'verbeterpunten') + newVerbeterpunten(dossier, chain);
  return { file: { path, content }, message: `gemaakt: ${shownPath(path)}` };
}

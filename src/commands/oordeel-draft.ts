import { join } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { shownPath } from '../io/files.ts';
import type { FileChange } from '../io/writer.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { buildChain } from '../oordeel/chain.ts';
import { OVERKOEPELEND } from '../oordeel/chain-model.ts';
import { makeRoom, newVerbeterpunten } from '../oordeel/room.ts';
import { chooseGebieden } from './choose-gebieden.ts';
import { nextStepLine } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read-onderzoek.ts';
import { schemaLine } from './schema-line.ts';

/** `tsd oordeel draft`: room for every oordeel, conclusie and verbeterpunt that is not there yet. */
export function draftOordelen(argument: string, { gebied }: { gebied?: string[] }): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  if (!dossier.toetsingskader)
    throw stop('oordeel/geen-toetsingskader', 'er is nog geen toetsingskader om aan te toetsen', {
      file: shownPath(dossier.folder),
      help: 'kies eerst met tsd kader select',
    });
  const chain = buildChain(dossier);
  const places = [...chooseGebieden(dossier, gebied), ...(gebied ? [] : [OVERKOEPELEND])];
  const messages: string[] = [];
  const files = places.flatMap((name): FileChange[] => {
    const before = fileOf(dossier, name);
    const path = before?.path ?? join(dossier.folder, 'oordelen', `${name}.yaml`);
    const room = makeRoom(dossier, chain, name, before);
    if (!room) return [];
    messages.push(
      `${before ? 'aangevuld' : 'gemaakt'}: ${shownPath(path)} (criteria: ${room.criteria.length}, deelvragen: ${room.deelvragen.length})`,
    );
    const format = name === OVERKOEPELEND ? 'overkoepelend' : 'oordelen';
    return [{ path, content: before ? room.text : schemaLine(path, format) + room.text }];
  });
  if (!dossier.verbeterpunten && !gebied) {
    const path = join(dossier.folder, 'verbeterpunten.yaml');
    files.push({ path, content: schemaLine(path, 'verbeterpunten') + newVerbeterpunten(dossier) });
    messages.push(`gemaakt: ${shownPath(path)}`);
  }
  if (files.length === 0) messages.push('er is al ruimte voor alles; er is niets veranderd');
  messages.push(`${nextStepLine(dossier.folder, 'confirm', '--alles')} (als de oordelen zijn geschreven)`);
  return { ...reading, files, base: dossier.folder, messages, data: { bestanden: files.map(({ path }) => shownPath(path)) } };
}

function fileOf(dossier: Dossier, gebied: string) {
  return gebied === OVERKOEPELEND ? dossier.overkoepelend : dossier.oordelen.find(({ value }) => value.gebied === gebied);
}

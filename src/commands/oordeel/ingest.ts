import { resolve } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { readBytes, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { privacyGuard } from '../../onderzoek/privacy.ts';
import { buildChain } from '../../oordeel/chain.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { type JoinedFile, joinSentences, writeSentences } from '../../oordeel/join-word.ts';
import { type ReadContext, sentencesOfWord, type WrittenSentence } from '../../oordeel/read-word.ts';
import type { OordeelBestand } from '../../oordeel/word-rooms.ts';
import { countOf } from '../../source/count.ts';
import { readWord } from '../../word/read.ts';
import { nextStepLine } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import type { Reading } from '../read/yaml.ts';

/** `tsd oordeel ingest`: takes the sentences of the team from writing documents in Word into `oordelen/`. */
export function ingestOordelen(argument: string, paths: readonly string[], { vervang }: { vervang?: boolean }): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  if (hasErrors(reading.diagnostics)) return reading;
  const places = placesOf(dossier);
  const context: ReadContext = {
    now: { onderzoek: dossier.onderzoek.value.id },
    chain: buildChain(dossier),
    guard: privacyGuard(dossier),
    places: [...places.keys()],
  };
  const written = [...new Set(paths.map((path) => resolve(path)))].flatMap((path) => readDocument(path, context, reading));
  const joined = [...places].map(([gebied, bestand]) =>
    joinSentences(
      bestand,
      written.filter((sentence) => sentence.gebied === gebied),
      vervang,
    ),
  );
  const files = joined.flatMap(({ value }): FileChange[] =>
    value.taken.length > 0 ? [{ path: value.bestand.path, content: writeSentences(value) }] : [],
  );
  const changes = joined.flatMap(({ value }) => changesIn(value));
  return {
    ...reading,
    diagnostics: [...reading.diagnostics, ...joined.flatMap(({ diagnostics }) => diagnostics)],
    files,
    base: dossier.folder,
    data: { gelezen: written.length, overgenomen: changes.length },
    messages: [
      ...changes,
      `${countOf(written.length, 'vak', 'vakken')} gelezen: ${changes.length} overgenomen`,
      nextStepLine(dossier.folder, changes.length > 0 ? 'confirm' : 'check', ...(changes.length > 0 ? ['--alles'] : [])),
    ],
  };
}

function placesOf({ oordelen, overkoepelend }: Dossier): Map<string, OordeelBestand> {
  const all = oordelen.map((bestand): [string, OordeelBestand] => [bestand.value.gebied, bestand]);
  return new Map([...all, ...(overkoepelend ? [[OVERKOEPELEND, overkoepelend] as const] : [])]);
}

function readDocument(path: string, context: ReadContext, reading: Reading): WrittenSentence[] {
  const file = shownPath(path);
  const { value, diagnostics } = readWord(readBytes(path));
  reading.diagnostics.push(...diagnostics.map((problem) => ({ ...problem, file })));
  if (!value) return [];
  const read = sentencesOfWord(value, file, context);
  reading.diagnostics.push(...read.diagnostics);
  return read.value;
}

function changesIn({ bestand, taken }: JoinedFile): string[] {
  return taken.map(({ place }) => {
    const about = place.about === undefined ? '' : ` bij ${place.about}`;
    return `overgenomen: ${place.label.toLowerCase()}${about} in ${bestand.file}`;
  });
}

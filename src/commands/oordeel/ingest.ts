import { resolve } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { readBytes, shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { privacyGuard } from '../../onderzoek/privacy.ts';
import { buildChain } from '../../oordeel/chain.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { changedSentences, type JoinedFile, joinSentences, writeSentences } from '../../oordeel/join-word.ts';
import { judgeGrounds, judgeSentence } from '../../oordeel/judge-word.ts';
import { type ReadContext, sentencesOfWord, type WrittenSentence } from '../../oordeel/read-word.ts';
import type { OordeelBestand } from '../../oordeel/word-rooms.ts';
import { countOf } from '../../source/count.ts';
import { parseYaml } from '../../source/yaml.ts';
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
    places: [...places.keys()],
  };
  const written = [...new Set(paths.map((path) => resolve(path)))].flatMap((path) => readDocument(path, context, reading));
  const changed = [...places].map(([gebied, bestand]) => ({
    bestand,
    sentences: changedSentences(
      bestand,
      written.filter((sentence) => sentence.gebied === gebied),
    ),
  }));
  const guard = privacyGuard(dossier);
  const wrong = changed
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ sentence }) => judgeSentence(sentence, context.chain, guard));
  reading.diagnostics.push(...wrong);
  // What may not be recorded is not put in a file, not even to look at what it rests on.
  const joined = changed.map(({ bestand, sentences }) => joinSentences(bestand, hasErrors(wrong) ? [] : sentences, vervang));
  reading.diagnostics.push(...joined.flatMap(({ diagnostics }) => diagnostics));
  return outcomeOf(
    joined.map(({ value }) => value),
    written.length,
    dossier,
    reading,
  );
}

function outcomeOf(joined: readonly JoinedFile[], gelezen: number, dossier: Dossier, reading: Reading): Outcome {
  const written = joined.filter(({ taken }) => taken.length > 0).map((file) => ({ file, content: writeSentences(file) }));
  const after = written.reduce(withText, dossier);
  const chain = buildChain(after);
  const diagnostics = [...reading.diagnostics, ...written.flatMap(({ file }) => judgeGrounds(file, chain))];
  const changes = hasErrors(diagnostics) ? [] : joined.flatMap((file) => changesIn(file));
  return {
    ...reading,
    diagnostics,
    files: written.map(({ file, content }): FileChange => ({ path: file.bestand.path, content })),
    base: dossier.folder,
    data: { gelezen, overgenomen: changes.length },
    messages: [
      ...changes,
      `${countOf(gelezen, 'vak', 'vakken')} gelezen: ${changes.length} overgenomen`,
      nextStepLine(dossier.folder, changes.length > 0 ? 'confirm' : 'check', ...(changes.length > 0 ? ['--alles'] : [])),
    ],
  };
}

/** The onderzoek as it is once a file is written. */
function withText(dossier: Dossier, { file, content }: { file: JoinedFile; content: string }): Dossier {
  const { oordelen, overkoepelend } = dossier;
  const renew = <T>(bestand: Bestand<T>): Bestand<T> => {
    const source = bestand.path === file.bestand.path ? parseYaml(content, bestand.file).value : undefined;
    return source ? { ...bestand, source, value: source.value as T } : bestand;
  };
  return { ...dossier, oordelen: oordelen.map(renew), ...(overkoepelend ? { overkoepelend: renew(overkoepelend) } : {}) };
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

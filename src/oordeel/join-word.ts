import { type Diagnostic, type Result, warning } from '../diagnostics/diagnostic.ts';
import { editYaml } from '../source/edit.ts';
import type { Edit } from '../source/edit-value.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { groupBy } from '../source/order.ts';
import { isSameSentence, type WrittenSentence } from './read-word.ts';
import { type OordeelBestand, type SentencePlace, sentencePlaces, sentencePrint } from './word-rooms.ts';

/** A sentence with the place that it is for, where that is still there. */
export interface PlacedSentence {
  place?: SentencePlace | undefined;
  sentence: WrittenSentence;
}

/** Sentences that are to be written in one file, each at its place; at the open place of a list there may be more. */
export interface JoinedFile {
  bestand: OordeelBestand;
  taken: { place: SentencePlace; sentence: WrittenSentence }[];
}

/** The sentences in which somebody wrote: what says what the source says now, or what it was drafted with, is no change. */
export function changedSentences(bestand: OordeelBestand, written: readonly WrittenSentence[]): PlacedSentence[] {
  const places = sentencePlaces(bestand);
  return written
    .filter((sentence) => sentencePrint(sentence) !== sentence.was)
    .map((sentence) => ({ sentence, place: placeFor(sentence, places) }))
    .filter(({ sentence, place }) => (place ? !isSameSentence(sentence, place) : sentence.tekst !== ''));
}

/**
 * Where a sentence is for. In a list that is where the sentence stands that it was drafted with, also when others came before it
 * since; a new one is for the open place, unless the same text stands in the list already.
 */
function placeFor({ key, was, tekst }: WrittenSentence, places: readonly SentencePlace[]): SentencePlace | undefined {
  const named = places.find((place) => place.key === key);
  const list = places.filter((place) => place.list !== undefined && place.list === key.replace(/ \d+$/, ''));
  const drafted = [...(named ? [named] : []), ...list].find((place) => sentencePrint(place) === was) ?? named;
  if (drafted?.missing?.list !== true || tekst === '') return drafted;
  return list.find((place) => normaliseText(place.tekst) === normaliseText(tekst)) ?? drafted;
}

/**
 * Joins what several people wrote for one file of oordelen. What is new in a list stands beside what others wrote there. Of a place
 * for which there are two texts, among the documents or because the source changed as well, nothing is taken and both are named; with
 * `replace` a document goes before the source.
 */
export function joinSentences(bestand: OordeelBestand, changed: readonly PlacedSentence[], replace = false): Result<JoinedFile> {
  const diagnostics = changed.flatMap(({ place, sentence }) => (place ? [] : [gone(sentence)]));
  const taken: JoinedFile['taken'] = [];
  const placed = changed.flatMap(({ place, sentence }) => (place ? [{ place, sentence }] : []));
  for (const [, all] of groupBy(placed, nameOf)) {
    const [first] = all;
    if (!first) continue;
    const { place } = first;
    const problem = problemOf(
      place,
      all.map(({ sentence }) => sentence),
      bestand.file,
      replace,
    );
    if (problem) diagnostics.push(problem);
    else taken.push(first);
  }
  return { value: { bestand, taken }, diagnostics };
}

/** At the open place of a list each text is one of its own. */
function nameOf({ place, sentence }: JoinedFile['taken'][number]): string {
  return place.missing?.list ? `${place.key}\n${normaliseText(sentence.tekst)}` : place.key;
}

function problemOf(
  place: SentencePlace,
  changed: readonly WrittenSentence[],
  file: string,
  replace: boolean,
): Diagnostic | undefined {
  const [first] = changed;
  const other = changed.find((sentence) => first && !isSameSentence(sentence, first));
  if (!first) return undefined;
  const at = { file: first.file, cell: { row: first.alinea, unit: 'alinea' as const } };
  const named = `${place.label.toLowerCase()}${place.about === undefined ? '' : ` bij ${place.about}`}`;
  if (other)
    return warning('oordeel/twee-teksten', `voor ${named} zijn er twee teksten; geen van beide is overgenomen`, {
      ...at,
      related: [{ message: `“${other.tekst}”`, file: other.file, cell: { row: other.alinea, unit: 'alinea' } }],
      help: 'kies er een: lees eerst alleen dat bestand in, of maak de teksten gelijk',
    });
  if (first.tekst === '' && place.tekst === '')
    return warning('oordeel/zonder-tekst', `${named} heeft hier geen tekst, alleen waar die op rust; niets is overgenomen`, {
      ...at,
      help: 'schrijf de zin erbij, of maak het vak leeg',
    });
  if (first.tekst === '')
    return warning('oordeel/leeg-gemaakt', `${named} heeft hier geen tekst meer; wat in de bron staat, blijft staan`, {
      ...at,
      help: `moet de zin weg, haal haar dan weg uit ${file}`,
    });
  if (first.rust_op.length === 0)
    return warning('oordeel/zonder-grond', `${named} rust nergens op, en is niet overgenomen`, {
      ...at,
      help: 'schrijf onder de tekst de ids van de bevindingen waar zij op rust',
    });
  if (replace || sentencePrint(place) === first.was) return undefined;
  return warning(
    'oordeel/botsing',
    `${named} is sinds het maken van dit document ook in de bron veranderd; niets is overgenomen`,
    {
      ...at,
      related: [{ message: `nu staat er “${place.tekst}”`, file, pointer: place.pointer }],
      help: 'leg ze naast elkaar; met --vervang gaat het document voor',
    },
  );
}

function gone({ file, alinea, key }: WrittenSentence): Diagnostic {
  return warning('oordeel/plaats-weg', `voor '${key}' is er geen plaats meer in de oordelen; deze tekst is niet overgenomen`, {
    file,
    cell: { row: alinea, unit: 'alinea' },
    help: 'schrijf haar zelf in het bestand, of maak ruimte met tsd oordeel draft',
  });
}

/** The text of the file with what was taken; everything else in it, comments included, stays as it is. */
export function writeSentences({ bestand, taken }: JoinedFile): string {
  const edits = [...groupBy(taken, ({ place }) => place.key).values()].flatMap((all): Edit[] => {
    const [first] = all;
    if (!first) return [];
    const { pointer, missing } = first.place;
    const values = all.map(({ sentence: { tekst, rust_op } }) => ({ tekst, rust_op: [...rust_op] }));
    if (missing?.list && pointer.endsWith(missing.key)) return [{ kind: 'append', pointer, values }];
    if (missing) return [{ kind: 'set', pointer, key: missing.key, value: missing.list ? values : values[0] }];
    return changesOf(first);
  });
  return editYaml(bestand.source, edits);
}

/** A text that says what is recorded, with its lines elsewhere, is not written anew. */
function changesOf({ place, sentence: { tekst, rust_op } }: JoinedFile['taken'][number]): Edit[] {
  const { pointer } = place;
  return [
    ...(normaliseText(tekst) === normaliseText(place.tekst)
      ? []
      : [{ kind: 'set', pointer, key: 'tekst', value: tekst } as const]),
    ...(rust_op.join('|') === place.rust_op.join('|')
      ? []
      : [{ kind: 'set', pointer, key: 'rust_op', value: [...rust_op] } as const]),
  ];
}

import type { Item } from '../schema/generated/types.ts';
import { antwoordTag } from '../verslag/vakken.ts';
import { type Paragraph, paragraph, type Table } from '../word/spec.ts';

/** An item with the minute of the conversation at which it begins. */
export interface Timed extends Item {
  begin: number;
}

/** How an item stands in its guide. */
interface Place {
  nummer: number;
  bookmark: string;
  /** The label of each indicator, by reference. */
  labels: ReadonlyMap<string, string>;
}

/** Room to write by hand on paper: more where more time is meant for it. Millimetres. */
const ROOM = { least: 32, perMinute: 4, most: 60 };

/** The question of an item, with below it the room for what is said. The question repeats where the room goes on on a next page. */
export function itemVak(item: Timed, { nummer, bookmark, labels }: Place): Table {
  const { tekst, begin, minuten, indicatoren, antwoorden = [] } = item;
  const vraag = [
    paragraph('question', `${nummer}.\t${tekst}`, { bookmark, keepNext: true }),
    ...(antwoorden.length > 0 ? [aside(`Antwoorden: ${antwoorden.join(' · ')}`)] : []),
    ...indicatoren.map((ref) => aside(labels.get(ref) ?? ref)),
  ];
  const height = Math.min(ROOM.most, Math.max(ROOM.least, (minuten ?? 0) * ROOM.perMinute));
  return vak(
    [vraag, ...(minuten === undefined ? [] : [timeOf(begin, minuten)])],
    [...answerField(antwoorden, nummer), paragraph('note', '')],
    height,
  );
}

/** The room for what came up beside the questions. */
export function overigVak(bookmark: string): Table {
  const kop = [
    paragraph('question', 'Wat verder ter tafel kwam of opviel', { bookmark, keepNext: true }),
    small('Wat bij geen van de vragen past. Hier kiest het team later een indicator bij.'),
  ];
  return vak([kop], [paragraph('note', '')], ROOM.most);
}

function timeOf(begin: number, minuten: number): Paragraph[] {
  const right = { align: 'right', keepNext: true } as const;
  return [
    paragraph('small', { text: `${minuten} min`, strong: true }, right),
    paragraph('small', `${clock(begin)} – ${clock(begin + minuten)}`, right),
  ];
}

/** A table of a heading, in one or two cells, above a room. */
function vak(kop: readonly Paragraph[][], room: readonly Paragraph[], minHeight: number): Table {
  return {
    kind: 'table',
    widths: kop.length === 1 ? [100] : [84, 16],
    headerRows: 1,
    rows: [
      { cells: kop.map((content) => ({ tint: true, content })) },
      { cells: [{ content: room, ...(kop.length === 1 ? {} : { span: kop.length }) }], minHeight, splits: true },
    ],
  };
}

/** A list to choose the answer from: what is chosen is a note of its own. */
function answerField(antwoorden: readonly string[], nummer: number): Paragraph[] {
  if (antwoorden.length === 0) return [];
  const field = { control: 'choice', title: `Antwoord ${nummer}`, tag: antwoordTag(nummer) } as const;
  return [paragraph('note', { ...field, hint: 'kies een antwoord', choices: antwoorden })];
}

function aside(text: string): Paragraph {
  return paragraph('aside', text, { keepNext: true });
}

function small(text: string): Paragraph {
  return paragraph('small', text, { keepNext: true });
}

/** “1:05”: an hour and five minutes after the beginning. */
function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

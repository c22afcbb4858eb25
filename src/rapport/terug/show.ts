import { placesIn } from '../../source/places.ts';
import { textWith } from '../../word/changes.ts';
import type { EditedComment } from '../../word/edited.ts';
import { authorsOf, type Numbered, type Returned, remarkPlace, whereWords } from './change.ts';
import { between, flat } from './compare-text.ts';
import type { Source } from './mark-dossier.ts';
import { ACCEPT_ALL, withoutLead } from './regions.ts';
import { hunksBetween } from './words.ts';

/** How many words are shown around what differs. */
const AROUND = 6;

/** What came back in Word documents, as text for the screen. */
export function showReturned(returned: readonly Returned[], numbered: readonly Numbered[]): string {
  return returned
    .map((one) => {
      const own = numbered.filter((item) => item.returned === one);
      const blocks = [
        ...own.map(showChange),
        ...one.remarks.map(({ passage, comments }) => remarkLines(one, remarkPlace(passage), comments)),
      ];
      const none = blocks.length === 0 ? ['  geen wijzigingen en geen opmerkingen'] : [];
      return [`${one.file}: ${one.title}`, ...none, ...blocks.map((lines) => lines.map((line) => `  ${line}`).join('\n'))].join(
        '\n\n',
      );
    })
    .join('\n\n')
    .concat('\n');
}

function showChange({ nummer, returned, difference, judgement, against }: Numbered): string[] {
  const { comments } = difference;
  const where = whereWords(difference);
  const head = `${nummer}  ${difference.kind}: ${where}, ${whoWords(difference)}`;
  const { was, wordt } = textsOf(difference);
  const lines = [
    ...(was === undefined ? [] : [`was:    ${was}`]),
    ...(wordt === undefined ? [] : [`wordt:  ${wordt}`]),
    ...outcomeLines(judgement),
    ...(against.length > 0 ? [`let op: nummer ${against.join(', ')} zegt iets anders over dezelfde tekst; kies er een`] : []),
    ...commentLines(returned, comments),
  ];
  return [head, ...lines.map((line) => `   ${line}`)];
}

/** Who made a change, in words. */
function whoWords(difference: Numbered['difference']): string {
  const names = authorsOf(difference).map(({ naam, datum }) => (datum === undefined ? naam : `${naam} (${datum})`));
  if (difference.untracked) names.push(names.length > 0 ? 'en zonder wijzigingen bij te houden' : 'niet bijgehouden');
  return names.length > 0 ? names.join(', ') : 'zonder naam';
}

function outcomeLines(judgement: Numbered['judgement']): string[] {
  if (judgement.outcome === 'kan') return [`in:     ${sourceWords(judgement.proposal)}`];
  if (judgement.outcome === 'overgenomen') return ['staat zo al in de bron'];
  return [`${judgement.outcome === 'botsing' ? 'botsing' : 'kan niet'}: ${judgement.reason}`, `→ ${judgement.help}`];
}

/** The place of a text of the team: its file and line, and what it is part of. */
export function sourceWords(source: Source): string {
  const { field } = source;
  return `${field.file}:${lineOf(source)}${field.yaml ? `  ${field.yaml.ref}` : ''}`;
}

/** The line that a text of the team begins on, from 1. */
export function lineOf({ field: { yaml, tekst }, part }: Source): number {
  return yaml ? yaml.bestand.source.positionOf(yaml.pointer).line : placesIn(tekst)(part.start).line;
}

/** The text before and after a change, without the number before it. */
export function wholeTexts({ kind, passage, paragraphs, was }: Numbered['difference']): { was?: string; wordt?: string } {
  const after = textWith(paragraphs, ACCEPT_ALL);
  const bare = kind === 'nieuw' ? after : withoutLead(after);
  const own = (passage && between(after, passage.lead, '')) ?? between(bare, '', '') ?? '';
  return { ...(was === undefined ? {} : { was }), ...(own === '' ? {} : { wordt: own }) };
}

/** The words that differ, with some around them. */
function textsOf(difference: Numbered['difference']): { was?: string; wordt?: string } {
  const { was, wordt } = wholeTexts(difference);
  if (was === undefined || wordt === undefined)
    return { ...(was === undefined ? {} : { was: flat(was) }), ...(wordt === undefined ? {} : { wordt: flat(wordt) }) };
  const [before, after] = [flat(was), flat(wordt)];
  const hunks = hunksBetween(before, after);
  const start = hunks[0]?.start ?? 0;
  const end = before.length - (hunks.at(-1)?.end ?? before.length);
  return { was: excerpt(before, start, end), wordt: excerpt(after, start, end) };
}

function excerpt(text: string, start: number, end: number): string {
  const head = text.slice(0, start).split(' ');
  const tail = text.slice(text.length - end).split(' ');
  const from = head.length > AROUND + 1 ? `… ${head.slice(-AROUND).join(' ')}` : head.join(' ');
  const to = tail.length > AROUND + 1 ? `${tail.slice(0, AROUND).join(' ')} …` : tail.join(' ');
  return from + text.slice(start, text.length - end) + to;
}

function remarkLines(returned: Returned, where: string, ids: readonly string[]): string[] {
  return [`–  ${where}`, ...commentLines(returned, ids).map((line) => `   ${line}`)];
}

function commentLines({ comments }: Returned, ids: readonly string[]): string[] {
  return commentsAt(comments, ids).map(({ author, date, text, reply, resolved }) => {
    const who = [author || 'zonder naam', ...(date === undefined ? [] : [`(${date})`])].join(' ');
    return `${reply ? 'antwoord' : 'opmerking'} van ${who}${resolved ? ', afgehandeld' : ''}: ${flat(text)}`;
  });
}

/** The comments with these ids, in their order. */
export function commentsAt(comments: readonly EditedComment[], ids: readonly string[]): EditedComment[] {
  return comments.filter(({ id }) => ids.includes(id));
}

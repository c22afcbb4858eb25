import { type Change, textWith } from '../../word/changes.ts';
import { between, flat } from './compare-text.ts';
import type { Difference } from './differences.ts';
import type { Source } from './mark-dossier.ts';
import type { Passage, PassageSource } from './passages.ts';
import { ACCEPT_ALL, REJECT_ALL, wholeText } from './regions.ts';

/** What is to happen to a text of the team: another text, a paragraph beside it, or that it goes. */
export interface Proposal extends Source {
  kind: 'tekst' | 'erna' | 'ervoor' | 'weg';
  text: string;
}

/** What can be done with a difference: carry it to its source, nothing any more, or not, and why. */
export type Judgement =
  | { outcome: 'kan'; proposal: Proposal }
  | { outcome: 'overgenomen' }
  | { outcome: 'geweigerd' | 'botsing'; reason: string; help: string; source?: Source };

/** What a judgement needs to know of the document as it is made now. */
export interface Now {
  /** Passages that the document does not hold, in their order. */
  fresh: readonly Passage[];
  /** Every passage, in its order. */
  passages: readonly Passage[];
}

/** Judges a difference, with the tracked changes that are accepted; others count as rejected. */
export function judge(difference: Difference, now: Now, accepts: (change: Change) => boolean = ACCEPT_ALL): Judgement {
  if (difference.kind === 'voetnoot')
    return refused('de voetnoten zijn gewijzigd', 'verander de voetnoot in de tekst in teksten/ waar zij bij hoort');
  if (difference.kind === 'samengevoegd')
    return refused(
      'twee alinea’s zijn samengevoegd; elk heeft een eigen bron',
      'maak er in Word weer twee van, of verander de teksten in hun bestanden',
    );
  const part = difference.passage ? undefined : partlyTaken(difference, now);
  const text = textWith(difference.paragraphs, (change) => accepts(change) || (part?.accepts(change) ?? false));
  if (difference.kind === 'nieuw') return judgeNew(difference, now, text);
  const passage = difference.passage ?? part?.passage ?? heldNow(difference, now, text);
  if (!passage) return judgeStale(difference, now, text);
  return flat(text) === '' ? judgeGone(passage) : judgeChanged(passage, text);
}

function refused(reason: string, help: string, source?: Source): Judgement {
  return { outcome: 'geweigerd', reason, help, ...(source ? { source } : {}) };
}

const COMPUTED_HELP =
  'wat tsd zelf schrijft, volgt uit onderzoek.yaml, toetsingskader.yaml, het kader, het werkdossier en het sjabloon: verander het daar';

function judgeChanged(passage: Passage, text: string): Judgement {
  if (flat(text) === wholeText(passage)) return { outcome: 'overgenomen' };
  const [first] = passage.sources;
  if (!first)
    return refused('deze tekst komt niet van het team: tsd schrijft haar zelf, of zij is de norm van het kader', COMPUTED_HELP);
  const own = between(text, passage.lead, '');
  const found = own === undefined ? [] : passage.sources.flatMap((source) => newText(source, own));
  const [only] = found;
  if (only?.text === '') return refused('er blijft geen zin over', emptyHelp(only), only);
  if (only) return { outcome: 'kan', proposal: only };
  const around = [passage.lead.trim(), first.before.trim(), first.after.trim()].filter((part) => part !== '');
  const shown = around.map((part) => `“${part}”`).join(' en ');
  const loosened = /\bRust op\b/.test(first.after) ? 'zo raakt de zin los van waar zij op rust: ' : '';
  return refused(
    `${loosened}rond de zin staat ${shown}, en dat is gewijzigd`,
    `laat dat in Word staan zoals het was; waar een zin op rust, verandert u in ${first.field.file}`,
    first,
  );
}

function newText(source: PassageSource, own: string): Proposal[] {
  const text = between(own, source.before, source.after);
  return text === undefined ? [] : [{ field: source.field, part: source.part, kind: 'tekst', text }];
}

function judgeGone({ sources: [source], text }: Passage): Judgement {
  if (!source) return refused('deze tekst komt niet van het team, en kan dus niet weg', COMPUTED_HELP);
  const { field, part, before, after } = source;
  const whole = before.trim() === '' && after.trim() === '';
  if (field.naam !== undefined && part.block && whole)
    return { outcome: 'kan', proposal: { field, part, kind: 'weg', text: '' } };
  return refused(`een zin van het team is weggehaald (“${shortened(text)}”)`, emptyHelp(source), source);
}

function emptyHelp({ field: { yaml, file } }: Source): string {
  if (yaml?.ref.startsWith('bevinding:'))
    return `trek de bevinding in met tsd bevindingen withdraw <onderzoek> ${yaml.ref.slice('bevinding:'.length)} --reden "<waarom>"`;
  return `moet de zin weg, haal haar dan met waar zij op rust weg uit ${file}, en kijk met tsd check wat erop rustte`;
}

function judgeNew({ previous, next }: Difference, { fresh }: Now, text: string): Judgement {
  if (flat(text) === '') return { outcome: 'overgenomen' };
  if (fresh.some((passage) => wholeText(passage) === flat(text))) return { outcome: 'overgenomen' };
  const beside = [
    { passage: previous, kind: 'erna' as const },
    { passage: next, kind: 'ervoor' as const },
  ];
  for (const { passage, kind } of beside) {
    const source = passage && proseSource(passage);
    if (source)
      return { outcome: 'kan', proposal: { field: source.field, part: source.part, kind, text: between(text, '', '') ?? '' } };
  }
  return refused(
    'deze alinea is nieuw, en er is geen bevinding waar zij op rust',
    'schrijf haar als bevinding, oordeel of verbeterpunt, met waar zij op rust; alleen in een tekst uit teksten/ kan een alinea erbij',
  );
}

/** The text in teksten/ that a passage is a whole paragraph of. */
function proseSource({ sources: [source] }: Passage): PassageSource | undefined {
  return source?.field.naam !== undefined && source.part.block ? source : undefined;
}

/** More authors than this in one passage are not told apart. */
const MOST_AUTHORS = 6;

/** The passage as it is when what some of its authors did was taken over before: what the others did can still be added. */
function partlyTaken(
  { paragraphs, changes, kind }: Difference,
  { fresh }: Now,
): { passage: Passage; accepts: (change: Change) => boolean } | undefined {
  const authors = [...new Set(changes.map(({ author }) => author))];
  if (kind !== 'gewijzigd' || authors.length > MOST_AUTHORS) return undefined;
  for (let chosen = 0; chosen < 2 ** authors.length; chosen += 1) {
    const accepts = ({ author }: Change): boolean => Math.floor(chosen / 2 ** authors.indexOf(author)) % 2 === 1;
    const text = flat(textWith(paragraphs, accepts));
    const [passage, other] = fresh.filter((one) => wholeText(one) === text);
    if (passage && !other) return { passage, accepts };
  }
  return undefined;
}

/**
 * What the document was made with reads otherwise now. Where only what tsd writes around the sentence changed, as its tracked changes
 * show, the sentence itself is still the same, and can be changed.
 */
function heldNow({ paragraphs, was }: Difference, { fresh }: Now, text: string): Passage | undefined {
  const before = textWith(paragraphs, REJECT_ALL);
  if (was === undefined || !flat(before).endsWith(flat(was))) return undefined;
  const lead = before.slice(0, Math.max(0, before.indexOf('\t') + 1));
  const fits = fresh.flatMap((passage) => {
    const [source] = passage.sources;
    const after = source && between(was, source.before + sourceText(source), '');
    if (!source || after === undefined || between(text, lead + source.before, after) === undefined) return [];
    return [{ ...passage, lead, text: was, sources: [{ ...source, after }] }];
  });
  return fits.length === 1 ? fits[0] : undefined;
}

function judgeStale(difference: Difference, now: Now, text: string): Judgement {
  const own = text.replace(/^[^\t]{0,12}\t/, '');
  const counterpart = counterpartOf(difference, now);
  if (flat(text) === '' || now.fresh.some((passage) => says(passage, own))) return { outcome: 'overgenomen' };
  const [source] = counterpart?.sources ?? [];
  const there = counterpart ? `; nu staat er “${shortened(counterpart.text)}”` : '';
  return {
    outcome: 'botsing',
    reason: `deze tekst is na het maken van dit Word-bestand ook in de bron veranderd${there}`,
    help: `leg ze naast elkaar, en schrijf wat het wordt in ${source?.field.file ?? 'het bestand zelf'}; of maak het rapport opnieuw en verander het daar`,
    ...(source ? { source } : {}),
  };
}

/** Whether a passage says this now: its own text, whatever the numbers are by which tsd says what it rests on. */
function says(passage: Passage, text: string): boolean {
  if (flat(passage.text) === flat(text)) return true;
  return passage.sources.some((source) => {
    const rest = between(text, source.before + sourceText(source), '');
    return rest !== undefined && RESTS_ON.test(rest) && RESTS_ON.test(source.after.trim());
  });
}

const RESTS_ON = /^Rust op (?:bevinding|oordeel|oordelen)[^.]*\.$/;

function sourceText({ field, part }: Source): string {
  return field.tekst.slice(part.start, part.end);
}

/** What stands now at the place of what was changed on both sides: the only passage that is new between the same two. */
function counterpartOf({ previous, next }: Difference, { passages, fresh }: Now): Passage | undefined {
  const from = previous ? passages.indexOf(previous) : -1;
  const to = next ? passages.indexOf(next) : passages.length;
  const here = passages.slice(from + 1, to).filter((passage) => fresh.includes(passage));
  return here.length === 1 ? here[0] : undefined;
}

/** The beginning of a text, for a message. */
export function shortened(text: string): string {
  const line = flat(text);
  return line.length > 80 ? `${line.slice(0, 77).trimEnd()}…` : line;
}

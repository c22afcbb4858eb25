import { type Change, textWith } from '../../word/changes.ts';
import { between, flat } from './compare-text.ts';
import type { Difference } from './differences.ts';
import { judgeNew, proseBeside } from './judge-new.ts';
import { type Judgement, type Now, type Proposal, refused } from './judgement.ts';
import type { Source } from './mark-dossier.ts';
import type { Passage, PassageSource } from './passages.ts';
import { ACCEPT_ALL, REJECT_ALL, wholeText, withLead } from './regions.ts';
import { sourceText } from './taken.ts';

/** Judges a difference, with the tracked changes that are accepted; others count as rejected. */
export function judge(difference: Difference, now: Now, accepts: (change: Change) => boolean = ACCEPT_ALL): Judgement {
  if (difference.kind === 'voetnoot')
    return refused('de voetnoten zijn gewijzigd', 'verander de voetnoot in de tekst in teksten/ waar zij bij hoort');
  if (difference.kind === 'samengevoegd')
    return refused(
      'twee alinea’s zijn samengevoegd; elk heeft een eigen bron',
      'maak er in Word weer twee van, of verander de teksten in hun bestanden',
    );
  const { taken, paragraphs } = difference;
  if (taken?.all) return { outcome: 'overgenomen' };
  const text = textWith(paragraphs, (change) => accepts(change) || (taken?.accepts(change) ?? false));
  const held = taken ? withLead(taken.passage, textWith(paragraphs, REJECT_ALL)) : heldNow(difference, now, text);
  const passage = difference.passage ?? held;
  if (difference.kind === 'nieuw' && !passage) return judgeNew(difference, text, accepts);
  if (!passage) return judgeStale(difference, now, text);
  return flat(text) === '' ? judgeGone(passage, difference) : judgeChanged(passage, text);
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

function judgeGone({ sources: [source], text }: Passage, { movedTo }: Difference): Judgement {
  if (!source) return refused('deze tekst komt niet van het team, en kan dus niet weg', COMPUTED_HELP);
  if (movedTo && !proseBeside(movedTo.beside))
    return refused(
      'deze alinea is verplaatst naar waar zij niet kan worden overgenomen',
      'verplaats haar zelf in de bestanden',
      source,
    );
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
  const here = nowBetween(difference, now);
  // What is gone on both sides is gone; not where another text stands there now.
  if (flat(text) === '' && here?.length === 0) return { outcome: 'overgenomen' };
  const [counterpart, other] = here ?? [];
  const [source] = other ? [] : (counterpart?.sources ?? []);
  const there = counterpart && !other ? `; nu staat er “${shortened(counterpart.text)}”` : '';
  return {
    outcome: 'botsing',
    reason: `deze tekst is na het maken van dit Word-bestand ook in de bron veranderd${there}`,
    help: `leg ze naast elkaar, en schrijf wat het wordt in ${source?.field.file ?? 'het bestand zelf'}; of maak het rapport opnieuw en verander het daar`,
    ...(source ? { source } : {}),
  };
}

/** What is new now between what stood before and after a passage; nothing where those do not stand in that order any more. */
function nowBetween({ around }: Difference, { passages, fresh }: Now): Passage[] | undefined {
  const { previous, next } = around?.known ?? {};
  const from = previous ? passages.indexOf(previous) : -1;
  const to = next ? passages.indexOf(next) : passages.length;
  if (to <= from) return undefined;
  return passages.slice(from + 1, to).filter((passage) => fresh.includes(passage));
}

/** The beginning of a text, for a message. */
export function shortened(text: string): string {
  const line = flat(text);
  return line.length > 80 ? `${line.slice(0, 77).trimEnd()}…` : line;
}

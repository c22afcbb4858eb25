import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import { canCarry } from '../../rapport/terug/carry.ts';
import { authorsOf, changesOf, type Numbered } from '../../rapport/terug/change.ts';
import { judge } from '../../rapport/terug/judge.ts';
import type { Judgement } from '../../rapport/terug/judgement.ts';
import { sourceWords } from '../../rapport/terug/show.ts';

/** A text that cannot be carried to where it stands, or with personal data that may not be recorded, is not. */
export function allowed(judgement: Judgement, guard: PrivacyGuard): Judgement {
  if (judgement.outcome !== 'kan') return judgement;
  const { proposal } = judgement;
  const [problem] = guard.judge(proposal.text, { file: proposal.field.file }).filter(({ severity }) => severity === 'error');
  if (problem) return { outcome: 'geweigerd', reason: problem.message, help: problem.help, source: proposal };
  if (canCarry(proposal)) return judgement;
  return {
    outcome: 'geweigerd',
    reason: 'daar staat opmaak, een voetnoot, een verwijzing of een plaat, die zo zou verdwijnen of verspringen',
    help: `verander de tekst zelf in ${sourceWords(proposal)}`,
    source: proposal,
  };
}

/** A change that is to be taken over, with what can be done with the part of it that was asked for. */
export interface Chosen {
  item: Numbered;
  judgement: Judgement;
  /** Asked for by its number: what cannot be done then is an error. */
  strict: boolean;
}

const ALL = 'alles';

/**
 * The changes that are asked for: by their number, by the names of who made them, or all. `asked` is what stood between commas: a name may
 * hold commas itself. Stops at what is not there.
 */
export function chooseChanges(asked: readonly string[], numbered: readonly Numbered[], guard: PrivacyGuard): Chosen[] {
  const wanted = namesIn(asked, authorNames(numbered));
  const numbers = wanted.filter((what) => /^\d+$/.test(what));
  const rest = wanted.filter((what) => !numbers.includes(what));
  const names = rest.filter((what) => what.toLowerCase() !== ALL);
  const chosen = [
    ...numbers.map((what) => asItIs(byNumber(Number(what), numbered), true)),
    ...(names.length < rest.length ? numbered.map((item) => asItIs(item, false)) : []),
    ...byAuthors(names, numbered).map((item) => ({ item, judgement: judgedFor(item, names, guard), strict: false })),
  ];
  return chosen.filter(({ item }, index) => chosen.findIndex((other) => other.item === item) === index);
}

function authorNames(numbered: readonly Numbered[]): string[] {
  return [...new Set(numbered.flatMap(({ difference }) => authorsOf(difference).map(({ naam }) => naam)))];
}

/** Puts together again the names of authors that were divided at their commas. */
function namesIn(asked: readonly string[], authors: readonly string[]): string[] {
  const known = new Map(authors.map((naam) => [asAsked(naam), naam]));
  const names: string[] = [];
  for (let at = 0; at < asked.length; ) {
    const length = asked.slice(at).findLastIndex((_, last) => known.has(asAsked(asked.slice(at, at + last + 1).join(',')))) + 1;
    const own = asked.slice(at, at + Math.max(1, length)).join(',');
    names.push(known.get(asAsked(own)) ?? own);
    at += Math.max(1, length);
  }
  return names;
}

function asAsked(naam: string): string {
  return naam.replace(/\s*,\s*/g, ',').toLowerCase();
}

function asItIs(item: Numbered, strict: boolean): Chosen {
  return { item, judgement: item.judgement, strict };
}

function byNumber(nummer: number, numbered: readonly Numbered[]): Numbered {
  const item = numbered.find((one) => one.nummer === nummer);
  if (item) return item;
  throw stop('terug/nummer', `er is geen wijziging ${nummer} te zien`, {
    help: 'laat --overnemen weg om ze te zien',
  });
}

/** What any of these authors changed, in the order of its numbers. */
function byAuthors(names: readonly string[], numbered: readonly Numbered[]): Numbered[] {
  const known = authorNames(numbered);
  const unknown = names.find((naam) => !known.some((author) => changesOf([naam])({ kind: 'ins', author })));
  if (unknown === undefined) return numbered.filter(({ difference }) => difference.changes.some(changesOf(names)));
  const help =
    known.length > 0
      ? `er zijn wijzigingen van: ${known.join(', ')}`
      : 'er zijn geen bijgehouden wijzigingen; kies op nummer, of geef alles';
  throw stop('terug/auteur', `er is geen wijziging van '${unknown}'${didYouMean(unknown, known)}`, { help });
}

/** Of a passage that several worked in, only what these authors did. */
function judgedFor({ difference, returned }: Numbered, authors: readonly string[], guard: PrivacyGuard): Judgement {
  if (difference.untracked) {
    const reason = 'in deze alinea staan ook wijzigingen die niet zijn bijgehouden';
    return { outcome: 'geweigerd', reason, help: 'neem haar over met haar nummer' };
  }
  return allowed(judge(difference, returned.now, changesOf(authors)), guard);
}

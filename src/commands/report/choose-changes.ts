import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import { authorsOf, changesOf, type Numbered } from '../../rapport/terug/change.ts';
import { type Judgement, judge } from '../../rapport/terug/judge.ts';

/** A text with personal data that may not be recorded is not carried. */
export function guarded(judgement: Judgement, guard: PrivacyGuard): Judgement {
  if (judgement.outcome !== 'kan') return judgement;
  const { proposal } = judgement;
  const [problem] = guard.judge(proposal.text, { file: proposal.field.file }).filter(({ severity }) => severity === 'error');
  if (!problem) return judgement;
  return { outcome: 'geweigerd', reason: problem.message, help: problem.help, source: proposal };
}

/** A change that is to be taken over, with what can be done with the part of it that was asked for. */
export interface Chosen {
  item: Numbered;
  judgement: Judgement;
  /** Asked for by its number: what cannot be done then is an error. */
  strict: boolean;
}

const ALL = 'alles';

/** The changes that are asked for: by their number, by the name of who made them, or all. Stops at what is not there. */
export function chooseChanges(asked: readonly string[], numbered: readonly Numbered[], guard: PrivacyGuard): Chosen[] {
  const numbers = asked.filter((what) => /^\d+$/.test(what));
  const rest = asked.filter((what) => !numbers.includes(what));
  const chosen = [
    ...numbers.map((what) => asItIs(byNumber(Number(what), numbered), true)),
    ...rest.flatMap((what) =>
      what.toLowerCase() === ALL
        ? numbered.map((item) => asItIs(item, false))
        : byAuthor(what, numbered).map((item) => ({ item, judgement: judgedFor(item, what, guard), strict: false })),
    ),
  ];
  return chosen.filter(({ item }, index) => chosen.findIndex((other) => other.item === item) === index);
}

function asItIs(item: Numbered, strict: boolean): Chosen {
  return { item, judgement: item.judgement, strict };
}

function byNumber(nummer: number, numbered: readonly Numbered[]): Numbered {
  const item = numbered.find((one) => one.nummer === nummer);
  if (item) return item;
  throw stop('terug/nummer', `er is geen wijziging ${nummer}; er zijn er ${numbered.length}`, {
    help: 'laat --overnemen weg om ze te zien',
  });
}

function byAuthor(naam: string, numbered: readonly Numbered[]): Numbered[] {
  const isTheirs = changesOf(naam);
  const found = numbered.filter(({ difference }) => difference.changes.some(isTheirs));
  if (found.length > 0) return found;
  const names = [...new Set(numbered.flatMap(({ difference }) => authorsOf(difference).map((author) => author.naam)))];
  const help =
    names.length > 0
      ? `er zijn wijzigingen van: ${names.join(', ')}`
      : 'er zijn geen bijgehouden wijzigingen; kies op nummer, of geef alles';
  throw stop('terug/auteur', `er is geen wijziging van '${naam}'${didYouMean(naam, names)}`, { help });
}

/** Of a passage that several worked in, only what this author did. */
function judgedFor({ difference, returned }: Numbered, author: string, guard: PrivacyGuard): Judgement {
  if (difference.untracked) {
    const reason = 'in deze alinea staan ook wijzigingen die niet zijn bijgehouden';
    return { outcome: 'geweigerd', reason, help: 'neem haar over met haar nummer' };
  }
  return guarded(judge(difference, returned.now, changesOf(author)), guard);
}

import { error } from '../diagnostics/diagnostic.ts';
import { Stop, stop } from '../diagnostics/stop.ts';
import type { Ingetrokken } from '../schema/generated/types.ts';
import { textProblems } from '../waarneming/text-guard.ts';

/** Why something is withdrawn, and when; or that this is undone. */
export interface WithdrawOptions {
  reden?: string | undefined;
  ongedaan?: boolean | undefined;
  vandaag: string;
}

/** What can be withdrawn: it stays where it is, marked, and counts no more. */
interface Withdrawable {
  id: string;
  ingetrokken?: Ingetrokken;
}

/** How an item becomes withdrawn, or counts again. Stops when no reason is given, or when it says something that must not be recorded. */
export function withdrawer(soort: 'waarneming' | 'bevinding', options: WithdrawOptions): <T extends Withdrawable>(item: T) => T {
  const reden = reasonOf(soort, options);
  return (item) => (reden === undefined ? reinstate(soort, item) : withdraw(soort, item, { reden, datum: options.vandaag }));
}

/** The reason, guarded as every text that is recorded; none when a withdrawal is undone. */
function reasonOf(soort: string, { reden, ongedaan }: WithdrawOptions): string | undefined {
  if (ongedaan && reden !== undefined)
    throw stop(`${soort}/ongedaan`, '--ongedaan en --reden gaan niet samen', { help: 'geef een van beide' });
  if (ongedaan) return undefined;
  const text = reden?.trim() ?? '';
  if (text === '')
    throw stop(`${soort}/zonder-reden`, 'zeg met --reden waarom dit niet meer meetelt', { help: 'bijvoorbeeld --reden "…"' });
  // What is said of a bevinding stands in git: there a name is no warning.
  const problem = textProblems(text).find(({ severity }) => soort === 'bevinding' || severity === 'error');
  if (problem) throw new Stop([error(problem.code, `--reden: ${problem.message}`, { help: problem.help })], 1);
  return text;
}

function withdraw<T extends Withdrawable>(soort: string, item: T, ingetrokken: Ingetrokken): T {
  if (!item.ingetrokken) return { ...item, ingetrokken };
  const { datum, reden } = item.ingetrokken;
  throw stop(`${soort}/al-ingetrokken`, `'${item.id}' is al ingetrokken op ${datum} (${reden})`, { help: 'er is niets te doen' });
}

function reinstate<T extends Withdrawable>(soort: string, item: T): T {
  const { ingetrokken, ...rest } = item;
  if (ingetrokken) return rest as T;
  throw stop(`${soort}/niet-ingetrokken`, `'${item.id}' is niet ingetrokken`, {
    help: 'zij telt gewoon mee; kijk of dit het goede id is',
  });
}

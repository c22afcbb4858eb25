import { hasErrors } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import type { Waarneming } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { textProblem } from '../waarneming/text-guard.ts';
import { nextStepLine } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read-onderzoek.ts';
import { refuseDestroyed } from './vernietigd.ts';
import { writeWaarnemingen } from './waarnemingen-write.ts';

/** Why waarnemingen are withdrawn, and when; or that this is undone. */
export interface WithdrawOptions {
  reden?: string | undefined;
  ongedaan?: boolean | undefined;
  vandaag: string;
}

/** `tsd waarnemingen withdraw <onderzoek> <id…>`: lets waarnemingen no longer count; they stay in the werkdossier, marked. */
export function withdrawWaarnemingen(argument: string, ids: readonly string[], options: WithdrawOptions): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  refuseDestroyed(dossier, 'er is niets meer in te trekken');
  const reden = reasonOf(options);
  if (hasErrors(reading.diagnostics)) return reading;
  const chosen = [...new Set(ids)].map((id) => waarnemingOf(dossier, id));
  const changed = chosen.map((waarneming) =>
    reden === undefined ? reinstate(waarneming) : withdraw(waarneming, reden, options),
  );
  const files = writeWaarnemingen(dossier, changed, reading);
  const count = countOf(changed.length, 'waarneming', 'waarnemingen');
  return {
    ...reading,
    files,
    base: dossier.folder,
    data: { [options.ongedaan ? 'hersteld' : 'ingetrokken']: changed.map(({ id }) => id) },
    messages: [
      options.ongedaan ? `${count} ${changed.length === 1 ? 'telt' : 'tellen'} weer mee` : `${count} ingetrokken`,
      nextStepLine(dossier.folder, 'check'),
    ],
  };
}

/** The reason, guarded as every text that is recorded; none when a withdrawal is undone. */
function reasonOf({ reden, ongedaan }: WithdrawOptions): string | undefined {
  if (ongedaan && reden !== undefined)
    throw stop('waarneming/ongedaan', '--ongedaan en --reden gaan niet samen', { help: 'geef een van beide' });
  if (ongedaan) return undefined;
  const text = reden?.trim() ?? '';
  if (text === '')
    throw stop('waarneming/zonder-reden', 'zeg met --reden waarom dit niet meer meetelt', { help: 'bijvoorbeeld --reden "…"' });
  const problem = textProblem(text);
  if (problem) throw stop(problem.code, `--reden: ${problem.message}`, { help: problem.help });
  return text;
}

function waarnemingOf({ waarnemingen }: Dossier, written: string): Waarneming {
  const id = written.replace(/^waarneming:/, '');
  const found = waarnemingen.find((waarneming) => waarneming.id === id);
  if (found) return found;
  const known = waarnemingen.map((waarneming) => waarneming.id);
  throw stop('waarneming/onbekend', `waarneming '${id}' bestaat niet${didYouMean(id, known)}`, {
    help: 'tsd waarnemingen list toont ze alle',
  });
}

function withdraw(waarneming: Waarneming, reden: string, { vandaag }: WithdrawOptions): Waarneming {
  if (!waarneming.ingetrokken) return { ...waarneming, ingetrokken: { reden, datum: vandaag } };
  const { datum, reden: before } = waarneming.ingetrokken;
  throw stop('waarneming/al-ingetrokken', `'${waarneming.id}' is al ingetrokken op ${datum} (${before})`, {
    help: 'er is niets te doen',
  });
}

function reinstate(waarneming: Waarneming): Waarneming {
  const { ingetrokken, ...rest } = waarneming;
  if (ingetrokken) return rest;
  throw stop('waarneming/niet-ingetrokken', `'${waarneming.id}' is niet ingetrokken`, {
    help: 'zij telt gewoon mee; kijk of dit het goede id is',
  });
}

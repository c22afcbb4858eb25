import { hasErrors } from '../diagnostics/diagnostic.ts';
import { stop } from '../diagnostics/stop.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import type { Waarneming } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { nextStepLine } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read-onderzoek.ts';
import { refuseDestroyed } from './vernietigd.ts';
import { writeWaarnemingen } from './waarnemingen-write.ts';
import { type WithdrawOptions, withdrawer } from './withdrawal.ts';

/** `tsd waarnemingen withdraw <onderzoek> <id…>`: lets waarnemingen no longer count; they stay in the werkdossier, marked. */
export function withdrawWaarnemingen(argument: string, ids: readonly string[], options: WithdrawOptions): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  refuseDestroyed(dossier, 'er is niets meer in te trekken');
  const change = withdrawer('waarneming', options);
  if (hasErrors(reading.diagnostics)) return reading;
  const chosen = [...new Set(ids)].map((id) => waarnemingOf(dossier, id));
  const changed = chosen.map(change);
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

function waarnemingOf({ waarnemingen }: Dossier, written: string): Waarneming {
  const id = written.replace(/^waarneming:/, '');
  const found = waarnemingen.find((waarneming) => waarneming.id === id);
  if (found) return found;
  const known = waarnemingen.map((waarneming) => waarneming.id);
  throw stop('waarneming/onbekend', `waarneming '${id}' bestaat niet${didYouMean(id, known)}`, {
    help: 'tsd waarnemingen list toont ze alle',
  });
}

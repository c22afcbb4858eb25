import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Waarneming } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { nextStepLine } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';
import { type WithdrawOptions, withdrawer } from '../withdrawal.ts';
import { writeWaarnemingen } from './write.ts';

/** What is withdrawn: by id, or everything of a bron. */
interface WithdrawWaarnemingen extends WithdrawOptions {
  bron?: string | undefined;
}

const QUOTED = 'in een rapport dat er al ligt, kan hiervan een citaat staan: maak de rapporten opnieuw na tsd check';

/** `tsd waarnemingen withdraw <onderzoek> <id…>`: lets waarnemingen no longer count; they stay in the werkdossier, marked. */
export function withdrawWaarnemingen(argument: string, ids: readonly string[], options: WithdrawWaarnemingen): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  refuseDestroyed(dossier, 'er is niets meer in te trekken');
  const change = withdrawer('waarneming', options);
  if (hasErrors(reading.diagnostics)) return reading;
  const chosen = chosenOf(dossier, ids, options);
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
      ...(chosen.some(({ citeerbaar }) => citeerbaar === 'ja') ? [QUOTED] : []),
      nextStepLine(dossier.folder, 'check'),
    ],
  };
}

/** Of a bron those that are not in that state yet, so that it can be asked again. */
function chosenOf(dossier: Dossier, ids: readonly string[], { bron, ongedaan }: WithdrawWaarnemingen): Waarneming[] {
  const byId = [...new Set(ids)].map((id) => waarnemingOf(dossier, id));
  const id = bron?.replace(/^bron:/, '');
  const known = dossier.bronnen.map((item) => item.id);
  if (id !== undefined && !known.includes(id))
    throw stop('waarneming/onbekende-bron', `bron '${id}' bestaat niet${didYouMean(id, known)}`, {
      help: 'tsd waarnemingen list noemt bij elke waarneming haar bron',
    });
  const ofBron = dossier.waarnemingen.filter(
    (item) => item.bron === id && (item.ingetrokken !== undefined) === (ongedaan === true),
  );
  const chosen = [...new Set([...byId, ...ofBron])];
  if (chosen.length > 0) return chosen;
  throw stop('waarneming/niets-genoemd', id === undefined ? 'zeg wat u intrekt' : `van bron '${id}' is niets in te trekken`, {
    help: 'noem een of meer ids, of --bron <id> voor alles van een bron',
  });
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

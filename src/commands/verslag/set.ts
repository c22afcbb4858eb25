import { type Diagnostic, error, hasErrors, info } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { type BronMetVerslag, hasVerslag, openVerslagen } from '../../onderzoek/open-verslagen.ts';
import { countOf } from '../../source/count.ts';
import { type AskedStatus, since, statusProblem, stepRemark, withStatus } from '../../verslag/status.ts';
import { changedVerslagen } from '../check/verslagen.ts';
import { nextStepLine } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { writeBronnen } from '../waarnemingen/write.ts';
import { refuseElsewhere } from '../werkdossier/elsewhere.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';
import { requireStatus } from './status.ts';

/** The status as a person writes it, since when (today when that is not said), and the date of today. */
export interface SetStatusOptions {
  status: string;
  datum?: string | undefined;
  vandaag: string;
}

/** A verslag that gets another status. */
interface Change {
  before: BronMetVerslag;
  after: BronMetVerslag;
}

/** `tsd verslag set <onderzoek> <bron…>`: records what became of verslagen that were sent out: all of them or none. */
export function setVerslagStatus(argument: string, ids: readonly string[], options: SetStatusOptions): Outcome {
  const asked: AskedStatus = { ...options, status: requireStatus(options.status) };
  refuseFuture(asked);
  const { dossier, reading } = readOnderzoek(argument);
  refuseDestroyed(dossier, 'er zijn geen verslagen meer');
  refuseElsewhere(dossier, reading, 'de status hoort daarbij, en is hier niet te zetten');
  if (hasErrors(reading.diagnostics)) return reading;
  const chosen = chooseBronnen(dossier, ids);
  const refused = chosen.flatMap((bron) => refusal(bron, asked));
  if (refused.length > 0) throw new Stop([...refused, ...others(chosen.length - refused.length)], 1);
  const changes = chosen
    .map((before): Change => ({ before, after: { ...before, verslag: withStatus(before.verslag, asked) } }))
    .filter(({ before, after }) => before.verslag !== after.verslag);
  const same = chosen.filter(({ id }) => !changes.some(({ before }) => before.id === id));
  const after = changes.map((change) => change.after);
  const files = after.length > 0 ? writeBronnen(dossier, after, reading) : [];
  // Who agrees, agrees to a text: it must be clear which one that is.
  reading.diagnostics.push(...changedVerslagen({ ...dossier, bronnen: chosen }));
  return {
    ...reading,
    files,
    base: dossier.folder,
    data: { gewijzigd: changes.map(changeData), ongewijzigd: same.map(({ id }) => id) },
    messages: [...told(changes, same), nextLine(dossier, after)],
  };
}

function refuseFuture({ datum, vandaag }: AskedStatus): void {
  if (datum === undefined || datum <= vandaag) return;
  throw stop('verslag/toekomst', `--datum: ${datum} is nog niet geweest; vandaag is het ${vandaag}`, {
    help: 'geef de dag waarop het is verstuurd of de reactie kwam, of laat --datum weg voor vandaag',
  });
}

/** The bronnen that were named, each once; stops with all that are unknown or have no verslag. */
function chooseBronnen({ bronnen }: Dossier, written: readonly string[]): BronMetVerslag[] {
  const byId = new Map(bronnen.map((bron) => [bron.id, bron]));
  const ids = [...new Set(written.map((id) => id.replace(/^bron:/, '')))];
  const problems = ids.flatMap((id): Diagnostic[] => {
    const bron = byId.get(id);
    if (bron && hasVerslag(bron)) return [];
    if (!bron)
      return [error('verslag/onbekende-bron', `bron '${id}' bestaat niet${didYouMean(id, [...byId.keys()])}`, { help: LIST })];
    const help = 'lees het verslag eerst in met tsd waarnemingen ingest; het mag nog zonder codes zijn';
    return [error('verslag/geen-verslag', `bron '${id}' heeft nog geen verslag`, { help })];
  });
  if (problems.length > 0) throw new Stop(problems);
  return ids.flatMap((id) => {
    const bron = byId.get(id);
    return bron && hasVerslag(bron) ? bron : [];
  });
}

const LIST = 'tsd verslag list toont de bronnen met een verslag';

function refusal(bron: BronMetVerslag, asked: AskedStatus): Diagnostic[] {
  const problem = statusProblem(bron, asked);
  if (problem === undefined) return [];
  return [error('verslag/status-kan-niet', `bron '${bron.id}': ${problem.message}`, { help: problem.help })];
}

function others(count: number): Diagnostic[] {
  if (count === 0) return [];
  return [
    info('verslag/niets-gewijzigd', `er is niets gewijzigd, ook niet bij ${countOf(count, 'ander verslag', 'andere verslagen')}`),
  ];
}

function changeData({ before, after }: Change): Record<string, unknown> {
  return { bron: after.id, van: before.verslag.status, naar: after.verslag.status, datum: after.verslag.datum };
}

function told(changes: readonly Change[], same: readonly BronMetVerslag[]): string[] {
  const [first] = changes;
  const withRemark = (remark: ReturnType<typeof stepRemark>) =>
    changes.filter(({ before, after }) => stepRemark(before.verslag, after.verslag) === remark);
  const skipped = withRemark('overgeslagen').map(({ before }) => before.id);
  return [
    ...(first ? [`${countOf(changes.length, 'verslag is', 'verslagen zijn')} nu ${since(first.after.verslag)}`] : []),
    ...(skipped.length > 0 ? [`dat zij zijn voorgelegd, is niet vastgelegd: ${someOf(skipped)}`] : []),
    ...withRemark('terug').map(({ before }) => `${before.id} was ${since(before.verslag)}; dat blijft bij het verslag bewaard`),
    ...(same.length > 0 ? [`ongewijzigd, want al zo: ${someOf(same.map(({ id }) => id))}`] : []),
  ];
}

function nextLine({ folder, bronnen }: Dossier, after: readonly BronMetVerslag[]): string {
  const changed = new Map(after.map((bron) => [bron.id, bron]));
  const open = openVerslagen(bronnen.map((bron) => changed.get(bron.id) ?? bron));
  return open.length > 0 ? nextStepLine(folder, 'verslag list', '--open') : nextStepLine(folder, 'check');
}

import { join } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { listFiles } from '../io/files.ts';
import { describeStatus, nextStep, type Stap } from '../onderzoek/status.ts';
import { calledAs } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read-onderzoek.ts';

const SIGNS: Record<Stap['stand'], string> = { klaar: '✓', bezig: '…', 'nog niet': '·' };

/** `tsd onderzoek status <map>`: one screen that says where an onderzoek stands and what to do next. */
export function showStatus(argument: string): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  const { id, titel, datum } = dossier.onderzoek.value;
  const stappen = describeStatus(dossier, {
    naam: calledAs(dossier.folder),
    rapporten: listFiles(join(dossier.folder, 'rapport')).length,
  });
  const next = nextStep(stappen);
  const width = Math.max(...stappen.map(({ stap }) => stap.length));
  const lines = stappen.map(({ stap, stand, telling }) => `  ${SIGNS[stand]} ${stap.padEnd(width)}  ${telling}`);
  const check = `tsd check ${calledAs(dossier.folder)}`;
  const wrong = hasErrors(reading.diagnostics) ? ['', 'Niet alles kon worden gelezen; hieronder staat waarom.'] : [];
  const command = next?.opdracht ?? check;
  return {
    ...reading,
    diagnostics: reading.diagnostics.map((d) => (d.severity === 'error' ? { ...d, severity: 'warning' } : d)),
    stdout: `${[`${titel} (${id}), ${datum}`, '', ...lines, ...wrong, '', `Volgende stap: ${command}`].join('\n')}\n`,
    data: { onderzoek: id, titel, stappen, volgende: command },
  };
}

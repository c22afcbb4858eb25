import { editBevindingen } from '../../bevinding/write.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Bestand } from '../../onderzoek/dossier.ts';
import type { Bevinding, BevindingenBestand } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { nextStepLine } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { type WithdrawOptions, withdrawer } from '../withdrawal.ts';

interface Chosen {
  bestand: Bestand<BevindingenBestand>;
  before: Bevinding;
}

/** `tsd bevindingen withdraw <onderzoek> <id…>`: lets bevindingen no longer count; they stay in their file, marked, with their id. */
export function withdrawBevindingen(argument: string, ids: readonly string[], options: WithdrawOptions): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  const change = withdrawer('bevinding', options);
  if (hasErrors(reading.diagnostics)) return reading;
  const chosen = [...new Set(ids)].map((id) => bevindingOf(dossier.bevindingen, id));
  const taken = chosen.map(({ bestand, before }) => ({
    bestand,
    gebied: bestand.value.gebied,
    before,
    bevinding: change(before),
  }));
  const bestanden = [...new Set(chosen.map(({ bestand }) => bestand))];
  const count = countOf(taken.length, 'bevinding', 'bevindingen');
  return {
    ...reading,
    files: bestanden.map((bestand) => ({
      path: bestand.path,
      content: editBevindingen(
        bestand,
        taken.filter((item) => item.bestand === bestand),
      ),
    })),
    base: dossier.folder,
    data: { [options.ongedaan ? 'hersteld' : 'ingetrokken']: taken.map(({ bevinding }) => bevinding.id) },
    messages: [
      options.ongedaan ? `${count} ${taken.length === 1 ? 'telt' : 'tellen'} weer mee` : `${count} ingetrokken`,
      nextStepLine(dossier.folder, 'check'),
    ],
  };
}

function bevindingOf(bestanden: readonly Bestand<BevindingenBestand>[], written: string): Chosen {
  const id = written.replace(/^bevinding:/, '');
  const all = bestanden.flatMap((bestand) => bestand.value.bevindingen.map((before): Chosen => ({ bestand, before })));
  const found = all.find(({ before }) => before.id === id);
  if (found) return found;
  const known = all.map(({ before }) => before.id);
  throw stop('bevinding/onbekend', `bevinding '${id}' bestaat niet${didYouMean(id, known)}`, {
    help: 'de ids staan in bevindingen/<gebied>.yaml, en in het werkdocument van tsd bevindingen draft',
  });
}

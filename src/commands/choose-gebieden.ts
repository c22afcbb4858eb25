import { stop } from '../diagnostics/stop.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Dossier } from '../onderzoek/dossier.ts';

/** The ids of the gebieden a command is about: those that were named, or all of the onderzoek. Stops at an unknown one. */
export function chooseGebieden({ onderzoek }: Dossier, named: readonly string[] = []): string[] {
  const ids = onderzoek.value.gebieden.map(({ id }) => id);
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown !== undefined)
    throw stop('onderzoek/onbekend-gebied', `gebied '${unknown}' hoort niet bij dit onderzoek${didYouMean(unknown, ids)}`, {
      help: `kies uit: ${ids.join(', ')}`,
    });
  return named.length > 0 ? ids.filter((id) => named.includes(id)) : ids;
}

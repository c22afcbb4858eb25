import { stop } from '../diagnostics/stop.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { gebiedWords } from '../waarneming/words.ts';

/**
 * The ids of the gebieden a command is about, in the order of the plan: those that were named, by id or by name, or all of
 * the onderzoek. Stops at an unknown one.
 */
export function chooseGebieden(dossier: Dossier, named: readonly string[] = []): string[] {
  const { values, find } = gebiedWords(dossier);
  const unknown = named.find((written) => find(written) === undefined);
  if (unknown !== undefined) {
    const names = dossier.onderzoek.value.gebieden.map(({ naam }) => naam);
    const message = `gebied '${unknown}' hoort niet bij dit onderzoek${didYouMean(unknown, [...values, ...names])}`;
    throw stop('onderzoek/onbekend-gebied', message, { help: `kies uit: ${values.join(', ')}` });
  }
  const chosen = new Set(named.map(find));
  return named.length > 0 ? values.filter((id) => chosen.has(id)) : [...values];
}

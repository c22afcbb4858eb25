import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { resolveReference } from '../kader/reference.ts';
import type { InstrumentenBestand, ToespitsingBestand, ToetsingskaderBestand } from '../schema/generated/types.ts';
import { byText } from '../source/order.ts';
import type { Keuzeruimte } from './space.ts';
import type { Toegespitst } from './toespitsing.ts';
import type { ToetsCriterium } from './toetsing.ts';

/** A file of sharpened texts with full references; what points at nothing in the toetsingskader is a diagnostic. */
export function resolveToespitsing(
  { criteria: perCriterium = [], indicatoren: perIndicator = [] }: ToespitsingBestand,
  criteria: readonly ToetsCriterium[],
  file: string,
): { geschreven: Toegespitst[]; diagnostics: Diagnostic[] } {
  const indicatoren = criteria.flatMap((criterium) => criterium.indicatoren);
  const diagnostics: Diagnostic[] = [];
  const resolve = (item: Toegespitst, items: readonly { ref: string }[], pointer: string): Toegespitst[] => {
    const { found, problem } = resolveReference(item.ref, items);
    if (found) return [{ ...item, ref: found.ref }];
    diagnostics.push(notChosen(problem, file, `${pointer}/ref`));
    return [];
  };
  const geschreven = [
    ...perCriterium.flatMap((item, index) => resolve(item, criteria, `/criteria/${index}`)),
    ...perIndicator.flatMap((item, index) => resolve(item, indicatoren, `/indicatoren/${index}`)),
  ];
  return { geschreven, diagnostics };
}

/** Instruments of which the items name indicatoren by their full reference. */
export function resolveInstrumenten(
  instrumenten: InstrumentenBestand,
  criteria: readonly ToetsCriterium[],
  file: string,
): { instrumenten: InstrumentenBestand; diagnostics: Diagnostic[] } {
  const indicatoren = criteria.flatMap((criterium) => criterium.indicatoren);
  const diagnostics: Diagnostic[] = [];
  const items = instrumenten.items.map((item, index) => ({
    ...item,
    indicatoren: item.indicatoren.map((ref, place) => {
      const { found, problem } = resolveReference(ref, indicatoren);
      if (!found) diagnostics.push(notChosen(problem, file, `/items/${index}/indicatoren/${place}`));
      return found?.ref ?? ref;
    }),
  }));
  return { instrumenten: { ...instrumenten, items }, diagnostics };
}

function notChosen(problem: string | undefined, file: string, pointer: string): Diagnostic {
  return error(
    'toespitsing/onbekend',
    `${problem ?? ''} in dit toetsingskader`.replace(/(; bedoelt u .*?)( in dit toetsingskader)$/, '$2$1'),
    {
      file,
      pointer,
      help: 'kies het eerst met tsd kader select',
    },
  );
}

/** Takes the texts as they are in the pinned kaders now as read, for some references or for all; says for which that made a difference. */
export function confirmTexts(
  toetsingskader: ToetsingskaderBestand,
  ruimte: Keuzeruimte,
  refs: ReadonlySet<string> | 'alles',
): { toetsingskader: ToetsingskaderBestand; bevestigd: string[] } {
  const prints = new Map(
    ruimte.criteria.flatMap((c) => [c, ...c.indicatoren].map(({ ref, vingerafdruk }) => [ref, vingerafdruk])),
  );
  const bevestigd: string[] = [];
  const confirm = <T extends { ref: string; vingerafdruk: string }>(item: T): T => {
    const print = prints.get(item.ref);
    if (print === undefined || print === item.vingerafdruk || (refs !== 'alles' && !refs.has(item.ref))) return item;
    bevestigd.push(item.ref);
    return { ...item, vingerafdruk: print };
  };
  const criteria = toetsingskader.criteria.map((criterium) => {
    const { indicatoren, ...rest } = confirm(criterium);
    return { ...rest, indicatoren: indicatoren.map(confirm) };
  });
  return { toetsingskader: { ...toetsingskader, criteria }, bevestigd: bevestigd.sort(byText) };
}

import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import type { KaderModule } from '../kader/model.ts';
import type { Keuze } from '../schema/generated/types.ts';
import { evaluateKeuze } from './evaluate.ts';
import type { Selectie } from './select.ts';
import { covered, type Keuzeruimte } from './space.ts';

/** A toetsingskader as far as choosing goes, with the file it stands in. */
export interface TeControleren {
  keuze: Keuze;
  selectie: Selectie;
  file: string;
}

/** The verplichte modules of the kaders used that are not chosen, and not left out with a reason. */
export function openVerplicht(ruimte: Keuzeruimte, keuze: Keuze): KaderModule[] {
  const outcomes = evaluateKeuze(ruimte, keuze);
  const zonder = keuze.zonder ?? [];
  const near = new Set(zonder.filter(({ soort }) => soort !== 'module').map(({ ref }) => ref));
  const explained = (ref: string) => near.has(ref) || near.has(ref.slice(0, ref.lastIndexOf('/')));
  const named = (module: string) => [...keuze.met, ...zonder].some(({ soort, ref }) => soort === 'module' && ref === module);
  return ruimte.modules.filter(
    ({ ref, bron }) =>
      bron.verplicht === 'ja' &&
      !named(ref) &&
      !covered(ruimte, { soort: 'module', ref }).every((part) => outcomes.get(part)?.gekozen || explained(part)),
  );
}

/** Every verplichte module of the kaders used that is left out without a reason. */
export function checkVerplicht(ruimte: Keuzeruimte, { keuze, file }: Pick<TeControleren, 'keuze' | 'file'>): Diagnostic[] {
  return openVerplicht(ruimte, keuze).map(({ ref, bron }) =>
    error('toetsingskader/verplichte-module', `module '${ref}' (${bron.titel}) is verplicht, maar niet gekozen`, {
      file,
      pointer: '/keuze',
      help: `kies haar met --module ${ref}, of zeg waarom niet met --zonder ${ref}="<reden>"`,
    }),
  );
}

/** A criterium of which something was chosen or left out without saying why; no refs means: all of it. */
export interface Onverklaard {
  criterium: string;
  refs: string[];
  /** Its place in the list of what is chosen or left out. */
  index: number;
}

/** The criteria of which something is chosen without a motivering. */
function zonderMotivering(ruimte: Keuzeruimte, keuze: Keuze, { criteria }: Selectie): Onverklaard[] {
  const outcomes = evaluateKeuze(ruimte, keuze);
  return criteria.flatMap(({ ref: criterium, motivering, indicatoren }, index) => {
    const byHand = motivering !== undefined && motivering !== outcomes.get(criterium)?.motivering;
    const silent = indicatoren.filter((i) => !i.motivering && !byHand && !outcomes.get(i.ref)?.motivering);
    const refs = silent.length === indicatoren.length ? [] : silent.map(({ ref }) => ref);
    return silent.length > 0 ? [{ criterium, refs, index }] : [];
  });
}

/** The criteria of which something is left out without a reason. */
export function zonderReden(ruimte: Keuzeruimte, { weggelaten }: Selectie): Onverklaard[] {
  return ruimte.criteria.flatMap(({ ref: criterium, indicatoren }) => {
    const own = new Set(indicatoren.map(({ ref }) => ref));
    const silent = weggelaten.filter(({ ref, reden }) => own.has(ref) && !reden);
    const refs = silent.length === indicatoren.length ? [] : silent.map(({ ref }) => ref);
    const index = weggelaten.findIndex(({ ref }) => ref === silent[0]?.ref);
    return silent.length > 0 ? [{ criterium, refs, index }] : [];
  });
}

/** A warning for each criterium of which something was chosen or left out without saying why. */
export function checkMotiveringen(ruimte: Keuzeruimte, { keuze, selectie, file }: TeControleren): Diagnostic[] {
  return [
    ...zonderMotivering(ruimte, keuze, selectie).map(({ criterium, refs, index }) =>
      unexplained('gekozen', criterium, refs, { file, pointer: `/criteria/${index}` }),
    ),
    ...zonderReden(ruimte, selectie).map(({ criterium, refs, index }) =>
      unexplained('weggelaten', criterium, refs, { file, pointer: `/weggelaten/${index}` }),
    ),
  ];
}

function unexplained(
  side: 'gekozen' | 'weggelaten',
  criterium: string,
  refs: string[],
  at: { file: string; pointer: string },
): Diagnostic {
  const what =
    refs.length === 0 ? `'${criterium}' is` : `${refs.map((ref) => `'${ref}'`).join(', ')} ${refs.length === 1 ? 'is' : 'zijn'}`;
  if (side === 'gekozen') {
    const flag = refs.length === 0 ? `--criterium ${criterium}` : `--indicator ${refs[0]}`;
    return warning('toetsingskader/zonder-motivering', `${what} gekozen zonder motivering`, {
      ...at,
      help: `geef haar met tsd kader select <onderzoek> ${flag} --motivering "<waarom>"`,
    });
  }
  return warning('toetsingskader/zonder-reden', `${what} weggelaten zonder reden`, {
    ...at,
    help: `geef haar met tsd kader select <onderzoek> --zonder ${refs[0] ?? criterium}="<reden>"`,
  });
}

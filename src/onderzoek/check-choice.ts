import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
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

/** Every verplichte module of the kaders used that is left out without a reason. */
export function checkVerplicht(ruimte: Keuzeruimte, { keuze, file }: Pick<TeControleren, 'keuze' | 'file'>): Diagnostic[] {
  const outcomes = evaluateKeuze(ruimte, keuze);
  const near = new Set((keuze.zonder ?? []).filter(({ soort }) => soort !== 'module').map(({ ref }) => ref));
  const explained = (ref: string) => near.has(ref) || near.has(ref.slice(0, ref.lastIndexOf('/')));
  const settled = (module: string) =>
    keuze.met.some(({ soort, ref }) => soort === 'module' && ref === module) ||
    (keuze.zonder ?? []).some(({ soort, ref }) => soort === 'module' && ref === module) ||
    covered(ruimte, { soort: 'module', ref: module }).every((ref) => outcomes.get(ref)?.gekozen || explained(ref));
  return ruimte.modules
    .filter(({ ref, bron }) => bron.verplicht === 'ja' && !settled(ref))
    .map(({ ref, bron }) =>
      error('toetsingskader/verplichte-module', `module '${ref}' (${bron.titel}) is verplicht, maar niet gekozen`, {
        file,
        pointer: '/keuze',
        help: `kies haar met --module ${ref}, of zeg waarom niet met --zonder ${ref}="<reden>"`,
      }),
    );
}

/** A warning for each criterium of which something was chosen or left out without saying why. */
export function checkMotiveringen(ruimte: Keuzeruimte, { keuze, selectie, file }: TeControleren): Diagnostic[] {
  const outcomes = evaluateKeuze(ruimte, keuze);
  const chosen = selectie.criteria.flatMap((criterium, index) => {
    const byHand = criterium.motivering !== undefined && criterium.motivering !== outcomes.get(criterium.ref)?.motivering;
    const silent = criterium.indicatoren.filter(
      ({ ref, motivering }) => !motivering && !byHand && !outcomes.get(ref)?.motivering,
    );
    if (silent.length === 0) return [];
    const all = silent.length === criterium.indicatoren.length;
    return [
      unexplained('gekozen', criterium.ref, all ? [] : silent.map(({ ref }) => ref), { file, pointer: `/criteria/${index}` }),
    ];
  });
  const left = ruimte.criteria.flatMap((criterium) => {
    const entries = selectie.weggelaten.filter(({ ref }) => criterium.indicatoren.some((indicator) => indicator.ref === ref));
    const silent = entries.filter(({ reden }) => !reden);
    const index = selectie.weggelaten.findIndex(({ ref }) => ref === silent[0]?.ref);
    if (silent.length === 0) return [];
    const all = silent.length === criterium.indicatoren.length;
    return [
      unexplained('weggelaten', criterium.ref, all ? [] : silent.map(({ ref }) => ref), {
        file,
        pointer: `/weggelaten/${index}`,
      }),
    ];
  });
  return [...chosen, ...left];
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

import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import type { Keuze } from '../schema/generated/types.ts';
import { splitIds, type Table } from '../tabel/table.ts';
import { evaluateKeuze } from './evaluate.ts';
import { overtakenForm } from './form.ts';
import { keuzestand } from './keuzelijst.ts';
import { changedMotivering, chooseAnew, isSettled, retext, type Wens, wishesOf } from './keuzelijst-choice.ts';
import { moduleStand, readModules } from './keuzelijst-modules.ts';
import { changed, EMPTY, isOvertaken, type Keuzerij, type Keuzestand, readRows, readStand } from './keuzelijst-rows.ts';
import type { Keuzewijziging } from './recipe.ts';
import type { Eerder } from './select.ts';
import type { Keuzeruimte, RuimteCriterium } from './space.ts';
import { STAND } from './stand.ts';
import type { Toegespitst } from './toespitsing.ts';

/** What a filled-in list changes. */
export interface IngevuldeKeuzelijst {
  change: Pick<Keuzewijziging, 'met' | 'zonder'>;
  /** The criteria whose own rules, and those of their indicatoren, give way to the new ones. */
  vervangt: string[];
  geschreven: Toegespitst[];
  diagnostics: Diagnostic[];
}

/** What the list is held against: what can be chosen, and how things stand. */
export interface Stand {
  ruimte: Keuzeruimte;
  nu: Eerder | undefined;
  /** The id of a respondenttype by its id or name. */
  respondenttype: (written: string) => string;
}

/**
 * Reads the sheets of a list to tick. What differs from what the list was filled in with is what a person asks for; a
 * criterium whose rows were not changed, or that stands as they say already, keeps its recipe as it is.
 */
export function readKeuzelijst(tables: readonly Table[], now: Stand): IngevuldeKeuzelijst {
  const { ruimte, nu } = now;
  const sheet = (name: string) => tables.find((table) => table.sheet === name);
  const stands = keuzestand(ruimte, nu);
  const hidden = sheet(STAND);
  const was = new Map([...stands, ...moduleStand(ruimte, nu?.keuze), ...(hidden ? readStand(hidden) : [])]);
  const modules = readModules(sheet('Modules'), ruimte, nu?.keuze ?? { met: [] }, was);
  const result: IngevuldeKeuzelijst = {
    change: modules.change,
    vervangt: [],
    geschreven: [],
    diagnostics: [...modules.diagnostics],
  };
  const table = sheet('Keuzelijst');
  if (!table) return result;
  const { rows, diagnostics } = readRows(
    table,
    'verwijzing',
    new Map([...stands.keys()].map((ref) => [ref, was.get(ref) ?? EMPTY])),
  );
  const overtaken = [...rows].filter(([ref, rij]) => isOvertaken(rij, stands.get(ref) ?? EMPTY)).map(([ref]) => ref);
  result.diagnostics.push(...diagnostics, ...overtakenForm([...modules.overtaken, ...overtaken]));
  readCriteria({ ...now, keuze: modules.keuze, stands, rows }, result);
  return result;
}

interface Ingevuld extends Stand {
  keuze: Keuze;
  stands: ReadonlyMap<string, Keuzestand>;
  rows: ReadonlyMap<string, Keuzerij>;
}

function readCriteria({ ruimte, keuze, stands, rows, respondenttype }: Ingevuld, result: IngevuldeKeuzelijst): void {
  const outcomes = evaluateKeuze(ruimte, keuze);
  for (const criterium of ruimte.criteria) {
    const wishes = wishesOf(criterium, rows, outcomes);
    const written = [criterium, ...criterium.indicatoren].flatMap(({ ref }) => textsOf(ref, rows, respondenttype));
    const shared = shareAanWie(criterium, wishes, { rows, stands, respondenttype });
    result.geschreven.push(...written, ...shared.geschreven);
    result.diagnostics.push(...shared.diagnostics);
    if (isSettled(criterium, rows, wishes, { outcomes, stands })) continue;
    result.geschreven.push(...motiveringenOf(criterium, rows, wishes));
    const rules = retext(criterium, rows, wishes, { keuze, outcomes });
    if (rules) {
      result.change.met.push(...rules);
      continue;
    }
    const fresh = chooseAnew(criterium, rows, wishes, { ruimte, keuze });
    result.vervangt.push(criterium.ref);
    result.change.met.push(...fresh.met);
    result.change.zonder.push(...fresh.zonder);
    result.diagnostics.push(...fresh.diagnostics);
  }
}

/** The changed motiveringen of what is chosen: each stays with the row in which it was written. */
function motiveringenOf(
  { ref, indicatoren }: RuimteCriterium,
  rows: Ingevuld['rows'],
  wishes: ReadonlyMap<string, Wens>,
): Toegespitst[] {
  const chosen = indicatoren.filter((indicator) => wishes.get(indicator.ref)?.wil).map((indicator) => indicator.ref);
  // Beside a no it is the reason of what is left out.
  const own = rows.get(ref)?.is.kiezen === 'nee' ? [] : [ref];
  const refs = chosen.length > 0 ? [...own, ...chosen] : [];
  return refs.flatMap((item) => {
    const motivering = changedMotivering(rows.get(item));
    return motivering ? [{ ref: item, motivering }] : [];
  });
}

/** The toespitsing and, at an indicator, the respondenttypen that were filled in with one reference. */
function textsOf(ref: string, rows: Ingevuld['rows'], respondenttype: Stand['respondenttype']): Toegespitst[] {
  const rij = rows.get(ref);
  if (!rij) return [];
  const { toespitsing, aanWie } = rij.is;
  const wie = splitIds(aanWie).map(respondenttype);
  const item: Toegespitst = {
    ref,
    ...(toespitsing && changed(toespitsing, rij.was.toespitsing) ? { toespitsing } : {}),
    ...(wie.length > 0 && wie.join(', ') !== rij.was.aanWie && ref.split('/').length > 2 ? { aan_wie: wie } : {}),
  };
  return Object.keys(item).length > 1 ? [item] : [];
}

/** What stands in `aan wie` at a criterium goes to its chosen indicatoren of which nothing is said. */
function shareAanWie(
  { ref, indicatoren }: RuimteCriterium,
  wishes: ReadonlyMap<string, Wens>,
  { rows, stands, respondenttype }: Pick<Ingevuld, 'rows' | 'stands' | 'respondenttype'>,
): Pick<IngevuldeKeuzelijst, 'geschreven' | 'diagnostics'> {
  const rij = rows.get(ref);
  const wie = splitIds(rij?.is.aanWie).map(respondenttype);
  if (wie.length === 0) return { geschreven: [], diagnostics: [] };
  const chosen = indicatoren.filter((indicator) => wishes.get(indicator.ref)?.wil);
  const silent = chosen.filter((indicator) => !rows.get(indicator.ref)?.is.aanWie && !stands.get(indicator.ref)?.aanWie);
  const message = `'aan wie' bij '${ref}' telt niet mee: dit criterium is niet gekozen`;
  const { row } = rij ?? {};
  const place = row ? { cell: { row: row.row, header: 'aan wie', ...(row.sheet ? { sheet: row.sheet } : {}) } } : {};
  return {
    geschreven: silent.map((indicator) => ({ ref: indicator.ref, aan_wie: wie })),
    diagnostics: chosen.length === 0 ? [warning('keuzelijst/aan-wie', message, place)] : [],
  };
}

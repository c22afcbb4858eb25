import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Keuze, Keuzeregel, Weglating } from '../schema/generated/types.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { type Row, splitIds, type Table } from '../tabel/table.ts';
import { evaluateKeuze } from './evaluate.ts';
import { type Keuzestand, keuzestand } from './keuzelijst.ts';
import type { Keuzewijziging } from './recipe.ts';
import type { Selectie } from './select.ts';
import type { Keuzeruimte, RuimteCriterium } from './space.ts';
import type { Toegespitst } from './toespitsing.ts';
import { EIGEN } from './toetsing.ts';

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
  keuze: Keuze;
  selectie: Selectie | undefined;
  /** The id of a respondenttype by its id or name. */
  respondenttype: (written: string) => string;
}

interface Filled {
  row: Row;
  stand: Keuzestand;
}

/** Reads a list to tick. A criterium whose rows say what they said changes nothing, so that its recipe stays as it is. */
export function readKeuzelijst(table: Table, now: Stand): IngevuldeKeuzelijst {
  const before = keuzestand(now.ruimte, now.selectie);
  const { filled, diagnostics } = readRows(table, now.ruimte);
  const result: IngevuldeKeuzelijst = { change: { met: [], zonder: [] }, vervangt: [], geschreven: [], diagnostics };
  for (const criterium of now.ruimte.criteria) {
    const refs = [criterium.ref, ...criterium.indicatoren.map(({ ref }) => ref)];
    for (const ref of refs) writeTexts(filled.get(ref), before.get(ref), ref, now, result);
    const differs = refs.some((ref) => {
      const [was, is] = [before.get(ref), filled.get(ref)?.stand];
      return is && (is.kiezen !== was?.kiezen || changed(is.motivering, was.motivering));
    });
    if (differs) chooseAnew(criterium, filled, now, result);
  }
  return result;
}

function readRows(table: Table, ruimte: Keuzeruimte): { filled: Map<string, Filled>; diagnostics: Diagnostic[] } {
  const known = ruimte.criteria.flatMap((criterium) => [criterium.ref, ...criterium.indicatoren.map(({ ref }) => ref)]);
  const missing = ['verwijzing', 'kiezen'].filter((header) => !table.headers.some(({ name }) => name === header));
  if (missing.length > 0)
    return {
      filled: new Map(),
      diagnostics: missing.map((header) => error('keuzelijst/kolom', `de kolom '${header}' ontbreekt in blad ${table.sheet}`)),
    };
  const diagnostics = table.rows.flatMap((row) => rowProblems(table, row, known));
  const filled = new Map(table.rows.map((row): [string, Filled] => [row.cells.verwijzing ?? '', { row, stand: standOf(row) }]));
  return { filled, diagnostics };
}

function rowProblems(table: Table, row: Row, known: readonly string[]): Diagnostic[] {
  const { verwijzing: ref = '', kiezen = '' } = row.cells;
  if (!known.includes(ref)) {
    const message = ref
      ? `'${ref}' bestaat niet${didYouMean(ref, known)}`
      : 'hier ontbreekt de verwijzing; regels toevoegen kan niet';
    return [error('keuzelijst/verwijzing', message, cell(table, row, 'verwijzing'))];
  }
  if (['', 'ja', 'nee'].includes(kiezen.toLowerCase())) return [];
  return [error('keuzelijst/kiezen', `'${kiezen}' kan niet`, { ...cell(table, row, 'kiezen'), help: 'vul in: ja of nee' })];
}

function standOf({ cells }: Row): Keuzestand {
  const { motivering = '', toespitsing = '' } = cells;
  return { kiezen: (cells.kiezen ?? '').toLowerCase(), motivering, toespitsing, aanWie: cells['aan wie'] ?? '' };
}

/** Whether a cell says something else than it was filled in with; white space is as a spreadsheet leaves it. */
function changed(is: string, was = ''): boolean {
  return normaliseText(is) !== normaliseText(was);
}

/** The place of a cell by the name of its column. */
function cell(table: Table, row: Row, header: string): Pick<Diagnostic, 'cell'> {
  const column = table.headers.find(({ name }) => name === header)?.column;
  return { cell: { row: row.row, header, ...(row.sheet ? { sheet: row.sheet } : {}), ...(column ? { column } : {}) } };
}

function writeTexts(
  filled: Filled | undefined,
  was: Keuzestand | undefined,
  ref: string,
  now: Stand,
  result: IngevuldeKeuzelijst,
): void {
  if (!filled) return;
  const { toespitsing, aanWie } = filled.stand;
  const wie = splitIds(aanWie).map(now.respondenttype);
  const item: Toegespitst = {
    ref,
    ...(toespitsing && changed(toespitsing, was?.toespitsing) ? { toespitsing } : {}),
    ...(wie.length > 0 && wie.join(', ') !== was?.aanWie && ref.split('/').length > 2 ? { aan_wie: wie } : {}),
  };
  if (Object.keys(item).length > 1) result.geschreven.push(item);
}

/** New rules for one criterium and its indicatoren, after what the rows say. */
function chooseAnew(criterium: RuimteCriterium, filled: Map<string, Filled>, now: Stand, result: IngevuldeKeuzelijst): void {
  const own = filled.get(criterium.ref)?.stand;
  const says = (ref: string) => filled.get(ref)?.stand;
  const wanted = (ref: string) => (says(ref)?.kiezen || own?.kiezen) === 'ja';
  const refs = criterium.indicatoren.map(({ ref }) => ref);
  const chosen = refs.filter(wanted);
  const rest = refs.filter((ref) => !wanted(ref));
  const whole = rest.length === 0;
  const reasonAbove = chosen.length === 0 ? own?.motivering : undefined;
  const soort = criterium.kader === EIGEN ? 'eigen' : 'criterium';
  const rule = (kind: Keuzeregel['soort'], ref: string, motivering = ''): Keuzeregel => ({
    soort: kind,
    ref,
    ...(motivering ? { motivering } : {}),
  });
  const out = (ref: string, reden: string): Weglating => ({ ref, reden });
  result.vervangt.push(criterium.ref);
  if (whole) {
    result.change.met.push(rule(soort, criterium.ref, own?.motivering));
    result.change.met.push(
      ...chosen.filter((ref) => says(ref)?.motivering).map((ref) => rule('indicator', ref, says(ref)?.motivering)),
    );
  } else result.change.met.push(...chosen.map((ref) => rule('indicator', ref, says(ref)?.motivering || own?.motivering)));
  if (reasonAbove) result.change.zonder.push(out(criterium.ref, reasonAbove));
  for (const ref of rest) {
    const reden = says(ref)?.motivering;
    if (reden) result.change.zonder.push(out(ref, reden));
  }
  const silent = rest.filter((ref) => !says(ref)?.motivering && !reasonAbove);
  result.diagnostics.push(...needReason(criterium, silent, filled, now));
}

/** What a module, thema or kenmerk still chooses cannot be left out without saying why. */
function needReason(
  criterium: RuimteCriterium,
  silent: readonly string[],
  filled: Map<string, Filled>,
  now: Stand,
): Diagnostic[] {
  const isOwn = (ref: string) => ref === criterium.ref || ref.startsWith(`${criterium.ref}/`);
  const others: Keuze = { ...now.keuze, met: now.keuze.met.filter(({ soort, ref }) => soort === 'module' || !isOwn(ref)) };
  const outcomes = evaluateKeuze(now.ruimte, others);
  return silent
    .filter((ref) => outcomes.get(ref)?.gekozen)
    .map((ref) => {
      const row = filled.get(ref)?.row ?? filled.get(criterium.ref)?.row;
      return error(
        'keuzelijst/zonder-reden',
        `'${ref}' hoort bij wat eerder is gekozen; zet bij motivering waarom het nu wordt weggelaten`,
        {
          ...(row ? { cell: { row: row.row, header: 'motivering', ...(row.sheet ? { sheet: row.sheet } : {}) } } : {}),
        },
      );
    });
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KaderModule } from '../kader/model.ts';
import type { Keuze } from '../schema/generated/types.ts';
import type { ColumnSpec } from '../tabel/sheet-spec.ts';
import type { Table } from '../tabel/table.ts';
import { openVerplicht } from './check-choice.ts';
import {
  changed,
  EMPTY,
  isOvertaken,
  type Keuzerij,
  type Keuzestand,
  motiveringFor,
  readRows,
  withoutReden,
} from './keuzelijst-rows.ts';
import type { Keuzewijziging } from './recipe.ts';
import { covered, type Keuzeruimte } from './space.ts';

/** The columns of the sheet with modules. */
export const MODULES: readonly ColumnSpec[] = [
  { header: 'module', key: 'module', width: 30, kind: 'text', locked: true, wrap: true },
  { header: 'titel', key: 'titel', width: 34, kind: 'text', locked: true, wrap: true },
  { header: 'reden', key: 'reden', width: 60, kind: 'text', locked: true, wrap: true },
  { header: 'kiest', key: 'kiest', width: 60, kind: 'text', locked: true, wrap: true },
  { header: 'verplicht', key: 'verplicht', width: 10, kind: 'text', locked: true },
  {
    header: 'kiezen',
    key: 'kiezen',
    width: 9,
    kind: 'choice',
    choices: ['ja', 'nee', 'x'],
    note: 'ja kiest alles wat de module noemt, behalve wat in het blad Keuzelijst op nee staat.',
  },
  {
    header: 'motivering',
    key: 'motivering',
    width: 40,
    kind: 'text',
    wrap: true,
    note: 'Waarom gekozen, of waarom weggelaten. Nodig als een verplichte of eerder gekozen module op nee gaat.',
  },
];

/** A module and a criterium can have the same reference. */
const asModule = (ref: string) => `module:${ref}`;

/** How the modules stand in a recipe, by `module:<reference>`. */
export function moduleStand({ modules }: Keuzeruimte, keuze: Keuze | undefined): Map<string, Keuzestand> {
  return new Map(modules.map(({ ref }) => [asModule(ref), standOf(ref, keuze)]));
}

/** The rows of the sheet with modules; a verplichte one about which nothing was said is proposed. */
export function moduleRows(ruimte: Keuzeruimte, keuze: Keuze | undefined): Record<string, string>[] {
  const open = openVerplicht(ruimte, keuze ?? { met: [] }).map(({ ref }) => ref);
  return ruimte.modules.map(({ ref, bron: { titel, reden, verplicht } }) => {
    const { kiezen, motivering } = standOf(ref, keuze);
    const proposed = kiezen || (open.includes(ref) ? 'ja' : '');
    return {
      module: ref,
      titel,
      reden,
      kiest: bringsOf(ruimte, ref),
      verplicht: verplicht === 'ja' ? 'ja' : 'nee',
      kiezen: proposed,
      motivering,
    };
  });
}

/** The criteria that a module brings, one a line, and how many of their indicatoren when that is not all. */
function bringsOf(ruimte: Keuzeruimte, ref: string): string {
  const brought = new Set(covered(ruimte, { soort: 'module', ref }));
  const lines = ruimte.criteria.flatMap(({ nummer, titel, indicatoren }) => {
    const count = indicatoren.filter((indicator) => brought.has(indicator.ref)).length;
    if (count === 0) return [];
    return [`${nummer} ${titel}${count < indicatoren.length ? ` (${count} van de ${indicatoren.length} indicatoren)` : ''}`];
  });
  return lines.join('\n');
}

/** What the sheet with modules changes in a recipe, and the recipe after that. */
export function readModules(
  table: Table | undefined,
  ruimte: Keuzeruimte,
  keuze: Keuze,
  was: ReadonlyMap<string, Keuzestand>,
): { change: Pick<Keuzewijziging, 'met' | 'zonder'>; keuze: Keuze; diagnostics: Diagnostic[]; overtaken: string[] } {
  const change: Pick<Keuzewijziging, 'met' | 'zonder'> = { met: [], zonder: [] };
  if (!table) return { change, keuze, diagnostics: [], overtaken: [] };
  const before = new Map(ruimte.modules.map(({ ref }) => [ref, was.get(asModule(ref)) ?? EMPTY]));
  const { rows, diagnostics } = readRows(table, 'module', before);
  for (const module of ruimte.modules) {
    const rij = rows.get(module.ref);
    if (rij && isChanged(rij)) diagnostics.push(...changeModule(module, rij, standOf(module.ref, keuze).kiezen, change));
  }
  const named = new Set([...change.met, ...change.zonder].map(({ ref }) => ref));
  const stays = ({ soort, ref }: { soort?: string; ref: string }) => soort !== 'module' || !named.has(ref);
  const after = {
    ...keuze,
    met: [...keuze.met.filter(stays), ...change.met],
    zonder: [...(keuze.zonder ?? []).filter(stays), ...change.zonder],
  };
  const overtaken = [...rows].filter(([ref, rij]) => isOvertaken(rij, standOf(ref, keuze))).map(([ref]) => asModule(ref));
  return { change, keuze: after, diagnostics, overtaken };
}

function changeModule(
  { ref, bron }: KaderModule,
  rij: Keuzerij,
  now: string,
  change: Pick<Keuzewijziging, 'met' | 'zonder'>,
): Diagnostic[] {
  const tekst = motiveringFor(rij, rij.is.kiezen);
  if (rij.is.kiezen === 'ja') change.met.push({ soort: 'module', ref, ...(tekst ? { motivering: tekst } : {}) });
  else if (tekst) change.zonder.push({ soort: 'module', ref, reden: tekst });
  else if (now === 'ja' || (bron.verplicht === 'ja' && now === ''))
    return [withoutReden(`zet bij motivering waarom module '${ref}' wordt weggelaten`, rij.row)];
  return [];
}

function isChanged({ is, was }: Keuzerij): boolean {
  if (!is.kiezen) return false;
  return is.kiezen !== was.kiezen || (is.motivering !== '' && changed(is.motivering, was.motivering));
}

function standOf(ref: string, keuze: Keuze | undefined): Keuzestand {
  const isThis = (rule: { soort?: string; ref: string }) => rule.soort === 'module' && rule.ref === ref;
  const out = keuze?.zonder?.find(isThis);
  if (out) return { ...EMPTY, kiezen: 'nee', motivering: out.reden };
  const rule = keuze?.met.find(isThis);
  return rule ? { ...EMPTY, kiezen: 'ja', motivering: rule.motivering ?? '' } : EMPTY;
}

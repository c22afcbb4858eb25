import type { SheetSpec } from '../tabel/sheet-spec.ts';
import { KADER, KEUZELIJST, STAND_COLUMNS, UITLEG } from './keuzelijst-columns.ts';
import { MODULES, moduleRows, moduleStand } from './keuzelijst-modules.ts';
import { EMPTY, type Keuzestand } from './keuzelijst-rows.ts';
import type { Eerder, Selectie } from './select.ts';
import type { Keuzeruimte, RuimteCriterium } from './space.ts';
import { STAND } from './stand.ts';

/** How the list stands now, by reference; before anything was chosen `kiezen` is empty. */
export function keuzestand(ruimte: Keuzeruimte, selectie: Selectie | undefined): Map<string, Keuzestand> {
  const stands = new Map<string, Keuzestand>();
  for (const criterium of selectie?.criteria ?? [])
    for (const item of [criterium, ...criterium.indicatoren]) stands.set(item.ref, standOf('ja', item, item.motivering));
  for (const item of selectie?.weggelaten ?? []) stands.set(item.ref, standOf('nee', item, item.reden));
  return new Map(
    ruimte.criteria.flatMap((criterium): [string, Keuzestand][] => {
      const own = stands.get(criterium.ref) ?? EMPTY;
      const under = criterium.indicatoren.map(({ ref }): [string, Keuzestand] => {
        const stand = stands.get(ref) ?? EMPTY;
        const follows = stand.kiezen === own.kiezen && stand.motivering === own.motivering;
        return [ref, follows ? { ...stand, motivering: '' } : stand];
      });
      return [[criterium.ref, own], ...under];
    }),
  );
}

function standOf(kiezen: string, item: { toespitsing?: string; aan_wie?: string[] }, motivering = ''): Keuzestand {
  return { kiezen, motivering, toespitsing: item.toespitsing ?? '', aanWie: (item.aan_wie ?? []).join(', ') };
}

/**
 * The sheets of the list to tick, filled in with how things would stand (`nu`). A hidden sheet keeps how they stand in the
 * onderzoek (`bewaard`), so that a choice that is only proposed counts when the list is read.
 */
export function keuzelijstSheets(
  ruimte: Keuzeruimte,
  titel: string,
  nu: Eerder | undefined,
  bewaard: Eerder | undefined = nu,
): SheetSpec[] {
  const stand = keuzestand(ruimte, nu);
  const several = ruimte.kaders.length > 1;
  const saved = [...keuzestand(ruimte, bewaard), ...moduleStand(ruimte, bewaard?.keuze)];
  return [
    {
      name: 'Uitleg',
      titleLines: [`Keuzelijst – ${titel}`],
      columns: [{ header: 'hoe dit werkt', key: 'uitleg', width: 110, kind: 'text', wrap: true }],
      rows: UITLEG.map((uitleg) => ({ uitleg })),
    },
    ...(ruimte.modules.length > 0
      ? [{ name: 'Modules', columns: MODULES, rows: moduleRows(ruimte, nu?.keuze), protect: true }]
      : []),
    {
      name: 'Keuzelijst',
      columns: several ? [KADER, ...KEUZELIJST] : KEUZELIJST,
      rows: listRows(ruimte, stand),
      protect: true,
      frozenColumns: several ? 2 : 1,
    },
    { name: STAND, columns: STAND_COLUMNS, rows: saved.map(([verwijzing, row]) => ({ verwijzing, ...row })), hidden: true },
  ];
}

function listRows({ criteria }: Keuzeruimte, stand: ReadonlyMap<string, Keuzestand>): Record<string, string>[] {
  return criteria.flatMap((criterium) => [
    { ...criteriumCells(criterium), ...stand.get(criterium.ref) },
    ...criterium.indicatoren.map((i) => ({
      kader: criterium.kader,
      nummer: i.nummer,
      thema: themaOf(criterium),
      indicator: [i.tekst, ...i.aandachtspunten.map((punt) => `– ${punt}`)].join('\n'),
      verwijzing: i.ref,
      ...stand.get(i.ref),
    })),
  ]);
}

function criteriumCells(criterium: RuimteCriterium): Record<string, string> {
  const { kader, nummer, tekst, ref } = criterium;
  return { kader, nummer, thema: themaOf(criterium), criterium: tekst, verwijzing: ref };
}

function themaOf({ themas }: RuimteCriterium): string {
  return themas[0]?.titel ?? 'Eigen criteria';
}

import { countOf } from '../../source/count.ts';
import { listWords } from '../../source/sentence.ts';
import { column, countProblem, highest, numberIn, sum } from '../counts.ts';
import { WIDTH } from '../house.ts';
import { columnAxis, labelsOf, rowAxis, rowLabels } from '../label.ts';
import type { Soort, Spec, Tabel } from '../model.ts';

// From few to many, each clearly darker than the one before, also in grey; none and the first two have dark digits. They and their
// digits stay as they are in every theme.
const STEPS = ['#f7f9fb', '#dbe7ee', '#a9c6d6', '#3a7391', '#1f5a7d', '#0a3f60'];
const DIGITS = { dark: '#14181e', light: '#fefefe' };
const firstLight = 3;
/** Up to so many columns a description names each. */
const FEW = 6;

/** A heat map of numbers: a row for each name in the first column, a square with its number for each other column. */
export const waarnemingen: Soort = {
  problem: (tabel) => countProblem(tabel, 1, 2),
  describe: (tabel) => {
    const { kop, regels } = tabel;
    const rows = regels.map((regel) => sum(regel.slice(1).map((cell) => numberIn(cell) ?? 0)));
    const most = highest(
      regels.map(([naam = '']) => naam),
      rows,
    );
    const totals = kop.slice(1).map((naam, index) => `${naam} (${sum(column(tabel, index + 1))})`);
    const columns = totals.length > FEW ? countOf(totals.length, 'kolom', 'kolommen') : listWords(totals);
    const empty = regels.flatMap((regel) => regel.slice(1)).filter((cell) => numberIn(cell) === 0).length;
    const rest = empty === 0 ? 'geen vak is leeg' : countOf(empty, 'vak is leeg', 'vakken zijn leeg');
    return [
      `Vakken met aantallen waarnemingen: ${countOf(regels.length, 'rij', 'rijen')}, en opgeteld naar kolom ${columns}.`,
      `De meeste staan bij ${most}; ${rest}.`,
    ].join(' ');
  },
  spec,
};

function spec({ kop, regels }: Tabel): Spec {
  const names = kop.slice(1);
  const rows = rowLabels(
    regels.map(([naam = '']) => naam),
    names.length > 8 ? 150 : 190,
    2,
  );
  const cell = Math.min(110, Math.floor((WIDTH - rows.width - 24) / names.length));
  const columns = labelsOf(names, cell - 4, 3);
  const most = Math.max(1, ...regels.flatMap((regel) => regel.slice(1).map((text) => numberIn(text) ?? 0)));
  const values = regels.flatMap((regel, row) =>
    names.map((_, index) => square(numberIn(regel[index + 1]) ?? 0, most, rows.values[row], columns.values[index])),
  );
  const x = { field: 'kolom', type: 'ordinal', sort: null };
  return {
    data: { values },
    width: { step: cell },
    height: { step: rows.step },
    encoding: {
      y: { field: 'rij', type: 'ordinal', sort: null, scale: { padding: 0 }, axis: rowAxis(rows) },
      x: { ...x, scale: { padding: 0 }, axis: columnAxis(columns) },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: '#5b6b78', strokeWidth: 0.75 },
        encoding: { fill: { field: 'vulling', type: 'nominal', scale: null } },
      },
      {
        mark: { type: 'text', fontWeight: 600 },
        encoding: { text: { field: 'aantal' }, fill: { field: 'cijfer', type: 'nominal', scale: null } },
      },
    ],
  };
}

function square(aantal: number, most: number, rij = '', kolom = ''): object {
  const step = aantal === 0 ? 0 : Math.ceil((aantal / most) * (STEPS.length - 1));
  return { rij, kolom, aantal, vulling: STEPS[step], cijfer: step < firstLight ? DIGITS.dark : DIGITS.light };
}

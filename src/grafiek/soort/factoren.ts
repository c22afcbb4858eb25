import { countOf } from '../../source/count.ts';
import { listWords } from '../../source/sentence.ts';
import { column, countProblem, sum } from '../counts.ts';
import { COLOURS, WIDTH } from '../house.ts';
import { rowAxis, rowLabels } from '../label.ts';
import type { Soort, Spec, Tabel } from '../model.ts';

/** Explaining factors: a bar for how often each is named. The first column names it, the second counts. */
export const factoren: Soort = {
  problem: (tabel) => countProblem(tabel, 1, 2),
  describe: (tabel) => {
    const counts = column(tabel, 1);
    const parts = tabel.regels.map(([naam = ''], index) => `${naam} (${counts[index]})`);
    return `Staven voor ${countOf(sum(counts), 'verklaring', 'verklaringen')} naar factor: ${listWords(parts)}.`;
  },
  spec,
};

function spec(tabel: Tabel): Spec {
  const labels = rowLabels(
    tabel.regels.map(([naam = '']) => naam),
    200,
    2,
  );
  const counts = column(tabel, 1);
  const y = { field: 'rij', type: 'ordinal', sort: null, axis: rowAxis(labels) };
  const x = { field: 'aantal', type: 'quantitative', scale: { domain: [0, Math.max(1, ...counts)] }, axis: null };
  return {
    data: { values: labels.values.map((rij, index) => ({ rij, aantal: counts[index] })) },
    width: WIDTH - labels.width - 60,
    height: { step: labels.step },
    encoding: { y, x },
    layer: [
      { mark: { type: 'bar', height: 16, fill: COLOURS.accent } },
      { mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600 }, encoding: { text: { field: 'aantal' } } },
    ],
  };
}

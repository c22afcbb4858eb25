import { countOf } from '../../source/count.ts';
import { listWords } from '../../source/sentence.ts';
import { COLOURS, WIDTH } from '../house.ts';
import { columnAxis, LABEL, labelsOf, rowAxis, rowLabels, textWidth } from '../label.ts';
import type { Soort, Spec, Tabel } from '../model.ts';

/** What a cell says of a perspectief: that it spoke, or nothing. */
export const SPRAK = 'ja';
export const ZWEEG = '–';

// As the legend has them, by shape and not by colour.
const WORDS = { [SPRAK]: 'sprak hierover', [ZWEEG]: 'niet getoond' };

/** Who spoke on what: a row for each name in the first column, a dot or a stroke for each perspectief. */
export const perspectieven: Soort = {
  problem: ({ kop, regels }) => {
    if (kop.length < 2) return `de tabel heeft ${kop.length} kolommen; verwacht: ten minste 2`;
    const row = regels.findIndex((regel) => regel.slice(1).some((cell) => cell !== SPRAK && cell !== ZWEEG));
    const wrong = regels[row]?.slice(1).find((cell) => cell !== SPRAK && cell !== ZWEEG);
    return wrong === undefined ? undefined : `in rij ${row + 1} staat '${wrong}'; verwacht: ${SPRAK} of ${ZWEEG}`;
  },
  describe: ({ kop, regels }) => {
    const parts = kop.slice(1).map((naam, index) => `${naam} bij ${regels.filter((regel) => regel[index + 1] === SPRAK).length}`);
    const silent = regels.filter((regel) => !regel.includes(SPRAK)).length;
    const rest = silent > 0 ? ` Bij ${silent} daarvan is geen perspectief getoond.` : '';
    return `Stippen voor wie sprak over ${countOf(regels.length, 'criterium', 'criteria')}: ${listWords(parts)}.${rest}`;
  },
  spec,
};

function spec({ kop, regels }: Tabel): Spec {
  const names = kop.slice(1);
  const rows = rowLabels(
    regels.map(([naam = '']) => naam),
    200,
    2,
  );
  const room = WIDTH - rows.width - 24;
  const upright = names.every((name) => textWidth(name) <= room / names.length - 4);
  const cell = Math.min(92, Math.floor((upright ? room : room - 60) / names.length));
  const columns = labelsOf(names, upright ? cell : 120, 1);
  const values = regels.flatMap((regel, row) =>
    names.map((_, index) => ({
      rij: rows.values[row],
      kolom: columns.values[index],
      staat: WORDS[regel[index + 1] === SPRAK ? SPRAK : ZWEEG],
    })),
  );
  const slanted = { orient: 'top', labelExpr: LABEL, labelAngle: -40, labelAlign: 'left', labelPadding: 8 };
  const staat = { field: 'staat', type: 'nominal' };
  const domain = Object.values(WORDS);
  return {
    data: { values },
    width: { step: cell },
    height: { step: rows.step },
    mark: { type: 'point', size: 110, strokeWidth: 1.5, opacity: 1 },
    encoding: {
      y: { field: 'rij', type: 'ordinal', sort: null, axis: { ...rowAxis(rows), grid: true } },
      x: { field: 'kolom', type: 'ordinal', sort: null, axis: upright ? columnAxis(columns) : slanted },
      shape: { ...staat, scale: { domain, range: ['circle', 'stroke'] } },
      fill: { ...staat, scale: { domain, range: [COLOURS.accent, COLOURS.paper] } },
      stroke: { ...staat, scale: { domain, range: [COLOURS.accent, COLOURS.soft] } },
    },
  };
}

import { countOf } from '../../source/count.ts';
import { listWords } from '../../source/sentence.ts';
import { countProblem, highest, numberIn, sum } from '../counts.ts';
import { COLOURS, WIDTH } from '../house.ts';
import { LABEL, labelsOf, rowAxis, rowLabels } from '../label.ts';
import type { Soort, Spec, Tabel } from '../model.ts';

const GOED = 'wat gaat goed';
const BETER = 'verbeterpunten';
/** Up to so many rows a description names each. */
const FEW = 4;
/** More panels beside each other are too narrow. */
const PANELS = 4;

/**
 * What goes well and what can be better, counted in passages: to the left of the middle outlined, to the right of it filled. The
 * first column names a row, and then there are two numbers, or two for each gebied, whose name stands before the colon of their
 * headings; each gebied has a panel of its own.
 */
export const goedEnBeter: Soort = {
  problem: (tabel) => {
    const { length } = tabel.kop;
    const isPaired = length % 2 === 1 && length >= 3 && length <= 1 + 2 * PANELS;
    return isPaired
      ? countProblem(tabel, 1, 3)
      : `de tabel heeft ${length} kolommen; verwacht: 3, of 2 per gebied (tot ${PANELS} gebieden)`;
  },
  describe: (tabel) => {
    const gebieden = gebiedenIn(tabel);
    const rows = tabel.regels.map((regel) => ({
      naam: regel[0] ?? '',
      ...counts(
        regel,
        gebieden.map((_, index) => index),
      ),
    }));
    const [goed, beter] = [rows.map((row) => row.goed), rows.map((row) => row.beter)];
    if (rows.length <= FEW) return `Staven met ${listWords(rows.map((row) => `bij ${row.naam} ${words(row)}`))}.`;
    const names = rows.map(({ naam }) => naam);
    const panels = gebieden.length < 2 ? [] : gebieden.map((naam, index) => `${naam} ${words(total(tabel, index))}`);
    return [
      `Staven met in totaal ${words({ goed: sum(goed), beter: sum(beter) })} bij ${countOf(rows.length, 'criterium', 'criteria')}.`,
      ...(panels.length > 0 ? [`Daarvan heeft ${panels.join('; ')}.`] : []),
      `Over wat goed gaat staat het meest bij ${highest(names, goed)}; de meeste verbeterpunten horen bij ${highest(names, beter)}.`,
    ].join(' ');
  },
  spec,
};

interface Counts {
  goed: number;
  beter: number;
}

function words({ goed, beter }: Counts): string {
  return `${countOf(goed, 'passage', 'passages')} over wat goed gaat en ${countOf(beter, 'verbeterpunt', 'verbeterpunten')}`;
}

/** The gebieden that have numbers of their own; one without a name when there are none. */
function gebiedenIn({ kop }: Tabel): string[] {
  if (kop.length <= 3) return [''];
  return kop.filter((_, index) => index % 2 === 1).map((naam) => naam.slice(0, Math.max(0, naam.lastIndexOf(':'))) || naam);
}

/** The numbers of a row, of these gebieden together. */
function counts(regel: readonly string[], gebieden: readonly number[]): Counts {
  const of = (side: number): number => sum(gebieden.map((index) => numberIn(regel[1 + 2 * index + side]) ?? 0));
  return { goed: of(0), beter: of(1) };
}

function total({ regels }: Tabel, gebied: number): Counts {
  const rows = regels.map((regel) => counts(regel, [gebied]));
  return { goed: sum(rows.map(({ goed }) => goed)), beter: sum(rows.map(({ beter }) => beter)) };
}

function spec(tabel: Tabel): Spec {
  const gebieden = gebiedenIn(tabel);
  const names = tabel.regels.map(([naam = '']) => naam);
  const rows = rowLabels(names, gebieden.length > 1 ? 170 : 210, 3);
  const panel = Math.floor((WIDTH - rows.width - 28) / gebieden.length) - 18;
  const panels = labelsOf(gebieden, panel, 2);
  const most = Math.max(1, ...tabel.regels.flatMap((regel) => regel.slice(1).map((cell) => numberIn(cell) ?? 0)));
  const values = tabel.regels.flatMap((regel, row) =>
    panels.values.flatMap((gebied, index) => bars({ rij: rows.values[row], gebied }, counts(regel, [index]))),
  );
  const inner = panelSpec(panel, rows.step, most, rowAxis(rows));
  if (gebieden.length < 2) return { data: { values }, ...inner };
  const header = { labelExpr: LABEL, labelAnchor: 'middle' };
  return {
    data: { values },
    facet: { column: { field: 'gebied', type: 'nominal', sort: null, header } },
    spacing: 18,
    spec: inner,
  };
}

function bars(place: object, { goed, beter }: Counts): object[] {
  return [
    { ...place, soort: GOED, aantal: goed, tot: goed },
    { ...place, soort: BETER, aantal: beter, tot: -beter },
  ];
}

function panelSpec(width: number, step: number, most: number, axis: object): Spec {
  // Beside the longest bar there is room for its number.
  const room = (most * 22) / Math.max(22, width / 2 - 22);
  const scale = { domain: [-most - room, most + room], nice: false, zero: true };
  const side = (soort: string, align: string, dx: number): object => ({
    transform: [{ filter: { field: 'soort', equal: soort } }],
    mark: { type: 'text', align, dx },
    encoding: { text: { field: 'aantal' } },
  });
  const domain = [BETER, GOED];
  const soort = { field: 'soort', type: 'nominal' };
  return {
    width,
    height: { step },
    encoding: {
      y: { field: 'rij', type: 'ordinal', sort: null, axis: { ...axis, grid: false } },
      x: {
        field: 'tot',
        type: 'quantitative',
        stack: null,
        scale,
        axis: { values: [0], grid: true, gridColor: COLOURS.soft, labels: false },
      },
    },
    layer: [
      {
        mark: { type: 'bar', height: 13, strokeWidth: 1.5 },
        encoding: {
          fill: { ...soort, scale: { domain, range: [COLOURS.paper, COLOURS.accent] } },
          stroke: { ...soort, scale: { domain, range: [COLOURS.accent, COLOURS.accent] } },
        },
      },
      side(GOED, 'left', 5),
      side(BETER, 'right', -5),
    ],
  };
}

import { countOf } from '../../source/count.ts';
import { dayOf, monthStarts } from '../days.ts';
import { COLOURS, WIDTH } from '../house.ts';
import { rowAxis, rowLabels } from '../label.ts';
import type { Soort, Spec, Tabel } from '../model.ts';

/** The steps of an onderzoek in time. The columns are the step, its first day and its last one, which is empty for a single day. */
export const tijdlijn: Soort = {
  problem: ({ kop, regels }) => {
    if (kop.length !== 3) return `de tabel heeft ${kop.length} kolommen; verwacht: 3 (de stap, van, tot en met)`;
    for (const [index, [, van = '', tot = '']] of regels.entries()) {
      const wrong = [van, ...(tot === '' ? [] : [tot])].find((date) => dayOf(date) === undefined);
      if (wrong !== undefined) return `in rij ${index + 1} staat '${wrong}'; verwacht: een datum zoals 18 juni 2026`;
      const span = spanOf(regels[index] ?? []);
      if (span.tot <= span.van) return `in rij ${index + 1} ligt het einde voor het begin`;
    }
    return undefined;
  },
  describe: ({ regels }) => {
    const spans = regels.map((regel) => ({
      naam: regel[0] ?? '',
      first: regel[1] ?? '',
      last: regel[2] || (regel[1] ?? ''),
      ...spanOf(regel),
    }));
    const first = spans.reduce((early, span) => (span.van < early.van ? span : early), spans[0] ?? NOTHING);
    const last = spans.reduce((late, span) => (span.tot > late.tot ? span : late), spans[0] ?? NOTHING);
    const steps = countOf(regels.length, 'stap', 'stappen');
    return `Een tijdlijn met ${steps}, van ${first.first} (${first.naam}) tot en met ${last.last} (${last.naam}).`;
  },
  spec,
};

const NOTHING = { naam: '', first: '', last: '', van: 0, tot: 0 };

/** The first day of a step and the day after its last one. */
function spanOf(regel: readonly (string | undefined)[]): { van: number; tot: number } {
  const van = dayOf(regel[1] ?? '') ?? 0;
  return { van, tot: (dayOf(regel[2] || (regel[1] ?? '')) ?? van) + 1 };
}

function spec({ regels }: Tabel): Spec {
  const labels = rowLabels(
    regels.map(([naam = '']) => naam),
    215,
    3,
  );
  const spans = regels.map(spanOf);
  const width = WIDTH - labels.width - 36;
  const months = monthStarts(Math.min(...spans.map(({ van }) => van)), Math.max(...spans.map(({ tot }) => tot)), width);
  const domain = [months[0]?.dag ?? 0, months.at(-1)?.dag ?? 1];
  const x = { field: 'van', type: 'quantitative', scale: { domain, nice: false, zero: false } };
  const grid = { values: months.map(({ dag }) => dag), grid: true, labels: false };
  const y = { field: 'rij', type: 'ordinal', sort: null, axis: rowAxis(labels) };
  // A bar of a day or two would be too thin to see.
  const thin = ((domain[1] ?? 1) - (domain[0] ?? 0)) / Math.max(1, width / 4);
  const values = labels.values.map((rij, index) => ({ rij, ...(spans[index] ?? NOTHING) }));
  return {
    width,
    height: { step: labels.step },
    layer: [
      {
        data: { values: values.map((value) => ({ ...value, tot: Math.max(value.tot, value.van + thin) })) },
        mark: { type: 'bar', height: 13, fill: COLOURS.accent },
        encoding: { y, x: { ...x, axis: grid }, x2: { field: 'tot' } },
      },
      {
        data: { values: months.filter(({ label }) => label !== '') },
        mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 2, fill: COLOURS.soft, fontSize: 11 },
        encoding: { x: { ...x, field: 'dag' }, y: { value: -4 }, text: { field: 'label' } },
      },
    ],
  };
}

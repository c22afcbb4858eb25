import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { CONFIG, WIDTH } from './house.ts';
import { textWidth, wrap } from './label.ts';
import type { Beeld, Grafiek, Spec } from './model.ts';
import { isLegible, SOORTEN } from './soorten.ts';
import { readSvg } from './svg.ts';

// How Vega measures texts may be replaced; the types of the package leave it out.
const { textMetrics } = vega as unknown as { textMetrics: object };

/**
 * Draws a picture as SVG with Vega-Lite, perhaps with a title above it; nothing when it would be too large to read. The table must
 * have no problem. The same table gives the same bytes: texts are measured by a table of widths, and ids start anew.
 */
export async function drawGrafiek(grafiek: Grafiek, titel?: string): Promise<Beeld | undefined> {
  if (!isLegible(grafiek)) return undefined;
  const spec = SOORTEN[grafiek.soort].spec(grafiek);
  return draw(titel === undefined ? spec : { title: { text: wrap(titel, WIDTH * 0.75, 4) }, vconcat: [spec] });
}

async function draw(spec: Spec): Promise<Beeld> {
  Object.assign(textMetrics, { width: measure });
  vega.resetSVGDefIds();
  const { spec: compiled } = compile({ ...spec, config: CONFIG } as unknown as TopLevelSpec, { logger: vega.logger(0) });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none' });
  try {
    return readSvg(await view.toSVG());
  } finally {
    view.finalize();
  }
}

function measure({ fontSize = 11 }: { fontSize?: number }, text: unknown): number {
  const lines = Array.isArray(text) ? text : [text];
  return Math.max(...lines.map((line) => textWidth(String(line ?? ''), fontSize)));
}

/**
 * The colours of the report. A page gives each of them the colour of its own theme, so nothing else may be drawn with them.
 * Text keeps a contrast of at least 7:1 on `paper`, shapes 3:1.
 */
export const COLOURS = { paper: '#ffffff', ink: '#1a1f26', soft: '#4a5563', line: '#c9d0d8', accent: '#0b4a6f' } as const;

/** The family that pictures are set in: on paper the one of the document, on a screen else one of the reader's own. */
export const FONT = 'Source Sans 3';

/** In pixels: what a line of text takes, the size of the type, and the width of a picture, which is that of the text on A4. */
export const LINE = 15;
export const TYPE = 12;
export const WIDTH = 536;

/** How Vega-Lite draws when a picture says nothing else. Marks have no names of their own: a picture is read as a whole. */
export const CONFIG = {
  aria: false,
  background: null,
  padding: 2,
  font: FONT,
  view: { stroke: null },
  axis: {
    domain: false,
    ticks: false,
    grid: false,
    title: null,
    labelColor: COLOURS.ink,
    labelFontSize: TYPE,
    labelLineHeight: LINE,
    labelLimit: 0,
    labelOverlap: false,
    gridColor: COLOURS.line,
  },
  header: { title: null, labelColor: COLOURS.ink, labelFontSize: TYPE, labelFontWeight: 600, labelLimit: 0, labelPadding: 6 },
  legend: {
    orient: 'bottom',
    direction: 'horizontal',
    title: null,
    labelColor: COLOURS.ink,
    labelFontSize: TYPE,
    labelLimit: 0,
    symbolSize: 110,
    symbolStrokeWidth: 1.5,
    columnPadding: 18,
    offset: 14,
  },
  title: { anchor: 'start', color: COLOURS.ink, fontSize: 15, fontWeight: 600, lineHeight: 19, offset: 12, limit: 0 },
  text: { fill: COLOURS.ink, fontSize: TYPE },
} as const;

import {
  AlignmentType,
  type BuilderElement,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from './engine.ts';
import type { ParagraphStyle } from './spec.ts';
import { element } from './write-element.ts';

/** The reference of the one list style. */
const BULLETS = 'opsomming';
/** The style of every table. */
export const TABLE_STYLE = 'TableGrid';
/** The style of what a field says before it is filled in. */
export const HINT_STYLE = 'PlaceholderText';

const FONT = 'Calibri';

/** Text on white has a contrast of 7 to 1 or more. */
export const COLOURS = { accent: '1F3A5F', soft: '4A5563', line: '9AA5B1', tint: 'EEF2F6', hint: '5F6B78' } as const;

/** The lines of a table. */
export const BORDER = { style: 'single', size: 4, color: COLOURS.line } as const;

/** The ids of the styles; Word shows the known ones under their Dutch names (Titel, Kop 1 …). */
export const STYLE_IDS: Readonly<Record<ParagraphStyle, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  text: 'BodyText',
  field: 'TsdVeld',
  small: 'TsdKlein',
  question: 'TsdVraag',
  aside: 'TsdBijVraag',
  note: 'TsdAantekening',
  bullet: 'ListBullet',
  spacer: 'TsdTussenruimte',
};

const AUTO = LineRuleType.AUTO;

type ParagraphStyleOptions = NonNullable<IStylesOptions['paragraphStyles']>[number];
type StyleParts = Pick<ParagraphStyleOptions, 'run' | 'paragraph'>;

function spacing(before: number, after: number, line = 276) {
  return { before, after, line, lineRule: AUTO };
}

function heading(size: number, before: number): StyleParts {
  return {
    run: { size, bold: true, color: COLOURS.accent },
    paragraph: { spacing: spacing(before, 80, 252), keepNext: true, keepLines: true },
  };
}

function style(which: ParagraphStyle, name: string, parts: StyleParts, next: ParagraphStyle = which): ParagraphStyleOptions {
  return { id: STYLE_IDS[which], name, basedOn: 'Normal', next: STYLE_IDS[next], quickFormat: true, ...parts };
}

/** An outline level, so that Word shows the headings of a document beside it. */
function level(which: ParagraphStyle, number: number, parts: StyleParts): ParagraphStyleOptions {
  const paragraph = { ...parts.paragraph, outlineLevel: number - 1 };
  return { ...style(which, `heading ${number}`, { ...parts, paragraph }, 'text'), uiPriority: 9 };
}

/**
 * The styles of a document; sizes are half points, spaces twentieths of a point. With styles of our own the library leaves its own
 * out, so that these are all.
 */
export function documentStyles(): IStylesOptions {
  const soft = { size: 18, color: COLOURS.soft };
  return {
    importedStyles: [documentDefaults(), normalStyle(), tableStyle()],
    paragraphStyles: [
      style('title', 'Title', { ...heading(44, 0), paragraph: { spacing: spacing(0, 60, 240) } }, 'subtitle'),
      style('subtitle', 'Subtitle', { run: { size: 26, color: COLOURS.soft }, paragraph: { spacing: spacing(0, 200) } }, 'text'),
      level('heading1', 1, heading(30, 320)),
      level('heading2', 2, heading(25, 240)),
      level('heading3', 3, heading(22, 200)),
      style('text', 'Body Text', { paragraph: { spacing: spacing(0, 120) } }),
      style('field', 'Veld', { paragraph: { spacing: spacing(0, 0) } }),
      style('small', 'Klein', { run: soft, paragraph: { spacing: spacing(0, 30, 252) } }),
      style('question', 'Vraag', {
        run: { size: 23, bold: true, color: COLOURS.accent },
        paragraph: { spacing: spacing(20, 60, 259), indent: { left: 340, hanging: 340 } },
      }),
      style('aside', 'Bij een vraag', { run: soft, paragraph: { spacing: spacing(0, 20, 252), indent: { left: 340 } } }),
      style('note', 'Aantekening', { paragraph: { spacing: spacing(40, 80) } }),
      style('bullet', 'List Bullet', {
        paragraph: { spacing: spacing(0, 60), numbering: { reference: BULLETS, level: 0, custom: true } },
      }),
      style('spacer', 'Tussenruimte', { run: { size: 12 }, paragraph: { spacing: spacing(0, 0, 240) } }),
    ],
    characterStyles: [{ id: HINT_STYLE, name: 'Placeholder Text', run: { color: COLOURS.hint, italics: true } }],
  };
}

/** The list style. */
export function documentNumbering(): INumberingOptions {
  const level = {
    level: 0,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 340, hanging: 227 } } },
  };
  return { config: [{ reference: BULLETS, levels: [level] }] };
}

function documentDefaults(): BuilderElement {
  const font = { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:eastAsia': FONT, 'w:cs': FONT };
  return element('w:docDefaults', {}, [
    element('w:rPrDefault', {}, [
      element('w:rPr', {}, [
        element('w:rFonts', font),
        element('w:sz', { 'w:val': 22 }),
        element('w:szCs', { 'w:val': 22 }),
        element('w:lang', { 'w:val': 'nl-NL', 'w:eastAsia': 'nl-NL', 'w:bidi': 'ar-SA' }),
      ]),
    ]),
    element('w:pPrDefault', {}, [
      element('w:pPr', {}, [element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 276, 'w:lineRule': AUTO })]),
    ]),
  ]);
}

function normalStyle(): BuilderElement {
  return element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
    element('w:name', { 'w:val': 'Normal' }),
    element('w:qFormat'),
  ]);
}

function tableStyle(): BuilderElement {
  const line = { 'w:val': BORDER.style, 'w:sz': BORDER.size, 'w:space': 0, 'w:color': BORDER.color };
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => element(`w:${side}`, line));
  const margins = [
    ['top', 60],
    ['left', 115],
    ['bottom', 60],
    ['right', 115],
  ].map(([side, width]) => element(`w:${side}`, { 'w:w': width ?? 0, 'w:type': 'dxa' }));
  return element('w:style', { 'w:type': 'table', 'w:styleId': TABLE_STYLE }, [
    element('w:name', { 'w:val': 'Table Grid' }),
    element('w:uiPriority', { 'w:val': 39 }),
    element('w:tblPr', {}, [element('w:tblBorders', {}, sides), element('w:tblCellMar', {}, margins)]),
  ]);
}

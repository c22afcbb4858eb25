import type { Diagnostic, Result } from '../../../diagnostics/diagnostic.ts';
import type { Huisstijl } from '../../../huisstijl/model.ts';
import { STANDAARD } from '../../../huisstijl/standaard.ts';
import { macrosIn } from '../../../word/macros.ts';
import { damagedWord, explainNoWord, mainPart } from '../../../word/recognise.ts';
import { openArchive, type TextArchive } from '../../../xml/archive.ts';
import { parseXml } from '../../../xml/parse.ts';
import { A4, type DocxLook, type DocxPage, textWidth } from './look.ts';
import { mergeStyles } from './merge-styles.ts';

const STYLES = 'word/styles.xml';
const THEME = 'word/theme/theme1.xml';

/** Narrower than this there is no room for a table. In twentieths of a point: 8 centimetres. */
const NARROWEST = 4536;

/**
 * Takes the look of a Word document: its styles where they are called as ours are, its theme, the size of its pages and their margins.
 * What it lacks comes from the huisstijl. Nothing of its text is taken. A document with macros, and what is no Word document, is an error without a value.
 */
export function readReference(bytes: Uint8Array, huisstijl: Huisstijl = STANDAARD): Result<DocxLook | undefined> {
  const archive = openArchive(bytes);
  const main = archive && mainPart(archive.names);
  if (!archive || main === undefined) return refuse(explainNoWord(bytes, archive?.names));
  const macros = macrosIn(archive);
  if (macros !== undefined) return refuse(macros);
  const [styles, theme, body] = [STYLES, THEME, main].map((name) => readXml(archive, name));
  const damaged = [styles, theme, body].find((part) => part?.problem !== undefined)?.problem;
  if (damaged !== undefined) return refuse(damagedWord(damaged));
  if (!styles?.text?.includes('<w:styles')) return refuse(damagedWord(`onderdeel ${STYLES} ontbreekt`));
  const page = pageOf(body?.text ?? '');
  const merged = mergeStyles(styles.text, textWidth(page), huisstijl);
  return {
    value: { styles: merged, ...(theme?.text === undefined ? {} : { theme: theme.text }), page, huisstijl },
    diagnostics: [],
  };
}

function refuse(diagnostic: Diagnostic): { value: undefined; diagnostics: Diagnostic[] } {
  return { value: undefined, diagnostics: [diagnostic] };
}

/** The text of a part, if it is there and well-formed. */
function readXml(archive: TextArchive, name: string): { text?: string; problem?: string } {
  const read = archive.read(name);
  if (read.text === undefined) return read;
  const problem = parseXml(read.text, {}, { open: () => undefined });
  return problem === undefined ? read : { problem: `in onderdeel ${name}: ${problem}` };
}

/** The page of the last section, which is that of the document; our own where it says nothing that can be printed on. */
function pageOf(body: string): DocxPage {
  const size = attributesOf(body, 'pgSz');
  const margin = attributesOf(body, 'pgMar');
  const page: DocxPage = {
    size: { width: size.w ?? A4.size.width, height: size.h ?? A4.size.height },
    margin: {
      top: Math.abs(margin.top ?? A4.margin.top),
      bottom: Math.abs(margin.bottom ?? A4.margin.bottom),
      left: margin.left ?? A4.margin.left,
      right: margin.right ?? A4.margin.right,
      header: margin.header ?? A4.margin.header,
      footer: margin.footer ?? A4.margin.footer,
    },
  };
  return textWidth(page) >= NARROWEST ? page : A4;
}

function attributesOf(body: string, name: string): Partial<Record<string, number>> {
  const tag = [...body.matchAll(new RegExp(`<w:${name}\\b[^>]*>`, 'g'))].at(-1)?.[0] ?? '';
  const pairs = [...tag.matchAll(/w:(\w+)="(-?\d{1,6})"/g)].map(([, key = '', value]) => [key, Number(value)] as const);
  return Object.fromEntries(pairs);
}

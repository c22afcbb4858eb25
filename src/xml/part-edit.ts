import { targetText } from './office-attributes.ts';
import { decodeXml, encodeXml } from './xml-text.ts';

/** Gives another text for a text, or the same. */
export type ChangeText = (text: string) => string;

/** Elements whose text is a formula. */
const FORMULA = /^<(?:\w+:)?(?:definedName|formula[12]?|f|calculatedColumnFormula|totalsRowFormula)[\s>]/;
const TEXT = /(<[^<>]*>)([^<>]*[\p{L}\d][^<>]*)(?=<)/gu;
const TAG = /<(?:\w+:)?(\w+)\s[^<>]*>/g;
const ATTRIBUTE = /(\s(?:\w+:)?)(\w+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;
/** Attributes that hold any text; in others a code would be no name or number, and what stands there is for a person to mend. */
const FREE =
  /^(?:display|tooltip|prompt|promptTitle|error|errorTitle|descr|title|altText|altTextSummary|displayName|userId|description|comment|help|statusBar)$/;
/** Attributes named `name` and `v` that hold any text, by their elements. */
const FREE_IN: Readonly<Record<string, string>> = { name: 'tableColumn cNvPr cacheField', v: 's' };

/** Changes the texts, formulas, links and free attributes of one XML part, each by itself, and leaves the rest as it is written. */
export function editPart(xml: string, change: ChangeText): string {
  const texts = xml.replace(TEXT, (whole, tag: string, written: string) => {
    const before = decodeXml(written);
    const now = FORMULA.test(tag) ? editFormula(before, change) : change(before);
    return now === before ? whole : tag + encodeXml(now);
  });
  return texts.replace(TAG, (tag, element: string) => editTag(tag, element, change));
}

function editTag(tag: string, element: string, change: ChangeText): string {
  const isLink = element === 'Relationship' && /\sTargetMode\s*=\s*["']External["']/.test(tag);
  return tag.replace(ATTRIBUTE, (whole, before: string, name: string, sign: string, double?: string, single?: string) => {
    const value = decodeXml(double ?? single ?? '');
    const now = isLink && name === 'Target' ? editTarget(value, change) : isFree(element, name) ? change(value) : value;
    return now === value ? whole : `${before}${name}${sign}"${encodeXml(now)}"`;
  });
}

function isFree(element: string, name: string): boolean {
  return FREE.test(name) || (FREE_IN[name]?.split(' ').includes(element) ?? false);
}

/** A target stays an address in form: brackets are written as `%5B` and `%5D`. */
function editTarget(target: string, change: ChangeText): string {
  const before = targetText(target);
  const now = change(before);
  return now === before ? target : encodeURI(now);
}

/** Changes the texts in quotes within a formula, and numbers; a code in place of a number becomes a text. */
function editFormula(formula: string, change: ChangeText): string {
  return formula.replace(/"((?:[^"]|"")*)"|(?<![\w.])\d{8,}(?![\w.])/g, (whole, quoted?: string) => {
    const before = quoted?.replaceAll('""', '"') ?? whole;
    const now = change(before);
    return now === before ? whole : `"${now.replaceAll('"', '""')}"`;
  });
}

import { type Diagnostic, error, type Position, type Result } from '../../diagnostics/diagnostic.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import type { DocumentMeta } from './model.ts';
import type { MarkdownDirective, MarkdownNode, MarkdownTree } from './tree.ts';

/**
 * The Markdown of a report: CommonMark without raw HTML, code blocks, underlined headings and bare links; tables, footnotes
 * and strikethrough as on GitHub; front matter; and these directives, a closed list. `#` is the title, `##` a chapter.
 *
 * | directive                              | means                                                                    |
 * |----------------------------------------|--------------------------------------------------------------------------|
 * | `:::omslag` … `:::`                    | the document has a cover page; its content stands under the title        |
 * | `::inhoud`                             | the table of contents stands here                                        |
 * | `::bijlage`                            | the next chapter is an annex: "Bijlage A"                                |
 * | `::ongenummerd`                        | the next heading has no number                                           |
 * | `::anker{#id}`                         | the next block can be linked to as `#id`                                 |
 * | `:::alinea{#id nr=12}` … `:::`         | a numbered paragraph; both attributes are filled in when absent          |
 * | `:::bewijs{title="…"}` … `:::`         | what a judgement rests on                                                |
 * | `:::kader{title="…"}` … `:::`          | a callout; with `regels="6"` there is room in it to write as many lines  |
 * | `::bijschrift[tekst]`                  | the caption of the next table                                            |
 * | `:::grafiek{soort=… title=… alt=…}`    | a picture of the table within, up to `:::`; its words are in docs/grafieken.md |
 * | `:::colofon` … `:::`                   | who made the document, in small type                                     |
 *
 * A container that holds another one opens and closes with more colons than it.
 */
const directives: Readonly<Record<string, { form: MarkdownDirective['type']; attributes: readonly string[] }>> = {
  omslag: { form: 'containerDirective', attributes: [] },
  inhoud: { form: 'leafDirective', attributes: [] },
  bijlage: { form: 'leafDirective', attributes: [] },
  ongenummerd: { form: 'leafDirective', attributes: [] },
  anker: { form: 'leafDirective', attributes: ['id'] },
  alinea: { form: 'containerDirective', attributes: ['id', 'nr'] },
  bewijs: { form: 'containerDirective', attributes: ['title'] },
  kader: { form: 'containerDirective', attributes: ['title', 'regels'] },
  bijschrift: { form: 'leafDirective', attributes: [] },
  grafiek: { form: 'containerDirective', attributes: ['id', 'soort', 'title', 'alt'] },
  colofon: { form: 'containerDirective', attributes: [] },
};

/** A parsed document: its metadata and its tree, whose positions are those of the whole Markdown text. */
export interface DialectDocument {
  meta: DocumentMeta;
  tree: MarkdownTree;
}

/** Parses the Markdown of a report; a directive or attribute that does not exist is an error. */
export function parseDialect(markdown: string): Result<DialectDocument> {
  const { value, diagnostics } = splitFrontMatter(markdown);
  const tree = parseMarkdown(value.body, { directives: true });
  return { value: { meta: value.meta, tree }, diagnostics: [...diagnostics, ...checkDirectives(tree)] };
}

/** Where a node of the tree stands, to put into a diagnostic. */
export function positionOf(node: MarkdownNode): { position?: Position } {
  const start = node.position?.start;
  return start ? { position: { line: start.line, column: start.column } } : {};
}

/** An error that points at a node of the tree. */
export function errorAt(node: MarkdownNode, code: string, message: string, help?: string): Diagnostic {
  return error(code, message, { ...positionOf(node), ...(help && { help }) });
}

function checkDirectives(node: MarkdownNode): Diagnostic[] {
  const own = node.type === 'containerDirective' || node.type === 'leafDirective' ? checkDirective(node) : [];
  return 'children' in node ? [...own, ...node.children.flatMap(checkDirectives)] : own;
}

function checkDirective(node: MarkdownDirective): Diagnostic[] {
  const rule = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined;
  if (!rule) {
    const names = Object.keys(directives).join(', ');
    return [errorAt(node, 'document/onbekende-directive', `'${node.name}' bestaat niet`, `wat er is: ${names}`)];
  }
  const wrongForm =
    rule.form === node.type ? [] : [errorAt(node, 'document/vorm-van-directive', formProblem(node.name, rule.form))];
  const unknown = Object.keys(node.attributes ?? {}).filter((name) => !rule.attributes.includes(name));
  return [...wrongForm, ...unknown.map((name) => errorAt(node, 'document/onbekend-attribuut', unknownAttribute(node, name)))];
}

function formProblem(name: string, form: MarkdownDirective['type']): string {
  return form === 'leafDirective' ? `'${name}' staat op één regel: ::${name}` : `'${name}' heeft inhoud: :::${name} … :::`;
}

function unknownAttribute(node: MarkdownDirective, name: string): string {
  const allowed = directives[node.name]?.attributes.join(', ') || 'geen';
  return `'${node.name}' kent geen attribuut '${name}'; verwacht: ${allowed}`;
}

import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { RapportDocument } from '../../schema/generated/types.ts';
import { validateContext } from '../../schema/validate-context.ts';
import type { Block, Inline } from '../document/model.ts';
import { renderMarkdown } from '../document/render.ts';
import { reportMarkdown } from '../markdown.ts';
import type { Documentsoort } from '../model/options.ts';
import { renderTemplate, type Template, withoutHelper } from '../template.ts';
import { SAFE_PLACES } from '../template-check.ts';
import { compileTemplate, compileTraced, type TemplateFile } from '../template-compile.ts';
import { type Place, readMarks, type Tracer, withoutMarks } from './trace.ts';
import { freeFields, shapesOf, type Variant, VIJANDIG, withWords } from './variants.ts';

type Model = { document: RapportDocument };

/** What was tried with a template, and what came of it. */
export interface Sjabloonkeuring {
  /** The data that the template was printed with, in words. */
  geprobeerd: string[];
  diagnostics: Diagnostic[];
}

/** What only the shape of made-up data can be the reason of: their references lead nowhere, and their names return. */
const OF_THE_DATA: ReadonlySet<string> = new Set(['document/verwijzing', 'document/dubbele-id', 'document/alineanummer']);

/**
 * Checks the files of a template: first as they stand, and where they can be printed with the sample data, with none, one and very many
 * of everything, and with hostile words. What is wrong in the document is said with the place in the template.
 */
export function checkSjabloon(files: readonly TemplateFile[], soort: Documentsoort, sample: unknown): Sjabloonkeuring {
  const { value: template, diagnostics } = compileTemplate(files, soort);
  if (!template) return { geprobeerd: [], diagnostics };
  const printer: Printer = { template, traced: compileTraced(files, soort), files };
  const shapes = shapesOf(soort, sample).filter(({ model }) => validateContext(soort, model).length === 0);
  const found = [...pictures(files), ...shapes.flatMap((variant, index) => problemsOf(variant, printer, index === 0))];
  const words = hasErrors(found) ? [] : unsafeFields(soort, sample, withoutProse(printer));
  return { geprobeerd: [...shapes.map(({ naam }) => naam), 'vijandige tekst'], diagnostics: once([...found, ...words]) };
}

/** A picture from a file is not printed: only pictures drawn of a table have a text for who does not see them. */
function pictures(files: readonly TemplateFile[]): Diagnostic[] {
  return files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) =>
      [...line.matchAll(/!\[[^\]]*\]\(/g)].map(({ index: column }) =>
        error('sjabloon/afbeelding', 'een afbeelding uit een bestand wordt niet afgedrukt', {
          file,
          position: { line: index + 1, column: column + 1 },
          help: 'zet een logo in templates/huisstijl.yaml, met zijn alternatieve tekst; een figuur maakt u met {{grafiek …}}',
        }),
      ),
    ),
  );
}

interface Printer {
  template: Template;
  traced: Template;
  files: readonly TemplateFile[];
}

function problemsOf({ naam, model }: Variant, printer: Printer, isSample: boolean): Diagnostic[] {
  const printed = reportMarkdown(printer.template, model as Model);
  const found = hasErrors(printed.diagnostics) ? printed.diagnostics : renderMarkdown(printed.value).diagnostics;
  const trace = found.length > 0 ? readMarks(renderTemplate(printer.traced, model).value) : undefined;
  const placed = found.map((item) => (trace ? placedIn(item, printed.value, trace) : item));
  const told = placed.filter(({ code }) => isSample || !OF_THE_DATA.has(code));
  return told.map((item) => (isSample ? item : { ...item, message: `met ${naam}: ${item.message}` }));
}

/** A place in the Markdown becomes the place in the template that printed it. */
function placedIn(item: Diagnostic, markdown: string, trace: Tracer): Diagnostic {
  if (item.file !== undefined) return item;
  const line = item.position?.line ?? lineOfLink(item, markdown);
  const place = line === undefined ? undefined : trace(markdown, line);
  const { position: _, ...rest } = item;
  return place ? { ...rest, ...place } : rest;
}

function lineOfLink({ code, message }: Diagnostic, markdown: string): number | undefined {
  const [link] = code === 'document/verwijzing' ? (/#[a-z0-9-]+/.exec(message) ?? []) : [];
  const index = link === undefined ? -1 : markdown.split('\n').findIndex((line) => line.includes(`(${link})`));
  return index < 0 ? undefined : index + 1;
}

/** What the team wrote in Markdown has headings and lists of its own: where `proza` prints it, that sees that it stays within its bounds. */
function withoutProse({ template, traced, files }: Printer): Printer {
  return { template: withoutHelper(template, 'proza'), traced: withoutHelper(traced, 'proza'), files };
}

/** The fields whose words change what a document is built of: they are printed where a text is not made inert for. */
function unsafeFields(soort: Documentsoort, sample: unknown, printer: Printer): Diagnostic[] {
  return VIJANDIG.flatMap((hostile) => {
    const modelWith = (isHostile: (veld: string) => boolean): unknown => withWords(soort, sample, hostile, isHostile);
    const shapeWith = (isHostile: (veld: string) => boolean): string => shapeOf(printer.template, modelWith(isHostile));
    const plain = shapeWith(() => false);
    if (shapeWith(() => true) === plain) return [];
    const unsafe = freeFields(soort, sample).filter((veld) => shapeWith((other) => other === veld) !== plain);
    return unsafe.map((veld) =>
      unsafeField(
        veld,
        modelWith((other) => other === veld),
        printer,
      ),
    );
  });
}

/** Whether a value stands between the quotes of a directive there, between backticks, or in the address of a link. */
function isRisky({ file, position }: Place, files: readonly TemplateFile[]): boolean {
  const lines = files.find((item) => item.file === file)?.text.split('\n') ?? [];
  return /=\s*"[^"]*\{\{(?!attribuut )|`[^`]*\{\{|\]\([^)]*\{\{/.test(lines[position.line - 1] ?? '');
}

function unsafeField(veld: string, model: unknown, { traced, files }: Printer): Diagnostic {
  const marked = renderTemplate(traced, model).value;
  const trace = readMarks(marked);
  const plain = withoutMarks(marked);
  const printed = plain.split('\n').flatMap((text, index) => (text.includes('kwaad') ? (trace(plain, index + 1) ?? []) : []));
  const name = veld.replace(/\[\]/g, '').split('.').at(-1) ?? veld;
  return error('sjabloon/onveilig', `wat er in het veld '${name}' staat, kan hier het document veranderen`, {
    ...(printed.find((place) => isRisky(place, files)) ?? printed[0]),
    help: SAFE_PLACES,
  });
}

/** What a document is built of, without its words; what is wrong with it belongs to that. */
function shapeOf(template: Template, model: unknown): string {
  const printed = reportMarkdown(template, model as Model);
  const { value, diagnostics } = renderMarkdown(printed.value);
  const { blocks, cover = [], notes } = value;
  const codes = [...printed.diagnostics, ...diagnostics].map(({ code }) => code);
  return JSON.stringify([codes, [...cover, ...blocks, ...notes.flatMap(({ children }) => children)].map(outline)]);
}

function outline(node: Block | Inline): unknown {
  // Between backticks nothing can be made inert.
  if (node.type === 'code') return ['code', node.value.includes('kwaad')];
  if (node.type === 'link') return ['link', node.url.includes('javascript') || node.url.includes('kwaad') ? node.url : ''];
  if (node.type === 'table')
    return ['table', node.head.length, node.rows.length, [...node.head, ...node.rows.flat()].map(outlines)];
  if (node.type === 'list') return ['list', node.items.map((item) => item.map(outline))];
  return 'children' in node ? [node.type, outlines(node.children)] : node.type;
}

/** Texts beside each other are one text. */
function outlines(nodes: readonly (Block | Inline)[]): unknown {
  return nodes.filter(({ type }) => type !== 'text').map(outline);
}

function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const item of diagnostics) {
    const key = JSON.stringify([item.code, item.file, item.position, item.message.replace(/^met [^:]*: /, '')]);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

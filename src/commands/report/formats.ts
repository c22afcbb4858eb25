import { dirname } from 'node:path';
import { hasErrors, type Result } from '../../diagnostics/diagnostic.ts';
import { type Stop, stop } from '../../diagnostics/stop.ts';
import type { Huisstijl } from '../../huisstijl/model.ts';
import { writeFiles } from '../../io/writer.ts';
import type { DocxLook } from '../../rapport/document/docx/look.ts';
import type { Engine } from '../../rapport/document/engine.ts';
import type { Document } from '../../rapport/document/model.ts';
import type { PdfOptions } from '../../rapport/document/pdf.ts';
import type { REPORT_FORMATS } from '../../rapport/model/options.ts';

/** One of the forms of a report. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How PDF is made. */
export interface PdfChoice {
  /** A PDF for the archive, which claims PDF/A-2a as well. */
  archief?: boolean | undefined;
  /** Which Typst: by default the native one where it loads. This and the next are for measuring and for support. */
  engine?: 'native' | 'wasm';
  /** Keeps the Typst source of the last document as JSON in this file. */
  keepSource?: string;
}

/** The content of one format. */
export interface Made {
  format: ReportFormat;
  content: string | Uint8Array;
}

/** Makes the formats of one document from its Markdown and its model. In Word it says in its properties how it was made. */
export type Formatter = (markdown: string, model: unknown, origin?: Readonly<Record<string, string>>) => Promise<Result<Made[]>>;

/**
 * A formatter of these formats for one command, in a huisstijl; Word documents are made with a look. What makes PDF begins to load at once, beside what
 * the caller does next. Stops where something is asked of a PDF that is not made.
 */
export async function startFormatter(
  formats: readonly ReportFormat[],
  choice: PdfChoice,
  huisstijl: Huisstijl,
  look?: DocxLook,
): Promise<Formatter> {
  if (choice.archief && !formats.includes('pdf')) throw archiveWithoutPdf();
  if (formats.includes('docx') && !look) throw new Error('tsd would make a Word document without a look');
  const pdf = formats.includes('pdf') ? await startEngine(choice) : undefined;
  const word = look && (await import('./word-documents.ts')).startWord(look);
  return async (markdown, model, origin) => {
    const made: Made[] = [];
    if (formats.includes('md')) made.push({ format: 'md', content: markdown });
    if (formats.includes('json')) made.push({ format: 'json', content: `${JSON.stringify(model, null, 2)}\n` });
    if (formats.every((format) => format === 'md' || format === 'json')) return { value: made, diagnostics: [] };
    const { renderMarkdown } = await import('../../rapport/document/render.ts');
    const { value: read, diagnostics } = renderMarkdown(markdown);
    if (hasErrors(diagnostics)) return { value: made, diagnostics };
    const { drawPictures } = await import('../../rapport/document/pictures.ts');
    const document = await drawPictures(read);
    if (formats.includes('html')) made.push({ format: 'html', content: await htmlOf(document, huisstijl) });
    if (word) made.push({ format: 'docx', content: await word(document, markdown, origin) });
    if (!pdf) return { value: made, diagnostics };
    const printed = await pdfOf(document, pdf, huisstijl);
    return { value: [...made, { format: 'pdf', content: printed.value }], diagnostics: [...diagnostics, ...printed.diagnostics] };
  };
}

function archiveWithoutPdf(): Stop {
  return stop('rapport/archief', '--archief gaat over de PDF, en die wordt niet gemaakt', { help: 'zet pdf bij --format' });
}

async function htmlOf(document: Document, huisstijl: Huisstijl): Promise<string> {
  const { toHtml } = await import('../../rapport/document/html.ts');
  return toHtml(document, huisstijl);
}

async function pdfOf(document: Document, options: PdfOptions, huisstijl: Huisstijl): Promise<Result<Uint8Array>> {
  const { toPdf } = await import('../../rapport/document/pdf.ts');
  return toPdf(document, options, huisstijl);
}

async function startEngine({ archief, engine, keepSource }: PdfChoice): Promise<PdfOptions> {
  const { readFonts } = await import('../../io/engine-assets.ts');
  const native =
    engine === 'wasm' ? undefined : await (await import('../../rapport/document/engine-native.ts')).loadNativeEngine();
  const chosen = native ?? (await import('./typst-thread.ts')).startWasmEngine();
  return { engine: keepSource ? keeping(chosen, keepSource) : chosen, fonts: readFonts(), archief };
}

function keeping(engine: Engine, path: string): Engine {
  return {
    compile: async (source, fonts) => {
      await writeFiles(dirname(path), [{ path, content: JSON.stringify(source) }]);
      return engine.compile(source, fonts);
    },
  };
}

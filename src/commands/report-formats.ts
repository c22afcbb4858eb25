import { dirname } from 'node:path';
import { hasErrors, type Result } from '../diagnostics/diagnostic.ts';
import { writeFiles } from '../io/writer.ts';
import type { Engine } from '../rapport/document/engine.ts';
import type { Document } from '../rapport/document/model.ts';
import type { REPORT_FORMATS } from '../rapport/model/options.ts';

/** One of the forms of a report. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How PDF is made; for measuring and for support. */
export interface PdfChoice {
  /** Which Typst: by default the native one where it loads. */
  engine?: 'native' | 'wasm';
  /** Keeps the Typst source of the last document as JSON in this file. */
  keepSource?: string;
}

/** The content of one format. */
export interface Made {
  format: ReportFormat;
  content: string | Uint8Array;
}

/** Makes the formats of one document from its Markdown and its model. */
export type Formatter = (markdown: string, model: unknown, formats: readonly ReportFormat[]) => Promise<Result<Made[]>>;

/** A formatter for one command; what a format needs is loaded when it is first asked for, and once. */
export function createFormatter(choice: PdfChoice): Formatter {
  let engine: ReturnType<typeof loadEngine> | undefined;
  const pdfOf = async (document: Document): Promise<Result<Uint8Array>> => {
    engine ??= loadEngine(choice);
    const { toPdf } = await import('../rapport/document/pdf.ts');
    return toPdf(document, await engine);
  };
  return async (markdown, model, formats) => {
    const made: Made[] = [];
    if (formats.includes('md')) made.push({ format: 'md', content: markdown });
    if (formats.includes('json')) made.push({ format: 'json', content: `${JSON.stringify(model, null, 2)}\n` });
    if (!formats.includes('html') && !formats.includes('pdf')) return { value: made, diagnostics: [] };
    const { renderMarkdown } = await import('../rapport/document/render.ts');
    const { value: document, diagnostics } = renderMarkdown(markdown);
    if (hasErrors(diagnostics)) return { value: made, diagnostics };
    if (formats.includes('html')) made.push({ format: 'html', content: await htmlOf(document) });
    if (!formats.includes('pdf')) return { value: made, diagnostics };
    const pdf = await pdfOf(document);
    return { value: [...made, { format: 'pdf', content: pdf.value }], diagnostics: [...diagnostics, ...pdf.diagnostics] };
  };
}

async function htmlOf(document: Document): Promise<string> {
  const { toHtml } = await import('../rapport/document/html.ts');
  return toHtml(document);
}

async function loadEngine({ engine, keepSource }: PdfChoice): Promise<{ engine: Engine; fonts: Uint8Array[] }> {
  const { readFonts, readTypstWasm } = await import('../io/engine-assets.ts');
  const native = engine === 'wasm' ? undefined : await (await import('../rapport/document/engine-native.ts')).loadNativeEngine();
  const wasm = async () => (await import('../rapport/document/engine-wasm.ts')).loadWasmEngine(readTypstWasm());
  const chosen = native ?? (await wasm());
  return { engine: keepSource ? keeping(chosen, keepSource) : chosen, fonts: readFonts() };
}

function keeping(engine: Engine, path: string): Engine {
  return {
    compile: async (source, fonts) => {
      await writeFiles(dirname(path), [{ path, content: JSON.stringify(source) }]);
      return engine.compile(source, fonts);
    },
  };
}

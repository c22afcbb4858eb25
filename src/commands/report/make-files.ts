import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import { shownPath } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import { reportMarkdown } from '../../rapport/markdown.ts';
import type { Template } from '../../rapport/template.ts';
import type { DocumentModel } from './build-document-model.ts';
import type { Formatter, ReportFormat } from './formats.ts';

/** A document that is ready to be printed. */
export interface Printable {
  template: Template;
  model: DocumentModel;
  formatter: Formatter;
  /** How it was made, for what is to be read back. */
  origin?: Readonly<Record<string, string>>;
  /** Where a format of it goes. */
  pathOf(format: ReportFormat): string;
}

/** The files of one document, in every format that is asked for; none when something is wrong with it. */
export async function makeFiles({
  template,
  model,
  formatter,
  origin,
  pathOf,
}: Printable): Promise<{ files: FileChange[]; diagnostics: Diagnostic[] }> {
  const markdown = reportMarkdown(template, model);
  if (hasErrors(markdown.diagnostics)) return { files: [], diagnostics: markdown.diagnostics };
  const made = await formatter(markdown.value, model, origin);
  const files = made.value.map(({ format, content }) => ({ path: pathOf(format), content }));
  return { files, diagnostics: made.diagnostics.map((item) => ({ ...item, file: shownPath(pathOf('md')) })) };
}

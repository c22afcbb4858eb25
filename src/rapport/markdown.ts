import type { Result } from '../diagnostics/diagnostic.ts';
import type { RapportDocument } from '../schema/generated/types.ts';
import { writeFrontMatter } from './document/front-matter.ts';
import { numberAlineas } from './number-alineas.ts';
import { renderTemplate, type Template } from './template.ts';

/** Prints a report model through a template: the Markdown of which every other format is made. */
export function reportMarkdown(template: Template, model: { document: RapportDocument }): Result<string> {
  const { value, diagnostics } = renderTemplate(template, model);
  const body = model.document.alineas === 'alle' ? numberAlineas(tidy(value)) : tidy(value);
  return { value: `${writeFrontMatter(model.document)}\n${body}\n`, diagnostics };
}

/** Loops and tests leave empty lines behind; of several one is enough, since a report holds no text in which they count. */
function tidy(markdown: string): string {
  return markdown
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

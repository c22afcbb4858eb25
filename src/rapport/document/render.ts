import type { Result } from '../../diagnostics/diagnostic.ts';
import { buildDocument } from './build.ts';
import { parseDialect } from './dialect.ts';
import type { Document } from './model.ts';

/**
 * Reads the Markdown of a report and builds the document that every output format is made of. With an error among the
 * diagnostics the document is incomplete and must not be published.
 */
export function renderMarkdown(markdown: string): Result<Document> {
  const parsed = parseDialect(markdown);
  const built = buildDocument(parsed.value);
  return { value: built.value, diagnostics: [...parsed.diagnostics, ...built.diagnostics] };
}

import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { TextArchive } from '../xml/archive.ts';

/** The error about a Word document with macros; nothing where there are none. What is embedded, such as a table of Excel, is no macro. */
export function macrosIn({ names, read }: TextArchive): Diagnostic | undefined {
  const part =
    names.find((name) => /(?:^|\/)vba(?:Project|Data)[^/]*$/i.test(name)) ??
    (/ms-word\.[\w.]*macroEnabled/i.test(read('[Content_Types].xml').text ?? '') ? '[Content_Types].xml' : undefined);
  if (part === undefined) return undefined;
  return error('word/macro', `dit Word-document bevat macro's (${part}), en die worden niet overgenomen`, {
    help: 'open het in Word en kies Opslaan als › Word-document (.docx)',
  });
}

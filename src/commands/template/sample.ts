import { join } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { exists, readText, shownPath } from '../../io/files.ts';
import { packageFolder } from '../../io/root.ts';
import type { Documentsoort } from '../../rapport/model/options.ts';
import { validateContext } from '../../schema/validate-context.ts';
import type { FoundTemplate } from '../report/read-template.ts';

/** The sample data of a template. */
const VOORBEELD = 'voorbeeld.json';

/** A report model to try a template with, and what is wrong with it. */
export interface Sample {
  model: unknown;
  diagnostics: Diagnostic[];
}

/** The sample data in the folder of a template or, where it has none, those of the package for its kind of document. */
export function readSample({ folder }: FoundTemplate, soort: Documentsoort): Sample {
  const own = join(folder, VOORBEELD);
  const path = exists(own) ? own : join(packageFolder(), 'templates', soort, VOORBEELD);
  const model = parse(path);
  const diagnostics = validateContext(soort, model).map(({ message, pointer = '', help }) =>
    error('sjabloon/voorbeeld', `${pointer.slice(1).replaceAll('/', ' › ') || 'het model'}: ${message}`, {
      file: shownPath(path),
      ...(help ? { help } : {}),
    }),
  );
  return { model, diagnostics };
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readText(path));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const help = 'haal dit bestand opnieuw uit het pakket, of verwijder het: dan gelden de voorbeeldgegevens van tsd';
    throw stop('sjabloon/voorbeeld', 'dit bestand is geen geldige JSON', { file: shownPath(path), help });
  }
}

import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { SOURCE_PROPERTY } from './seal.ts';

/** Which document was asked for: how the code of its errors begins, what it is called, and how one is made. */
export interface Wanted {
  soort: string;
  naam: string;
  draft: string;
}

/** The error about a Word document that is another one than was asked for: a report, another form, or none of tsd. */
export function otherDocument(
  properties: Readonly<Record<string, string>>,
  { soort, naam, draft }: Wanted,
  file: string,
): Diagnostic {
  const { formulier, [SOURCE_PROPERTY]: report } = properties;
  const what = report
    ? 'dit is een rapport'
    : formulier
      ? `dit is een formulier (${formulier})`
      : 'dit Word-document is niet door tsd gemaakt';
  const help = report ? 'een rapport leest u terug met tsd report ingest' : `gebruik het document van ${draft}`;
  return error(`${soort}/geen-formulier`, `${what}, geen ${naam}`, { file, help });
}

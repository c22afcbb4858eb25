import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { privacyGuard } from '../../onderzoek/privacy.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import { placesIn } from '../../source/places.ts';
import { toPointer } from '../../source/pointer.ts';
import { textsOf } from '../../source/texts.ts';
import { textProblems } from '../../waarneming/text-guard.ts';
import { beside, type Check } from './context.ts';

/** What stands in texts that people wrote, in whatever field of whatever file: personal data, or a character that is no text. */
export const checkPrivacy: Check = ({ dossier }) => {
  const guard = privacyGuard(dossier);
  return [
    ...writtenFiles(dossier).flatMap(({ file, value }) =>
      textsOf(value).flatMap(({ text, path }) => problemsIn(text, guard, { file, pointer: toPointer(path) })),
    ),
    ...[...dossier.teksten].flatMap(([name, text]) => problemsOn(text, guard, beside(dossier, `teksten/${name}.md`))),
  ];
};

function writtenFiles(dossier: Dossier): Bestand<unknown>[] {
  const { onderzoek, toetsingskader, instrumenten, bevindingen, oordelen, overkoepelend, verbeterpunten } = dossier;
  const files = [onderzoek, toetsingskader, instrumenten, ...bevindingen, ...oordelen, overkoepelend, verbeterpunten];
  return files.filter((bestand) => bestand !== undefined);
}

function problemsIn(text: string, guard: PrivacyGuard, place: { file: string; pointer: string }): Diagnostic[] {
  return textProblems(text, guard, place.file).map(({ code, severity, message, help }) => ({
    code,
    severity,
    message,
    help,
    ...place,
  }));
}

/** As `problemsIn`, for a text that is a whole file: each with its line and column. */
function problemsOn(text: string, guard: PrivacyGuard, file: string): Diagnostic[] {
  const places = placesIn(text);
  return textProblems(text, guard, file).map(({ code, severity, message, help, from }) => {
    return { code, severity, message, help, file, ...(from === undefined ? {} : { position: places(from) }) };
  });
}

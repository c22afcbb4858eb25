import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { openVerslagen } from '../../onderzoek/open-verslagen.ts';
import { countOf } from '../../source/count.ts';
import { createCodewoorden } from '../../verslag/codewoorden.ts';
import { createWords } from '../../waarneming/words.ts';
import { beside, type Check, type CheckContext } from './context.ts';

/** Who was spoken agrees to the verslag of it, or was asked; and every trefwoord that codes it leads to an indicator. */
export const checkVerslagen: Check = (context) => [...notAgreed(context), ...trefwoorden(context)];

function notAgreed({ dossier }: CheckContext): Diagnostic[] {
  const open = openVerslagen(dossier.bronnen).map(({ id, verslag }) => `${id} (${verslag.status})`);
  if (open.length === 0) return [];
  const what = countOf(open.length, 'verslag is', 'verslagen zijn');
  return [
    warning('oordeel/verslag-open', `${what} nog niet akkoord: ${someOf(open)}`, {
      file: beside(dossier, 'werkdossier/bronnen.yaml'),
      help: 'tsd verslag list --open toont ze; leg met tsd verslag set vast wat er terugkwam (akkoord, gecorrigeerd of geen-reactie)',
    }),
  ];
}

function trefwoorden({ dossier }: CheckContext): Diagnostic[] {
  if (!dossier.toetsingskader) return [];
  return createCodewoorden(dossier, createWords(dossier)).diagnostics;
}

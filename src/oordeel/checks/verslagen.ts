import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { countOf } from '../../source/count.ts';
import { createCodewoorden } from '../../verslag/codewoorden.ts';
import { createWords } from '../../waarneming/words.ts';
import { beside, type Check, type CheckContext } from './context.ts';

/** Who was spoken agrees to the verslag of it, or was asked; and every trefwoord that codes it leads to an indicator. */
export const checkVerslagen: Check = (context) => [...openVerslagen(context), ...trefwoorden(context)];

function openVerslagen({ dossier }: CheckContext): Diagnostic[] {
  const open = dossier.bronnen.flatMap(({ id, verslag }) =>
    verslag?.status === 'concept' || verslag?.status === 'voorgelegd' ? `${id} (${verslag.status})` : [],
  );
  if (open.length === 0) return [];
  const what = countOf(open.length, 'verslag is', 'verslagen zijn');
  return [
    warning('oordeel/verslag-open', `${what} nog niet akkoord: ${someOf(open)}`, {
      file: beside(dossier, 'werkdossier/bronnen.yaml'),
      help: 'zet de status in het verslag (akkoord, gecorrigeerd of geen-reactie) en lees het opnieuw in',
    }),
  ];
}

function trefwoorden({ dossier }: CheckContext): Diagnostic[] {
  if (!dossier.toetsingskader) return [];
  return createCodewoorden(dossier, createWords(dossier)).diagnostics;
}

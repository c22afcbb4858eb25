import type { Dossier } from '../onderzoek/dossier.ts';
import { formProperties } from '../onderzoek/form.ts';
import { vasteTekstProperties } from '../verslag/vaste-tekst.ts';
import type { WordFormName } from '../verslag/word-forms.ts';
import { toetsingskaderFingerprint } from '../waarneming/fingerprint.ts';
import { voorafProperties } from '../waarneming/form.ts';
import { inertText } from '../word/inert.ts';
import { type Block, hintsOf, paragraphsIn, type Table, textOf, type WordSpec } from '../word/spec.ts';
import type { BronVooraf } from './word-bron.ts';

/** A form in Word, and what it is about. */
export interface WordForm {
  /** The beginning of the name of its file: “gespreksleidraad-jongere”. */
  naam: string;
  spec: WordSpec;
}

/** What a form in Word is made of. */
export interface WordFormParts {
  formulier: WordFormName;
  titel: string;
  levering: string;
  vooraf: BronVooraf;
  /** Before the table about the bron: no other table may stand there. */
  begin: readonly Block[];
  bron: Table;
  rest: readonly Block[];
  properties?: Readonly<Record<string, string>>;
}

/** Puts a form together; it remembers for which toetsingskader it was made, and which text it came with. */
export function wordForm(dossier: Dossier, naam: string, parts: WordFormParts): WordForm {
  const { formulier, titel, levering, vooraf, begin, bron, rest, properties } = parts;
  const { id, titel: onderzoek, datum } = dossier.onderzoek.value;
  const own = paragraphsIn([...begin, ...rest]).map((one) => inertText(textOf(one)));
  const hints = paragraphsIn([...begin, bron, ...rest])
    .flatMap(hintsOf)
    .map(inertText);
  return {
    naam,
    spec: {
      title: `${titel} – ${onderzoek}`,
      date: datum,
      footer: titel,
      properties: {
        ...formProperties(formulier, id),
        levering,
        vingerafdruk: toetsingskaderFingerprint(dossier),
        ...voorafProperties({ bron: vooraf }),
        ...properties,
        ...vasteTekstProperties('vaste tekst', own),
        ...vasteTekstProperties('aanwijzing', hints),
      },
      blocks: [...begin, bron, ...rest],
    },
  };
}

import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { formProblems } from '../../onderzoek/form.ts';
import { countLeading } from '../../source/order.ts';
import type { WordTekst } from '../../verslag/from-word.ts';
import { alineasOf } from '../../verslag/passages.ts';
import type { Aantekening } from '../../verslag/take-in.ts';
import { countVakken, readVakken } from '../../verslag/vakken.ts';
import { readVasteTekst } from '../../verslag/vaste-tekst.ts';
import { LEIDRAAD, WORD_FORMS } from '../../verslag/word-forms.ts';
import { readVooraf } from '../../waarneming/form.ts';
import type { WordDocument, WordParagraph } from '../../word/model.ts';
import type { VerslagContext } from '../verslag/bron.ts';
import { NEW_FORM } from './read-table.ts';

/** What a Word document says of itself as a form of ours. */
export interface WordForm {
  leidraad: boolean;
  levering: string | undefined;
  /** What the table about the bron came with, by column. */
  vooraf: Readonly<Record<string, string>>;
  /** Whether the form came with a paragraph; absent where that is not known. */
  isVast?: (paragraph: WordParagraph) => boolean;
}

/** Recognises a form of ours by its properties, or a gespreksleidraad by its bookmarks; `undefined` for any other document. */
export function readWordForm(document: WordDocument): WordForm | undefined {
  const { properties } = document;
  const named = WORD_FORMS.find((name) => name === properties.formulier);
  if (named === undefined && countVakken(document) === 0) return undefined;
  const isVast = vastIn(document);
  return {
    leidraad: named === undefined || named === LEIDRAAD,
    levering: properties.levering,
    vooraf: readVooraf(properties),
    ...(isVast ? { isVast } : {}),
  };
}

/** In a room only the hints are the form's: somebody may have copied a question into it. */
function vastIn(document: WordDocument): WordForm['isVast'] | undefined {
  const came = readVasteTekst('vaste tekst', document.properties);
  const isHint = readVasteTekst('aanwijzing', document.properties);
  if (!came) return undefined;
  const rooms = readVakken(document);
  return ({ start, end }) => {
    const text = document.text.slice(start, end);
    if (!came(text) && isHint?.(text) !== true) return false;
    const room = rooms[countLeading(rooms, (one) => one.start < start)];
    return room === undefined || room.end > end;
  };
}

/** What stands in the way of reading a form, and what to watch for. */
export function wordFormProblems(
  { leidraad, isVast }: WordForm,
  document: WordDocument,
  { onderzoek }: Pick<VerslagContext, 'onderzoek'>,
): Diagnostic[] {
  const problems = formProblems(document.properties, onderzoek, NEW_FORM);
  if (leidraad && countVakken(document) === 0) problems.push(noVakken());
  else if (leidraad && !isVast) problems.push(unknownVast());
  return problems;
}

function noVakken(): Diagnostic {
  return error('leidraad/geen-vakken', 'in deze gespreksleidraad zijn de vakken onder de vragen niet te herkennen', {
    help: 'het programma waarmee zij is opgeslagen, liet de bladwijzers weg: open de leidraad in Word of LibreOffice, en neem de aantekeningen over in een nieuw exemplaar',
  });
}

function unknownVast(): Diagnostic {
  return warning('leidraad/vaste-tekst', 'van deze gespreksleidraad is niet te zien wat erbij is geschreven buiten de vakken', {
    help: 'een programma liet de eigenschappen van het bestand weg; wat in de vakken staat, is gelezen',
  });
}

/** The notes in a gespreksleidraad. */
export interface Leidraad {
  aantekeningen: Aantekening[];
  /** The item in whose room a paragraph stands, by its number. */
  vakOf: (alinea: number) => string | undefined;
}

function textAt({ text }: WordDocument, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end).trim();
}

/** The notes in the rooms of a gespreksleidraad, each with the indicatoren that its item serves. */
export function notesOf(document: WordDocument, { alineas }: WordTekst, { verslagen }: VerslagContext): Leidraad {
  const { words } = verslagen;
  const aantekeningen = readVakken(document).map(({ item, isAntwoord, ...place }): Aantekening => {
    const asked = words.indicatorenOf.get(item ?? '') ?? [];
    const antwoorden = item === undefined ? undefined : words.antwoorden.get(item);
    const written = textAt(document, place);
    // What stands in the field for an answer is meant as one: that it is none, is told where it is read.
    const antwoord = antwoorden?.find(written) ?? (antwoorden && isAntwoord ? written : undefined);
    return {
      ...place,
      indicatoren: [...asked],
      ...(item === undefined ? {} : { item }),
      ...(antwoord === undefined ? {} : { antwoord }),
    };
  });
  const items = new Map(aantekeningen.map(({ start, end, item }) => [alineasOf(start, end, alineas).eerste, item]));
  return { aantekeningen, vakOf: (alinea) => items.get(alinea) };
}

import { type Diagnostic, info, warning } from '../../diagnostics/diagnostic.ts';
import { readWordFile } from '../../io/document.ts';
import { readBytes } from '../../io/files.ts';
import { type BronVelden, readBronVelden, withNummer } from '../../verslag/bron-velden.ts';
import { fromWord, type WordTekst } from '../../verslag/from-word.ts';
import { guardHidden, guardText } from '../../verslag/guard-text.ts';
import { OPMERKING, readCoderingen } from '../../verslag/read-coderingen.ts';
import type { WordDocument } from '../../word/model.ts';
import { readOfficeTexts } from '../../xml/office-text.ts';
import { addBron, bronOf, statusOf, type VerslagContext, veldProblems } from '../verslag/bron.ts';
import { changesIn, nergens, partOf, reckoning } from '../verslag/messages.ts';
import { type Delivery, nothingFilledIn } from './delivery.ts';
import { type Leidraad, notesOf, readWordForm, type WordForm, wordFormProblems } from './read-leidraad.ts';

/** A Word document as it was read: what it says of its bron, its text, and what is known of it as a form of ours. */
interface ReadDocument {
  document: WordDocument;
  form: WordForm | undefined;
  velden: BronVelden;
  tekst: WordTekst;
}

/** Reads a verslag in Word whose comments are codes, or a gespreksleidraad that was filled in. */
export async function readWordDelivery(delivery: Delivery, context: VerslagContext): Promise<void> {
  const { value: document, diagnostics } = await readWordFile(delivery.path);
  for (const problem of diagnostics) context.report(problem);
  if (!document) return;
  const form = readWordForm(document);
  for (const problem of form ? wordFormProblems(form, document, context) : [])
    context.report({ ...problem, file: delivery.file });
  const written = readBronVelden(document);
  const velden = withNummer(written, form?.vooraf.id);
  const tekst = fromWord(document, velden.tabel, form?.isVast);
  if (form && isUntouched({ document, form, velden: written, tekst })) return context.report(nothingFilledIn(delivery));
  takeIn({ document, form, velden, tekst }, delivery, context);
}

function takeIn({ document, form, velden, tekst }: ReadDocument, delivery: Delivery, context: VerslagContext): void {
  const bron = bronOf(velden, delivery, context, form?.vooraf.id !== undefined);
  for (const problem of veldProblems(velden, delivery)) context.report(problem);
  if (bron === undefined) return;
  const leidraad = form?.leidraad ? notesOf(document, tekst, context) : undefined;
  const levering = leveringFor(bron, { form, velden }, delivery, context);
  addBron(velden, { bron, levering }, delivery, context);
  const part = partOf(delivery, leidraad?.vakOf);
  const read = readCoderingen(tekst, part, OPMERKING, context.verslagen.codewoorden);
  const { guard } = context.verslagen.words;
  // As they are taken in: a comment without a part of the text is about its whole paragraph.
  const taken = [...(leidraad?.aantekeningen ?? []), ...read.gelezen];
  const hidden = guardHidden(readOfficeTexts(readBytes(delivery.path))?.texts ?? [], delivery.file, guard);
  for (const problem of [...read.diagnostics, ...nergens(tekst, delivery), ...guardText(tekst, taken, part, guard), ...hidden])
    context.report(problem);
  for (let count = 0; count < read.nergens + tekst.nergens.length; count += 1)
    context.intake.tallies.count(levering, part.bestand, 'niet_verwerkt');
  if (document.comments.length > 0 || !leidraad)
    context.report(info('verslag/opmerkingen', reckoning(document.comments.length, read, tekst), { file: delivery.file }));
  if (leidraad && leidraad.aantekeningen.length + document.comments.length === 0) context.report(emptyRooms(delivery));
  for (const what of changesIn(document.counts)) context.report({ ...what, file: delivery.file });
  const { gelezen, geweigerd } = read;
  const kept = keptAs(leidraad, statusOf(velden, delivery, context));
  context.verslagen.add({ delivery, bron, levering, part, tekst, gelezen, geweigerd, ...kept });
}

function emptyRooms({ file }: Delivery): Diagnostic {
  return warning('leidraad/lege-vakken', 'de tabel bovenaan is ingevuld, maar in geen enkel vak staat iets', {
    file,
    help: 'is het gesprek gevoerd, schrijf de aantekeningen dan in het vak onder de vraag, en lees de leidraad opnieuw in',
  });
}

/** Every copy of a gespreksleidraad is a levering of its own: what stands in another copy has not vanished from it. */
function leveringFor(
  bron: string,
  { form, velden }: Pick<ReadDocument, 'form' | 'velden'>,
  delivery: Delivery,
  { leveringOf }: VerslagContext,
): string {
  if (!form?.leidraad) return leveringOf(delivery, velden.waarden.levering, `verslag-${bron}`);
  // Says so when `--levering` is another than that of the form.
  leveringOf(delivery, form.levering);
  return bron;
}

/** Notes are a form, unless somebody says what the status of them as a verslag is. */
function keptAs(leidraad: Leidraad | undefined, document: ReturnType<typeof statusOf>) {
  if (!leidraad) return { document };
  const { aantekeningen } = leidraad;
  return document.status === undefined ? { aantekeningen } : { aantekeningen, document };
}

function isUntouched({ document, form, velden: { waarden }, tekst }: ReadDocument): boolean {
  if (document.comments.length > 0 || tekst.alineas.length > 0) return false;
  const vooraf: Readonly<Record<string, string>> = form?.vooraf ?? {};
  return Object.entries(waarden).every(([veld, value]) => vooraf[veld] === value);
}

import { info } from '../diagnostics/diagnostic.ts';
import { readWordFile } from '../io/document.ts';
import { readBronVelden } from '../verslag/bron-velden.ts';
import { fromWord } from '../verslag/from-word.ts';
import { OPMERKING, readCoderingen } from '../verslag/read-coderingen.ts';
import { guardText } from '../verslag/take-in.ts';
import { addBron, bronOf, statusOf, type VerslagContext, veldProblems } from './verslag-bron.ts';
import { changesIn, nergens, partOf, reckoning } from './verslag-messages.ts';
import type { Delivery } from './waarnemingen-delivery.ts';

/** Reads a verslag in Word whose comments are codes. */
export async function readWordDelivery(delivery: Delivery, context: VerslagContext): Promise<void> {
  const { value: document, diagnostics } = await readWordFile(delivery.path);
  for (const problem of diagnostics) context.report(problem);
  if (!document) return;
  const velden = readBronVelden(document);
  const bron = bronOf(velden, delivery, context);
  for (const problem of veldProblems(velden, delivery)) context.report(problem);
  if (bron === undefined) return;
  const levering = context.leveringOf(delivery, velden.waarden.levering, `verslag-${bron}`);
  addBron(velden, { bron, levering }, delivery, context);
  const tekst = fromWord(document, velden.tabel);
  const part = partOf(delivery);
  const read = readCoderingen(tekst, part, OPMERKING, context.verslagen.codewoorden);
  for (const problem of [...read.diagnostics, ...nergens(tekst, delivery), ...guardText(tekst, part)]) context.report(problem);
  for (let count = 0; count < read.nergens + tekst.nergens.length; count += 1)
    context.intake.tallies.count(levering, part.bestand, 'niet_verwerkt');
  context.report(info('verslag/opmerkingen', reckoning(document.comments.length, read, tekst), { file: delivery.file }));
  for (const what of changesIn(document.counts)) context.report({ ...what, file: delivery.file });
  const { status, datum } = statusOf(velden, delivery, context);
  const { gelezen, geweigerd } = read;
  context.verslagen.add({ delivery, bron, levering, part, tekst, gelezen, geweigerd, document: { status, datum } });
}

import { type Diagnostic, error, info, warning } from '../../diagnostics/diagnostic.ts';
import { readRefiFile } from '../../io/document.ts';
import type { PrivacyGuard } from '../../privacy/guard.ts';
import type { RefiProject, RefiText } from '../../refi/model.ts';
import { USER } from '../../refi/project.ts';
import { countOf } from '../../source/count.ts';
import { fromRefi } from '../../verslag/from-refi.ts';
import { guardHidden, guardText } from '../../verslag/guard-text.ts';
import { CODE, readCoderingen } from '../../verslag/read-coderingen.ts';
import type { VerslagContext } from '../verslag/bron.ts';
import { partOf } from '../verslag/messages.ts';
import type { Delivery } from './delivery.ts';

/** Reads a REFI-QDA project: each text is that of the bron it is called after. */
export async function readRefiDelivery(delivery: Delivery, context: VerslagContext): Promise<void> {
  const { value: project, diagnostics } = await readRefiFile(delivery.path);
  for (const problem of diagnostics) context.report(problem);
  if (!project) return;
  const { file } = delivery;
  for (const { name, reason } of project.unreadable)
    context.report(
      error('refi/tekst', `tekst '${name}' is gecodeerd en niet te lezen: ${reason}`, {
        file,
        help: 'voer het project opnieuw uit',
      }),
    );
  const coded = project.texts.filter(({ selections, outside }) => selections.length + outside > 0);
  for (const text of coded) {
    const bron = bronOfText(text.name, coded.length, delivery, context);
    // One for all projects: a second coder's codes stand beside those of the first, whatever their files are called.
    const levering = context.leveringOf(delivery, undefined, `codes-${bron}`);
    if (bron !== undefined) addText(text, { bron, levering }, delivery, context);
  }
  for (const problem of guardOthers(project, file, context.verslagen.words.guard)) context.report(problem);
  for (const problem of leftOut(project, coded.length)) context.report({ ...problem, file });
}

function addText(
  text: RefiText,
  { bron, levering }: { bron: string; levering: string },
  delivery: Delivery,
  { verslagen, intake, report }: VerslagContext,
): void {
  const tekst = fromRefi(text);
  const part = partOf(delivery, text.name);
  const read = readCoderingen(tekst, part, CODE, verslagen.codewoorden);
  for (const problem of [...read.diagnostics, ...guardText(tekst, read.gelezen, part, verslagen.words.guard)]) report(problem);
  if (text.outside > 0 || text.doubtful) report(misplaced(text, delivery.file));
  for (let count = 0; count < read.nergens; count += 1) intake.tallies.count(levering, part.bestand, 'niet_verwerkt');
  const { gelezen, geweigerd } = read;
  verslagen.add({ delivery, bron, levering, part, tekst, gelezen, geweigerd });
}

/** The project itself is kept as well. The name of a passage is often its beginning: that is judged where it stands. */
function guardOthers({ others, texts, unseen }: RefiProject, file: string, guard: PrivacyGuard): Diagnostic[] {
  const coded = texts.filter(({ selections }) => selections.length > 0);
  const found = others.flatMap(({ soort, text }) => {
    // That somebody who codes has a name, is no problem.
    const problems = guardHidden([{ part: soort, number: 1, text }], file, guard).filter(
      ({ code }) => soort !== USER || code === 'privacy/bsn',
    );
    return problems.length > 0 && coded.some((source) => source.text.includes(text)) ? [] : problems;
  });
  if (unseen === 0) return found;
  const message = `${countOf(unseen, 'bestand', 'bestanden')} in dit project ${unseen === 1 ? 'is' : 'zijn'} geen tekst; daarin is niet naar persoonsgegevens gezocht`;
  return [
    ...found,
    info('privacy/niet-doorzocht', message, { file, help: 'kijk zelf na wat erin staat: het project wordt bewaard' }),
  ];
}

function leftOut({ texts, left }: RefiProject, coded: number): Diagnostic[] {
  const uncoded = texts.length - coded;
  const rest = [
    ...(uncoded > 0 ? [countOf(uncoded, 'tekst zonder code', 'teksten zonder code')] : []),
    ...Object.entries(left).map(([kind, count]) => `${count} ${kind}`),
  ];
  return [
    ...(rest.length > 0 ? [info('refi/niet-overgenomen', `niet overgenomen: ${rest.join(', ')}`)] : []),
    ...(coded === 0 ? [warning('refi/geen-codes', 'in dit project is geen enkele tekst gecodeerd')] : []),
  ];
}

/** The bron of a text in a project is that of its name; with one text it may be `--bron`. */
function bronOfText(
  name: string,
  texts: number,
  { file }: Delivery,
  { verslagen, intake, report }: VerslagContext,
): string | undefined {
  const plain = name.replace(/\.\w{1,5}$/, '').trim();
  const known = intake.bronnen.all().map(({ id }) => id);
  const found = [name, plain, plain.toLowerCase()].find((candidate) => known.includes(candidate));
  if (found !== undefined) return found;
  if (verslagen.bron !== undefined && texts === 1) return verslagen.bron;
  const help =
    'noem de tekst in het programma naar de id van haar bron, en exporteer opnieuw; is er één tekst, dan kan --bron ook';
  report(error('refi/onbekende-bron', `tekst '${name}' heet niet naar een bron van dit onderzoek`, { file, help }));
  return undefined;
}

function misplaced({ name, outside }: { name: string; outside: number }, file: string): Diagnostic {
  const message =
    outside > 0
      ? `in tekst '${name}' ${outside === 1 ? 'staat 1 code' : `staan ${outside} codes`} buiten de tekst`
      : `in tekst '${name}' staan de codes niet op de plaatsen die het project noemt`;
  return error('refi/plaats', message, {
    file,
    help: 'exporteer het project opnieuw; klopt het dan nog niet, probeer een ander programma',
  });
}

import { extname, join } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { readBytes, shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { buildChain, type Chain } from '../../oordeel/chain.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { writtenParagraphs } from '../../rapport/document/docx.ts';
import type { Document } from '../../rapport/document/model.ts';
import { renderMarkdown } from '../../rapport/document/render.ts';
import { reportMarkdown } from '../../rapport/markdown.ts';
import type { Returned } from '../../rapport/terug/change.ts';
import { flat } from '../../rapport/terug/compare-text.ts';
import { differencesIn, type Made } from '../../rapport/terug/differences.ts';
import { fieldsOf } from '../../rapport/terug/fields.ts';
import { type MarkedDossier, markDossier } from '../../rapport/terug/mark-dossier.ts';
import { noteTexts } from '../../rapport/terug/note-texts.ts';
import { passagesOf } from '../../rapport/terug/passages.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { type EditedWord, readEdited } from '../../word/edited.ts';
import { SOURCE_PROPERTY } from '../../word/seal.ts';
import { buildDocumentModel } from './build-document-model.ts';
import { type Origin, readOrigin } from './origin.ts';
import { chooseTemplates, type Target, targetsOf } from './targets.ts';

/** An onderzoek, and once more with marks in its texts. */
interface Twice {
  dossier: Dossier;
  chain: Chain;
  marked: MarkedDossier;
  markedChain: Chain;
}

/** Reads Word documents back, each beside what it was made of as that is now. `template` stands in for a template of one's own. */
export async function readReturned(
  dossier: Dossier,
  paths: readonly string[],
  template: string | undefined,
): Promise<{ returned: Returned[]; diagnostics: Diagnostic[] }> {
  const chain = buildChain(dossier);
  const teksten = join(dossier.folder, 'teksten');
  const fields = fieldsOf(dossier, chain, (naam) => {
    const path = join(teksten, `${naam}.md`);
    return { file: shownPath(path), path };
  });
  const marked = markDossier(dossier, fields);
  const twice = { dossier, chain, marked, markedChain: buildChain(marked.dossier) };
  const returned: Returned[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const read = readDocument(path, dossier);
    diagnostics.push(...read.diagnostics);
    if (read.value) returned.push(await besideNow(read.value, twice, template));
  }
  return { returned, diagnostics };
}

interface ReadDocument {
  file: string;
  word: EditedWord;
  origin: Origin;
}

function readDocument(path: string, dossier: Dossier): { value?: ReadDocument; diagnostics: Diagnostic[] } {
  const file = shownPath(path);
  const bytes = readBytes(path);
  const kind = extname(path).toLowerCase();
  const { value: word, diagnostics } = readEdited(bytes);
  if (!word) return { diagnostics: diagnostics.map((item) => ({ ...item, file })) };
  const origin = readOrigin(word.properties);
  if (!origin) return { diagnostics: [noReport(word, file, kind)] };
  const { id } = dossier.onderzoek.value;
  if (origin.onderzoek === id) return { value: { file, word, origin }, diagnostics: [] };
  const message = `dit rapport is van onderzoek '${origin.onderzoek}', niet van '${id}'`;
  return { diagnostics: [error('terug/ander-onderzoek', message, { file, help: 'lees het in bij dat onderzoek' })] };
}

function noReport({ properties }: EditedWord, file: string, kind: string): Diagnostic {
  const { formulier } = properties;
  const message = formulier
    ? `dit is een formulier (${formulier}), geen rapport`
    : 'dit Word-document is niet door tsd report gemaakt';
  const help = formulier
    ? 'lees een ingevuld formulier in met tsd waarnemingen ingest'
    : `of wat het daarvan onthield, is weg; maak het rapport opnieuw met tsd report, en zet de wijzigingen daarin${kind === '.docx' ? '' : ' (als .docx)'}`;
  return error('terug/geen-rapport', message, { file, help });
}

async function besideNow({ file, word, origin }: ReadDocument, twice: Twice, template: string | undefined): Promise<Returned> {
  const target = await targetFor(origin, twice.dossier, file, template);
  const { document, markdown } = await documentOf(target, twice.dossier, twice.chain, origin);
  const marked = await documentOf(target, twice.marked.dossier, twice.markedChain, origin);
  const written = writtenParagraphs(document);
  const made: Made = {
    passages: passagesOf(written, writtenParagraphs(marked.document), twice.marked.sources),
    bare: written.flatMap(({ name, lead }) => (name === undefined && lead.trim() !== '' ? [flat(lead)] : [])),
    notes: noteTexts(document),
    current: word.properties[SOURCE_PROPERTY] === sha256(markdown),
  };
  const { differences, remarks } = differencesIn(word, made);
  const there = new Set(word.paragraphs.flatMap(({ starts }) => starts.map(({ name }) => name)));
  const { passages } = made;
  const now = { passages, fresh: passages.filter(({ name }) => !there.has(name)) };
  const { titel, ondertitel } = document.meta;
  return { file, title: ondertitel ?? titel, now, differences, remarks, comments: word.comments };
}

async function documentOf(
  target: Target,
  dossier: Dossier,
  chain: Chain,
  origin: Origin,
): Promise<{ document: Document; markdown: string }> {
  const toetsingskader = dossier.toetsingskader?.value;
  if (!toetsingskader) throw new Error('tsd would lay a report beside an onderzoek without a toetsingskader');
  const { diepte, indeling } = origin;
  const model = await buildDocumentModel(target, { dossier, chain, toetsingskader }, { diepte, indeling });
  const markdown = reportMarkdown(target.template, model).value;
  return { document: renderMarkdown(markdown).value, markdown };
}

/** What the document would be made with now. Stops where its template or what it is on is gone. */
async function targetFor(origin: Origin, dossier: Dossier, file: string, template: string | undefined): Promise<Target> {
  const { niveau, gebied, deel, soort, sjabloon } = origin;
  const about = gebied === undefined ? [] : [gebied];
  const named = template ?? (sjabloon === niveau ? undefined : sjabloon);
  const targets = await targetsFor(dossier, { niveau, gebied: about, templates: named === undefined ? [] : [named] }, file);
  const target = targets.find((item) => item.soort === soort && item.niveau === niveau && item.deel === deel);
  if (target) return target;
  const what = deel === undefined ? (gebied ?? OVERKOEPELEND) : deel;
  throw stop('terug/onderwerp-weg', `waar dit document over gaat (${what}), is er niet meer in dit onderzoek`, {
    file,
    help: 'haal eruit wat nog telt, en schrijf dat met de hand waar het hoort',
  });
}

async function targetsFor(dossier: Dossier, options: Parameters<typeof chooseTemplates>[1], file: string): Promise<Target[]> {
  try {
    return await targetsOf(dossier, chooseTemplates(dossier.folder, options), options.gebied);
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    const [first] = cause.diagnostics;
    const help = 'geef met --template de map van het sjabloon waarmee dit document is gemaakt';
    throw stop('terug/sjabloon', `dit document kan niet opnieuw worden gemaakt: ${first?.message ?? ''}`, { file, help });
  }
}

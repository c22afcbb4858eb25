import { join } from 'node:path';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { buildChain, type Chain } from '../../oordeel/chain.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { writtenParagraphs } from '../../rapport/document/docx.ts';
import type { Document } from '../../rapport/document/model.ts';
import { renderMarkdown } from '../../rapport/document/render.ts';
import { reportMarkdown } from '../../rapport/markdown.ts';
import { flat } from '../../rapport/terug/compare-text.ts';
import type { Made } from '../../rapport/terug/differences.ts';
import { fieldsOf } from '../../rapport/terug/fields.ts';
import { type MarkedDossier, markDossier } from '../../rapport/terug/mark-dossier.ts';
import { noteTexts } from '../../rapport/terug/note-texts.ts';
import { passagesOf } from '../../rapport/terug/passages.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { buildDocumentModel } from './build-document-model.ts';
import type { Origin } from './origin.ts';
import { chooseTemplates, type Target, targetsOf } from './targets.ts';

/** A document as it is made now. */
export interface Remade {
  title: string;
  /** The SHA-256 of the Markdown that it is made of. */
  source: string;
  made: Omit<Made, 'current'>;
}

/** An onderzoek, and once more with marks in its texts. */
interface Twice {
  dossier: Dossier;
  chain: Chain;
  marked: MarkedDossier;
  markedChain: Chain;
}

/**
 * Makes documents again by how they were made, each once however many copies came back; a copy is only named where that stops. `template`
 * stands in for a template of one's own.
 */
export function remakerOf(dossier: Dossier, template: string | undefined): (origin: Origin, file: string) => Promise<Remade> {
  const twice = withMarked(dossier);
  const known = new Map<string, Promise<Remade>>();
  return (origin, file) => {
    const key = JSON.stringify(origin);
    const remade = known.get(key) ?? remake(origin, twice, template, file);
    known.set(key, remade);
    return remade;
  };
}

function withMarked(dossier: Dossier): Twice {
  const chain = buildChain(dossier);
  const fields = fieldsOf(dossier, chain, (naam) => {
    const path = join(dossier.folder, 'teksten', `${naam}.md`);
    return { file: shownPath(path), path };
  });
  const marked = markDossier(dossier, fields);
  return { dossier, chain, marked, markedChain: buildChain(marked.dossier) };
}

async function remake(origin: Origin, twice: Twice, template: string | undefined, file: string): Promise<Remade> {
  const target = await targetFor(origin, twice.dossier, file, template);
  const { document, markdown } = await documentOf(target, twice.dossier, twice.chain, origin);
  const marked = await documentOf(target, twice.marked.dossier, twice.markedChain, origin);
  const written = writtenParagraphs(document);
  const { titel, ondertitel } = document.meta;
  return {
    title: ondertitel ?? titel,
    source: sha256(markdown),
    made: {
      passages: passagesOf(written, writtenParagraphs(marked.document), twice.marked.sources),
      bare: written.flatMap(({ name, lead }) => (name === undefined && lead.trim() !== '' ? [flat(lead)] : [])),
      notes: noteTexts(document),
    },
  };
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

import { hasErrors, type Result } from '../../diagnostics/diagnostic.ts';
import type { Huisstijl } from '../../huisstijl/model.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import type { Documentsoort } from '../../rapport/model/options.ts';
import type { RapportDocument } from '../../schema/generated/types.ts';
import { buildDocumentModel } from '../report/build-document-model.ts';
import type { ReportSource } from '../report/build-report-model.ts';
import { type PdfChoice, startFormatter } from '../report/formats.ts';
import { makeFiles } from '../report/make-files.ts';
import { readLook } from '../report/referentie.ts';
import { type Chosen, chooseTemplates, targetsOf } from '../report/targets.ts';

/** A file of a publication, and its place in it. */
export interface Bestand {
  pad: string;
  content: string | Uint8Array;
}

/** A document of a publication, in all its formats. */
export interface Document {
  soort: Documentsoort;
  /** The id of its gebied, or `overkoepelend`. */
  map: string;
  gegevens: RapportDocument;
  bestanden: Bestand[];
}

/** The documents of a publication; the improvement plan only over all gebieden. */
const TEMPLATES = ['samenvatting', 'overkoepelend', 'lokaal', 'toetsingskader', 'verbeterplan'] as const;
const FORMATS = ['html', 'pdf', 'docx'] as const;

/** Makes all documents of a publication, in a huisstijl, as everybody may read them. */
export async function publicDocuments(source: ReportSource, pdf: PdfChoice, huisstijl: Huisstijl): Promise<Result<Document[]>> {
  const { folder } = source.dossier;
  const formatter = await startFormatter(FORMATS, pdf, huisstijl, await readLook(folder, huisstijl, undefined));
  const documents: Document[] = [];
  const diagnostics: Result<Document[]>['diagnostics'] = [];
  for (const target of await targetsOf(source.dossier, chosen(folder), [])) {
    const model = await buildDocumentModel(target, source, {
      diepte: 'openbaar',
      indeling: 'thema',
      termen: huisstijl.termen,
    });
    const pathOf = (format: string): string => `${target.map}/${target.bestand}.${format}`;
    const made = await makeFiles({ template: target.template, model, formatter, pathOf });
    diagnostics.push(...made.diagnostics);
    if (hasErrors(made.diagnostics)) break;
    const bestanden = made.files.map(({ path, content }) => ({ pad: path, content: content as Bestand['content'] }));
    documents.push({ soort: target.soort, map: target.map, gegevens: model.document, bestanden });
  }
  return { value: documents, diagnostics };
}

function chosen(folder: string): Chosen[] {
  return chooseTemplates(folder, { gebied: [], templates: TEMPLATES }).map((one) =>
    one.soort === 'verbeterplan' ? { ...one, niveaus: [OVERKOEPELEND] } : one,
  );
}

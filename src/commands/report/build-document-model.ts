import type { Dossier } from '../../onderzoek/dossier.ts';
import { taalRulesOf } from '../../onderzoek/taalregels.ts';
import { buildBrief } from '../../rapport/model/brief.ts';
import { buildConcept } from '../../rapport/model/concept.ts';
import { buildKaderDocument } from '../../rapport/model/kader.ts';
import type { ReportModel } from '../../rapport/model/kern.ts';
import { askedTypes, buildLeidraad } from '../../rapport/model/leidraad.ts';
import type { RapportOptions } from '../../rapport/model/options.ts';
import { buildToetsingskader } from '../../rapport/model/toetsingskader.ts';
import { buildVerbeterplan } from '../../rapport/model/verbeterplan.ts';
import type { RapportDocument } from '../../schema/generated/types.ts';
import { validateContext } from '../../schema/validate-context.ts';
import { buildReportModel, type ReportSource } from './build-report-model.ts';
import type { Target } from './targets.ts';

/** What every model holds; the rest is for the template of its kind. */
export interface DocumentModel {
  document: RapportDocument;
}

/** The model of one document. One that does not fit the context of its kind is a bug. */
export async function buildDocumentModel(target: Target, source: ReportSource, options: RapportOptions): Promise<DocumentModel> {
  const model = await modelOf(target, source, options);
  const [problem] = validateContext(target.soort, model);
  if (problem) throw new Error(`tsd built an invalid ${target.soort} model: ${JSON.stringify(problem)}`);
  return model;
}

async function modelOf({ soort, gebied, deel }: Target, source: ReportSource, options: RapportOptions): Promise<DocumentModel> {
  const { dossier, toetsingskader } = source;
  switch (soort) {
    case 'lokaal':
    case 'overkoepelend':
      return buildReportModel(source, gebied, options);
    case 'samenvatting':
      return summary(buildReportModel(source, gebied, options), dossier);
    case 'concept':
      return buildConcept(buildReportModel(source, gebied, options), dossier.onderzoek.value);
    case 'brief':
      return buildBrief(buildReportModel(source, gebied, options), dossier.onderzoek.value);
    case 'verbeterplan':
      return buildVerbeterplan(buildReportModel(source, gebied, options), dossier.onderzoek.value);
    case 'toetsingskader':
      return buildToetsingskader(dossier, toetsingskader, options);
    case 'gespreksleidraad':
      return buildLeidraad(dossier, toetsingskader, one(askedTypes(dossier), deel), options);
    case 'kader':
      return buildKaderDocument(one(dossier.kaders, deel));
  }
}

/** Only a summary counts how it reads: the parser of Dutch is not loaded for anything else. */
async function summary(report: ReportModel, dossier: Dossier): Promise<DocumentModel> {
  const { buildSamenvatting } = await import('../../rapport/model/samenvatting.ts');
  return buildSamenvatting(report, taalRulesOf(dossier));
}

/** What a target is on: it was named after what is there. */
function one<T extends { id: string }>(items: readonly T[], id: string | undefined): T {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`tsd made a target on '${id}', which is not there`);
  return found;
}

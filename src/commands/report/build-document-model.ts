import { buildBrief } from '../../rapport/model/brief.ts';
import { buildConcept } from '../../rapport/model/concept.ts';
import { buildKaderDocument } from '../../rapport/model/kader.ts';
import { askedTypes, buildLeidraad } from '../../rapport/model/leidraad.ts';
import type { RapportOptions } from '../../rapport/model/options.ts';
import { buildSamenvatting } from '../../rapport/model/samenvatting.ts';
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
export function buildDocumentModel(target: Target, source: ReportSource, options: RapportOptions): DocumentModel {
  const model = modelOf(target, source, options);
  const [problem] = validateContext(target.soort, model);
  if (problem) throw new Error(`tsd built an invalid ${target.soort} model: ${JSON.stringify(problem)}`);
  return model;
}

function modelOf({ soort, gebied, deel }: Target, source: ReportSource, options: RapportOptions): DocumentModel {
  const { dossier, toetsingskader } = source;
  switch (soort) {
    case 'lokaal':
    case 'overkoepelend':
      return buildReportModel(source, gebied, options);
    case 'samenvatting':
      return buildSamenvatting(buildReportModel(source, gebied, options));
    case 'concept':
      return buildConcept(buildReportModel(source, gebied, options), dossier.onderzoek.value);
    case 'brief':
      return buildBrief(buildReportModel(source, gebied, options), dossier.onderzoek.value);
    case 'verbeterplan':
      return buildVerbeterplan(buildReportModel(source, gebied, options), dossier.onderzoek.value);
    case 'toetsingskader':
      return buildToetsingskader(dossier, toetsingskader);
    case 'gespreksleidraad':
      return buildLeidraad(dossier, toetsingskader, one(askedTypes(dossier), deel));
    case 'kader':
      return buildKaderDocument(one(dossier.kaders, deel));
  }
}

/** What a target is on: it was named after what is there. */
function one<T extends { id: string }>(items: readonly T[], id: string | undefined): T {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`tsd made a target on '${id}', which is not there`);
  return found;
}

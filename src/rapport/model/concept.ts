import type { ContextConceptBestand, OnderzoekBestand } from '../../schema/generated/types.ts';
import { type ReportModel, replyPart } from './kern.ts';

/** The model of a report that is still a concept. */
export type ConceptModel = ContextConceptBestand;

const STATUS = 'Concept voor wederhoor';

/** The model of a report for the right of reply: the same text, marked as a concept, with every paragraph numbered. */
export function buildConcept(report: ReportModel, plan: OnderzoekBestand): ConceptModel {
  const { status = 'niet openbaar' } = report.document;
  return {
    ...report,
    document: { ...report.document, status: `${STATUS}; ${status.toLowerCase()}`, watermerk: 'CONCEPT', alineas: 'alle' },
    reactie: replyPart(plan, 'wederhoor_tot'),
  };
}

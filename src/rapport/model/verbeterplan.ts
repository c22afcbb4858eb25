import type { ContextVerbeterplanBestand, OnderzoekBestand } from '../../schema/generated/types.ts';
import { basePart, documentWith, type ReportModel, replyPart } from './kern.ts';

/** The model of a plan for improvement, to be filled in by the partijen. */
export type VerbeterplanModel = ContextVerbeterplanBestand;

/** Draws the plan from a report: its verbeterpunten, with room for what each partij does about them. */
export function buildVerbeterplan(report: ReportModel, plan: OnderzoekBestand): VerbeterplanModel {
  return {
    ...basePart(report),
    document: documentWith(report, 'Verbeterplan'),
    verbeterpunten: report.verbeterpunten,
    reactie: replyPart(plan, 'rapport_tot'),
  };
}

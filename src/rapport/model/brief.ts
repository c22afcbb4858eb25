import type { ContextBriefBestand, OnderzoekBestand } from '../../schema/generated/types.ts';
import { basePart, conclusiePart, documentWith, type ReportModel, recommendations, replyPart } from './kern.ts';

/** The model of a letter with a report. */
export type BriefModel = ContextBriefBestand;

/** Draws the letter from a report: to the board of a gebied, or over all gebieden to the bewindspersoon. */
export function buildBrief(report: ReportModel, plan: OnderzoekBestand): BriefModel {
  return {
    ...basePart(report),
    document: documentWith(report, 'Brief'),
    ...addressed(report, plan),
    ...conclusiePart(report),
    verbeterpunten: report.verbeterpunten,
    aanbevelingen: recommendations(report),
    reactie: replyPart(plan, 'rapport_tot'),
  };
}

/** The gemeenten of a gebied are written to, since they keep the direction; the other partijen there receive a copy. */
function addressed(report: ReportModel, { reactie }: OnderzoekBestand): Pick<BriefModel, 'aan' | 'kopie'> {
  const { partijen } = report.onderzoek;
  const gemeenten = partijen.filter(({ soort }) => soort === 'gemeente').map(({ naam }) => naam);
  if (report.niveau === 'overkoepelend')
    return { aan: [reactie?.bewindspersoon ?? 'de verantwoordelijke bewindspersoon'], kopie: [] };
  const boards = gemeenten.length > 0 ? gemeenten : [report.gebied.naam];
  return {
    aan: boards.map((naam) => `het bestuur van ${naam}`),
    kopie: partijen.filter(({ soort }) => soort !== 'gemeente').map(({ naam }) => naam),
  };
}

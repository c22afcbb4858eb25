import type { ContextSamenvattingBestand } from '../../schema/generated/types.ts';
import { basePart, conclusiePart, criteriaIn, documentWith, kernpunt, type ReportModel, recommendations } from './kern.ts';
import { present } from './numbering.ts';

/** The model of a summary of one or two pages. */
export type SamenvattingModel = ContextSamenvattingBestand;

/** How many points that go well a summary names: of each criterium the first, in the order of the report. */
const MOST = 6;

/** Draws the summary from a report: no sentence of judgement without the number by which the report is searched. */
export function buildSamenvatting(report: ReportModel): SamenvattingModel {
  const criteria = criteriaIn(report);
  const first = criteria.flatMap(({ titel, gaat_goed: [item] }) => (item ? [kernpunt(item, titel)] : []));
  const named = first.slice(0, MOST);
  const all = criteria.reduce((sum, { gaat_goed }) => sum + gaat_goed.length, 0);
  return {
    ...basePart(report),
    document: documentWith(report, 'Samenvatting'),
    ...present('samenvatting', report.samenvatting),
    ...conclusiePart(report),
    patronen: report.niveau === 'overkoepelend' ? report.patronen.map((item) => kernpunt(item)) : [],
    gaat_goed: named,
    gaat_goed_meer: all - named.length,
    verbeterpunten: report.verbeterpunten,
    aanbevelingen: recommendations(report),
    zonder_oordeel: criteria.flatMap(({ titel, niet_beoordeeld: reden }) => (reden ? [{ over: titel, reden }] : [])),
    zonder_burgers: criteria.filter(({ burgers }) => burgers?.afwezig !== undefined).length,
  };
}

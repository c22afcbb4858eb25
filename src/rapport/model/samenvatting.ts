import type { ContextSamenvattingBestand } from '../../schema/generated/types.ts';
import type { TaalRegels } from '../../taal/advise.ts';
import { summariseTaal, type Tekstfiguren } from '../../taal/summarise.ts';
import { basePart, conclusiePart, criteriaIn, documentWith, kernpunt, type ReportModel, recommendations } from './kern.ts';
import { present } from './numbering.ts';

/** The model of a summary of one or two pages. */
export type SamenvattingModel = ContextSamenvattingBestand;

/**
 * How many points that go well a summary names: of each criterium the first, in the order of the report. One over all gebieden names
 * fewer, since it also tells what comes back everywhere.
 */
const MOST: Readonly<Record<ReportModel['niveau'], number>> = { lokaal: 6, overkoepelend: 4 };

/** Draws the summary from a report: no sentence of judgement without the number by which the report is searched. */
export function buildSamenvatting(report: ReportModel, rules: TaalRegels): SamenvattingModel {
  const parts = partsOf(report);
  return {
    ...basePart(report),
    document: documentWith(report, 'Samenvatting'),
    ...parts,
    taal: figuresIn(report.niveau === 'lokaal' ? parts : { ...parts, verbeterpunten: [] }, rules),
  };
}

type Parts = Omit<SamenvattingModel, 'document' | 'taal' | keyof ReturnType<typeof basePart>>;

function partsOf(report: ReportModel): Parts {
  const criteria = criteriaIn(report);
  const first = criteria.flatMap(({ titel, gaat_goed: [item] }) => (item ? [kernpunt(item, titel)] : []));
  const named = first.slice(0, MOST[report.niveau]);
  const all = criteria.reduce((sum, { gaat_goed }) => sum + gaat_goed.length, 0);
  return {
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

/** How the sentences that people wrote read; what the template adds is the same in every summary, and does not count. Over all gebieden it names no verbeterpunten. */
function figuresIn({ samenvatting, conclusie, ...lists }: Parts, rules: TaalRegels): Tekstfiguren {
  const { patronen, gaat_goed, aanbevelingen, verbeterpunten, zonder_oordeel } = lists;
  const passages = [conclusie ?? [], patronen, gaat_goed, aanbevelingen, verbeterpunten.flatMap(({ punten }) => punten)].flat();
  const texts = [samenvatting ?? '', ...passages.map(({ tekst }) => tekst), ...zonder_oordeel.map(({ reden }) => reden)];
  return summariseTaal(texts.join('\n\n'), rules);
}

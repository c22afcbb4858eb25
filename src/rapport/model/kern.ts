import type {
  OnderzoekBestand,
  RapportCriterium,
  RapportDocument,
  RapportKernpunt,
  RapportNaslag,
  RapportPassage,
  RapportReactie,
} from '../../schema/generated/types.ts';
import type { LokaalModel } from './lokaal.ts';
import { present } from './numbering.ts';
import type { OverkoepelendModel } from './overkoepelend.ts';

/** The report that a shorter document is drawn from. Its sentences keep the numbers that they have there. */
export type ReportModel = LokaalModel | OverkoepelendModel;

/** What every document that is drawn from a report has of it. */
export function basePart(report: ReportModel): {
  formaat: 1;
  niveau: ReportModel['niveau'];
  diepte: ReportModel['diepte'];
  indeling: ReportModel['indeling'];
  onderzoek: ReportModel['onderzoek'];
  rapport: RapportNaslag;
  gebied?: LokaalModel['gebied'];
} {
  const { niveau, diepte, indeling, onderzoek } = report;
  const { titel, ondertitel, datumtekst } = report.document;
  return {
    formaat: 1,
    niveau,
    diepte,
    indeling,
    onderzoek,
    rapport: { titel, ondertitel, datumtekst },
    ...(report.niveau === 'lokaal' ? { gebied: report.gebied } : {}),
  };
}

/** The data of a document that goes with a report: `soort` stands before the title of it. */
export function documentWith({ document }: ReportModel, soort: string): RapportDocument {
  return {
    ...document,
    titel: `${soort} – ${document.titel}`,
    ondertitel: `Bij: ${document.ondertitel}`,
    trefwoorden: [soort.toLowerCase(), ...document.trefwoorden],
  };
}

/** A sentence of the report with its number there. */
export function kernpunt({ nr, tekst }: Pick<RapportPassage, 'nr' | 'tekst'>, over?: string): RapportKernpunt {
  return { nr, tekst, ...present('over', over) };
}

/** The conclusie of a report, when there is one. */
export function conclusiePart({ oordeel }: ReportModel): { conclusie?: RapportKernpunt } {
  return present('conclusie', oordeel.conclusie && kernpunt(oordeel.conclusie));
}

/** The criteria of a report in the order in which they stand there. */
export function criteriaIn({ hoofdstukken }: ReportModel): RapportCriterium[] {
  return hoofdstukken.flatMap(({ criteria }) => criteria);
}

/** The recommendations of a report; one on a single gebied has none. */
export function recommendations(report: ReportModel): RapportKernpunt[] {
  return report.niveau === 'overkoepelend' ? report.aanbevelingen.map((item) => kernpunt(item)) : [];
}

/** Where a reaction is awaited, and until when it can be given. */
export function replyPart({ reactie }: OnderzoekBestand, to: 'wederhoor_tot' | 'rapport_tot'): RapportReactie {
  return { ...present('tot', reactie?.[to]), ...present('adres', reactie?.adres) };
}

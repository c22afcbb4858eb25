import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Chain } from '../../oordeel/chain.ts';
import { type ChainNode, OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { type PrintedReport, printedAt } from '../../rapport/document/printed.ts';
import { plainLine } from '../../rapport/document/text.ts';
import { INDELINGEN, type RapportOptions } from '../../rapport/model/options.ts';
import { normaliseText } from '../../source/fingerprint.ts';
import { buildReportModel } from './build-report-model.ts';

/**
 * What a number in a report turns out to be: something of the onderzoek and which sentence of it, with a warning where the report
 * as it is made now says something else there. Or what is wrong: with the reference, or with the report (`gone`).
 */
export type ReportPlace =
  | { node: ChainNode; feit: string; diagnostics: Diagnostic[] }
  | { problem: string }
  | { gone: Diagnostic };

/** The public report that lies there, and its path as it is shown. */
export type LyingReport = PrintedReport & { file: string };

/** A number in a report of the onderzoek. */
export interface ReportNumber {
  /** The id of the gebied, or `overkoepelend`. */
  map: string;
  /** Of an alinea (`12`), or of a verbeterpunt (`V3`). */
  nummer: string;
  /** The numbers of the alinea's follow the chapters. */
  indeling: RapportOptions['indeling'];
  /** What others read: its numbers count. Absent when no report was made. */
  printed?: LyingReport | undefined;
}

/** Finds what stands at a number in a public report: in the one that lies there, or else as it is made now. */
export function findInReport(asked: ReportNumber, dossier: Dossier, chain: Chain): ReportPlace {
  const { map, nummer } = asked;
  const { gebieden } = dossier.onderzoek.value;
  const gebied = gebieden.find(({ id }) => id === map);
  if (!gebied && map !== OVERKOEPELEND) {
    const names = [...gebieden.map(({ id }) => id), OVERKOEPELEND];
    return { problem: `er is geen rapport over '${map}'${didYouMean(map, names)}; er zijn: ${names.join(', ')}` };
  }
  const toetsingskader = dossier.toetsingskader?.value;
  if (!toetsingskader) return { problem: 'er is nog geen toetsingskader, en dus geen rapport' };
  const source = { dossier, chain, toetsingskader };
  return choose(asked, {
    name: gebied ? `het rapport over ${gebied.naam}` : 'het overkoepelende rapport',
    nowBy: (indeling) => textAt(buildReportModel(source, gebied, { diepte: 'openbaar', indeling }), nummer),
    nodesOf: (tekst) => [...chain.nodes.values()].filter((node) => isPrinted(node, tekst, gebied?.id)),
  });
}

interface Search {
  /** The report, in words. */
  name: string;
  /** The text at the number as the report is made now. */
  nowBy(indeling: RapportOptions['indeling']): string | undefined;
  /** What of the onderzoek has a text. */
  nodesOf(tekst: string): ChainNode[];
}

function choose({ nummer, indeling, printed }: ReportNumber, { name, nowBy, nodesOf }: Search): ReportPlace {
  const now = nowBy(indeling);
  const there = printed && printedAt(printed, nummer);
  const tekst = there ?? now;
  if (tekst === undefined) return { problem: `in ${name} staat geen nummer ${nummer}` };
  const nodes = nodesOf(tekst);
  const [node, second] = nodes;
  const differs = printed !== undefined && !isSame(there, now);
  if (!node && differs) return { gone: goneFrom(printed, nummer, tekst, nowWords(now, nodesOf)) };
  if (!node) return { problem: `nummer ${nummer} in ${name} is niet te volgen` };
  if (second) return { problem: `nummer ${nummer} in ${name} staat bij meer dan een: ${nodes.map(({ ref }) => ref).join(', ')}` };
  const other = differs && there !== undefined ? INDELINGEN.find((one) => isSame(there, nowBy(one))) : undefined;
  const diagnostics = differs ? [differently(printed, nummer, there, nowWords(now, nodesOf), other)] : [];
  return { node, feit: `nummer ${nummer} in ${name}: “${normaliseText(tekst)}”`, diagnostics };
}

/** The report that lies there says something else, but what it says can be followed. */
function differently(
  { file }: LyingReport,
  nummer: string,
  there: string | undefined,
  now: string,
  other: RapportOptions['indeling'] | undefined,
): Diagnostic {
  const found = there === undefined ? `een nummer ${nummer} staat er niet in` : `bij nummer ${nummer} staat er “${there}”`;
  const why = other ? `dit rapport is ingedeeld per ${other}` : 'dit rapport is ouder dan het onderzoek';
  const help = other
    ? `geef --indeling ${other}`
    : 'wilt u dat rapport en onderzoek weer gelijk zijn, maak het dan opnieuw met tsd report';
  const followed = there === undefined ? '' : '; gevolgd is wat er staat';
  return warning('rapport/verouderd', `${why}: ${found}, en in een nieuw rapport ${now}${followed}`, { file, help });
}

/** The report that lies there prints a sentence that the onderzoek no longer has. */
function goneFrom({ file }: LyingReport, nummer: string, there: string, now: string): Diagnostic {
  const found = `bij nummer ${nummer} staat er “${there}”, en die zin staat niet meer in het onderzoek`;
  return error(
    'rapport/zin-verdwenen',
    `dit rapport is ouder dan het onderzoek: ${found}; in een nieuw rapport staat daar ${now}`,
    {
      file,
      help: 'zoek de zin in de geschiedenis van git (git log -p), of maak het rapport opnieuw met tsd report en vraag dan het nieuwe nummer',
    },
  );
}

function nowWords(now: string | undefined, nodesOf: Search['nodesOf']): string {
  if (now === undefined) return 'niets';
  const refs = nodesOf(now).map(({ ref }) => ref);
  return `“${normaliseText(now)}”${refs.length > 0 ? ` (${refs.join(', ')})` : ''}`;
}

/** The text that is printed with a number, wherever in a report model it stands. */
function textAt(value: unknown, nummer: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { nr, nummer: label, tekst } = value as Record<string, unknown>;
  if (typeof tekst === 'string' && (String(nr) === nummer || label === nummer)) return tekst;
  for (const part of Object.values(value)) {
    const found = textAt(part, nummer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A local report prints what is about its gebied, and verbeterpunten, which are about none. */
function isPrinted({ passages, gebied, soort }: ChainNode, tekst: string, where: string | undefined): boolean {
  if (soort === 'bron' || soort === 'waarneming') return false;
  const isHere = where === undefined || gebied === where || soort === 'verbeterpunt';
  return isHere && passages.some((passage) => isSame(passage.tekst, tekst));
}

/** Whether two texts are the same once they are printed. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && printedForm(one) === printedForm(other));
}

function printedForm(text: string): string {
  return normaliseText(plainLine(text));
}

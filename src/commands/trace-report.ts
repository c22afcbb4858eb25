import { didYouMean } from '../diagnostics/suggest.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import type { Chain } from '../oordeel/chain.ts';
import { type ChainNode, OVERKOEPELEND } from '../oordeel/chain-model.ts';
import type { RapportOptions } from '../rapport/model/options.ts';
import { normaliseText } from '../source/fingerprint.ts';
import { buildReportModel } from './build-report-model.ts';

/** What a number in a report turns out to be: something of the onderzoek, and which sentence of it. */
export type ReportPlace = { node: ChainNode; feit: string } | { problem: string };

/** A number in a report of the onderzoek as it is made now. */
export interface ReportNumber {
  /** The id of the gebied, or `overkoepelend`. */
  map: string;
  /** Of an alinea (`12`), or of a verbeterpunt (`V3`). */
  nummer: string;
  /** The numbers of the alinea's follow the chapters. */
  indeling: RapportOptions['indeling'];
}

/** Finds what stands at a number in a public report. */
export function findInReport({ map, nummer, indeling }: ReportNumber, dossier: Dossier, chain: Chain): ReportPlace {
  const { gebieden } = dossier.onderzoek.value;
  const gebied = gebieden.find(({ id }) => id === map);
  if (!gebied && map !== OVERKOEPELEND) {
    const names = [...gebieden.map(({ id }) => id), OVERKOEPELEND];
    return { problem: `er is geen rapport over '${map}'${didYouMean(map, names)}; er zijn: ${names.join(', ')}` };
  }
  const toetsingskader = dossier.toetsingskader?.value;
  if (!toetsingskader) return { problem: 'er is nog geen toetsingskader, en dus geen rapport' };
  const model = buildReportModel({ dossier, chain, toetsingskader }, gebied, { diepte: 'openbaar', indeling });
  const tekst = textAt(model, nummer);
  const name = gebied ? `het rapport over ${gebied.naam}` : 'het overkoepelende rapport';
  if (tekst === undefined) return { problem: `in ${name} staat geen nummer ${nummer}` };
  const nodes = [...chain.nodes.values()].filter((node) => isPrinted(node, tekst, gebied?.id));
  const [node, second] = nodes;
  if (!node) return { problem: `nummer ${nummer} in ${name} is niet te volgen` };
  if (second) return { problem: `nummer ${nummer} in ${name} staat bij meer dan een: ${nodes.map(({ ref }) => ref).join(', ')}` };
  return { node, feit: `nummer ${nummer} in ${name}: “${normaliseText(tekst)}”` };
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
  return isHere && passages.some((passage) => passage.tekst === tekst);
}

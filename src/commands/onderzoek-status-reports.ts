import { join, relative } from 'node:path';
import { Stop } from '../diagnostics/stop.ts';
import { listFiles, readBytes } from '../io/files.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import type { Chain } from '../oordeel/chain.ts';
import { OVERKOEPELEND } from '../oordeel/chain-model.ts';
import { reportMarkdown } from '../rapport/markdown.ts';
import { type DIEPTES, INDELINGEN } from '../rapport/model/options.ts';
import { groupBy } from '../source/order.ts';
import { buildReportModel, type ReportSource } from './build-report-model.ts';
import { type Made, type ReportFormat, startFormatter } from './report-formats.ts';
import { type Target, targetsOf } from './report-targets.ts';

/** One document in rapport/, in one or more formats. */
interface Report {
  /** The folder within rapport/: the id of a gebied, or `overkoepelend`. */
  map: string;
  /** The name without its format: `fictiehove/lokaal`. */
  naam: string;
  sjabloon: string;
  diepte: (typeof DIEPTES)[number];
  formats: ReportFormat[];
}

const NAME = /^(([\w-]+)\/([\w-]+)(\.partij)?)\.(md|html|json|pdf)$/;

/** The paths within rapport/ of the files that lie there, with `/`. */
export function reportFiles(folder: string): string[] {
  const root = join(folder, 'rapport');
  return listFiles(root).map((path) => relative(root, path).replaceAll('\\', '/'));
}

/**
 * The reports that are not what `tsd report` would make now, by name: `fictiehove/lokaal`. A report is made again and compared,
 * by thema and by deelvraag, since nothing beside it says how it was made; a PDF is as fresh as what lies beside it.
 */
export async function staleReports(dossier: Dossier, chain: Chain, files: readonly string[]): Promise<string[]> {
  const toetsingskader = dossier.toetsingskader?.value;
  if (!toetsingskader) return [];
  const source: ReportSource = { dossier, chain, toetsingskader };
  const stale: string[] = [];
  for (const report of reportsAmong(files)) {
    const target = await targetFor(report, dossier);
    if (target && !(await isFresh(report, target, source))) stale.push(report.naam);
  }
  return stale;
}

function reportsAmong(files: readonly string[]): Report[] {
  const found = files.flatMap((path) => {
    const [, naam = '', map = '', sjabloon = '', mark, format = ''] = NAME.exec(path) ?? [];
    return naam ? [{ naam, map, sjabloon, diepte: mark ? ('partij' as const) : ('openbaar' as const), format }] : [];
  });
  return [...groupBy(found, ({ naam }) => naam).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, formats: group.map(({ format }) => format as ReportFormat) }] : [];
  });
}

/** What the report would be made with now; nothing when its template or its gebied is gone. */
async function targetFor({ map, sjabloon }: Report, dossier: Dossier): Promise<Target | undefined> {
  const whole = map === OVERKOEPELEND;
  const named = whole ? { niveau: 'overkoepelend' as const, gebied: [] } : { niveau: 'lokaal' as const, gebied: [map] };
  try {
    const [target] = await targetsOf(dossier, sjabloon === named.niveau ? named : { ...named, template: sjabloon });
    return target;
  } catch (cause) {
    if (cause instanceof Stop) return undefined;
    throw cause;
  }
}

async function isFresh(report: Report, target: Target, source: ReportSource): Promise<boolean> {
  const formats = report.formats.filter((format) => format !== 'pdf');
  if (formats.length === 0) return true;
  const formatter = await startFormatter(formats, {});
  for (const indeling of INDELINGEN) {
    const model = buildReportModel(source, target.gebied, { diepte: report.diepte, indeling });
    const { value } = await formatter(reportMarkdown(target.template, model).value, model);
    if (value.length === formats.length && value.every((made) => isSame(made, report, source.dossier))) return true;
  }
  return false;
}

function isSame({ format, content }: Made, { naam }: Report, { folder }: Dossier): boolean {
  return Buffer.from(content).equals(readBytes(join(folder, 'rapport', `${naam}.${format}`)));
}

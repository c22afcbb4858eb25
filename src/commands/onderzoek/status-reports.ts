import { join, relative } from 'node:path';
import { Stop } from '../../diagnostics/stop.ts';
import { listFiles, readBytes } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Verouderd } from '../../onderzoek/status-step.ts';
import type { Chain } from '../../oordeel/chain.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { reportMarkdown } from '../../rapport/markdown.ts';
import { DOCUMENTEN, INDELINGEN, type RapportOptions, REPORT_FORMATS } from '../../rapport/model/options.ts';
import { sha256 } from '../../source/fingerprint.ts';
import { groupBy } from '../../source/order.ts';
import { buildDocumentModel } from '../report/build-document-model.ts';
import type { ReportSource } from '../report/build-report-model.ts';
import { type Made, type ReportFormat, startFormatter } from '../report/formats.ts';
import { readHuisstijl } from '../report/huisstijl.ts';
import { chooseTemplates, type Target, targetsOf } from '../report/targets.ts';

/** One document in rapport/, in one or more formats. */
interface Report {
  /** The folder within rapport/: the id of a gebied, or `overkoepelend`. */
  map: string;
  /** The name without its format: `fictiehove/lokaal`. */
  naam: string;
  /** The last part of it: the name of its template, and what it is on where that has several documents. */
  sjabloon: string;
  diepte: RapportOptions['diepte'];
  formats: ReportFormat[];
}

const NAME = /^(([\w-]+)\/([\w-]+)(\.partij)?)\.(md|html|json|pdf|docx)$/;

/** The paths within rapport/ of the files that lie there, with `/`. */
export function reportFiles(folder: string): string[] {
  const root = join(folder, 'rapport');
  return listFiles(root).map((path) => relative(root, path).replaceAll('\\', '/'));
}

/** Whether a file is a report, by its template: a toetsingskader that was published early does not say that anything was judged. */
export function isReport(path: string): boolean {
  const [, , , bestand = ''] = NAME.exec(path) ?? [];
  const soort = templateNames(bestand).find((name) => Object.hasOwn(DOCUMENTEN, name));
  return soort === undefined || soort === 'lokaal' || soort === OVERKOEPELEND;
}

/**
 * The files that are not what `tsd report` would make now, and the flags by which it makes them again. A report is made again and
 * compared, by thema and by deelvraag, since nothing beside it says how it was made. A Word document says from which Markdown it was
 * made, whatever was changed in it since; a PDF is as fresh as what lies beside it.
 */
export async function staleReports(dossier: Dossier, chain: Chain, files: readonly string[]): Promise<Verouderd | undefined> {
  const toetsingskader = dossier.toetsingskader?.value;
  if (!toetsingskader) return undefined;
  const source: ReportSource = { dossier, chain, toetsingskader };
  const compared: Stale[] = [];
  for (const report of reportsAmong(files)) {
    const target = await targetFor(report, dossier);
    if (target) compared.push({ report, ...(await staleFormats(report, target, source)) });
  }
  const stale = compared.filter(({ formats }) => formats.length > 0);
  const bestanden = stale.flatMap(({ report, formats }) => formats.map((format) => `${report.naam}.${format}`));
  const gemengd = compared.flatMap(({ report, gemengd: how }) => (how ? [`${report.naam} (${how})`] : []));
  return { bestanden, vlaggen: flagsFor(stale), gemengd };
}

interface Stale {
  report: Report;
  /** Its formats that are not fresh. */
  formats: ReportFormat[];
  /** Which of its fresh formats have which chapters, when those are not the same: numbers in the one are not those of the other. */
  gemengd?: string;
  /** By what its chapters are made, as far as that can be seen: what lies there is most like a report by this. */
  indeling?: RapportOptions['indeling'];
}

/** The flags of one command; reports for others, of another indeling or by a template of one's own, are for the next time. */
function flagsFor(stale: readonly Stale[]): string {
  const [first] = stale;
  if (!first) return '';
  const own = (sjabloon: string) => (sjabloon === 'lokaal' || sjabloon === OVERKOEPELEND ? undefined : sjabloon);
  const { report, indeling } = first;
  const { diepte, sjabloon, map } = report;
  const template = own(sjabloon);
  const isAlike = (other: Stale) =>
    other.report.diepte === diepte && own(other.report.sjabloon) === template && other.indeling === indeling;
  const alike = stale.filter(isAlike);
  const there = new Set(alike.flatMap((item) => item.report.formats));
  return [
    `--format ${REPORT_FORMATS.filter((format) => there.has(format)).join(',')}`,
    ...(diepte === 'openbaar' ? [] : [`--diepte ${diepte}`]),
    ...(indeling && indeling !== INDELINGEN[0] ? [`--indeling ${indeling}`] : []),
    ...(template ? [`--template ${template} --niveau ${map === OVERKOEPELEND ? OVERKOEPELEND : 'lokaal'}`] : []),
  ].join(' ');
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
  for (const name of templateNames(sjabloon)) {
    try {
      const chosen = chooseTemplates(dossier.folder, { ...named, templates: name === named.niveau ? [] : [name] });
      const targets = await targetsOf(dossier, chosen, named.gebied);
      const target = targets.find((item) => item.bestand === sjabloon && item.map === map);
      if (target) return target;
    } catch (cause) {
      if (!(cause instanceof Stop)) throw cause;
    }
  }
  return undefined;
}

/** The template may be named by the first words of a file: that of `gespreksleidraad-jongere` is `gespreksleidraad`. */
function templateNames(bestand: string): string[] {
  const words = bestand.split('-');
  return words.map((_, index) => words.slice(0, words.length - index).join('-'));
}

/** A file is fresh when tsd would make it now by one of the indelingen: the formats may come from more than one run. */
async function staleFormats(report: Report, target: Target, source: ReportSource): Promise<Omit<Stale, 'report'>> {
  const formats = report.formats.filter((format) => format !== 'pdf');
  if (formats.length === 0) return { formats };
  const huisstijl = await readHuisstijl(source.dossier.folder);
  // A Word document says itself what it was made from.
  const formatter = await startFormatter(
    formats.filter((format) => format !== 'docx'),
    {},
    huisstijl,
  );
  const freshBy = new Map<RapportOptions['indeling'], ReportFormat[]>();
  const likeness = new Map<RapportOptions['indeling'], number>();
  const madeFrom = await sourceOf(report, source.dossier);
  for (const indeling of INDELINGEN) {
    const model = await buildDocumentModel(target, source, { diepte: report.diepte, indeling, termen: huisstijl.termen });
    const markdown = reportMarkdown(target.template, model).value;
    const { value } = await formatter(markdown, model);
    const shares = value.map((made) => ({ format: made.format, share: shareOf(made, report, source.dossier) }));
    if (madeFrom === sha256(markdown)) shares.push({ format: 'docx', share: 1 });
    const same = shares.filter(({ share }) => share === 1).map(({ format }) => format);
    freshBy.set(indeling, same);
    likeness.set(indeling, Math.max(...shares.map(({ share }) => share)));
    if (same.length === formats.length) break;
  }
  const [first] = INDELINGEN;
  const indeling = INDELINGEN.reduce((best, one) => ((likeness.get(one) ?? 0) > (likeness.get(best) ?? 0) ? one : best), first);
  const fresh = new Set([...freshBy.values()].flat());
  const stale = formats.filter((format) => !fresh.has(format));
  const gemengd = howMixed(freshBy, fresh);
  return { indeling, formats: withPdf(stale, report), ...(gemengd ? { gemengd } : {}) };
}

/** “md, html per thema; docx per deelvraag”, unless one indeling makes all that is fresh. */
function howMixed(freshBy: ReadonlyMap<string, ReportFormat[]>, fresh: ReadonlySet<ReportFormat>): string | undefined {
  const ways = [...freshBy].filter(([, formats]) => formats.length > 0);
  if (ways.length === 0 || ways.some(([, formats]) => formats.length === fresh.size)) return undefined;
  return ways.map(([indeling, formats]) => `${formats.join(', ')} per ${indeling}`).join('; ');
}

/** The SHA-256 of the Markdown that the Word document of a report was made from, where there is one that says it. */
async function sourceOf({ formats, naam }: Report, { folder }: Dossier): Promise<string | undefined> {
  if (!formats.includes('docx')) return undefined;
  const { propertyOf, SOURCE_PROPERTY } = await import('../../word/seal.ts');
  return propertyOf(readBytes(join(folder, 'rapport', `${naam}.docx`)), SOURCE_PROPERTY);
}

/** A PDF was made together with the Markdown beside it, or the Word document, or without those with all the rest. */
function withPdf(stale: readonly ReportFormat[], { formats }: Report): ReportFormat[] {
  const others = formats.filter((format) => format !== 'pdf');
  const leading = (['md', 'docx'] as const).find((format) => others.includes(format));
  const old = leading ? stale.includes(leading) : stale.length === others.length;
  return stale.length > 0 && old && formats.includes('pdf') ? [...stale, 'pdf'] : [...stale];
}

/** A page may be one long line. */
const PARTS = /\n|(?<=>)/;

/** How much of what tsd would make stands in the file that lies there, by lines and tags: 1 when it is the same. */
function shareOf({ format, content }: Made, { naam }: Report, { folder }: Dossier): number {
  const there = Buffer.from(readBytes(join(folder, 'rapport', `${naam}.${format}`)));
  const made = Buffer.from(content);
  if (made.equals(there)) return 1;
  const lines = new Set(there.toString('utf8').split(PARTS));
  const wanted = made.toString('utf8').split(PARTS);
  return wanted.filter((line) => lines.has(line)).length / (wanted.length + 1);
}

import { join, resolve } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { exists, isFolder, requireFolder, shownPath } from '../../io/files.ts';
import { writeFiles } from '../../io/writer.ts';
import type { Kader } from '../../kader/model.ts';
import { buildKaderDocument } from '../../rapport/model/kader.ts';
import { validateContext } from '../../schema/validate-context.ts';
import { resolvePositions } from '../../source/positions.ts';
import type { Outcome } from '../outcome.ts';
import { frameworkOf, readFramework, readKader } from '../read/kader.ts';
import { newReading, type Reading } from '../read/yaml.ts';
import { type PdfChoice, type ReportFormat, startFormatter } from '../report/formats.ts';
import { readHuisstijl } from '../report/huisstijl.ts';
import { makeFiles } from '../report/make-files.ts';
import { findTemplate, loadTemplate } from '../report/read-template.ts';
import { readLook } from '../report/referentie.ts';

/** What `tsd kader report` is asked for. */
export interface KaderReportOptions {
  formats: readonly ReportFormat[];
  /** The name or folder of a template of one's own. */
  template: string;
  /** The folder to write to. */
  out: string;
  pdf: PdfChoice;
}

/** `tsd kader report <kader>`: a whole kader as a readable document, by its id or by the path of its folder. */
export async function reportKader(argument: string, { formats, template, out, pdf }: KaderReportOptions): Promise<Outcome> {
  if (exists(out)) requireFolder(out);
  const { kader, reading } = findKader(argument);
  if (hasErrors(reading.diagnostics)) return reading;
  const found = findTemplate(template, '.');
  if (found.soort !== undefined && found.soort !== 'kader')
    throw stop('sjabloon/niveau', `het sjabloon '${found.naam}' is voor een ${found.soort}, en niet voor een kader`, {
      help: 'laat --template weg, of kies een sjabloon voor een kader',
    });
  const model = buildKaderDocument(kader);
  const [problem] = validateContext('kader', model);
  if (problem) throw new Error(`tsd built an invalid kader model: ${JSON.stringify(problem)}`);
  const huisstijl = await readHuisstijl('.');
  const look = formats.includes('docx') ? await readLook('.', huisstijl) : undefined;
  const { files, diagnostics } = await makeFiles({
    template: await loadTemplate(found, 'kader'),
    model,
    formatter: await startFormatter(formats, pdf, huisstijl, look),
    pathOf: (format) => join(resolve(out), `${found.naam}-${kader.id}.${format}`),
  });
  const all = [...reading.diagnostics, ...diagnostics];
  if (hasErrors(all)) return { ...reading, diagnostics: all };
  await writeFiles(resolve(out), files);
  const written = files.map(({ path }) => shownPath(path));
  return { ...reading, diagnostics: all, data: { geschreven: written }, messages: written };
}

function findKader(argument: string): { kader: Kader; reading: Reading } {
  if (isFolder(argument) && exists(join(argument, 'kader.yaml'))) {
    const reading = newReading();
    const read = readKader(resolve(argument), reading);
    if (!read) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
    return { kader: read.kader, reading };
  }
  const { reading, kaders } = readFramework(frameworkOf('.'));
  const kader = kaders.find((item) => item.kader.id === argument)?.kader;
  if (kader) return { kader, reading };
  const ids = kaders.map((item) => item.kader.id);
  throw stop('kader/onbekend', `het kader '${argument}' bestaat niet${didYouMean(argument, ids)}`, {
    help: `er zijn: ${ids.join(', ')}; of geef de map van een kader`,
  });
}

import type { Command } from 'commander';
import { REPORT_FLAGS } from '../commands/report/flags.ts';
import type { IngestReportOptions } from '../commands/report/ingest.ts';
import type { ReportOptions } from '../commands/report.ts';
import { choiceList, choices, collect, examples, ONDERZOEK, parts } from './options.ts';

/** What commander makes of the flags. */
type Flags = Pick<ReportOptions, 'diepte' | 'indeling' | 'niveau' | 'out' | 'huisstijl' | 'referentie' | 'vervang'> & {
  template?: string[];
  gebied?: string[];
  format: ReportOptions['formats'];
  archief?: boolean;
  json?: boolean;
  referentieMaken?: boolean;
  watch?: boolean;
};

/** The help of `--format`. */
export const FORMATS_HELP = 'md, html, pdf, docx en json, met komma’s ertussen';

const TEMPLATES = `welke documenten, met komma’s ertussen: ${REPORT_FLAGS.template.join(', ')}; of een eigen sjabloon: de naam van een map in templates/, of het pad ernaartoe; standaard ${REPORT_FLAGS.niveau.join(' en ')}`;

/** `tsd report`: from everything that was recorded to the documents. */
export function declareReport(program: Command): void {
  const report = program
    .command('report')
    .description('maak de rapporten en andere documenten: per gebied, en over alle gebieden samen')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--niveau <niveau>', 'alleen lokaal of alleen overkoepelend; standaard beide', choices(REPORT_FLAGS.niveau))
    .option('--gebied <id>', 'alleen dit gebied (herhaalbaar)', collect)
    .option('--format <vormen>', FORMATS_HELP, choiceList(REPORT_FLAGS.format), ['docx', 'pdf'])
    .option('--diepte <diepte>', 'voor wie: openbaar, partij of intern', choices(REPORT_FLAGS.diepte), 'openbaar')
    .option('--indeling <indeling>', 'hoofdstukken per thema of per deelvraag', choices(REPORT_FLAGS.indeling), 'thema')
    .option('--archief', 'maak de PDF voor het archief: PDF/A-2a')
    .option('--template <sjablonen>', TEMPLATES, parts)
    .option('--out <map>', 'waar de rapporten komen; standaard rapport/ in het onderzoek, en voor intern werkdossier/rapport/')
    .option('--huisstijl <bestand>', 'kleuren, lettertype, logo en meer; standaard templates/huisstijl.yaml, als dat er is')
    .option('--referentie <docx>', 'een Word-document waarvan de stijlen, marges en het thema worden overgenomen')
    .option(
      '--referentie-maken',
      'maak geen rapport, maar templates/referentie.docx: daarin verandert u in Word hoe rapporten eruitzien',
    )
    .option('--vervang', 'schrijf ook over een Word-document dat na het maken is bewerkt')
    .option('--watch', 'maak de rapporten opnieuw bij elke verandering, en toon ze in de browser')
    .option('--json', 'wat is gemaakt, en de meldingen, als JSON')
    .addHelpText(
      'after',
      examples(
        'report mijn-onderzoek',
        'report mijn-onderzoek --template toetsingskader',
        'report mijn-onderzoek --gebied fictiehove --format html,pdf --diepte partij',
      ),
    )
    .action(
      async (
        onderzoek: string,
        { format, gebied = [], template = [], archief = false, json = false, referentieMaken, watch = false, ...flags }: Flags,
      ) => {
        if (referentieMaken) return makeReferentie(onderzoek, json);
        if (watch) return watchReports(onderzoek, { ...flags, template });
        const [{ reportOnderzoek }, { run }] = await Promise.all([import('../commands/report.ts'), import('./run.ts')]);
        const pdf = { ...pdfChoice(), archief };
        const options = { ...flags, gebied, templates: template, formats: format, pdf, json, ...progress() };
        await run(() => reportOnderzoek(onderzoek, options), { json });
      },
    );
  declareIngest(report);
}

/** `tsd report ingest`: what was done in Word, back to where it came from. */
function declareIngest(report: Command): void {
  report
    .command('ingest')
    .description('lees rapporten terug die in Word zijn bewerkt: wijzigingen en opmerkingen; en neem ze over')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<bestanden...>', 'Word-documenten (.docx) die met tsd report zijn gemaakt')
    .option('--overnemen <welke>', 'neem over in de bron: alles, of nummers, of namen van auteurs, met komma’s ertussen', parts)
    .option('--template <map>', 'het eigen sjabloon waarmee het is gemaakt, als dat niet in templates/ ligt', parts)
    .option('--json', 'wat is gewijzigd, en de meldingen, als JSON')
    .addHelpText(
      'after',
      examples(
        'report ingest mijn-onderzoek rapport-van-jansen.docx',
        'report ingest mijn-onderzoek rapport-van-jansen.docx --overnemen 1,3',
      ),
    )
    .action(async (onderzoek: string, files: string[], _: unknown, command: Command) => {
      // Options that the command above it has as well are kept there.
      const { overnemen, template, json = false } = command.optsWithGlobals<IngestFlags>();
      const [{ ingestReports }, { run }] = await Promise.all([import('../commands/report/ingest.ts'), import('./run.ts')]);
      const [own] = template ?? [];
      const options = { ...(overnemen ? { overnemen } : {}), ...(own === undefined ? {} : { template: own }) };
      await run(() => ingestReports(onderzoek, files, options), { json });
    });
}

type IngestFlags = Pick<IngestReportOptions, 'overnemen'> & { template?: string[]; json?: boolean };

/** The same command, time and again, with a page among what it makes. */
async function watchReports(
  onderzoek: string,
  { template, huisstijl, referentie, out }: Pick<Flags, 'template' | 'huisstijl' | 'referentie' | 'out'>,
): Promise<void> {
  const [{ watchReport }, { Stop }, { formatDiagnostics }] = await Promise.all([
    import('../commands/report/watch.ts'),
    import('../diagnostics/stop.ts'),
    import('../diagnostics/format.ts'),
  ]);
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  const named = [
    ...(template ?? []).filter((name) => /[\\/.]/.test(name)),
    ...[huisstijl, referentie].flatMap((path) => path ?? []),
  ];
  const say = (text: string): void => void process.stderr.write(text);
  try {
    await watchReport({ onderzoek, args: argsWithPage(process.argv.slice(2)), named, out }, ending.signal, say);
    process.exitCode = 130;
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    say(formatDiagnostics(cause.diagnostics, 'text'));
    process.exitCode = cause.exitCode;
  }
}

/** The arguments of this command without `--watch`, with html among the formats that were asked for or else alone. */
function argsWithPage(args: readonly string[]): string[] {
  const kept = args.filter((arg) => arg !== '--watch' && arg !== '--json');
  const index = kept.findIndex((arg) => arg === '--format' || arg.startsWith('--format='));
  if (index < 0) return [...kept, '--format', 'html'];
  const at = kept[index] === '--format' ? index + 1 : index;
  return kept.map((arg, place) => (place === at && !/\bhtml\b/.test(arg) ? `${arg},html` : arg));
}

async function makeReferentie(onderzoek: string, json: boolean): Promise<void> {
  const [{ makeReferentie: make }, { run }] = await Promise.all([import('../commands/report/referentie.ts'), import('./run.ts')]);
  await run(() => make(onderzoek), { json });
}

/** Which Typst makes the PDF can be set from outside, to compare the two and to measure them. */
export function pdfChoice(): ReportOptions['pdf'] {
  const { TSD_PDF: engine, TSD_PDF_BRON: keepSource } = process.env;
  return {
    ...(engine === 'native' || engine === 'wasm' ? { engine } : {}),
    ...(keepSource ? { keepSource } : {}),
  };
}

function progress(): Pick<ReportOptions, 'progress'> {
  if (!process.stderr.isTTY) return {};
  return { progress: (document) => void process.stderr.write(`bezig met ${document}\n`) };
}

import type { Command } from 'commander';
import { REPORT_FLAGS } from '../commands/report/flags.ts';
import type { ReportOptions } from '../commands/report.ts';
import { choiceList, choices, collect, examples, ONDERZOEK, parts } from './options.ts';
import { declareIngest } from './report-ingest.ts';
import { watchReports } from './report-watch.ts';

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
        command: Command,
      ) => {
        if (referentieMaken) return makeReferentie(onderzoek, json);
        if (watch) return watchReports(onderzoek, { ...flags, templates: template, formats: format }, command);
        const [{ reportOnderzoek }, { run }] = await Promise.all([import('../commands/report.ts'), import('./run.ts')]);
        const pdf = { ...pdfChoice(), archief };
        const options = { ...flags, gebied, templates: template, formats: format, pdf, json, ...progress() };
        await run(() => reportOnderzoek(onderzoek, options), { json });
      },
    );
  declareIngest(report);
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

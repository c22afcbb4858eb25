import type { Command } from 'commander';
import type { IngestReportOptions } from '../commands/report/ingest.ts';
import { examples, ONDERZOEK, parts } from './options.ts';

type IngestFlags = Pick<IngestReportOptions, 'overnemen'> & { template?: string[]; json?: boolean };

/** `tsd report ingest`: what was done in Word, back to where it came from. */
export function declareIngest(report: Command): void {
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

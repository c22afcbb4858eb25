import type { Command } from 'commander';
import { type DiagnosticFormat, FORMATS } from '../diagnostics/forms.ts';
import { choices, examples, ONDERZOEK } from './options.ts';

/** `tsd check` and `tsd trace`: whether the chain of evidence holds, and where it leads. */
export function declareCheck(program: Command): void {
  program
    .command('check')
    .description('kijk of alles klopt: van toetsingskader en waarnemingen tot oordelen en verbeterpunten')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--format <vorm>', 'vorm van de meldingen: text, json, sarif of github', choices(FORMATS), 'text')
    .option('--json', 'de telling en de meldingen als JSON')
    .addHelpText('after', examples('check mijn-onderzoek'))
    .action(async (onderzoek: string, options: { format: DiagnosticFormat; json?: boolean }) => {
      const [{ checkOnderzoek }, { run }] = await Promise.all([import('../commands/check.ts'), import('./run.ts')]);
      await run(() => checkOnderzoek(onderzoek), options);
    });
  program
    .command('trace')
    .description('volg een waarneming omhoog naar elke zin die erop rust, of een oordeel omlaag naar zijn bronnen')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<verwijzing>', 'bijvoorbeeld oordeel:fictiehove/samenhang, bevinding:fictiehove-3 of volwassenen/samenhang')
    .option('--json', 'als JSON')
    .addHelpText('after', examples('trace mijn-onderzoek oordeel:fictiehove/samenhang'))
    .action(async (onderzoek: string, ref: string, options: { json?: boolean }) => {
      const [{ traceOnderzoek }, { run }] = await Promise.all([import('../commands/trace.ts'), import('./run.ts')]);
      await run(() => traceOnderzoek(onderzoek, ref), options);
    });
}

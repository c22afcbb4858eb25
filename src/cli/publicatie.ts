import type { Command } from 'commander';
import { examples, ONDERZOEK } from './options.ts';
import { pdfChoice } from './report.ts';

/** `tsd publicatie …`: what everybody may have. */
export function declarePublicatie(program: Command): void {
  program
    .command('publicatie')
    .description('openbaar maken: alles wat bij de publicatie hoort')
    .command('build')
    .description('maak één map met rapporten, samenvatting, toetsingskader, open data, metadata voor de Woo en een startpagina')
    .argument('<onderzoek>', ONDERZOEK)
    .requiredOption('--out <map>', 'de map die de publicatie wordt')
    .option('--archief', 'maak elke PDF voor het archief: PDF/A-2a')
    .option('--json', 'welke bestanden er zijn gemaakt, en de meldingen, als JSON')
    .addHelpText('after', examples('publicatie build mijn-onderzoek --out site'))
    .action(async (onderzoek: string, { out, archief = false, json }: { out: string; archief?: boolean; json?: boolean }) => {
      const [{ buildPublicatie }, { run }] = await Promise.all([import('../commands/publicatie/build.ts'), import('./run.ts')]);
      await run(() => buildPublicatie(onderzoek, { out, pdf: { ...pdfChoice(), archief } }), json ? { json } : {});
    });
}

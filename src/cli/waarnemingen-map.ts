import type { Command } from 'commander';
import { examples, ONDERZOEK, rowNumber } from './options.ts';

/** `tsd waarnemingen map`: proposes a koppeling for a table of elsewhere. */
export function declareMap(parent: Command): void {
  parent
    .command('map')
    .description('stel een koppeling voor: hoe de kolommen en woorden van een tabel van elders bij ons heten')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<bestand>', 'een tabel: Excel, CSV, NDJSON, of JSON met een lijst')
    .option('--blad <naam>', 'het blad van de werkmap')
    .option('--koprij <nummer>', 'de rij met de namen van de kolommen', rowNumber)
    .option('--out <bestand>', 'waar de koppeling komt', 'koppeling.yaml')
    .addHelpText('after', examples('waarnemingen map mijn-onderzoek enquete.xlsx --out enquete.koppeling.yaml'))
    .action(async (onderzoek: string, file: string, flags: { blad?: string; koprij?: number; out?: string }) => {
      const [{ mapWaarnemingen }, { run }] = await Promise.all([import('../commands/waarnemingen/map.ts'), import('./run.ts')]);
      await run(() => mapWaarnemingen(onderzoek, file, flags));
    });
}

import type { Command } from 'commander';
import { choices, collect, examples, ONDERZOEK } from './options.ts';

interface ListFlags {
  gebied?: string[];
  criterium?: string;
  indicator?: string;
  perspectief?: string;
  casus?: string;
  strekking?: string;
  bron?: string;
  ongecodeerd?: boolean;
  verdwenen?: boolean;
  format: 'tabel' | 'csv' | 'json';
  json?: boolean;
}

/** `tsd waarnemingen list`: what was recorded. */
export function declareList(waarnemingen: Command): void {
  waarnemingen
    .command('list')
    .description('toon wat er is vastgelegd')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--gebied <gebied>', 'alleen dit gebied (herhaalbaar)', collect)
    .option('--criterium <verwijzing of nummer>', 'alleen bij indicatoren van dit criterium')
    .option('--indicator <verwijzing>', 'alleen bij deze indicator')
    .option('--perspectief <perspectief>', 'alleen uit dit perspectief')
    .option('--casus <code>', 'alleen van deze casus')
    .option('--strekking <strekking>', 'alleen met deze strekking')
    .option('--bron <id>', 'alleen van deze bron')
    .option('--ongecodeerd', 'alleen wat nog geen indicator heeft')
    .option('--verdwenen', 'alleen wat niet meer in een levering of verslag staat')
    .option('--format <vorm>', 'tabel, csv of json', choices(['tabel', 'csv', 'json']), 'tabel')
    .option('--json', 'als JSON')
    .addHelpText(
      'after',
      examples(
        'waarnemingen list mijn-onderzoek --gebied fictiehove --criterium toegang',
        'waarnemingen list mijn-onderzoek --perspectief burger --format csv > burgers.csv',
      ),
    )
    .action(async (onderzoek: string, { json, ...flags }: ListFlags) => {
      const [{ showWaarnemingen }, { run }] = await Promise.all([import('../commands/waarnemingen/list.ts'), import('./run.ts')]);
      const breedte = process.stdout.isTTY ? process.stdout.columns : undefined;
      await run(() => showWaarnemingen(onderzoek, { ...flags, breedte }), { json: json === true || flags.format === 'json' });
    });
}

import type { Command } from 'commander';
import { choices, collect, examples, ONDERZOEK } from './options.ts';
import { date, today } from './terminal.ts';

interface ListFlags {
  status?: string[];
  open?: boolean;
  format: 'tabel' | 'csv' | 'json';
  json?: boolean;
}

interface SetFlags {
  status: string;
  datum?: string;
  vandaag?: string;
  json?: boolean;
}

const STATUSSEN = 'concept, voorgelegd, akkoord, gecorrigeerd of geen-reactie';

/** `tsd verslag …`: what became of the verslagen of bronnen that were sent to who was spoken. */
export function declareVerslag(program: Command): void {
  const verslag = program.command('verslag').description('verslagen van gesprekken: hoe het ermee staat, en wat erop terugkwam');
  declareList(verslag);
  declareSet(verslag);
}

function declareList(parent: Command): void {
  parent
    .command('list')
    .description('toon de verslagen met hun status, en of het bestand nog is wat is ingelezen')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--status <status>', `alleen met deze status (herhaalbaar): ${STATUSSEN}`, collect)
    .option('--open', 'alleen wat nog concept of voorgelegd is')
    .option('--format <vorm>', 'tabel, csv of json', choices(['tabel', 'csv', 'json']), 'tabel')
    .option('--json', 'als JSON')
    .addHelpText(
      'after',
      examples(
        'verslag list mijn-onderzoek --open',
        'verslag list mijn-onderzoek --status voorgelegd --format csv > herinneren.csv',
      ),
    )
    .action(async (onderzoek: string, { json, ...flags }: ListFlags) => {
      const [{ listVerslagen }, { run }] = await Promise.all([import('../commands/verslag/list.ts'), import('./run.ts')]);
      const breedte = process.stdout.isTTY ? process.stdout.columns : undefined;
      await run(() => listVerslagen(onderzoek, { ...flags, breedte }), { json: json === true || flags.format === 'json' });
    });
}

function declareSet(parent: Command): void {
  parent
    .command('set')
    .description('leg vast hoe het met verslagen staat: alle genoemde, of geen')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<bronnen...>', 'de ids van de bronnen')
    .requiredOption('--status <status>', STATUSSEN)
    .option('--datum <datum>', 'sinds wanneer, jaar-maand-dag; zonder is dat vandaag', date)
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag', date)
    .option('--json', 'als JSON')
    .addHelpText(
      'after',
      examples(
        'verslag set mijn-onderzoek b1 b2 b3 --status voorgelegd --datum 2026-03-01',
        'verslag set mijn-onderzoek b2 --status akkoord',
      ),
    )
    .action(async (onderzoek: string, bronnen: string[], { vandaag = today(), ...flags }: SetFlags) => {
      const [{ setVerslagStatus }, { run }] = await Promise.all([import('../commands/verslag/set.ts'), import('./run.ts')]);
      await run(() => setVerslagStatus(onderzoek, bronnen, { ...flags, vandaag }), flags.json ? { json: true } : {});
    });
}

import type { Command } from 'commander';
import { GRAFIEK_FLAGS } from '../commands/grafiek/flags.ts';
import type { GrafiekRequest } from '../commands/grafiek.ts';
import { choices, examples, ONDERZOEK, once } from './options.ts';

type Flags = Omit<GrafiekRequest, 'soort'>;

/** `tsd grafiek`: one picture on its own. */
export function declareGrafiek(program: Command): void {
  program
    .command('grafiek')
    .description('maak één figuur van een onderzoek, voor een presentatie of een eigen tekst')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<soort>', `wat voor figuur: ${GRAFIEK_FLAGS.soort.join(', ')}`, choices(GRAFIEK_FLAGS.soort))
    .option('--format <vorm>', 'svg, png, of csv voor de getallen', choices(GRAFIEK_FLAGS.format), 'svg')
    .option('--gebied <id>', 'alleen dit gebied; standaard over alle gebieden samen', once)
    .option('--diepte <diepte>', 'voor wie: openbaar, partij of intern', choices(GRAFIEK_FLAGS.diepte), 'openbaar')
    .option('--out <bestand>', 'waar de figuur komt; zonder --out op het scherm (svg, csv)')
    .addHelpText(
      'after',
      examples(
        'grafiek mijn-onderzoek factoren --out factoren.svg',
        'grafiek mijn-onderzoek goed-en-beter --gebied fictiehove --format png --out fictiehove.png',
        'grafiek mijn-onderzoek waarnemingen --diepte intern --format csv',
      ),
    )
    .action(async (onderzoek: string, soort: GrafiekRequest['soort'], flags: Flags) => {
      const [{ showGrafiek }, { run }] = await Promise.all([import('../commands/grafiek.ts'), import('./run.ts')]);
      await run(() => showGrafiek(onderzoek, { ...flags, soort }));
    });
}

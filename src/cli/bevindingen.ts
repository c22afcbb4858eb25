import type { Command } from 'commander';
import { choices, collect, examples, ONDERZOEK } from './options.ts';
import { declareWithdraw } from './withdraw.ts';

/** `tsd bevindingen …`: from waarnemingen to the sentences of the team. */
export function declareBevindingen(program: Command): void {
  const bevindingen = program.command('bevindingen').description('bevindingen: van waarnemingen naar de zinnen van het team');
  bevindingen
    .command('draft')
    .description('leg de waarnemingen naast elkaar en geef ruimte voor bevindingen')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--gebied <id>', 'alleen dit gebied (herhaalbaar)', collect)
    .option('--format <vorm>', 'werkdocument als xlsx, docx of yaml', choices(['xlsx', 'docx', 'yaml']), 'xlsx')
    .option('--out <pad>', 'het werkblad (xlsx), of de map voor de bestanden (docx, yaml); standaard werkdossier/concept')
    .option('--json', 'het resultaat als JSON')
    .addHelpText('after', examples('bevindingen draft mijn-onderzoek --gebied fictiehove'))
    .action(
      async (
        onderzoek: string,
        options: { gebied?: string[]; format: 'xlsx' | 'docx' | 'yaml'; out?: string; json?: boolean },
      ) => {
        const [{ draftBevindingen }, { run }] = await Promise.all([
          import('../commands/bevindingen/draft.ts'),
          import('./run.ts'),
        ]);
        await run(() => draftBevindingen(onderzoek, options), options.json ? { json: true } : {});
      },
    );
  bevindingen
    .command('ingest')
    .description('lees bevindingen in uit een ingevuld werkdocument, of die elders zijn vastgelegd')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<bestanden...>', 'werkbladen (.xlsx), werkdocumenten (.docx) en bestanden (.yaml)')
    .option('--koppeling <bestand>', 'lees tabellen van elders, zoals dit bestand zegt')
    .option('--vervang', 'neem over wat in het bestand staat, ook als de bevinding intussen elders is veranderd')
    .option('--json', 'de telling en de meldingen als JSON')
    .addHelpText('after', examples('bevindingen ingest mijn-onderzoek mijn-onderzoek/werkdossier/concept/bevindingen.xlsx'))
    .action(async (onderzoek: string, files: string[], options: { vervang?: boolean; koppeling?: string; json?: boolean }) => {
      const [{ ingestBevindingen }, { run }] = await Promise.all([
        import('../commands/bevindingen/ingest.ts'),
        import('./run.ts'),
      ]);
      await run(() => ingestBevindingen(onderzoek, files, options), options.json ? { json: true } : {});
    });
  declareWithdraw(bevindingen, {
    naam: 'bevindingen',
    voorbeeld: 'fictiehove-3 --reden "Gaat op in fictiehove-4."',
    load: async () => (await import('../commands/bevindingen/withdraw.ts')).withdrawBevindingen,
  });
}

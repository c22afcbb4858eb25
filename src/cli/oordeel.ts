import type { Command } from 'commander';
import { collect, examples, ONDERZOEK } from './options.ts';

/** `tsd oordeel …` and `tsd confirm`: what the team judges, and what it has read again. */
export function declareOordeel(program: Command): void {
  declareDraft(program);
  declareConfirm(program);
}

function declareDraft(program: Command): void {
  const oordeel = program.command('oordeel').description('oordelen: per gebied en over alle gebieden, en verbeterpunten');
  oordeel
    .command('draft')
    .description('geef ruimte voor elk oordeel, elke conclusie en de verbeterpunten; wat er staat blijft staan')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--gebied <id>', 'alleen dit gebied (herhaalbaar)', collect)
    .option('--json', 'het resultaat als JSON')
    .addHelpText('after', examples('oordeel draft mijn-onderzoek'))
    .action(async (onderzoek: string, options: { gebied?: string[]; json?: boolean }) => {
      const [{ draftOordelen }, { run }] = await Promise.all([import('../commands/oordeel/draft.ts'), import('./run.ts')]);
      await run(() => draftOordelen(onderzoek, options), options.json ? { json: true } : {});
    });
}

function declareConfirm(program: Command): void {
  program
    .command('confirm')
    .description('bevestig dat een zin klopt met waar zij nu op rust; een latere verandering daarvan valt dan op')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('[verwijzingen...]', 'bijvoorbeeld bevinding:fictiehove-3 of oordeel:fictiehove/samenhang')
    .option('--gebied <id>', 'alles van dit gebied (herhaalbaar)', collect)
    .option('--alles', 'alles van het hele onderzoek')
    .option('--json', 'het resultaat als JSON')
    .addHelpText('after', examples('confirm mijn-onderzoek bevinding:fictiehove-3', 'confirm mijn-onderzoek --gebied fictiehove'))
    .action(async (onderzoek: string, refs: string[], options: { gebied?: string[]; alles?: boolean; json?: boolean }) => {
      const [{ confirmOnderzoek }, { run }] = await Promise.all([import('../commands/confirm.ts'), import('./run.ts')]);
      await run(() => confirmOnderzoek(onderzoek, refs, options), options.json ? { json: true } : {});
    });
}

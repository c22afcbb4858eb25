import type { Command } from 'commander';
import { examples, ONDERZOEK } from './options.ts';

/** `tsd waarnemingen account`: the reckoning over again. */
export function declareAccount(waarnemingen: Command): void {
  waarnemingen
    .command('account')
    .description('reken na of alles wat is ingelezen er nog is')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--json', 'als JSON')
    .addHelpText('after', examples('waarnemingen account mijn-onderzoek'))
    .action(async (onderzoek: string, flags: { json?: boolean }) => {
      const [{ accountWaarnemingen }, { run }] = await Promise.all([
        import('../commands/waarnemingen/account.ts'),
        import('./run.ts'),
      ]);
      await run(() => accountWaarnemingen(onderzoek), flags);
    });
}

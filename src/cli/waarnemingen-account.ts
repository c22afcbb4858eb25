import type { Command } from 'commander';
import { examples, ONDERZOEK } from './options.ts';
import { date, today } from './terminal.ts';

interface WithdrawFlags {
  reden?: string;
  ongedaan?: boolean;
  vandaag?: string;
  json?: boolean;
}

/** `tsd waarnemingen withdraw`: let waarnemingen no longer count. */
export function declareWithdraw(waarnemingen: Command): void {
  waarnemingen
    .command('withdraw')
    .description('trek waarnemingen in: ze blijven staan, gemerkt, en tellen niet meer mee')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<ids...>', 'de ids van de waarnemingen')
    .option('--reden <tekst>', 'waarom ze niet meer meetellen')
    .option('--ongedaan', 'laat ze weer meetellen')
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag', date)
    .option('--json', 'als JSON')
    .addHelpText(
      'after',
      examples('waarnemingen withdraw mijn-onderzoek noord-0014 --reden "De respondent trok zijn toestemming in."'),
    )
    .action(async (onderzoek: string, ids: string[], { vandaag = today(), ...flags }: WithdrawFlags) => {
      const [{ withdrawWaarnemingen }, { run }] = await Promise.all([
        import('../commands/waarnemingen-withdraw.ts'),
        import('./run.ts'),
      ]);
      await run(() => withdrawWaarnemingen(onderzoek, ids, { ...flags, vandaag }), flags);
    });
}

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
        import('../commands/waarnemingen-account.ts'),
        import('./run.ts'),
      ]);
      await run(() => accountWaarnemingen(onderzoek), flags);
    });
}

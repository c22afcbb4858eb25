import type { Command } from 'commander';
import type { Outcome } from '../commands/outcome.ts';
import type { WithdrawOptions } from '../commands/withdrawal.ts';
import { examples, ONDERZOEK } from './options.ts';
import { date, today } from './terminal.ts';

interface WithdrawFlags {
  bron?: string;
  reden?: string;
  ongedaan?: boolean;
  vandaag?: string;
  json?: boolean;
}

/** What is withdrawn: its name in the plural, an example, and the use case, loaded when it runs. */
interface Withdrawal {
  naam: 'waarnemingen' | 'bevindingen';
  voorbeeld: string;
  /** Whether everything of a bron can be withdrawn at once. */
  perBron?: boolean;
  load(): Promise<(onderzoek: string, ids: readonly string[], options: WithdrawOptions & { bron?: string }) => Outcome>;
}

/** `tsd <naam> withdraw`: let waarnemingen or bevindingen no longer count. */
export function declareWithdraw(parent: Command, { naam, voorbeeld, perBron, load }: Withdrawal): void {
  const command = parent
    .command('withdraw')
    .description(`trek ${naam} in: ze blijven staan, gemerkt, en tellen niet meer mee`)
    .argument('<onderzoek>', ONDERZOEK)
    .argument(perBron ? '[ids...]' : '<ids...>', `de ids van de ${naam}`);
  if (perBron) command.option('--bron <id>', `alle ${naam} van deze bron`);
  command
    .option('--reden <tekst>', 'waarom ze niet meer meetellen')
    .option('--ongedaan', 'laat ze weer meetellen')
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag', date)
    .option('--json', 'als JSON')
    .addHelpText('after', examples(`${naam} withdraw mijn-onderzoek ${voorbeeld}`))
    .action(async (onderzoek: string, ids: string[], { vandaag = today(), ...flags }: WithdrawFlags) => {
      const [withdraw, { run }] = await Promise.all([load(), import('./run.ts')]);
      await run(() => withdraw(onderzoek, ids, { ...flags, vandaag }), flags);
    });
}

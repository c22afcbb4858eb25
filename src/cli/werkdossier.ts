import type { Command } from 'commander';
import { examples, ONDERZOEK } from './options.ts';
import { date, isInteractive, today } from './terminal.ts';

interface SecretFlags {
  wachtwoordUit?: string;
  input: boolean;
  json?: boolean;
}

interface DestroyFlags {
  reden: string;
  door: string;
  bevestig?: string;
  ondanksTermijn?: string;
  vandaag?: string;
  input: boolean;
  json?: boolean;
}

/** `tsd werkdossier …`: what respondents said, kept whole, handed over and destroyed. */
export function declareWerkdossier(program: Command): void {
  const werkdossier = program.command('werkdossier').description('het werkdossier nakijken, overdragen en vernietigen');
  declareCheck(werkdossier);
  declarePack(werkdossier);
  declareUnpack(werkdossier);
  declareDestroy(werkdossier);
}

function declareCheck(parent: Command): void {
  parent
    .command('check')
    .description('kijk of alles er ligt zoals het is ingelezen: bestanden en bijlagen, volgens het manifest')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--json', 'als JSON')
    .addHelpText('after', examples('werkdossier check mijn-onderzoek'))
    .action(async (onderzoek: string, options: { json?: boolean }) => {
      const [{ checkWerkdossier }, { run }] = await Promise.all([import('../commands/werkdossier/check.ts'), import('./run.ts')]);
      await run(() => checkWerkdossier(onderzoek), options);
    });
}

const SECRET = 'het wachtwoord: de eerste regel van dit bestand, of - voor wat wordt doorgegeven; zonder wordt het gevraagd';

function declarePack(parent: Command): void {
  parent
    .command('pack')
    .description('maak er één versleuteld bestand van (age, met een wachtwoord), om over te dragen')
    .argument('<onderzoek>', ONDERZOEK)
    .requiredOption('--out <bestand.age>', 'het bestand dat wordt gemaakt; nooit in git')
    .option('--wachtwoord-uit <bestand>', SECRET)
    .option('--no-input', 'stel geen vragen')
    .option('--json', 'als JSON')
    .addHelpText('after', examples('werkdossier pack mijn-onderzoek --out ../overdracht/mijn-onderzoek.zip.age'))
    .action(async (onderzoek: string, { out, ...flags }: SecretFlags & { out: string }) => {
      const [{ packWerkdossier }, { run }] = await Promise.all([import('../commands/werkdossier/pack.ts'), import('./run.ts')]);
      const ask = isInteractive(flags.input) ? (await import('./prompt-werkdossier.ts')).askNewSecret : undefined;
      await run(() => packWerkdossier(onderzoek, { out, ask, wachtwoordUit: flags.wachtwoordUit }), flags);
    });
}

function declareUnpack(parent: Command): void {
  parent
    .command('unpack')
    .description('zet een ingepakt werkdossier terug in het onderzoek waar het bij hoort: alles of niets')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<bestand.age>', 'wat tsd werkdossier pack maakte')
    .option('--wachtwoord-uit <bestand>', SECRET)
    .option('--vervang', 'ligt hier iets anders, zet dat opzij in werkdossier/opzij/')
    .option('--vandaag <datum>', 'de datum van vandaag, voor de naam van die map', date)
    .option('--no-input', 'stel geen vragen')
    .option('--json', 'als JSON')
    .addHelpText('after', examples('werkdossier unpack mijn-onderzoek mijn-onderzoek.zip.age'))
    .action(async (onderzoek: string, file: string, flags: SecretFlags & { vervang?: boolean; vandaag?: string }) => {
      const [{ unpackWerkdossier }, { run }] = await Promise.all([
        import('../commands/werkdossier/unpack.ts'),
        import('./run.ts'),
      ]);
      const ask = isInteractive(flags.input) ? (await import('./prompt-werkdossier.ts')).askKnownSecret : undefined;
      await run(() => unpackWerkdossier(onderzoek, file, { ...flags, vandaag: flags.vandaag ?? today(), ask }), flags);
    });
}

function declareDestroy(parent: Command): void {
  parent
    .command('destroy')
    .description('vernietig het werkdossier als de bewaartermijn voorbij is; er blijft een verklaring zonder inhoud over')
    .argument('<onderzoek>', ONDERZOEK)
    .requiredOption('--reden <tekst>', 'waarom het wordt vernietigd; komt in de verklaring')
    .requiredOption('--door <wie>', 'wie het vernietigt, of de functie; komt in de verklaring')
    .option('--bevestig <id>', 'de id van het onderzoek; zonder wordt zij gevraagd')
    .option('--ondanks-termijn <reden>', 'waarom dit eerder mag dan de bewaartermijn; komt in de verklaring')
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag', date)
    .option('--no-input', 'stel geen vragen')
    .option('--json', 'als JSON')
    .addHelpText(
      'after',
      examples('werkdossier destroy mijn-onderzoek --reden "bewaartermijn voorbij" --door "informatiebeheer, IGJ"'),
    )
    .action(async (onderzoek: string, { input, json, vandaag = today(), ...flags }: DestroyFlags) => {
      const [{ destroyWerkdossier }, { run }] = await Promise.all([
        import('../commands/werkdossier/destroy.ts'),
        import('./run.ts'),
      ]);
      const ask = isInteractive(input) ? (await import('./prompt-werkdossier.ts')).askDestruction : undefined;
      await run(() => destroyWerkdossier(onderzoek, { ...flags, vandaag, ask }), json ? { json } : {});
    });
}

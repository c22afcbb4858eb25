import type { Command } from 'commander';
import { collect, examples, ONDERZOEK } from './options.ts';
import { date, isInteractive, today } from './terminal.ts';

interface CodeFlags {
  gebied?: string[];
  vandaag?: string;
  input: boolean;
}

/** `tsd waarnemingen code`: give waarnemingen their indicatoren, one by one. */
export function declareCode(waarnemingen: Command): void {
  waarnemingen
    .command('code')
    .description('loop langs wat nog geen indicator heeft, met vragen op het scherm; elke keuze wordt meteen bewaard')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--gebied <gebied>', 'alleen dit gebied (herhaalbaar)', collect)
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag', date)
    .option('--no-input', 'stel geen vragen')
    .addHelpText('after', examples('waarnemingen code mijn-onderzoek --gebied fictiehove'))
    .action(async (onderzoek: string, { gebied, input, vandaag = today() }: CodeFlags) => {
      const [{ codedText, promptCode }, { run }, { stop }] = await Promise.all([
        import('./prompt-code.ts'),
        import('./run.ts'),
        import('../diagnostics/stop.ts'),
      ]);
      await run(async () => {
        if (!isInteractive(input))
          throw stop('waarneming/geen-vragen', 'hier kunnen geen vragen worden gesteld', {
            help: 'gebruik een terminal, of codeer in het formulier en lees dat opnieuw in',
          });
        const coded = await promptCode(onderzoek, vandaag, gebied);
        return { diagnostics: [], messages: [codedText(coded)] };
      }).catch(keepSaved);
    });
}

/** Ctrl-C: what was chosen is written already. */
function keepSaved(cause: unknown): void {
  if (!(cause instanceof Error) || cause.name !== 'ExitPromptError') throw cause;
  process.stderr.write('\nAfgebroken; wat u koos, is bewaard.\n');
  process.exitCode = 130;
}

/** The flags of `add`, each with the column of the flat table that it fills. */
const COLUMNS = {
  tekst: 'tekst',
  bron: 'bron',
  gebied: 'gebied',
  indicator: 'indicator',
  item: 'item',
  antwoord: 'antwoord',
  strekking: 'strekking',
  factor: 'verklarende factor',
  vertrouwelijk: 'vertrouwelijk',
  citeerbaar: 'citeerbaar',
  door: 'vastgelegd door',
  bronSoort: 'bron soort',
  bronPerspectief: 'bron perspectief',
  bronDatum: 'bron datum',
  bronGebied: 'bron gebieden',
  bronCasus: 'bron casus',
} as const;

type AddFlags = { [K in keyof typeof COLUMNS]?: string | string[] } & {
  levering?: string;
  vandaag?: string;
  input: boolean;
  json?: boolean;
};

/** `tsd waarnemingen add`: record one waarneming. */
export function declareAdd(waarnemingen: Command, version: () => string): void {
  waarnemingen
    .command('add')
    .description('leg één waarneming vast; zonder --tekst met vragen op het scherm')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--tekst <tekst>', 'wat er is gezegd, gelezen of gezien')
    .option('--bron <id>', 'de bron; is die nieuw, geef dan ook wat hieronder met --bron- begint')
    .option('--gebied <gebied>', 'het gebied; niet nodig als de bron over één gebied gaat')
    .option('--indicator <verwijzing>', 'waar het over gaat (herhaalbaar)', collect)
    .option('--item <id>', 'een vraag of onderwerp van de instrumenten')
    .option('--antwoord <antwoord>', 'bij een item met vaste antwoorden: welk van die; --tekst mag dan weg')
    .option('--strekking <strekking>', 'gaat goed, kan beter, wisselend of feit')
    .option('--factor <factor>', 'waardoor het komt (herhaalbaar)', collect)
    .option('--vertrouwelijk <ja|nee>', 'ja: gaat nooit buiten het team')
    .option('--citeerbaar <ja|nee>', 'ja: mag letterlijk worden aangehaald')
    .option('--door <id>', 'inspectie of partner die vastlegt')
    .option('--bron-soort <soort>', 'van een nieuwe bron: gesprek, dossier, document …')
    .option('--bron-perspectief <perspectief>', 'van een nieuwe bron: wiens blik')
    .option('--bron-datum <datum>', 'van een nieuwe bron: de dag')
    .option('--bron-gebied <gebied>', 'van een nieuwe bron: waar zij over gaat (herhaalbaar)', collect)
    .option('--bron-casus <code>', 'van een nieuwe bron: de casus')
    .option('--levering <naam>', 'naam van de levering; standaard met-de-hand')
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag', date)
    .option('--no-input', 'stel geen vragen')
    .option('--json', 'als JSON')
    .addHelpText(
      'after',
      examples('waarnemingen add mijn-onderzoek --bron gesprek-3 --indicator op-tijd --tekst "Ze belden een week later."'),
    )
    .action(async (onderzoek: string, flags: AddFlags) => {
      const [{ addWaarneming }, { run }] = await Promise.all([import('../commands/waarnemingen/add.ts'), import('./run.ts')]);
      const { levering, vandaag = today(), json } = flags;
      const ask = flags.tekst === undefined && flags.antwoord === undefined && isInteractive(flags.input);
      const given = cellsOf(flags);
      const answered = async () => (ask ? (await import('./prompt-add.ts')).promptAdd(onderzoek, given) : given);
      const add = async () => addWaarneming(onderzoek, { cells: await answered(), levering, vandaag, versie: version() });
      await run(add, json ? { json } : {});
    });
}

function cellsOf(flags: AddFlags): Record<string, string> {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = flags[name];
      return value === undefined ? [] : [[COLUMNS[name], typeof value === 'string' ? value.trim() : value.join(' | ')]];
    }),
  );
}

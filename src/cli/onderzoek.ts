import type { Command } from 'commander';
import type { NewOptions } from '../commands/onderzoek/new.ts';
import { collect, examples, ONDERZOEK, once } from './options.ts';
import { isInteractive } from './terminal.ts';

interface NewFlags extends Omit<NewOptions, 'ask'> {
  input: boolean;
  json?: boolean;
}

/** `tsd onderzoek …`: begin an onderzoek, and see where it stands. */
export function declareOnderzoek(program: Command): void {
  const onderzoek = program.command('onderzoek').description('onderzoeken: beginnen, en zien waar het staat');
  declareNew(onderzoek);
  onderzoek
    .command('status')
    .description('toon op één scherm waar het onderzoek staat en wat de volgende stap is')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--json', 'als JSON')
    .addHelpText('after', examples('onderzoek status mijn-onderzoek'))
    .action(async (argument: string, options: { json?: boolean }) => {
      const [{ showStatus }, { run }] = await Promise.all([import('../commands/onderzoek/status.ts'), import('./run.ts')]);
      await run(() => showStatus(argument), options);
    });
}

function declareNew(onderzoek: Command): void {
  const command = onderzoek
    .command('new')
    .description('begin een onderzoek: schrijft onderzoek.yaml; vraagt op het scherm wat ontbreekt')
    .argument('<map>', 'de map van het nieuwe onderzoek');
  declareSubject(command);
  declareParticipants(command);
  declareProgress(command)
    .addHelpText(
      'after',
      examples(
        'onderzoek new onderzoeken/mijn-onderzoek',
        'onderzoek new oefening --register voorbeeld',
        'onderzoek new onderzoeken/mijn-onderzoek --from plan.yaml --no-input',
      ),
    )
    .action(async (map: string, flags: NewFlags) => {
      const [{ newOnderzoek }, { run }] = await Promise.all([import('../commands/onderzoek/new.ts'), import('./run.ts')]);
      const { json, input, ...rest } = flags;
      const ask = isInteractive(input) ? { ask: (await import('./prompt-plan.ts')).promptPlan } : {};
      await run(() => newOnderzoek(map, { ...rest, ...ask }), json ? { json } : {});
    });
}

/** What it is about. */
function declareSubject(command: Command): void {
  command
    .option('--from <plan.yaml>', 'neem een plan over dat dezelfde velden heeft als onderzoek.yaml; velden mogen ontbreken')
    .option('--id <id>', 'korte naam; standaard de naam van de map', once)
    .option('--titel <tekst>', 'titel van het onderzoek en van het rapport', once)
    .option('--onderwerp <tekst>', 'waar het over gaat, in een of twee zinnen', once)
    .option('--hoofdvraag <tekst>', 'de vraag die het onderzoek beantwoordt', once)
    .option('--deelvraag <tekst>', 'een deelvraag; wordt dv1, dv2 … (herhaalbaar)', collect)
    .option('--aanleiding <soort=toelichting>', 'soort: geprogrammeerd, signaal, calamiteit of verzoek', once)
    .option('--toezichtlijn <lijn>', 'verbreden, verdiepen of reflecteren', once);
}

/** Who does it, and about whom and what. */
function declareParticipants(command: Command): void {
  command
    .option('--inspectie <id=naam>', 'een inspectie; de eerste is leidend (herhaalbaar)', collect)
    .option(
      '--partner <id=naam (soort)>',
      'een partner, bijvoorbeeld "wmo=Wmo-toezicht (Wmo-toezichthouder)" (herhaalbaar)',
      collect,
    )
    .option('--doelgroep <id>', 'een doelgroep uit framework/kenmerken.yaml (herhaalbaar, of met komma)', collect)
    .option('--doelgroep-omschrijving <tekst>', 'de doelgroep in gewone taal', once)
    .option(
      '--gebied <code=reden>',
      'een gemeente: "GM0014=reden"; iets anders: "id=naam=soort=reden", soort regio, wijk of vestiging (herhaalbaar)',
      collect,
    )
    .option('--register <naam>', 'waar de codes staan: gemeenten (standaard) of voorbeeld', once)
    .option(
      '--partij <id=naam=soort=gebieden=reden>',
      'een betrokken partij; soort gemeente of organisatie, gebieden met komma (herhaalbaar)',
      collect,
    );
}

/** How it is done, and how the command goes about it. */
function declareProgress(command: Command): Command {
  return command
    .option('--planning <stap=van..tot>', 'een stap, bijvoorbeeld "gesprekken=2026-01-12..2026-02-20" (herhaalbaar)', collect)
    .option(
      '--burgers <wanneer=hoe>',
      'hoe burgers meedoen; wanneer: toetsingskader, verzamelen of oordelen (herhaalbaar)',
      collect,
    )
    .option('--werkwijze <tekst>', 'hoe het onderzoek wordt gedaan', once)
    .option('--datum <datum>', 'de datum die op het rapport komt, jaar-maand-dag', once)
    .option('--no-input', 'stel geen vragen')
    .option('--json', 'toon het plan als JSON');
}

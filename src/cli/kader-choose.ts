import type { Command } from 'commander';
import { choices, collect, examples, ONDERZOEK } from './options.ts';
import { date, isInteractive, today } from './terminal.ts';

interface SelectFlags {
  kader?: string[];
  module?: string[];
  thema?: string[];
  criterium?: string[];
  indicator?: string[];
  kenmerk?: string[];
  zonder?: string[];
  zonderRest?: string;
  motivering?: string;
  eigen?: string[];
  from?: string;
  replace?: boolean;
  herzie?: boolean;
  reden?: string;
  dryRun?: boolean;
  format?: string;
  out?: string;
  vandaag?: string;
  input: boolean;
  json?: boolean;
}

/** `tsd kader select`: choose from kaders for one onderzoek. */
export function declareSelect(kader: Command): void {
  kader
    .command('select')
    .description('kies uit een of meer kaders wat dit onderzoek toetst; zonder opties met vragen op het scherm')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--kader <id>', 'kies het hele kader; samen met andere keuzes: het kader waaruit zij komen (herhaalbaar)', collect)
    .option('--module <verwijzing>', 'kies een module (herhaalbaar)', collect)
    .option('--thema <verwijzing>', 'kies een thema met alles eronder (herhaalbaar)', collect)
    .option('--criterium <verwijzing>', 'kies een criterium met zijn indicatoren (herhaalbaar)', collect)
    .option('--indicator <verwijzing>', 'kies een indicator, met zijn criterium (herhaalbaar)', collect)
    .option('--kenmerk <kenmerk=waarde>', 'kies op een kenmerk, bijvoorbeeld doelgroep=jongvolwassenen (herhaalbaar)', collect)
    .option('--motivering <tekst>', 'waarom dit wordt gekozen; geldt voor alles wat deze opdracht kiest')
    .option(
      '--zonder <verwijzing=reden>',
      'laat weg, met de reden (herhaalbaar); een module met dezelfde naam als een criterium: module:<verwijzing>=<reden>',
      collect,
    )
    .option('--zonder-rest <reden>', 'één reden voor alles wat niet is gekozen uit de kaders waaruit u kiest')
    .option('--eigen <bestand.yaml>', 'voeg eigen criteria toe, met hun vindplaats (herhaalbaar)', collect)
    .option('--from <bestand>', 'lees een keuze: keuze.yaml, of een ingevulde keuzelijst.xlsx')
    .option('--replace', 'begin opnieuw in plaats van toe te voegen; wat geschreven is, blijft bewaard')
    .option('--herzie', 'neem het kader zoals het nu in het framework staat, ook als hier al een kopie is vastgelegd')
    .option('--reden <tekst>', 'waarom een vastgesteld toetsingskader wijzigt')
    .option('--dry-run', 'toon wat er zou veranderen en schrijf niets')
    .option('--format <vorm>', 'xlsx: schrijf een keuzelijst om in te vullen, in plaats van te kiezen', choices(['xlsx']))
    .option('--out <bestand>', 'waar de keuzelijst komt')
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag', date)
    .option('--no-input', 'stel geen vragen')
    .option('--json', 'toon de uitkomst als JSON')
    .addHelpText(
      'after',
      `
Voorbeelden:
  tsd kader select mijn-onderzoek --module toegang --motivering "Hierover kwamen signalen."
  tsd kader select mijn-onderzoek --criterium samenhang --zonder veiligheid="Valt buiten de hoofdvraag."
  tsd kader select mijn-onderzoek --format xlsx --out keuzelijst.xlsx
  tsd kader select mijn-onderzoek --from keuzelijst.xlsx --zonder-rest "Valt buiten de hoofdvraag."
  tsd kader select mijn-onderzoek --from keuzelijst.xlsx --dry-run`,
    )
    .action(async (onderzoek: string, flags: SelectFlags) => {
      const [{ selectKader }, { run }] = await Promise.all([import('../commands/kader/select.ts'), import('./run.ts')]);
      const { json, input, vandaag = today(), ...rest } = flags;
      const ask = isInteractive(input) && !saysWhatToDo(flags);
      await run(
        async () => selectKader(onderzoek, { ...rest, ...(ask ? await askChoice(onderzoek) : {}), vandaag }),
        json ? { json } : {},
      );
    });
}

/** Whether a flag says what to do, so that nothing needs to be asked. */
function saysWhatToDo(flags: SelectFlags): boolean {
  const { kader, module, thema, criterium, indicator, kenmerk, zonder, zonderRest, eigen, from, format, herzie } = flags;
  return [kader, module, thema, criterium, indicator, kenmerk, zonder, zonderRest, eigen, from, format, herzie].some(Boolean);
}

async function askChoice(onderzoek: string) {
  const { promptChoice } = await import('./prompt-choice.ts');
  return promptChoice(onderzoek);
}

interface ConcretiseFlags {
  from?: string[];
  format?: string;
  out?: string;
  bevestig?: string[];
  vaststellen?: boolean;
  reden?: string;
  dryRun?: boolean;
  vandaag?: string;
  input: boolean;
  json?: boolean;
}

/** `tsd kader concretise`: sharpen what was chosen, and make the instruments. */
export function declareConcretise(kader: Command): void {
  kader
    .command('concretise')
    .description('spits het toetsingskader toe en leg vast wat aan wie wordt gevraagd; zonder opties met vragen op het scherm')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--from <bestand>', 'lees toespitsing.yaml, instrumenten.yaml of een ingevulde matrix.xlsx (herhaalbaar)', collect)
    .option('--format <vorm>', 'xlsx of yaml: schrijf een matrix of een toespitsing om in te vullen', choices(['xlsx', 'yaml']))
    .option('--out <bestand>', 'waar de matrix of de toespitsing komt; instrumenten in YAML komen ernaast')
    .option(
      '--bevestig <verwijzing>',
      'de gewijzigde tekst van dit criterium of deze indicator is gelezen; alles voor alle (herhaalbaar)',
      collect,
    )
    .option('--vaststellen', 'stel het toetsingskader vast')
    .option('--reden <tekst>', 'waarom deze versie er komt; nodig als een vastgesteld toetsingskader wijzigt')
    .option('--dry-run', 'toon wat er zou veranderen en schrijf niets')
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag', date)
    .option('--no-input', 'stel geen vragen')
    .option('--json', 'toon de uitkomst als JSON')
    .addHelpText(
      'after',
      examples(
        'kader concretise mijn-onderzoek --format xlsx --out matrix.xlsx',
        'kader concretise mijn-onderzoek --from matrix.xlsx',
        'kader concretise mijn-onderzoek --vaststellen',
      ),
    )
    .action(async (onderzoek: string, flags: ConcretiseFlags) => {
      const [{ concretiseKader }, { run }] = await Promise.all([import('../commands/kader/concretise.ts'), import('./run.ts')]);
      const { json, input, vandaag = today(), ...rest } = flags;
      const ask = isInteractive(input) && !(rest.from || rest.format || rest.bevestig || rest.vaststellen);
      const answered = async () =>
        ask ? { antwoorden: await (await import('./prompt-concretise.ts')).promptConcretise(onderzoek) } : {};
      await run(async () => concretiseKader(onderzoek, { ...rest, ...(await answered()), vandaag }), json ? { json } : {});
    });
}

import type { Command } from 'commander';
import { choices, collect, examples, ONDERZOEK } from './options.ts';
import { date, showProgress, today } from './terminal.ts';
import { declareAccount } from './waarnemingen-account.ts';
import { declareList } from './waarnemingen-list.ts';
import { declareMap } from './waarnemingen-map.ts';
import { declareAdd, declareCode } from './waarnemingen-record.ts';
import { declareWithdraw } from './withdraw.ts';

interface FormFlags {
  format: 'xlsx' | 'csv' | 'html' | 'xlsform' | 'docx';
  soort?: 'gespreksleidraad' | 'verslag';
  levering?: string;
  gebied?: string[];
  respondenttype?: string[];
  out?: string;
}

interface IngestFlags {
  levering?: string;
  bron?: string;
  vervang?: boolean;
  neemOver?: boolean;
  partial?: boolean;
  koppeling?: string;
  dryRun?: boolean;
  vandaag?: string;
  json?: boolean;
}

/** `tsd waarnemingen …`: forms out, what was recorded in, and a list of it. */
export function declareWaarnemingen(program: Command): void {
  const waarnemingen = program.command('waarnemingen').description('waarnemingen vastleggen, inlezen en tonen');
  declareForm(waarnemingen);
  declareIngest(waarnemingen, () => program.version() ?? '');
  declareMap(waarnemingen);
  declareList(waarnemingen);
  declareAdd(waarnemingen, () => program.version() ?? '');
  declareCode(waarnemingen);
  declareWithdraw(waarnemingen, {
    naam: 'waarnemingen',
    perBron: true,
    voorbeeld: 'noord-0014 --reden "De respondent trok zijn toestemming in."',
    load: async () => (await import('../commands/waarnemingen/withdraw.ts')).withdrawWaarnemingen,
  });
  declareAccount(waarnemingen);
}

function declareForm(parent: Command): void {
  parent
    .command('form')
    .description('maak een formulier dat dit toetsingskader kent')
    .argument('<onderzoek>', ONDERZOEK)
    .option(
      '--format <vorm>',
      'xlsx, html voor de browser, docx voor Word, csv met de keuzelijsten ernaast, of xlsform voor KoboToolbox en ODK',
      choices(['xlsx', 'csv', 'html', 'xlsform', 'docx']),
      'xlsx',
    )
    .option(
      '--soort <soort>',
      'bij docx: een gespreksleidraad per respondenttype, of een leeg verslag',
      choices(['gespreksleidraad', 'verslag']),
    )
    .option('--levering <naam>', 'naam van de levering; geef elk team een eigen naam')
    .option('--gebied <gebied>', 'alleen dit gebied (herhaalbaar)', collect)
    .option('--respondenttype <type>', 'alleen voor wie dit is, met wat hun wordt gevraagd (herhaalbaar)', collect)
    .option('--out <bestand>', 'waar het formulier komt, of de map voor meer formulieren; standaard in deze map')
    .addHelpText(
      'after',
      examples(
        'waarnemingen form mijn-onderzoek --levering team-noord --out mijn-onderzoek/werkdossier/formulieren/team-noord.xlsx',
        'waarnemingen form mijn-onderzoek --gebied fictiehove --respondenttype jongere --format csv',
        'waarnemingen form mijn-onderzoek --format docx --levering team-noord --out mijn-onderzoek/werkdossier/formulieren',
      ),
    )
    .action(async (onderzoek: string, flags: FormFlags) => {
      const [{ makeForm }, { run }] = await Promise.all([import('../commands/waarnemingen/form.ts'), import('./run.ts')]);
      await run(() => makeForm(onderzoek, flags));
    });
}

function declareIngest(parent: Command, version: () => string): void {
  parent
    .command('ingest')
    .description('lees ingevulde formulieren en tabellen in het werkdossier in: alles of niets')
    .argument('<onderzoek>', ONDERZOEK)
    .argument(
      '<bestanden...>',
      'Excel, Word, REFI-QDA, CSV, YAML, JSON, NDJSON of een export uit KoboToolbox of ODK, of een map daarmee',
    )
    .option('--levering <naam>', 'naam van de levering, als het bestand er zelf geen noemt')
    .option('--bron <id>', 'de bron van een gecodeerd verslag, als het die zelf niet noemt')
    .option('--koppeling <bestand>', 'lees tabellen van elders, zoals dit bestand zegt (tsd waarnemingen map maakt een voorstel)')
    .option('--vervang', 'dit is een verbeterde versie: vervang ook bronnen, en teksten uit een ander bestand')
    .option('--neem-over', 'neem over wat in het werkdossier zonder tsd is gewijzigd')
    .option('--partial', 'lees in wat goed is, en zet de andere rijen met de reden in werkdossier/quarantaine/')
    .option('--dry-run', 'toon alleen wat er zou gebeuren')
    .option('--vandaag <datum>', 'de datum van vandaag, jaar-maand-dag; een bron van later wordt geweigerd', date)
    .option('--json', 'als JSON')
    .addHelpText('after', examples('waarnemingen ingest mijn-onderzoek mijn-onderzoek/werkdossier/formulieren --dry-run'))
    .action(async (onderzoek: string, files: string[], flags: IngestFlags) => {
      const [{ ingestWaarnemingen }, { run }] = await Promise.all([
        import('../commands/waarnemingen/ingest.ts'),
        import('./run.ts'),
      ]);
      const own = { vandaag: today(), voortgang: showProgress(), versie: version() };
      await run(() => ingestWaarnemingen(onderzoek, files, { ...own, ...flags }), flags);
    });
}

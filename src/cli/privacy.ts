import type { Command } from 'commander';
import { type DiagnosticFormat, FORMATS } from '../diagnostics/forms.ts';
import { choices, examples } from './options.ts';

interface ScanFlags {
  format: DiagnosticFormat;
  staged?: boolean;
}

interface PseudonymiseFlags {
  out: string;
  sleutel?: string;
}

/** `tsd privacy …`: find personal data in files, and put codes in its place. */
export function declarePrivacy(program: Command): void {
  const privacy = program.command('privacy').description('persoonsgegevens opsporen, en vervangen door codes');
  declareScan(privacy);
  declarePseudonymise(privacy);
}

function declareScan(parent: Command): void {
  parent
    .command('scan')
    .description('zeg waar persoonsgegevens staan, zonder ze te tonen')
    .argument('[paden...]', 'bestanden of mappen; zonder pad deze map')
    .option('--staged', 'doorzoek wat in git klaarstaat voor de volgende commit')
    .option('--format <vorm>', 'vorm van de meldingen: text, json, sarif of github', choices(FORMATS), 'text')
    .addHelpText('after', examples('privacy scan mijn-onderzoek', 'privacy scan --staged'))
    .action(async (paths: string[], flags: ScanFlags) => {
      const [{ scanPrivacy }, { run }] = await Promise.all([import('../commands/privacy/scan.ts'), import('./run.ts')]);
      await run(() => scanPrivacy(paths, flags), flags);
    });
}

function declarePseudonymise(parent: Command): void {
  parent
    .command('pseudonymise')
    .description('schrijf kopieën waarin elk persoonsgegeven een code is; de bestanden zelf blijven zoals ze zijn')
    .argument('<bestanden...>', 'tekst, Markdown, CSV, Excel, YAML, JSON of NDJSON, of een map daarmee')
    .requiredOption('--out <map>', 'de map waar de kopieën komen')
    .option('--sleutel <bestand>', 'bewaar welke code waarvoor staat: een CSV buiten git en buiten het onderzoek')
    .addHelpText(
      'after',
      examples(
        'privacy pseudonymise verslagen --out verslagen-met-codes',
        'privacy pseudonymise verslag.md lijst.xlsx --out kopie --sleutel ../kluis/sleutel.csv',
      ),
    )
    .action(async (files: string[], flags: PseudonymiseFlags) => {
      const [{ pseudonymise }, { run }] = await Promise.all([import('../commands/privacy/pseudonymise.ts'), import('./run.ts')]);
      await run(() => pseudonymise(files, flags));
    });
}

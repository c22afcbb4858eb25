import type { Command } from 'commander';
import type { TaalOptions } from '../commands/taal/check.ts';
import { type DiagnosticFormat, FORMATS } from '../diagnostics/forms.ts';
import { choices, examples } from './options.ts';

/** `tsd taal …`: whether the texts read plainly. */
export function declareTaal(program: Command): void {
  program
    .command('taal')
    .description('duidelijke taal: hoe teksten eenvoudiger kunnen')
    .command('check')
    .description('geef advies over lange zinnen en woorden, lijdende vorm, jargon en afkortingen; het houdt niets tegen')
    .argument('<pad>', 'de map van het onderzoek, of een Markdown-bestand')
    .option('--gebied <id>', 'alleen wat over dit gebied gaat')
    .option('--format <vorm>', 'vorm van de meldingen: text, json, sarif of github', choices(FORMATS), 'text')
    .option('--json', 'de telling en de adviezen als JSON')
    .addHelpText('after', examples('taal check mijn-onderzoek', 'taal check mijn-onderzoek/teksten/samenvatting.md'))
    .action(async (path: string, flags: TaalOptions & { format: DiagnosticFormat; json?: boolean }) => {
      const [{ checkTaalOf }, { run }] = await Promise.all([import('../commands/taal/check.ts'), import('./run.ts')]);
      await run(() => checkTaalOf(path, flags), flags);
    });
}

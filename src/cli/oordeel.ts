import type { Command } from 'commander';
import { choices, collect, examples, ONDERZOEK } from './options.ts';

/** `tsd oordeel …` and `tsd confirm`: what the team judges, and what it has read again. */
export function declareOordeel(program: Command): void {
  declareDraft(program);
  declareConfirm(program);
}

function declareDraft(program: Command): void {
  const oordeel = program.command('oordeel').description('oordelen: per gebied en over alle gebieden, en verbeterpunten');
  oordeel
    .command('draft')
    .description('geef ruimte voor elk oordeel, elke conclusie en de verbeterpunten; wat er staat blijft staan')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--gebied <id>', 'alleen dit gebied (herhaalbaar)', collect)
    .option('--format <vorm>', 'yaml, of docx: ook een document om in Word in te schrijven', choices(['yaml', 'docx']), 'yaml')
    .option('--out <map>', 'de map voor de documenten in Word; standaard werkdossier/concept')
    .option('--json', 'het resultaat als JSON')
    .addHelpText(
      'after',
      examples('oordeel draft mijn-onderzoek', 'oordeel draft mijn-onderzoek --gebied fictiehove --format docx'),
    )
    .action(async (onderzoek: string, { format, json, ...options }: DraftFlags) => {
      const { run } = await import('./run.ts');
      const show = json ? { json: true } : {};
      if (format === 'docx') {
        const { draftOordelenInWord } = await import('../commands/oordeel/draft-word.ts');
        return run(() => draftOordelenInWord(onderzoek, options), show);
      }
      const { draftOordelen } = await import('../commands/oordeel/draft.ts');
      return run(() => draftOordelen(onderzoek, options), show);
    });
  oordeel
    .command('ingest')
    .description('lees oordelen in uit documenten van tsd oordeel draft --format docx, ook van meer auteurs tegelijk')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<bestanden...>', 'ingevulde documenten (.docx)')
    .option('--vervang', 'neem over wat in het document staat, ook als de bron intussen is veranderd')
    .option('--json', 'de telling en de meldingen als JSON')
    .addHelpText('after', examples('oordeel ingest mijn-onderzoek oordelen-van-jansen.docx oordelen-van-vos.docx'))
    .action(async (onderzoek: string, files: string[], options: { vervang?: boolean; json?: boolean }) => {
      const [{ ingestOordelen }, { run }] = await Promise.all([import('../commands/oordeel/ingest.ts'), import('./run.ts')]);
      await run(() => ingestOordelen(onderzoek, files, options), options.json ? { json: true } : {});
    });
}

interface DraftFlags {
  gebied?: string[];
  format: 'yaml' | 'docx';
  out?: string;
  json?: boolean;
}

function declareConfirm(program: Command): void {
  program
    .command('confirm')
    .description('bevestig dat een zin klopt met waar zij nu op rust; een latere verandering daarvan valt dan op')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('[verwijzingen...]', 'bijvoorbeeld bevinding:fictiehove-3 of oordeel:fictiehove/samenhang')
    .option('--gebied <id>', 'alles van dit gebied (herhaalbaar)', collect)
    .option('--alles', 'alles van het hele onderzoek')
    .option('--json', 'het resultaat als JSON')
    .addHelpText('after', examples('confirm mijn-onderzoek bevinding:fictiehove-3', 'confirm mijn-onderzoek --gebied fictiehove'))
    .action(async (onderzoek: string, refs: string[], options: { gebied?: string[]; alles?: boolean; json?: boolean }) => {
      const [{ confirmOnderzoek }, { run }] = await Promise.all([import('../commands/confirm.ts'), import('./run.ts')]);
      await run(() => confirmOnderzoek(onderzoek, refs, options), options.json ? { json: true } : {});
    });
}

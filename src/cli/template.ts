import type { Command } from 'commander';
import type { FieldsOptions } from '../commands/template/fields.ts';
import type { NewSjabloon } from '../commands/template/new.ts';
import { type DiagnosticFormat, FORMATS } from '../diagnostics/forms.ts';
import { choices, examples } from './options.ts';

const SJABLOON = 'naam van een sjabloon, of het pad van zijn map';

/** `tsd template …`: templates of one's own for reports and other documents. */
export function declareTemplate(program: Command): void {
  const template = program.command('template').description('eigen sjablonen voor rapporten en andere documenten');
  declareList(template);
  declareNew(template);
  declareFields(template);
  declareCheck(template);
}

function declareList(template: Command): void {
  template
    .command('list')
    .description('welke sjablonen er zijn, van uzelf en van tsd')
    .option('--json', 'de sjablonen als JSON')
    .addHelpText('after', examples('template list'))
    .action(async (flags: { json?: boolean }) => {
      const [{ listSjablonen }, { run }] = await Promise.all([import('../commands/template/list.ts'), import('./run.ts')]);
      await run(() => listSjablonen(), flags);
    });
}

function declareNew(template: Command): void {
  template
    .command('new')
    .description('maak een kopie van een sjabloon in templates/, om te veranderen')
    .argument('<naam>', 'hoe het nieuwe sjabloon heet')
    .option('--from <sjabloon>', 'waarvan het een kopie is', 'lokaal')
    .option('--json', 'wat er is gemaakt als JSON')
    .addHelpText('after', examples('template new mijn-rapport --from lokaal'))
    .action(async (naam: string, flags: NewSjabloon & { json?: boolean }) => {
      const [{ newSjabloon }, { run }] = await Promise.all([import('../commands/template/new.ts'), import('./run.ts')]);
      await run(() => newSjabloon(naam, flags), flags);
    });
}

function declareFields(template: Command): void {
  template
    .command('fields')
    .description('de velden die een sjabloon kan afdrukken, met uitleg en een voorbeeld')
    .argument('<naam>', SJABLOON)
    .option('--zoek <tekst>', 'alleen velden met deze tekst in de naam of de uitleg')
    .option('--json', 'de velden als JSON')
    .addHelpText('after', examples('template fields lokaal', 'template fields mijn-rapport --zoek termijn'))
    .action(async (naam: string, flags: FieldsOptions & { json?: boolean }) => {
      const [{ showFields }, { run }] = await Promise.all([import('../commands/template/fields.ts'), import('./run.ts')]);
      await run(() => showFields(naam, flags), flags);
    });
}

function declareCheck(template: Command): void {
  template
    .command('check')
    .description('kijk of een sjabloon klopt, ook met lege, heel veel en vijandige gegevens')
    .argument('[naam]', `${SJABLOON}; zonder naam alle eigen sjablonen, en de huisstijl`)
    .option('--format <vorm>', 'vorm van de meldingen: text, json, sarif of github', choices(FORMATS), 'text')
    .option('--json', 'wat is geprobeerd, en de meldingen, als JSON')
    .addHelpText('after', examples('template check', 'template check mijn-rapport'))
    .action(async (naam: string | undefined, flags: { format: DiagnosticFormat; json?: boolean }) => {
      const [{ checkSjablonen }, { run }] = await Promise.all([import('../commands/template/check.ts'), import('./run.ts')]);
      await run(() => checkSjablonen(naam), flags);
    });
}

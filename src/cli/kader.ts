import type { Command } from 'commander';
import { type DiagnosticFormat, FORMATS } from '../diagnostics/forms.ts';
import { declareConcretise, declareSelect } from './kader-choose.ts';
import { choices, examples } from './options.ts';

/** `tsd kader …`: the kaders themselves, and choosing from them. */
export function declareKader(program: Command): void {
  const kader = program.command('kader').description('toezichtkaders: controleren, tonen, eruit kiezen en toespitsen');
  declareValidate(kader);
  declareList(kader);
  declareShow(kader);
  declareSelect(kader);
  declareConcretise(kader);
}

function declareValidate(kader: Command): void {
  kader
    .command('validate')
    .description('controleer kaders op vorm en betekenis')
    .argument('[paden...]', 'kaders of een framework; standaard alle kaders hier')
    .option('--format <vorm>', 'vorm van de meldingen: text, json, sarif of github', choices(FORMATS), 'text')
    .addHelpText('after', examples('kader validate', 'kader validate framework/volwassenen'))
    .action(async (paths: string[], { format }: { format: DiagnosticFormat }) => {
      const [{ validateKaders }, { run }] = await Promise.all([import('../commands/kader/validate.ts'), import('./run.ts')]);
      await run(() => validateKaders(paths), { format });
    });
}

function declareList(kader: Command): void {
  kader
    .command('list')
    .description('toon welke kaders en modules er zijn')
    .option('--json', 'als JSON')
    .addHelpText('after', examples('kader list'))
    .action(async (options: { json?: boolean }) => {
      const [{ listKaders }, { run }] = await Promise.all([import('../commands/kader/show.ts'), import('./run.ts')]);
      await run(listKaders, options);
    });
}

function declareShow(kader: Command): void {
  kader
    .command('show')
    .description('toon een kader, thema, criterium, indicator of module')
    .argument(
      '<verwijzing>',
      'bijvoorbeeld volwassenen, volwassenen/toegang of toegang/weten-waar; module:toegang toont de module',
    )
    .option('--json', 'als JSON')
    .addHelpText('after', examples('kader show volwassenen/toegang'))
    .action(async (ref: string, options: { json?: boolean }) => {
      const [{ showKader }, { run }] = await Promise.all([import('../commands/kader/show.ts'), import('./run.ts')]);
      await run(() => showKader(ref), options);
    });
}

import type { Command } from 'commander';
import type { KaderReportOptions } from '../commands/kader/report.ts';
import { REPORT_FLAGS } from '../commands/report/flags.ts';
import { type DiagnosticFormat, FORMATS } from '../diagnostics/forms.ts';
import { declareConcretise, declareSelect } from './kader-choose.ts';
import { declareDiff, declareImpact } from './kader-revise.ts';
import { choiceList, choices, examples } from './options.ts';
import { FORMATS_HELP, pdfChoice } from './report.ts';

/** What commander makes of the flags of `tsd kader report`. */
interface ReportFlags {
  format: KaderReportOptions['formats'];
  template: string;
  archief?: boolean;
  out: string;
  json?: boolean;
}

/** `tsd kader …`: the kaders themselves, and choosing from them. */
export function declareKader(program: Command): void {
  const kader = program.command('kader').description('toezichtkaders: controleren, tonen, eruit kiezen en toespitsen');
  declareValidate(kader);
  declareList(kader);
  declareShow(kader);
  declareReport(kader);
  declareSelect(kader);
  declareConcretise(kader);
  declareDiff(kader);
  declareImpact(kader);
}

function declareValidate(kader: Command): void {
  kader
    .command('validate')
    .description('controleer kaders op vorm en betekenis')
    .argument('[paden...]', 'kaders of een framework; standaard alle kaders hier')
    .option('--format <vorm>', 'vorm van de meldingen: text, json, sarif of github', choices(FORMATS), 'text')
    .option('--since <revisie>', 'kijk ook of wat sinds deze revisie van git is veranderd mag, en of de versie daarbij past')
    .addHelpText('after', examples('kader validate', 'kader validate framework/volwassenen', 'kader validate --since main'))
    .action(async (paths: string[], { format, since }: { format: DiagnosticFormat; since?: string }) => {
      const [{ validateKaders }, { run }] = await Promise.all([import('../commands/kader/validate.ts'), import('./run.ts')]);
      await run(() => validateKaders(paths, since), { format });
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

function declareReport(kader: Command): void {
  kader
    .command('report')
    .description('maak van een heel kader een leesbaar document')
    .argument('<kader>', 'id van een kader, of de map ervan')
    .option('--format <vormen>', FORMATS_HELP, choiceList(REPORT_FLAGS.format), ['md', 'pdf'])
    .option('--archief', 'maak de PDF voor het archief: PDF/A-2a')
    .option('--template <sjabloon>', 'een eigen sjabloon', 'kader')
    .option('--out <map>', 'waar het document komt', 'rapport')
    .option('--json', 'wat is gemaakt, en de meldingen, als JSON')
    .addHelpText('after', examples('kader report volwassenen', 'kader report volwassenen --format html,pdf --out publicatie'))
    .action(async (written: string, { format, archief = false, json = false, ...rest }: ReportFlags) => {
      const [{ reportKader }, { run }] = await Promise.all([import('../commands/kader/report.ts'), import('./run.ts')]);
      await run(() => reportKader(written, { ...rest, formats: format, pdf: { ...pdfChoice(), archief } }), { json });
    });
}

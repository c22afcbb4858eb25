import type { Command } from 'commander';
import { REPORT_FLAGS } from '../commands/report/flags.ts';
import type { TraceOptions } from '../commands/trace.ts';
import { type DiagnosticFormat, FORMATS } from '../diagnostics/forms.ts';
import { choices, examples, ONDERZOEK } from './options.ts';

/** One of every kind that can be followed. */
const TRACES = [
  ['waarneming:fh-c09-j-2', 'omhoog, naar elke zin die erop rust'],
  ['bron:fh-c09-jongere', 'wat uit deze bron komt'],
  ['bevinding:fictiehove-3', 'naar beide kanten'],
  ['oordeel:fictiehove/toegang', 'omlaag, naar bronnen en norm'],
  ['oordeel:fictiehove/conclusie', 'de conclusie over een gebied'],
  ['verbeterpunt:overbruggen-als-regel', 'waar het op rust'],
  ['deelvraag:dv1', 'de antwoorden, en de criteria die haar dienen'],
  ['toegang', 'een thema, criterium of indicator'],
  ['1.5.2', 'hetzelfde, met zijn nummer'],
  ['rapport:fictiehove/12', 'alinea 12 in het rapport over een gebied'],
] as const;
const WIDTH = Math.max(...TRACES.map(([ref]) => ref.length));

/** `tsd check` and `tsd trace`: whether the chain of evidence holds, and where it leads. */
export function declareCheck(program: Command): void {
  program
    .command('check')
    .description('kijk of alles klopt: van toetsingskader en waarnemingen tot oordelen en verbeterpunten')
    .argument('<onderzoek>', ONDERZOEK)
    .option('--format <vorm>', 'vorm van de meldingen: text, json, sarif of github', choices(FORMATS), 'text')
    .option('--json', 'de telling en de meldingen als JSON')
    .addHelpText('after', examples('check mijn-onderzoek'))
    .action(async (onderzoek: string, options: { format: DiagnosticFormat; json?: boolean }) => {
      const [{ checkOnderzoek }, { run }] = await Promise.all([import('../commands/check.ts'), import('./run.ts')]);
      await run(() => checkOnderzoek(onderzoek), options);
    });
  program
    .command('trace')
    .description('volg een waarneming omhoog naar elke zin die erop rust, of een oordeel omlaag naar zijn bronnen')
    .argument('<onderzoek>', ONDERZOEK)
    .argument('<verwijzing>', 'een verwijzing, een nummer uit het kader of uit een rapport; zie de voorbeelden')
    .option('--indeling <indeling>', 'van het rapport waar het nummer in staat', choices(REPORT_FLAGS.indeling), 'thema')
    .option('--json', 'als JSON')
    .addHelpText('after', examples(...TRACES.map(([ref, what]) => `trace overgang-18-plus ${ref.padEnd(WIDTH)}  ${what}`)))
    .action(async (onderzoek: string, ref: string, { json, indeling }: TraceOptions & { json?: boolean }) => {
      const [{ traceOnderzoek }, { run }] = await Promise.all([import('../commands/trace.ts'), import('./run.ts')]);
      await run(() => traceOnderzoek(onderzoek, ref, { indeling }), json ? { json } : {});
    });
}

import type { Command } from 'commander';
import { DIFF_FORMATS, type DiffOptions } from '../commands/kader/diff-formats.ts';
import type { ImpactOptions } from '../commands/kader/impact.ts';
import { choices, examples } from './options.ts';

/** `tsd kader diff`: what a revision changes. */
export function declareDiff(kader: Command): void {
  kader
    .command('diff')
    .description('toon wat er in betekenis verschilt tussen twee versies van een kader')
    .argument('<a>', 'de oude: een map (van een kader of een framework), of een tak, label of revisie van git')
    .argument('[b]', 'de nieuwe; standaard de kaders zoals zij hier liggen')
    .option('--kader <id>', 'alleen dit kader')
    .option('--format <vorm>', 'text, markdown, html of json', choices(DIFF_FORMATS), 'text')
    .addHelpText('after', examples('kader diff main', 'kader diff v1.0.0 v2.0.0 --kader volwassenen --format markdown'))
    .action(async (a: string, b: string | undefined, options: DiffOptions) => {
      const [{ diffKaders }, { run }] = await Promise.all([import('../commands/kader/diff.ts'), import('./run.ts')]);
      await run(() => diffKaders(a, b, options));
    });
}

/** `tsd kader impact`: what a revision does to what rests on the kader. */
export function declareImpact(kader: Command): void {
  kader
    .command('impact')
    .description('toon wat een nieuwe versie van een kader betekent voor modules en onderzoeken')
    .argument('<a>', 'de oude: een map, of een tak, label of revisie van git')
    .argument('<b>', 'de nieuwe: een map, of een tak, label of revisie van git')
    .argument('[onderzoeken...]', 'mappen of ids van onderzoeken; standaard alle onderzoeken hier')
    .option('--kader <id>', 'alleen dit kader')
    .option('--json', 'als JSON')
    .addHelpText('after', examples('kader impact v1.0.0 framework', 'kader impact main herziening onderzoeken/overgang-18-plus'))
    .action(async (a: string, b: string, onderzoeken: string[], options: ImpactOptions) => {
      const [{ kaderImpact }, { run }] = await Promise.all([import('../commands/kader/impact.ts'), import('./run.ts')]);
      await run(() => kaderImpact(a, b, onderzoeken, options), options);
    });
}

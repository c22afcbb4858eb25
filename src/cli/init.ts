import type { Command } from 'commander';
import { examples } from './options.ts';

/** `tsd init`: a fresh kader repository. */
export function declareInit(program: Command): void {
  program
    .command('init')
    .description('maak een nieuwe opslagplaats met de kaders, in een nieuwe of lege map')
    .argument('<map>', 'de map die wordt gemaakt')
    .addHelpText('after', examples('init toezicht'))
    .action(async (map: string) => {
      const [{ initRepository }, { run }] = await Promise.all([import('../commands/init.ts'), import('./run.ts')]);
      await run(() => initRepository(map, program.version() ?? ''));
    });
}

import type { Command } from 'commander';

/** `tsd init`: a fresh kader repository. */
export function declareInit(program: Command): void {
  program
    .command('init')
    .description('maak een nieuwe opslagplaats met de kaders, in een nieuwe of lege map')
    .argument('<map>', 'de map die wordt gemaakt')
    .action(async (map: string) => {
      const [{ initRepository }, { run }] = await Promise.all([import('../commands/init.ts'), import('./run.ts')]);
      await run(() => initRepository(map, program.version() ?? ''));
    });
}

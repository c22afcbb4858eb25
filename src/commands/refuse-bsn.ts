import { relative, resolve, sep } from 'node:path';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { shownPath } from '../io/files.ts';
import type { FileChange } from '../io/writer.ts';
import { bsnIn } from '../privacy/bsn-in.ts';
import { parseYaml } from '../source/yaml.ts';
import type { Outcome } from './outcome.ts';
import { MANIFEST } from './werkdossier/compare-werkdossier.ts';

/**
 * Refuses what a use case would write when a burgerservicenummer stands in it, whether it came from a flag, an answer or a file:
 * what is once in git stays there. The werkdossier was judged when it was read in, and its manifest only names what lies there.
 */
export function refuseBsn(outcome: Outcome): Outcome {
  const base = resolve(outcome.base ?? '.');
  const found = (outcome.files ?? []).filter(({ path }) => !isRecorded(base, path)).flatMap(problemsIn);
  if (found.length === 0) return outcome;
  const { data: _, ...rest } = outcome;
  // One reason from the command line may come with every indicator that it leaves out.
  const each = new Map(found.map((problem) => [problem.message, problem]));
  return { ...rest, diagnostics: [...outcome.diagnostics, ...each.values()] };
}

function isRecorded(base: string, path: string): boolean {
  const within = relative(base, resolve(path));
  return within === MANIFEST || within.split(sep)[0] === 'werkdossier';
}

function problemsIn({ path, content }: FileChange): Diagnostic[] {
  if (typeof content !== 'string' || !/\.ya?ml$/.test(path)) return [];
  const file = shownPath(path);
  return bsnIn(parseYaml(content, file).value?.value).map(({ path: keys, message, help, excerpt }) => {
    const field = keys.filter((key) => typeof key === 'string').at(-1) ?? '';
    const where = `in ${file} zou bij '${field}' komen: “${excerpt}”`;
    return error('privacy/bsn', `${where}; ${message}`, { help: `er is niets geschreven; ${help}` });
  });
}

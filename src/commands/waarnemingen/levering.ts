import { basename, extname } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { slug } from '../../source/slug.ts';
import { textProblems } from '../../waarneming/text-guard.ts';
import type { Words } from '../../waarneming/words.ts';
import type { Delivery, DeliveryContext } from './delivery.ts';

/** Stops when what was given with `--levering` cannot be the name of a levering. */
export function requireLevering(asked: string | undefined, words: Words): void {
  if (asked === undefined) return;
  const secret = textProblems(asked, words.guard)[0];
  if (secret) throw stop(secret.code, `--levering: ${secret.message}`, { help: secret.help });
  if (words.ids.find(asked) !== undefined) return;
  throw stop('waarneming/levering', `--levering: ${words.ids.problem(asked)}`, idHelp(words));
}

/** The name of a levering after the name of a file. */
function leveringAfter(file: string): string {
  return slug(basename(file, extname(file)), 80) || 'levering';
}

/** The levering of a file: the name in it, else that of `--levering`, else the name of the file. */
export function leveringChooser(
  asked: string | undefined,
  words: Words,
  report: (diagnostic: Diagnostic) => void,
): DeliveryContext['leveringOf'] {
  requireLevering(asked, words);
  const judged = onceEach((named) => textProblems(named, words.guard).find(({ severity }) => severity === 'error'));
  return (delivery, named, otherwise) => {
    const secret = named === undefined ? undefined : judged(named);
    if (secret)
      report(error(secret.code, `in de naam van de levering: ${secret.message}`, { file: delivery.file, help: secret.help }));
    else if (named !== undefined && words.ids.find(named) === undefined)
      report(error('waarneming/levering', `levering ${words.ids.problem(named)}`, { file: delivery.file, ...idHelp(words) }));
    else if (named !== undefined && asked !== undefined && named !== asked) report(otherLevering(delivery, named, asked));
    return named ?? asked ?? otherwise ?? leveringAfter(delivery.bestand);
  };
}

/** Asks once for each name: a large table may name its levering in every row. */
function onceEach<T>(ask: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    if (!known.has(name)) known.set(name, ask(name));
    return known.get(name) as T;
  };
}

function otherLevering({ file }: Delivery, named: string, asked: string): Diagnostic {
  return error('waarneming/levering-verschilt', `dit bestand noemt levering '${named}', maar --levering zegt '${asked}'`, {
    file,
    help: 'laat --levering weg, of pas de naam in het bestand aan',
  });
}

function idHelp({ ids }: Words): { help?: string } {
  return ids.help === undefined ? {} : { help: ids.help };
}

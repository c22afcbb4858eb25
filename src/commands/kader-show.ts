import { stop } from '../diagnostics/stop.ts';
import { resolveReference } from '../kader/reference.ts';
import { describeItem, describeKader, describeModule, kaderJson, listText } from '../kader/show.ts';
import type { Outcome } from './outcome.ts';
import { frameworkOf, readFramework } from './read-kader.ts';

/** `tsd kader list`: the kaders here with their modules. */
export function listKaders(): Outcome {
  const { reading, kaders } = readFramework(frameworkOf('.'));
  const list = kaders.map(({ kader }) => kader);
  const data = {
    kaders: list.map(({ id, bron, modules, criteria }) => ({
      id,
      titel: bron.titel,
      soort: bron.soort,
      versie: bron.versie,
      status: bron.status,
      criteria: criteria.length,
      modules: modules.map((m) => m.bron.id),
    })),
  };
  return { ...reading, stdout: list.map(listText).join('\n'), data };
}

/** `tsd kader show <ref>`: a kader, or anything in it, by a full reference or an end of it that fits one item. */
export function showKader(ref: string): Outcome {
  const { reading, kaders } = readFramework(frameworkOf('.'));
  const list = kaders.map(({ kader }) => kader);
  const whole = list.find((kader) => kader.id === ref);
  if (whole) return { ...reading, stdout: describeKader(whole), data: kaderJson(whole) };
  const { found, problem } = resolveReference(
    ref,
    list.flatMap((kader) => [...kader.items.values()]),
  );
  if (found) return { ...reading, ...describeItem(found) };
  const module = resolveReference(
    ref,
    list.flatMap((kader) => kader.modules),
  );
  if (module.found) return { ...reading, ...describeModule(module.found) };
  throw stop('kader/onbekende-verwijzing', problem, { help: 'tsd kader list toont welke kaders er zijn' });
}

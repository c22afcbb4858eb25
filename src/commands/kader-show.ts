import { type Stop, stop } from '../diagnostics/stop.ts';
import { fittingItems, resolveReference } from '../kader/reference.ts';
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

/**
 * `tsd kader show <ref>`: a kader, or anything in it, by a full reference or an end of it that fits one item; `module:`
 * before it means the module, which can have the reference of a criterium.
 */
export function showKader(ref: string): Outcome {
  const { reading, kaders } = readFramework(frameworkOf('.'));
  const list = kaders.map(({ kader }) => kader);
  const whole = list.find((kader) => kader.id === ref);
  if (whole) return { ...reading, stdout: describeKader(whole), data: kaderJson(whole) };
  const named = ref.startsWith('module:');
  const written = named ? ref.slice('module:'.length) : ref;
  const modules = list.flatMap((kader) => kader.modules);
  const items = named ? [] : list.flatMap((kader) => [...kader.items.values()]);
  const { found, problem } = resolveReference(written, items);
  if (found) return { ...reading, ...describeItem(found) };
  if (fittingItems(written, items).length > 1) throw unknown(problem ?? '');
  const module = resolveReference(written, modules);
  if (module.found) return { ...reading, ...describeModule(module.found) };
  throw unknown((named ? module.problem : problem) ?? '');
}

function unknown(problem: string): Stop {
  return stop('kader/onbekende-verwijzing', problem, {
    help: 'tsd kader list toont welke kaders er zijn; een module toont u met module:<verwijzing>',
  });
}

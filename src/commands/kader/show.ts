import { type Stop, stop } from '../../diagnostics/stop.ts';
import type { Kader, KaderItem } from '../../kader/model.ts';
import { fittingItems, resolveReference } from '../../kader/reference.ts';
import { itemText, kaderText, listText, moduleText } from '../../kader/show.ts';
import { itemJson, kaderJson } from '../../kader/show-data.ts';
import type { Outcome } from '../outcome.ts';
import { frameworkOf, readFramework } from '../read/kader.ts';

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
 * `tsd kader show <ref>`: a kader, or anything in it, by a full reference or an end of it that fits one item, or by its
 * number where one kader has it; `module:` before it means the module, which can have the reference of a criterium.
 */
export function showKader(ref: string): Outcome {
  const { reading, kaders } = readFramework(frameworkOf('.'));
  const list = kaders.map(({ kader }) => kader);
  const whole = list.find((kader) => kader.id === ref);
  const shown = whole ? { stdout: kaderText(whole), data: kaderJson(whole) } : showPart(list, ref);
  return { ...reading, ...shown };
}

type Shown = Required<Pick<Outcome, 'stdout' | 'data'>>;

function showPart(list: readonly Kader[], ref: string): Shown {
  const named = ref.startsWith('module:');
  const written = named ? ref.slice('module:'.length) : ref;
  const items = named ? [] : list.flatMap((kader) => [...kader.items.values()].map((item) => ({ ref: item.ref, kader, item })));
  const { found, problem } = byNumber(written, items) ?? resolveReference(written, items);
  if (found) return { stdout: itemText(found.kader, found.item), data: itemJson(found.item) };
  if (fittingItems(written, items).length > 1) throw unknown(problem);
  const modules = list.flatMap((kader) => kader.modules.map((module) => ({ ref: module.ref, kader, module })));
  const fitting = resolveReference(written, modules);
  if (!fitting.found) throw unknown(named ? fitting.problem : problem);
  const { kader, module } = fitting.found;
  return { stdout: moduleText(kader, module), data: { ref: module.ref, ...module.bron } };
}

/** What has this number in the only kader that has one: a number is for reading, and changes when the order does. */
function byNumber<T extends { item: KaderItem }>(
  written: string,
  items: readonly T[],
): { found: T; problem: string } | undefined {
  const [only, second] = items.filter(({ item }) => item.nummer === written);
  return only && !second ? { found: only, problem: '' } : undefined;
}

function unknown(problem: string): Stop {
  return stop('kader/onbekende-verwijzing', problem, {
    help: 'tsd kader list toont welke kaders er zijn; een module toont u met module:<verwijzing>',
  });
}

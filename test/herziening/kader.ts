import { join } from 'node:path';
import { readKader } from '../../src/commands/read/kader.ts';
import { newReading } from '../../src/commands/read/yaml.ts';
import type { Versie } from '../../src/herziening/compare.ts';
import { buildKader, type KaderPart, type KaderParts } from '../../src/kader/build.ts';
import type { Criterium, Indicator } from '../../src/schema/generated/types.ts';

const read = readKader(join(import.meta.dirname, '../../framework/volwassenen'), newReading());
if (!read) throw new Error('framework/volwassenen cannot be read');
const PARTS = read.parts;

/** The kader of the package after `edit` changed a copy of its files. */
export function kaderAfter(edit: (parts: KaderParts) => void = () => undefined): Versie {
  const { kader, themas, modules, definities } = PARTS;
  const parts: KaderParts = {
    kader: copyOf(kader),
    themas: themas.map(copyOf),
    modules: modules.map(copyOf),
    definities: definities && copyOf(definities),
  };
  edit(parts);
  return { kader: buildKader(parts), parts };
}

function copyOf<T>({ file, value }: KaderPart<T>): KaderPart<T> {
  return { file, value: structuredClone(value) };
}

/** A criterium in the files of a kader. */
export function criteriumIn({ themas }: KaderParts, id: string): Criterium {
  const found = themas.flatMap(({ value }) => value.criteria).find((item) => item.id === id);
  if (!found) throw new Error(`no criterium ${id}`);
  return found;
}

/** An indicator in the files of a kader. */
export function indicatorIn(parts: KaderParts, criterium: string, id: string): Indicator {
  const found = criteriumIn(parts, criterium).indicatoren.find((item) => item.id === id);
  if (!found) throw new Error(`no indicator ${criterium}/${id}`);
  return found;
}

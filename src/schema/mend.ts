import { fromPointer, toPointer } from '../source/pointer.ts';
import { valueAt } from '../source/value.ts';
import validators from './generated/validators.js';
import type { SchemaProblem } from './messages.ts';
import type { Content, Format } from './validate.ts';

/** A value in the shape of its format, and where something was put in to give it that shape. */
export interface Mended<F extends Format> {
  value: Content<F>;
  pointers: string[];
}

const FILLING: Readonly<Record<string, () => unknown>> = {
  string: () => '',
  array: () => [],
  object: () => ({}),
  boolean: () => false,
  integer: () => 0,
  number: () => 0,
};

// A missing block is filled in level by level.
const MOST_ROUNDS = 8;

/**
 * Gives a value with mistakes the shape of its format, so that the rest of it can be looked at all the same: what is
 * missing or of a wrong type becomes something empty. What comes out may only be checked, never used; leave out what is
 * found at or below `pointers`. Nothing when the value as a whole is of another type.
 */
export function mend<F extends Format>(format: F, value: unknown): Mended<F> | undefined {
  const copy = structuredClone(value);
  const pointers = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wrong = shapeProblems(format, copy);
    if (wrong.some(({ pointer }) => pointer === '')) return undefined;
    if (wrong.length === 0) return { value: copy as Content<F>, pointers: [...pointers] };
    for (const { pointer, filling } of wrong) {
      pointers.add(pointer);
      put(copy, fromPointer(pointer), filling);
    }
  }
  return undefined;
}

interface ShapeProblem {
  pointer: string;
  filling: unknown;
}

/** Of what is missing, `null` makes the schema say the type in the next round. */
function shapeProblems(format: Format, value: unknown): ShapeProblem[] {
  const check = validators[format];
  if (check(value)) return [];
  return ((check.errors ?? []) as SchemaProblem[]).flatMap(({ keyword, instancePath, params }) => {
    if (keyword === 'required') return [{ pointer: instancePath + toPointer([String(params.missingProperty)]), filling: null }];
    const [type = ''] = keyword === 'type' ? [params.type].flat() : [];
    const filling = FILLING[String(type)];
    return filling ? [{ pointer: instancePath, filling: filling() }] : [];
  });
}

function put(root: unknown, path: readonly string[], filling: unknown): void {
  const holder = valueAt(root, path.slice(0, -1));
  if (typeof holder === 'object' && holder !== null) (holder as Record<string, unknown>)[path.at(-1) ?? ''] = filling;
}

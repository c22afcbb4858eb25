import { diffArrays } from 'diff';

/** A run of items that two lists share, or that only the first (`weg`) or the second (`erbij`) has. */
export interface Run {
  soort: 'gelijk' | 'weg' | 'erbij';
  items: string[];
}

/** Lays two lists beside each other, with as little as possible gone and come. */
export function runsBetween(before: readonly string[], after: readonly string[]): Run[] {
  return diffArrays([...before], [...after]).map(({ value, added, removed }) => ({
    soort: added ? 'erbij' : removed ? 'weg' : 'gelijk',
    items: value,
  }));
}

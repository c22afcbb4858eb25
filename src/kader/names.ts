import { valueAt } from '../source/value.ts';

/**
 * The names that stand in a thema file, relative to the kader: themas, criteria, and what lies below them. It also reads a
 * file with mistakes, so that one slip in it does not make every reference to it a second mistake.
 */
export function namesIn(thema: unknown): string[] {
  const criteria = listOf(thema, 'criteria').flatMap((criterium) =>
    withBelow(criterium, 'indicatoren', (indicator) => withBelow(indicator, 'aandachtspunten', idOf)),
  );
  return [...idOf(thema), ...criteria, ...listOf(thema, 'themas').flatMap(namesIn)];
}

function withBelow(item: unknown, list: string, below: (child: unknown) => string[]): string[] {
  const children = listOf(item, list).flatMap(below);
  return idOf(item).flatMap((id) => [id, ...children.map((name) => `${id}/${name}`)]);
}

function idOf(item: unknown): string[] {
  const id = valueAt(item, ['id']);
  return typeof id === 'string' ? [id] : [];
}

function listOf(item: unknown, list: string): unknown[] {
  const value = valueAt(item, [list]);
  return Array.isArray(value) ? value : [];
}

/** The path of a file, and the one that its copy would get. */
export interface NamedCopy {
  name: string;
  copy: string;
}

/**
 * The path of each copy, all of them different, also where capitals make no difference: a copy keeps a path that it has from its
 * file, and of those that became the same the second gets ` (2)`.
 */
export function distinctCopies(copies: readonly NamedCopy[]): string[] {
  const taken = new Set(copies.flatMap(({ name, copy }) => (copy === name ? [copy.toLowerCase()] : [])));
  return copies.map(({ name, copy }) => {
    if (copy === name) return copy;
    let free = copy;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = numbered(copy, number);
    taken.add(free.toLowerCase());
    return free;
  });
}

function numbered(path: string, number: number): string {
  const [, before = path, extension = ''] = /^(.*?[^/\\])(\.[^./\\]*)?$/.exec(path) ?? [];
  return `${before} (${number})${extension}`;
}

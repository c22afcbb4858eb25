import type { Diagnostic, Related } from '../diagnostics/diagnostic.ts';
import type { Source } from './yaml.ts';

/** Turns the pointers of diagnostics into lines and columns, for the files among `sources`; orders them by file and line. */
export function resolvePositions(diagnostics: readonly Diagnostic[], sources: Iterable<Source>): Diagnostic[] {
  const byFile = new Map([...sources].map((source) => [source.file, source]));
  const resolve = <T extends Related | Diagnostic>(item: T): T => {
    const source = item.file === undefined ? undefined : byFile.get(item.file);
    if (item.position || item.pointer === undefined || !source) return item;
    return { ...item, position: source.positionOf(item.pointer) };
  };
  const resolved = diagnostics.map((d) => ({ ...resolve(d), ...(d.related ? { related: d.related.map(resolve) } : {}) }));
  return resolved.sort(byPlace);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const order = [a.file ?? '', b.file ?? ''];
  if (order[0] !== order[1]) return (order[0] ?? '') < (order[1] ?? '') ? -1 : 1;
  const line = (d: Diagnostic) => d.position?.line ?? d.cell?.row ?? 0;
  return line(a) - line(b) || (a.position?.column ?? 0) - (b.position?.column ?? 0);
}

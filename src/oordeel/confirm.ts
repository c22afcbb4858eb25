import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import type { Vingerafdrukken } from '../schema/generated/types.ts';
import { editYaml } from '../source/edit.ts';
import type { Edit } from '../source/edit-value.ts';
import { groupBy } from '../source/order.ts';
import { type Chain, dependencies, fingerprintOf } from './chain.ts';
import type { ChainNode } from './chain-model.ts';
import { tooShort } from './find.ts';

/** One node that is confirmed: it has been read beside the texts it rests on as they stand now. */
export interface Confirmation {
  node: ChainNode;
  prints: Vingerafdrukken;
  /**
   * The references that were confirmed with another text or not at all, and those that are gone; all of them the first time. Empty
   * where an earlier tsd kept less of them than this one does.
   */
  changed: string[];
}

/** Confirms nodes against what they depend on. What is up to date already is left out; what rests on nothing real is an error. */
export function confirmNodes(chain: Chain, nodes: readonly ChainNode[]): Result<Confirmation[]> {
  const diagnostics: Diagnostic[] = [];
  const value = nodes.flatMap((node): Confirmation[] => {
    const lost = dependencies(node).filter((ref) => !chain.nodes.has(ref) && !chain.norms.has(ref));
    if (lost.length > 0) {
      const help = 'herstel eerst de verwijzing; tsd check zegt waar zij staat';
      const why = lost.map((ref) => tooShort(chain, ref) ?? `'${ref}' bestaat niet`).join('; ');
      const message = `'${node.ref}' kan nog niet worden bevestigd: ${why}`;
      diagnostics.push(error('oordeel/onbekende-verwijzing', message, { ...place(node), help }));
      return [];
    }
    const prints = printsOf(chain, node);
    const { confirmed = {} } = node;
    const other = [...new Set([...Object.keys(prints), ...Object.keys(confirmed)])].filter(
      (ref) => prints[ref] !== confirmed[ref],
    );
    const changed = other.filter((ref) => confirmed[ref] === undefined || confirmed[ref] !== chain.nodes.get(ref)?.prints?.text);
    return other.length === 0 && node.confirmed ? [] : [{ node, prints, changed }];
  });
  return { value, diagnostics };
}

/** The files with the new fingerprints in them; nothing else in them changes. */
export function confirmedFiles(confirmations: readonly Confirmation[]): { path: string; content: string }[] {
  const byFile = groupBy(confirmations, ({ node }) => node.place?.bestand.path ?? '');
  return [...byFile].flatMap(([path, items]) => {
    const source = items[0]?.node.place?.bestand.source;
    const edits = items.map(
      ({ node, prints }): Edit => ({ kind: 'set', pointer: node.place?.pointer ?? '', key: 'vingerafdrukken', value: prints }),
    );
    return source ? [{ path, content: editYaml(source, edits) }] : [];
  });
}

function printsOf(chain: Chain, node: ChainNode): Vingerafdrukken {
  const pairs = dependencies(node).flatMap((ref): [string, string][] => {
    const print = fingerprintOf(chain, ref);
    return print === undefined ? [] : [[ref, print]];
  });
  return Object.fromEntries(pairs);
}

function place(node: ChainNode): Pick<Diagnostic, 'file' | 'pointer'> {
  return node.place ? { file: node.place.bestand.file, pointer: node.place.pointer } : {};
}

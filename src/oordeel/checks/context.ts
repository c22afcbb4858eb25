import type { Sources } from '../../bevinding/triangulate.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Chain } from '../chain.ts';
import type { ChainNode } from '../chain-model.ts';

/** What every check looks at. */
export interface CheckContext {
  dossier: Dossier;
  chain: Chain;
  sources: Sources;
  /** The gebieden that must be complete. */
  gebieden: readonly string[];
  /** Whether the oordeel over all gebieden must be complete as well. */
  overkoepelend: boolean;
  /** References that exist, in a werkdossier that lies elsewhere. */
  elsewhere: ReadonlySet<string>;
}

/** One check: what it finds, in any order. It prints nothing and changes nothing. */
export type Check = (context: CheckContext) => Diagnostic[];

/** The place of a node, or of something within it, for a message. Without a place of its own: none. */
export function at(node: ChainNode, pointer?: string): Pick<Diagnostic, 'file' | 'pointer'> {
  return node.place ? { file: node.place.bestand.file, pointer: pointer ?? node.place.pointer } : {};
}

/** The name for messages of a file or folder of the onderzoek, which lies beside onderzoek.yaml. */
export function beside({ onderzoek }: Dossier, name: string): string {
  return `${onderzoek.file.slice(0, onderzoek.file.lastIndexOf('/') + 1)}${name}`;
}

/** The nodes that people write and that count: bevindingen, oordelen, conclusies, points and verbeterpunten. */
export function writtenNodes(chain: Chain): ChainNode[] {
  return [...chain.nodes.values(), ...chain.doubles].filter(({ place, ingetrokken }) => place !== undefined && !ingetrokken);
}

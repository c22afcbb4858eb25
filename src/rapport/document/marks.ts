import type { BuildContext } from './build-context.ts';
import { buildInlines } from './build-inline.ts';
import { errorAt } from './dialect.ts';
import type { Block, Inline } from './model.ts';
import type { HeadingKind } from './structure.ts';
import type { MarkdownBlock, MarkdownDirective, MarkdownInline } from './tree.ts';

/** Directives that say something of the block behind them: `anker`, `bijschrift`, `bijlage`, `ongenummerd`. */
export interface Marks {
  /** Keeps a mark for the next block; false when the node is no mark. */
  take(node: MarkdownBlock): boolean;
  /** The caption that waits for a table. */
  caption(): Inline[] | undefined;
  /** How the next heading takes part in the numbering. */
  headingKind(): HeadingKind;
  /** The id that a node names itself or that an anchor gave it. */
  ownId(node?: MarkdownDirective): string | undefined;
  /** Gives a block the id that waits for it, and reports marks that it cannot carry. */
  give(block: Block): Block;
  /** Reports the marks that no block followed. */
  end(): void;
}

type Mark = 'anker' | 'bijschrift' | 'bijlage' | 'ongenummerd';

const wants: Readonly<Record<Mark, string>> = {
  anker: 'een onderdeel',
  bijschrift: 'een tabel',
  bijlage: 'een kop',
  ongenummerd: 'een kop',
};

/** Starts a run of blocks in which marks wait for the block behind them. */
export function createMarks(context: BuildContext): Marks {
  const { keep, claim, report } = createWaiting(context);
  const idOf = (node: MarkdownDirective | undefined): string | undefined => node && claimId(node, context);
  return {
    take: (node) => node.type === 'leafDirective' && Object.hasOwn(wants, node.name) && keep(node.name as Mark, node),
    caption: () => {
      const node = claim('bijschrift');
      return node && buildInlines(node.children as MarkdownInline[], context);
    },
    headingKind: () => {
      const kind = claim('bijlage') ? 'annex' : 'numbered';
      return claim('ongenummerd') ? 'unnumbered' : kind;
    },
    ownId: (node) => (node?.attributes?.id ? idOf(node) : idOf(claim('anker'))),
    give: (block) => {
      const id = block.type === 'contents' || 'id' in block ? undefined : idOf(claim('anker'));
      report();
      return id ? ({ ...block, id } as Block) : block;
    },
    end: report,
  };
}

/** The marks that wait for a block: keeps one, gives it out once, and reports those that no block took. */
interface Waiting {
  keep(mark: Mark, node: MarkdownDirective): true;
  claim(mark: Mark): MarkdownDirective | undefined;
  report(): void;
}

function createWaiting(context: BuildContext): Waiting {
  const waiting = new Map<Mark, MarkdownDirective>();
  return {
    keep: (mark, node) => {
      waiting.set(mark, node);
      return true;
    },
    claim: (mark) => {
      const node = waiting.get(mark);
      waiting.delete(mark);
      return node;
    },
    report: () => {
      for (const [mark, node] of waiting)
        context.report(errorAt(node, 'document/los-merk', `achter ::${mark} volgt niet ${wants[mark]}`));
      waiting.clear();
    },
  };
}

function claimId(node: MarkdownDirective, context: BuildContext): string | undefined {
  const id = node.attributes?.id ?? '';
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    context.report(
      errorAt(node, 'document/onjuiste-id', `id '${id}' is onjuist; verwacht: kleine letters, cijfers en streepjes`),
    );
    return undefined;
  }
  if (context.structure.reserve(id)) return id;
  context.report(errorAt(node, 'document/dubbele-id', `id '${id}' bestaat al`));
  return undefined;
}

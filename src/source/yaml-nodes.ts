import { type Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, type ParsedNode, visit } from 'yaml';

/** The nodes from the root along a path, as far as they exist. */
export function nodesAlong(root: ParsedNode | null, keys: readonly string[]): ParsedNode[] {
  const nodes = root ? [root] : [];
  for (const key of keys) {
    const parent = nodes.at(-1);
    // In a sequence a key of a pointer is an index; in a mapping it stays a text, digits included.
    const node = isSeq(parent) ? parent.get(Number(key), true) : isMap(parent) ? parent.get(key, true) : undefined;
    if (!isNode(node) || !node.range) return nodes;
    nodes.push(node as ParsedNode);
  }
  return nodes;
}

/** Whether a node is a list or mapping in brackets. */
export function isFlow(node: ParsedNode): boolean {
  return isCollection(node) && node.flow === true;
}

/** The end of the last text within a node, so without the comments and white space that follow it. */
export function endOf(node: ParsedNode, text: string): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    const deepest = isPair(last) ? (last.value ?? last.key) : last;
    if (isNode(deepest) && deepest.range) return endOf(deepest as ParsedNode, text);
  }
  const written = text.slice(node.range[0], node.range[1]);
  // `|+` keeps its trailing newlines: they belong to the value.
  const keeps = isScalar(node) && node.type?.startsWith('BLOCK') && /^[|>]\d?\+/.test(written);
  // Only what YAML itself leaves out: a no-break space at the end of a text belongs to the text.
  return node.range[0] + (keeps ? written : written.replace(/[ \t\r\n]+$/, '')).length;
}

/** The last text in quotes that begins before an offset: where it starts and ends. */
export function quotedBefore(document: Document, offset: number): { start: number; end: number } | undefined {
  let found: { start: number; end: number } | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < offset) found = { start: range[0], end: range[1] };
    },
  });
  return found;
}

/** Where the last list or mapping in brackets begins before an offset. */
export function openFlowBefore(document: Document, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Collection(_, { flow, range }) {
      if (flow && range && range[0] < offset) found = range[0];
    },
  });
  return found;
}

/** The key that begins at an offset, and where the same key stands first in its mapping. */
export function firstOfKey(document: Document, offset: number): { key: string; first: number } | undefined {
  let found: { key: string; first: number } | undefined;
  visit(document, {
    Map(_, { items }) {
      const keys = items.flatMap(({ key }) => (isScalar(key) && key.range ? { name: String(key.value), at: key.range[0] } : []));
      const again = keys.find(({ at }) => at === offset);
      const first = keys.find(({ name }) => name === again?.name);
      if (again && first) found = { key: again.name, first: first.at };
    },
  });
  return found;
}

/** Where a key of a mapping stands; `undefined` where it is not one. */
export function keyStart(node: ParsedNode | undefined, key: string): number | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key.range[0];
}

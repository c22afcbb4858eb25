import { type Alias, type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { toPointer } from './pointer.ts';

/** A text that looks like a date or a yes or no. */
export const LOOKALIKE = /^(?:ja|nee|yes|no|on|off|\d{4}-\d{2}-\d{2})$/i;

/** What a document says, and what to know of how that was written. */
export interface Content {
  value: unknown;
  /** Pointers of values written without quotes that look like a date or a yes or no, with how they were written. */
  lookalikes: { pointer: string; written: string }[];
  /** The first alias, and the first node that one could point at, if there are any. */
  alias?: Alias;
  anchor?: Node;
}

/** Goes over every node of a document once. */
export function readContent(document: Document.Parsed): Content {
  const content: Content = { value: null, lookalikes: [] };
  content.value = plainOf(document.contents, [], content);
  return content;
}

/** The value of a node; `path` leads to it and is left as it was. */
function plainOf(node: unknown, path: (string | number)[], content: Content): unknown {
  if (isNode(node) && !isAlias(node) && node.anchor !== undefined) content.anchor ??= node;
  if (isScalar(node)) return scalarValue(node, path, content);
  if (isMap(node)) return mapValue(node, path, content);
  if (isAlias(node)) content.alias ??= node;
  if (!isSeq(node)) return null;
  return node.items.map((item, index) => valueWithin(item, index, path, content));
}

function valueWithin(node: unknown, key: string | number, path: (string | number)[], content: Content): unknown {
  path.push(key);
  const value = plainOf(node, path, content);
  path.pop();
  return value;
}

function mapValue({ items }: YAMLMap, path: (string | number)[], content: Content): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (const { key, value } of items) {
    const name = String(isScalar(key) ? key.value : plainOf(key, path, content));
    const plain = valueWithin(value, name, path, content);
    // Assigning to `__proto__` would change what the object is.
    if (name in map) Object.defineProperty(map, name, { value: plain, writable: true, enumerable: true, configurable: true });
    else map[name] = plain;
  }
  return map;
}

function scalarValue({ type, value }: Scalar, path: readonly (string | number)[], content: Content): unknown {
  if (type === 'PLAIN' && typeof value === 'string' && LOOKALIKE.test(value))
    content.lookalikes.push({ pointer: toPointer(path), written: value });
  return value;
}

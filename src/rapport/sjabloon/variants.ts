import { type FieldSchema, isFreeText, itemsOf, resolveField, rootScope } from '../template-scope.ts';

/** Sample data in a shape that a template has to bear. */
export interface Variant {
  naam: string;
  model: unknown;
}

/** Texts that would be markup, an attribute or a script, or an address, if they got the chance; each has the word `kwaad`. */
export const VIJANDIG = [
  '"} kwaad {#x} ::: ](javascript:1) <script>alert(1)</script> | `` *a* {{x}}',
  'https://kwaad.example/',
] as const;
/** Text as anybody would write it. */
const GEWOON = 'gewone woorden';

/** How many times over a list is made, by how deep it stands. */
const MANY = [9, 3];

/** Empty, one of each, very many: the shapes of a model that a template is tried with beside the sample itself. */
export function shapesOf(soort: string, sample: unknown): Variant[] {
  const { fields } = rootScope(soort);
  return [
    { naam: 'de voorbeeldgegevens', model: sample },
    {
      naam: 'lege gegevens',
      model: change(fields, sample, { list: (items, { minItems = 0 }) => items.slice(0, minItems), bare: true }),
    },
    { naam: 'van alles één', model: change(fields, sample, { list: (items) => items.slice(0, 1) }) },
    { naam: 'van alles heel veel', model: change(fields, sample, { list: repeat }) },
  ];
}

/** The sample with other words: hostile ones in the fields that `isHostile` says, plain ones in all others. Their shape is the same. */
export function withWords(soort: string, sample: unknown, hostile: string, isHostile: (veld: string) => boolean): unknown {
  const text = (veld: string): string => (isHostile(veld) ? hostile : GEWOON);
  return change(rootScope(soort).fields, sample, { text });
}

/** The fields of a model in which anything may be written. */
export function freeFields(soort: string, sample: unknown): string[] {
  const found = new Set<string>();
  const text = (veld: string, value: string): string => {
    found.add(veld);
    return value;
  };
  change(rootScope(soort).fields, sample, { text });
  return [...found];
}

interface Change {
  list?(items: readonly unknown[], field: FieldSchema, depth: number): readonly unknown[];
  text?(veld: string, value: string): string;
  /** Leaves out what need not be there. */
  bare?: boolean;
}

/** Pictures are drawn from their numbers, and so cannot hold other words. */
const DRAWN = /^grafieken\b/;

function change(schema: FieldSchema, sample: unknown, how: Change): unknown {
  const walk = (field: FieldSchema, value: unknown, veld: string, depth: number): unknown => {
    if (typeof value === 'string') return isFree(field, veld) ? (how.text?.(veld, value) ?? value) : value;
    if (Array.isArray(value)) return list(field, value, veld, depth);
    return typeof value === 'object' && value !== null ? block(field, value, veld, depth) : value;
  };
  const list = (field: FieldSchema, value: readonly unknown[], veld: string, depth: number): unknown[] => {
    const items = DRAWN.test(veld) ? value : (how.list?.(value, field, depth) ?? value);
    const inner = itemsOf(field) ?? {};
    return items.map((item) => walk(inner, item, `${veld}[]`, depth + 1));
  };
  const block = ({ properties = {}, required = [] }: FieldSchema, value: object, veld: string, depth: number): object => {
    const kept = Object.entries(value).filter(([name]) => !how.bare || required.includes(name));
    const inner = (name: string): FieldSchema => resolveField(properties[name] ?? {});
    return Object.fromEntries(
      kept.map(([name, item]) => [name, walk(inner(name), item, veld ? `${veld}.${name}` : name, depth)]),
    );
  };
  return walk(schema, sample, '', 0);
}

function isFree(field: FieldSchema, veld: string): boolean {
  return isFreeText(field, veld.split('.').at(-1) ?? veld) && !DRAWN.test(veld);
}

/** A list many times over; what has a number and a place in the document keeps one of its own. */
function repeat(items: readonly unknown[], _: FieldSchema, depth: number): unknown[] {
  const turns = Array.from({ length: MANY[depth] ?? 1 }, (_unused, turn) => turn * 1000 * 10 ** depth);
  return turns.flatMap((more) => items.map((item) => (more === 0 ? item : elsewhere(item, more))));
}

function elsewhere(value: unknown, more: number): unknown {
  if (Array.isArray(value)) return value.map((item) => elsewhere(item, more));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, elsewhere(item, more)]));
  // A reference names a place; it is none.
  if (!('nr' in inner && 'anker' in inner) || 'soort' in inner) return inner;
  return { ...inner, nr: Number(inner.nr) + more, anker: `${inner.anker}-${more}` };
}

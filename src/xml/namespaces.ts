/** The prefix by which each namespace is known here; one prefix may stand for several editions of a namespace. */
export type KnownNamespaces = Readonly<Record<string, string>>;

/** An element with the names that are used here. */
interface Resolved {
  name: string;
  attributes: Record<string, string>;
}

/** Keeps which prefixes mean what while elements open and close. */
export interface Namespaces {
  /** Opens an element; `undefined`: a prefix of it was never declared. */
  enter(written: string, attributes: ReadonlyMap<string, string>): Resolved | undefined;
  leave(): void;
}

type Scope = ReadonlyMap<string, string>;

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Starts outside of any element. */
export function createNamespaces(known: KnownNamespaces): Namespaces {
  const prefixes = new Map(Object.entries(known));
  const scopes: Scope[] = [new Map([['xml', XML]])];
  const nameIn = (scope: Scope, written: string, bare: boolean): string | undefined => {
    const [prefix, local] = split(written);
    // An attribute without a prefix is in no namespace, whatever the default is.
    if (bare && prefix === '') return local;
    const uri = scope.get(prefix);
    if (uri === undefined && prefix !== '') return undefined;
    const own = prefixes.get(uri ?? '');
    return own === undefined ? local : `${own}:${local}`;
  };
  return {
    enter(written, attributes) {
      const scope = extended(scopes.at(-1) ?? new Map(), attributes);
      scopes.push(scope);
      const name = nameIn(scope, written, false);
      const own: Record<string, string> = Object.create(null);
      for (const [attribute, value] of attributes) {
        if (isDeclaration(attribute)) continue;
        const resolved = nameIn(scope, attribute, true);
        if (resolved === undefined) return undefined;
        own[resolved] = value;
      }
      return name === undefined ? undefined : { name, attributes: own };
    },
    leave: () => void scopes.pop(),
  };
}

function extended(scope: Scope, attributes: ReadonlyMap<string, string>): Scope {
  const declared = [...attributes].filter(([name]) => isDeclaration(name));
  if (declared.length === 0) return scope;
  return new Map([...scope, ...declared.map(([name, uri]): [string, string] => [name.slice('xmlns:'.length), uri])]);
}

function isDeclaration(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:');
}

function split(written: string): [prefix: string, local: string] {
  const colon = written.indexOf(':');
  return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
}

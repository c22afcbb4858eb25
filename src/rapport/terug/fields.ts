import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import type { Chain } from '../../oordeel/chain.ts';
import { toPointer } from '../../source/pointer.ts';
import { proseParts } from './prose-parts.ts';

/** A text that the team wrote: a field of a YAML file, or a Markdown file as a whole. */
export interface Field {
  /** Where it stands, as messages show it. */
  file: string;
  path: string;
  tekst: string;
  /** In YAML: the pointer to the text, and what it is part of: `oordeel:west/toegang`. */
  yaml?: { bestand: Bestand<unknown>; pointer: string; ref: string };
  /** In Markdown: the name of the file in teksten/ without its extension. */
  naam?: string;
  parts: FieldPart[];
}

/** A paragraph of such a text; `start` and `end` are places in it. */
export interface FieldPart {
  start: number;
  end: number;
  /** In Markdown: its block, where it is one that stands by itself and can be followed by another or go. */
  block?: { start: number; end: number };
}

/** The keys under which the team writes sentences that a report prints. */
const TEXTS: ReadonlySet<string> = new Set(['tekst', 'reden', 'afwezig', 'weging']);

/** Every text of an onderzoek that the team wrote and a report may print. `place` gives the path of a file in teksten/. */
export function fieldsOf(dossier: Dossier, chain: Chain, place: (naam: string) => { file: string; path: string }): Field[] {
  const { bevindingen, oordelen, overkoepelend, verbeterpunten, teksten } = dossier;
  const bestanden: Bestand<unknown>[] = [
    ...bevindingen,
    ...oordelen,
    ...(overkoepelend ? [overkoepelend] : []),
    ...(verbeterpunten ? [verbeterpunten] : []),
  ];
  return [
    ...bestanden.flatMap((bestand) => yamlFields(bestand, chain)),
    ...[...teksten].map(([naam, tekst]) => ({ ...place(naam), naam, tekst, parts: proseParts(tekst) })),
  ];
}

function yamlFields(bestand: Bestand<unknown>, chain: Chain): Field[] {
  const nodes = [...chain.nodes.values()].flatMap(({ ref, place }) =>
    place?.bestand.path === bestand.path ? [{ ref, pointer: place.pointer }] : [],
  );
  const { file, path } = bestand;
  return textsIn(bestand.value).map(({ keys, tekst }) => {
    const pointer = toPointer(keys);
    const ref = nodes.find((node) => pointer.startsWith(`${node.pointer}/`))?.ref ?? file;
    return { file, path, tekst, yaml: { bestand, pointer, ref }, parts: paragraphParts(tekst) };
  });
}

function textsIn(value: unknown, keys: readonly (string | number)[] = []): { keys: (string | number)[]; tekst: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => {
    if (key === 'ingetrokken') return [];
    const path = [...keys, key];
    if (typeof inner === 'string') return typeof key === 'string' && TEXTS.has(key) ? [{ keys: path, tekst: inner }] : [];
    return textsIn(inner, path);
  });
}

/** Empty lines stand between paragraphs. */
function paragraphParts(tekst: string): FieldPart[] {
  return [...tekst.matchAll(/\S(?:[^\n]*\n(?!\s*\n))*[^\n]*/g)].flatMap(({ 0: text, index }) => {
    const length = text.trimEnd().length;
    return length > 0 ? [{ start: index, end: index + length }] : [];
  });
}

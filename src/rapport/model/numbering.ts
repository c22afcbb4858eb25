import type { RapportPassage, RapportVerwijzing } from '../../schema/generated/types.ts';

/** A sentence of judgement as it was written; without a text it is still open. */
export interface Written {
  tekst?: string | undefined;
  rust_op?: readonly string[] | undefined;
}

/**
 * Numbers the passages of one report in the order in which they are made, which is the order of the report. What a passage
 * rests on may stand further on, so those references are filled in by `finish`.
 */
export interface Numbering {
  /** Gives out the next number; a `ref` can then be referred to. */
  take(ref?: string): { nr: number; anker: string };
  /** A numbered passage, or nothing while it is open; `ref` is its own reference, where it has one. */
  passage(written: Written | undefined, ref?: string): RapportPassage | undefined;
  /** The places of references, filled in by `finish`; what is not in this report is left out. */
  evidence(refs: readonly string[] | undefined): RapportVerwijzing[];
  /** The place of a reference that was numbered before. */
  placeOf(ref: string): RapportVerwijzing | undefined;
  /** Fills in all evidence; call it last. */
  finish(): void;
}

/** Starts the numbering of one report; `whole` makes a short reference whole. */
export function createNumbering(whole: (ref: string) => string): Numbering {
  const places = new Map<string, RapportVerwijzing>();
  const waiting = createWaiting(places, whole);
  let last = 0;
  const take: Numbering['take'] = (ref) => {
    last += 1;
    const place = { nr: last, anker: `alinea-${last}` };
    if (ref !== undefined && !places.has(ref)) places.set(ref, { soort: soortOf(ref), ...place });
    return place;
  };
  return {
    take,
    ...waiting,
    passage: (written, ref) => {
      if (written?.tekst === undefined) return undefined;
      return { ...take(ref), tekst: written.tekst, rust_op: waiting.evidence(written.rust_op) };
    },
    placeOf: (ref) => places.get(ref),
  };
}

/** Lists of references that are filled in once every place is known. */
function createWaiting(
  places: ReadonlyMap<string, RapportVerwijzing>,
  whole: (ref: string) => string,
): Pick<Numbering, 'evidence' | 'finish'> {
  const waiting: { refs: readonly string[]; list: RapportVerwijzing[] }[] = [];
  return {
    evidence: (refs = []) => {
      const list: RapportVerwijzing[] = [];
      waiting.push({ refs, list });
      return list;
    },
    finish: () => {
      for (const { refs, list } of waiting) {
        const found = [...new Set(refs.map(whole))].flatMap((ref) => places.get(ref) ?? []);
        list.splice(0, list.length, ...found.sort((a, b) => a.nr - b.nr));
      }
    },
  };
}

function soortOf(ref: string): RapportVerwijzing['soort'] {
  return ref.startsWith('bevinding:') ? 'bevinding' : 'oordeel';
}

/** A field that is there only when it has a value. */
export function present<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}

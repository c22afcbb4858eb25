import type { ManifestBestand } from '../schema/generated/types.ts';

type Lines = ManifestBestand['bestanden'];

/** How one manifest differs from another; paths within the werkdossier. */
export interface ManifestDifference {
  /** Only in the first. */
  missing: string[];
  /** Only in the second. */
  extra: string[];
  /** In both, with another SHA-256. */
  other: string[];
}

/** Compares what two manifests say lies in a werkdossier. */
export function compareManifests(first: Lines, second: Lines): ManifestDifference {
  const own = new Map(first.map(({ pad, sha256 }) => [pad, sha256]));
  const theirs = new Map(second.map(({ pad, sha256 }) => [pad, sha256]));
  return {
    missing: [...own.keys()].filter((pad) => !theirs.has(pad)),
    extra: [...theirs.keys()].filter((pad) => !own.has(pad)),
    other: [...own].flatMap(([pad, sha256]) => (theirs.has(pad) && theirs.get(pad) !== sha256 ? pad : [])),
  };
}

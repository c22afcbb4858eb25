/** The candidate nearest to a name that does not exist, or `undefined` when none is near enough to be what was meant. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = Math.min(editDistance(name, candidate), tailDistance(name, candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** “; bedoelt u 'x'?”, or an empty text when no candidate is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? '' : `; bedoelt u '${candidate}'?`;
}

/** A reference is also near when only its last part is: `toegang/loket` and `volwassenen/toegang/loket`. */
function tailDistance(name: string, candidate: string): number {
  return candidate.endsWith(`/${name}`) ? 0 : Number.POSITIVE_INFINITY;
}

/** Levenshtein distance, case ignored (Wagner–Fischer with one row). */
function editDistance(a: string, b: string): number {
  const left = [...a.toLowerCase()];
  const right = [...b.toLowerCase()];
  let row = right.map((_, index) => index + 1);
  for (const [i, letter] of left.entries()) {
    let diagonal = i;
    let before = i + 1;
    row = right.map((other, j) => {
      const above = row[j] ?? 0;
      before = Math.min(above + 1, before + 1, diagonal + (letter === other ? 0 : 1));
      diagonal = above;
      return before;
    });
  }
  return row.at(-1) ?? left.length;
}

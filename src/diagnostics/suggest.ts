/** From so many characters on, a name may be the beginning of what was meant. */
const BEGINNING = 3;

/**
 * The candidate nearest to a name that does not exist: the one with the fewest other characters, or else the shortest that
 * begins so. `undefined` when none is near enough to be what was meant.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let begun: string | undefined;
  let limit = Math.max(1, Math.floor(name.length / 3));
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    if (lower.startsWith(wanted) && (begun === undefined || lower.length < begun.length)) begun = candidate;
    const distance = isTail(name, candidate) ? 0 : distanceWithin(Math.min(limit, limitBeyond(wanted, lower)), wanted, lower);
    if (distance === undefined) continue;
    best = candidate;
    if (distance === 0) return best;
    limit = distance - 1;
  }
  return best ?? (name.length < BEGINNING ? undefined : begun);
}

/** “; bedoelt u 'x'?”, or an empty text when no candidate is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? '' : `; bedoelt u '${candidate}'?`;
}

/** After so many different names that do not exist it is no slip of the pen any more. */
const MOST = 50;

/**
 * `didYouMean` for many names among the same candidates, which may be many as well: each name is looked up once, and after
 * fifty different names nothing is suggested. The candidates are asked for once; `start` is what stands before each of them.
 */
export function suggester(candidates: () => Iterable<string>, start = ''): (name: string) => string {
  const known = new Map<string, string>();
  let list: readonly string[] | undefined;
  return (name) => {
    const before = known.get(name);
    if (before !== undefined || known.size === MOST) return before ?? '';
    list ??= [...candidates()];
    const candidate = nearest(name, list);
    const text = candidate === undefined ? '' : `; bedoelt u '${start}${candidate}'?`;
    known.set(name, text);
    return text;
  };
}

/** Of two references, the parts that both begin with say nothing of how near the others are. */
function limitBeyond(name: string, candidate: string): number {
  const shared = name.lastIndexOf('/', sharedStart(name, candidate) - 1) + 1;
  return Math.max(1, Math.floor((name.length - shared) / 3));
}

/** A reference is also near when only its last part is: `toegang/loket` and `volwassenen/toegang/loket`. */
function isTail(name: string, candidate: string): boolean {
  return candidate.endsWith(`/${name}`);
}

/**
 * Levenshtein distance (Wagner–Fischer with one row), two letters that changed places counted as one, when it is at most `limit`, else `undefined`. There may be a hundred
 * thousand candidates: what two texts share at both ends is left out, and only cells that can stay within the limit are filled.
 */
function distanceWithin(limit: number, a: string, b: string): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  const start = sharedStart(a, b);
  const end = sharedEnd(a, b, start);
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (limit > 0 && left.length === 2 && left === `${right.charAt(1)}${right.charAt(0)}`) return 1;
  const row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 0; i < left.length; i++) {
    if (fillRow(row, i, left.charCodeAt(i), right, limit) > limit) return undefined;
  }
  const distance = row[right.length] ?? 0;
  return distance > limit ? undefined : distance;
}

/** Makes of the row above the row of one more character, within the band around the diagonal; gives the smallest cell of it. */
function fillRow(row: number[], i: number, char: number, right: string, limit: number): number {
  const first = Math.max(0, i - limit);
  const last = Math.min(right.length - 1, i + limit);
  let diagonal = row[first] ?? 0;
  // Left of the band a cell is too far away to count.
  let before = first === 0 ? i + 1 : limit + 1;
  let least = before;
  row[first] = before;
  for (let j = first; j <= last; j++) {
    const above = j === i + limit ? limit + 1 : (row[j + 1] ?? 0);
    before = Math.min(above + 1, before + 1, diagonal + (char === right.charCodeAt(j) ? 0 : 1));
    diagonal = row[j + 1] ?? 0;
    row[j + 1] = before;
    if (before < least) least = before;
  }
  return least;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** What two texts share at their end, beyond the `start` they share already. */
function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

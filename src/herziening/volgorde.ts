/**
 * Of a list of different numbers the places that are not in a longest rising run: as few as can be, so that moving those alone puts the
 * others in order.
 */
export function outOfOrder(numbers: readonly number[]): Set<number> {
  // Per length of a run the place of its smallest last number; per place the place before it in its run.
  const ends: number[] = [];
  const previous = numbers.map((number, place) => {
    const length = ends.findIndex((end) => (numbers[end] ?? 0) >= number);
    const at = length < 0 ? ends.length : length;
    ends[at] = place;
    return at > 0 ? ends[at - 1] : undefined;
  });
  const out = new Set(numbers.keys());
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) out.delete(place);
  return out;
}

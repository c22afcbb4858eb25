/** “a, b en nog 3”: at most five of the names in a message. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} en nog ${names.length - 5}` : shown;
}

/** A readable id of a text: small letters and digits, words joined by hyphens; at most `longest` characters. */
export function slug(text: string, longest = 60): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}

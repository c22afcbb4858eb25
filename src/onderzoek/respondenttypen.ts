import type { Respondenttype } from '../schema/generated/types.ts';

/** Finds the id that a written respondenttype means: its id, its name in any case, or else the name as an id. */
export function respondenttypeOf(respondenttypen: readonly Respondenttype[] = []): (written: string) => string {
  return (written) => {
    const plain = written.trim().toLowerCase();
    const known = respondenttypen.find(({ id, naam }) => id === plain || naam.toLowerCase() === plain);
    return known?.id ?? slug(written);
  };
}

/** A readable id of a text: small letters and digits, words joined by hyphens; at most sixty characters. */
export function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

import type { Respondenttype } from '../schema/generated/types.ts';
import { slug } from '../source/slug.ts';

/** Finds the id that a written respondenttype means: its id, its name in any case, or else the name as an id. */
export function respondenttypeOf(respondenttypen: readonly Respondenttype[] = []): (written: string) => string {
  return (written) => {
    const plain = written.trim().toLowerCase();
    const known = respondenttypen.find(({ id, naam }) => id === plain || naam.toLowerCase() === plain);
    return known?.id ?? slug(written);
  };
}

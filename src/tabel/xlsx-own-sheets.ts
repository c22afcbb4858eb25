/**
 * A hidden sheet with the properties of a form as key and value. Document properties would be the obvious place, but
 * several programs drop those when they save; a hidden sheet survives all of them.
 */
export const PROPERTIES_SHEET = '_tsd';

/** A hidden sheet with the lists behind drop-downs, one list a column. */
export const CHOICES_SHEET = '_keuzes';

/** Whether a sheet is machinery of a form, not content. */
export function isOwnSheet(name: string): boolean {
  return name === PROPERTIES_SHEET || name === CHOICES_SHEET;
}

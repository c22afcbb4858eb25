/** What a gespreksleidraad calls itself in its properties. */
export const LEIDRAAD = 'gespreksleidraad';

/** What an empty verslag calls itself. */
export const VERSLAG = 'verslag';

/** The forms in Word. */
export const WORD_FORMS = [LEIDRAAD, VERSLAG] as const;

/** One of the forms in Word. */
export type WordFormName = (typeof WORD_FORMS)[number];

/** The hidden sheet of a form with how things stood when it was written, so that what a person changed can be told. */
export const STAND = 'Stand';

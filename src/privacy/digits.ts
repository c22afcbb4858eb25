/** A decimal digit of whatever script: full width, Arabic, mathematical. */
export const DIGITS = /\p{Nd}+/gu;

const ABOVE_ASCII = /[\u0660-\uffff]/;
const FOREIGN = /[^\0-\x7f]/;
const DIGIT = /\p{Nd}/u;

/** Whether digits of another script than our own stand in a text. */
export function hasForeignDigits(text: string): boolean {
  return ABOVE_ASCII.test(text) && /(?=[^0-9])\p{Nd}/u.test(text);
}

/** Only the digits of a text, as 0 to 9, whatever script they are written in. */
export function plainDigits(text: string): string {
  if (!FOREIGN.test(text)) return text.replace(/\D/g, '');
  const digits = [...text].filter((char) => DIGIT.test(char));
  return digits.map((char) => String(digitValue(char))).join('');
}

/** In Unicode the ten digits of a script stand together, from zero on. */
function digitValue(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  let start = code;
  while (DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}

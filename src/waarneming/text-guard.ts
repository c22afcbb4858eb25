import { findBsn } from './privacy.ts';

/** Why a text may not be recorded. */
export interface TextProblem {
  code: string;
  message: string;
  help: string;
}

// Line breaks and tabs are text; all other control characters, and half of a character (a lone surrogate), are not.
const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/;
const REFUSED = /[\0-\x08\x0b-\x1f\x7f-\x9f\p{Surrogate}]/u;

/** Says why a text may not be recorded: a burgerservicenummer, a control character, or half a character. */
export function textProblem(text: string): TextProblem | undefined {
  const char = SUSPECT.test(text) ? REFUSED.exec(text)?.[0] : undefined;
  if (char !== undefined) return badCharacter(char);
  const [bsn] = findBsn(text);
  if (!bsn) return undefined;
  return {
    code: 'privacy/bsn',
    message: `hier staat een burgerservicenummer (het eindigt op ${bsn.tail}); dat mag niet worden vastgelegd`,
    help: 'haal het nummer weg, ook uit het bestand zelf; gebruik een casuscode',
  };
}

function badCharacter(char: string): TextProblem {
  const name = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const half = char >= '\ud800';
  return {
    code: half ? 'waarneming/half-teken' : 'waarneming/besturingsteken',
    message: half ? `hier staat een half teken (${name})` : `hier staat een onzichtbaar besturingsteken (${name})`,
    help: 'haal het teken weg, of typ de tekst op die plaats opnieuw',
  };
}

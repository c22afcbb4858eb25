/** In characters; what is shorter can be guessed by trying. */
const SHORTEST = 12;
const FEWEST_KINDS = 5;

/** Why a passphrase is too weak to protect what respondents said; `undefined` when it will do. Never repeats it. */
export function weakness(passphrase: string): string | undefined {
  const characters = [...passphrase];
  if (characters.length < SHORTEST)
    return `het wachtwoord heeft ${characters.length} tekens; het moeten er minstens ${SHORTEST} zijn, anders is het met proberen te raden`;
  const kinds = new Set(characters).size;
  if (kinds < FEWEST_KINDS)
    return `het wachtwoord bestaat uit maar ${kinds} verschillende tekens; het moeten er minstens ${FEWEST_KINDS} zijn`;
  return undefined;
}

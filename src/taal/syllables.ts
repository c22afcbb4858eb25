/** Vowels that are one sound together; the longest first. A diaeresis begins a sound of its own. */
const SOUNDS = /aai|ooi|oei|eeu|ieu|aa|ee|ie|ij|oo|oe|ou|uu|ui|eu|ei|au|y|[aeiouäëïöüáéíóúàèêôû]/g;

/** How many syllables a Dutch word has, by its groups of vowels: an estimate, good enough to tell a long word from a short one. */
export function countSyllables(word: string): number {
  return Math.max(1, word.toLowerCase().match(SOUNDS)?.length ?? 0);
}

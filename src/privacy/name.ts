import type { Finding } from './finding.ts';
import { isNoName } from './name-words.ts';

/** Names of places, parties and organisations that are no names of persons, wherever they stand. */
export interface AllowedNames {
  /** Whether one of them begins at an offset of a text; `titled`: after mevrouw, dhr. and the like. */
  beginsAt(text: string, offset: number, titled: boolean): boolean;
}

const FAMILY =
  /^(?:(?:stief|pleeg|schoon|groot|bonus|adoptie)?(?:moeder|vader|ouders?|zoon(?:tje)?|zonen|dochter(?:tje|s)?|broer(?:tje|s)?|zus(?:je|sen)?|kind(?:eren)?)|klein(?:zoon|dochter)|oma|opa|oom|tante|neef(?:je)?|nicht(?:je)?|echtgeno(?:ot|te)|vriend(?:in)?|buur(?:man|vrouw)|mantelzorger|tweeling)$/i;
const PERSON =
  /^(?:cli[eë]nte?|pati[eë]nte?|jongere|bewo(?:ner|onster)|inwo(?:ner|onster)|tiener|peuter|baby|meisje|jongen|ex-?(?:partner|man|vrouw))$/i;
/** After these a name may also be in capitals. A dot ends only what is an abbreviation; after “mevrouw.” a sentence begins. */
const TITLE = /^(?:mevrouw|mevr\.?|mw\.?|mej\.|juffrouw|meneer|mijnheer|dhr\.?|heer|hr\.|familie|fam\.|gezin)$/i;
/** Not “naam:” alone, which in the files of an onderzoek is the name of a gebied or an inspectie. */
const LABEL =
  /(?:^|[^\p{L}])(?:naam (?:van )?(?:de |het )?(?:cli[eë]nt|jongere|kind|respondent|moeder|vader|ouder|bewoner|inwoner|betrokkene)|achternaam|voornaam|roepnaam) ?: ?$/iu;

const SPACE = /[ \u00a0]{1,3}|[ \u00a0]?\n[ \t>]{0,20}/y;
const INITIALS = /(?:\p{Lu}\p{Ll}?\.[ ]?){1,6}/uy;
const PARTICLE =
  /(?:van (?:der|den|de|het|’t|'t|in 't)|in (?:'t|’t|de|den|het)|op (?:de|den|het|'t|ten)|uit (?:de|den|het)|aan (?:de|den)|van|von|de la|de|den|der|ten|ter|te|el|al|ben|bin|da|dos|do|di|du|le|la|'t|’t|'s|af|zu)(?=[ -])[ -]/iuy;
const WORD = /(?:[dDlLO]['’])?\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/uy;

/** Where a word with a capital begins that is not the first: only there can a name be, or the end of one. */
const CAPITAL = /(?<=[ \u00a0\n\t])(?:[dlDLO]['’]|['’][ts] )?\p{Lu}/gu;

/**
 * Makes the detector of names of persons: words with a capital, with initials and small words such as “van der”, after
 * mevrouw, dhr., cliënt, moeder van and the like. Functions, institutions and the allowed names are no persons, and neither
 * is a single letter, which is a pseudonym.
 */
export function nameFinder(allowed: AllowedNames): (text: string) => Finding[] {
  return (text) => {
    const found: Finding[] = [];
    for (const { index } of text.matchAll(CAPITAL)) {
      if (index < (found.at(-1)?.to ?? 0)) continue;
      const start = startOf(text, index);
      const to = start && endOfName(text, start.from, { allowed, titled: start.titled });
      if (start && to !== undefined) found.push({ kind: 'naam', from: start.from, to, certainty: 'waarschijnlijk' });
    }
    return found;
  };
}

/** So many small words may stand between mevrouw and the first capital. */
const MOST_SMALL = 4;

/** Where the name to which a capital belongs would begin; `undefined` when no word that announces one stands before it. */
function startOf(text: string, capital: number): { from: number; titled: boolean } | undefined {
  let [from, afterVan] = [capital, capital];
  for (let small = 0; small <= MOST_SMALL; small += 1) {
    const word = wordBefore(text, from);
    if (announces(word.text, text, from))
      return { from: FAMILY.test(word.text) ? afterVan : from, titled: TITLE.test(word.text) };
    if (!SMALL.test(word.text)) return undefined;
    if (word.text.toLowerCase() === 'van') afterVan = from;
    from = word.from;
  }
  return undefined;
}

/** Whether a name may come after a word, which ends just before an offset. */
function announces(word: string, text: string, offset: number): boolean {
  if (word.endsWith(':')) return LABEL.test(text.slice(Math.max(0, offset - 60), offset));
  return TITLE.test(word) || PERSON.test(word) || FAMILY.test(word);
}

const SMALL = /^(?:van|von|de|den|der|het|ten|ter|te|el|al|ben|bin|da|dos|do|di|du|le|la|op|in|uit|aan|['’][ts])$/i;

/** The word before an offset, without quotes and brackets before it; empty when there is none on this line or the one above. */
function wordBefore(text: string, offset: number): { text: string; from: number } {
  const window = text.slice(Math.max(0, offset - 50), offset);
  const [whole = '', word = ''] =
    /((?:['’][ts]|[\p{L}.-]+) ?:?)(?:[ \u00a0\t]{1,3}|[ \u00a0]?\n[ \t>]{0,20})$/u.exec(window) ?? [];
  return { text: word.replace(' :', ':'), from: offset - whole.length };
}

interface Rules {
  allowed: AllowedNames;
  titled: boolean;
}

/** No name of a person has more parts than this. */
const MOST_PARTS = 7;

/** Where the name that begins at an offset ends; `undefined` when none begins there. */
function endOfName(text: string, from: number, rules: Rules): number | undefined {
  let at = from + lengthAt(INITIALS, text, from);
  let end: number | undefined;
  for (let part = 0; part < MOST_PARTS; part += 1) {
    if (rules.allowed.beginsAt(text, at, rules.titled)) break;
    const particle = lengthAt(PARTICLE, text, at);
    const word = particle > 0 ? '' : matchAt(WORD, text, at);
    if (particle === 0 && !isName(word, rules)) break;
    at += particle + word.length;
    if (word !== '') {
      end = at;
      const space = lengthAt(SPACE, text, at);
      if (space === 0) break;
      at += space;
    }
  }
  return end;
}

/** A word that can be part of a name. In capitals throughout it is one only after a title, and when it is long. */
function isName(word: string, { titled }: Rules): boolean {
  if (word.length < 2 || isNoName(word)) return false;
  const capitals = word === word.toUpperCase();
  return !capitals || (titled && word.length >= 5);
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at).length;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
